"""Times a whole process from outside, and says what of a file lies in the page cache.

    seconds, peak_kib, code = stopwatch.run([syndic, "check", ...])
    stopwatch.drop(paths)               # out of the cache; stopwatch.cached(paths) is how many bytes still are in it
"""

import ctypes
import mmap
import os
import time


def run(command, stdin=os.devnull, stdout=os.devnull, stderr=None):
    """Starts a command and waits for it: wall seconds, peak memory in KiB as the kernel counts it, exit code.

    The code is negative for a signal. The time holds the start of the process, and none of Python's own.
    """
    writing = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
    actions = [(os.POSIX_SPAWN_OPEN, 0, stdin, os.O_RDONLY, 0), (os.POSIX_SPAWN_OPEN, 1, stdout, writing, 0o666)]
    if stderr is not None:
        actions.append((os.POSIX_SPAWN_OPEN, 2, stderr, writing, 0o666))
    environment = dict(os.environ, LC_ALL="C.UTF-8")
    before = time.perf_counter()
    child = os.posix_spawnp(command[0], command, environment, file_actions=actions)
    _, status, usage = os.wait4(child, 0)
    return time.perf_counter() - before, usage.ru_maxrss, os.waitstatus_to_exitcode(status)


def files_of(folder):
    return [os.path.join(place, name) for place, _, names in os.walk(folder) for name in sorted(names)]


def size_of(folder):
    """Bytes the files of a folder take on the disk."""
    return sum(os.stat(path).st_blocks * 512 for path in files_of(folder))


def drop(paths):
    """Takes the pages of files out of the page cache, what is dirty written first."""
    for path in paths:
        file = os.open(path, os.O_RDONLY)
        os.fsync(file)
        os.posix_fadvise(file, 0, 0, os.POSIX_FADV_DONTNEED)
        os.close(file)


def cached(paths):
    """How many bytes of these files the page cache holds."""
    libc, total = ctypes.CDLL(None, use_errno=True), 0
    for path in paths:
        size = os.path.getsize(path)
        if size == 0:
            continue
        with open(path, "rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_COPY) as pages:
            view = ctypes.c_char.from_buffer(pages)
            resident = (ctypes.c_ubyte * -(-size // mmap.PAGESIZE))()
            if libc.mincore(ctypes.c_void_p(ctypes.addressof(view)), ctypes.c_size_t(size), resident) != 0:
                raise OSError(ctypes.get_errno(), "mincore", path)
            total += sum(bytes(page & 1 for page in resident)) * mmap.PAGESIZE
            del view
    return total


def percentile(values, share):
    """The value that this share of them does not exceed."""
    values = sorted(values)
    return values[min(len(values) - 1, int(share * len(values)))]
