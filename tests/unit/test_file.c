#include "base/file.h"

#include "base/buf.h"

#include "../support/oom.h"

#include <criterion/criterion.h>
#include <dirent.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[64];

static const char *path_of(const char *name)
{
    static char paths[4][256];
    static int turn;
    char *path = paths[turn++ % 4];

    snprintf(path, sizeof paths[0], "%s/%s", folder, name);
    return path;
}

static void make_file(const char *name, size_t count)
{
    FILE *file = fopen(path_of(name), "wb");

    for (size_t i = 0; i < count; i++)
        fputc((int)(i * 31 % 251), file);
    cr_assert_eq(fclose(file), 0);
}

static void enter(void)
{
    strcpy(folder, "/tmp/syndic-file-XXXXXX");
    cr_assert_not_null(mkdtemp(folder));
}

static void leave(void)
{
    char command[128];

    snprintf(command, sizeof command, "rm -r '%s'", folder);
    cr_assert_eq(system(command), 0);
}

TestSuite(file, .init = enter, .fini = leave);

static size_t open_descriptors(void)
{
    size_t count = 0;
    DIR *fds = opendir("/proc/self/fd");

    while (readdir(fds))
        count++;
    closedir(fds);
    return count;
}

static void check_bytes(const syn_bytes *bytes, size_t count, size_t skipped)
{
    cr_assert_eq(bytes->count, count);
    cr_assert_not_null(bytes->at);
    for (size_t i = 0; i < count; i++)
        cr_assert_eq((unsigned char)bytes->at[i], (i + skipped) * 31 % 251);
}

Test(file, reads_any_size_and_maps_large_ones)
{
    const size_t sizes[] = {0, 1, 4096, 65535, 65536, 65537, 300000};

    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        syn_bytes bytes = {0};
        syn_error error = {0};
        make_file("a", sizes[i]);
        cr_assert_eq(syn_file_read(path_of("a"), &bytes, &error), SYN_OK);
        cr_assert_eq(bytes.mapped, sizes[i] >= 65536);
        check_bytes(&bytes, sizes[i], 0);
        syn_bytes_release(&bytes);
        cr_assert_null(bytes.at);
        syn_bytes_release(&bytes);
    }
}

Test(file, reads_files_that_say_they_are_empty)
{
    syn_bytes bytes = {0};

    cr_assert_eq(syn_file_read("/proc/self/status", &bytes, NULL), SYN_OK);
    cr_assert_gt(bytes.count, 100);
    syn_bytes_release(&bytes);
}

static void *fill_fifo(void *name)
{
    FILE *file = fopen(name, "wb");

    for (size_t i = 0; i < 200000; i++)
        fputc((int)(i * 31 % 251), file);
    fclose(file);
    return NULL;
}

Test(file, reads_a_fifo_to_its_end)
{
    static char name[256];
    pthread_t writer;
    syn_bytes bytes = {0};

    strcpy(name, path_of("fifo"));
    cr_assert_eq(mkfifo(name, 0600), 0);
    cr_assert_eq(syn_file_kind(name, NULL), 0);
    cr_assert_eq(pthread_create(&writer, NULL, fill_fifo, name), 0);
    cr_assert_eq(syn_file_read(name, &bytes, NULL), SYN_OK);
    pthread_join(writer, NULL);
    cr_assert_not(bytes.mapped);
    check_bytes(&bytes, 200000, 0);
    syn_bytes_release(&bytes);
}

Test(file, an_input_is_all_of_a_file_or_a_pipe)
{
    static char name[256];
    char room[70000];
    pthread_t writer;
    syn_input input;
    size_t got, total = 0, wrong = 0;

    make_file("a", 100000);
    cr_assert_eq(syn_input_open(&input, path_of("a"), NULL), SYN_OK);
    cr_assert_eq(input.fd, -1);
    syn_bytes_forget(&input.bytes, 0, 100000);
    syn_bytes_forget(&input.bytes, 5000, 5001);
    check_bytes(&input.bytes, 100000, 0);
    syn_input_release(&input);
    strcpy(name, path_of("fifo"));
    cr_assert_eq(mkfifo(name, 0600), 0);
    cr_assert_eq(pthread_create(&writer, NULL, fill_fifo, name), 0);
    cr_assert_eq(syn_input_open(&input, name, NULL), SYN_OK);
    cr_assert(input.fd >= 0 && !input.bytes.at);
    do {
        cr_assert_eq(syn_input_read(&input, room, sizeof room, &got, NULL), SYN_OK);
        for (size_t i = 0; i < got; i++)
            wrong += (unsigned char)room[i] != (total + i) * 31 % 251;
        total += got;
    } while (got == sizeof room);
    pthread_join(writer, NULL);
    cr_assert_eq(total, 200000);
    cr_assert_eq(wrong, 0);
    syn_input_release(&input);
    syn_input_release(&input);
}

Test(file, reads_standard_input_from_where_it_stands)
{
    syn_bytes bytes = {0};

    make_file("a", 100000);
    cr_assert_not_null(freopen(path_of("a"), "rb", stdin));
    cr_assert_eq(lseek(STDIN_FILENO, 10, SEEK_SET), 10);
    cr_assert_eq(syn_file_kind("-", NULL), 0);
    cr_assert_eq(syn_file_read("-", &bytes, NULL), SYN_OK);
    check_bytes(&bytes, 99990, 10);
    syn_bytes_release(&bytes);
    cr_assert_eq(lseek(STDIN_FILENO, 0, SEEK_SET), 0);
    cr_assert_eq(syn_file_read("/dev/stdin", &bytes, NULL), SYN_OK);
    check_bytes(&bytes, 100000, 0);
    syn_bytes_release(&bytes);
}

Test(file, says_what_is_wrong_in_one_line)
{
    syn_bytes bytes = {0};
    syn_error error = {0};
    char expected[256];

    snprintf(expected, sizeof expected, "%s: is a folder (name files, or use a command that takes folders)", folder);
    cr_assert_eq(syn_file_read(folder, &bytes, &error), SYN_IO);
    cr_assert_str_eq(error.message, expected);
    snprintf(expected, sizeof expected, "%s/none: cannot be read: No such file or directory (check the path)", folder);
    cr_assert_eq(syn_file_read(path_of("none"), &bytes, &error), SYN_IO);
    cr_assert_str_eq(error.message, expected);
    cr_assert_eq(syn_file_kind(path_of("none"), &error), SYN_IO);
    cr_assert_str_eq(error.message, expected);
    cr_assert_eq(syn_file_kind(folder, &error), 1);
    cr_assert_null(bytes.at);
}

Test(file, short_memory_is_an_error_without_a_leak)
{
    const size_t before = open_descriptors();

    make_file("a", 5000);
    for (long n = 0; n == 0 || oom_struck(); n++) {
        syn_bytes bytes = {0};
        oom_after(n);
        const syn_status status = syn_file_read(path_of("a"), &bytes, NULL);
        oom_never();
        cr_assert_eq(status, oom_struck() ? SYN_MEMORY : SYN_OK);
        cr_assert_eq(bytes.at == NULL, oom_struck());
        syn_bytes_release(&bytes);
    }
    cr_assert_eq(open_descriptors(), before);
}

/* Notes "name" or "name!why" for each path, relative to the folder. */
static syn_status note(void *context, const char *path, const char *why)
{
    syn_buf *notes = context;

    cr_assert_eq(strncmp(path, folder, strlen(folder)), 0);
    syn_buf_format(notes, "%s%s%s\n", path + strlen(folder) + 1, why ? "!" : "", why ? why : "");
    return SYN_OK;
}

static void make_tree(void)
{
    cr_assert_eq(mkdir(path_of("b"), 0700), 0);
    cr_assert_eq(mkdir(path_of("b/empty"), 0700), 0);
    cr_assert_eq(mkdir(path_of(".hidden"), 0700), 0);
    make_file("b/z", 1);
    make_file("b/\xc3\xa9", 1);
    make_file("b/Z", 1);
    make_file("a.txt", 1);
    make_file("c", 0);
    make_file(".hidden/x", 1);
    make_file(".d", 1);
    cr_assert_eq(symlink("a.txt", path_of("link")), 0);
    cr_assert_eq(symlink("b", path_of("link-b")), 0);
    cr_assert_eq(symlink("nothing", path_of("link-none")), 0);
    cr_assert_eq(symlink("..", path_of("b/up")), 0);
    cr_assert_eq(mkfifo(path_of("pipe"), 0600), 0);
}

static const char tree[] = "a.txt\nb/Z\nb/up!is a symbolic link to a folder\nb/z\nb/\xc3\xa9\nc\nlink\n"
                           "link-b!is a symbolic link to a folder\nlink-none!is a symbolic link to nothing\n"
                           "pipe!is not a regular file\n";

Test(file, walks_in_byte_order_and_says_what_it_skips)
{
    syn_buf notes = {0};
    const size_t before = open_descriptors();
    char slashed[80];

    make_tree();
    cr_assert_eq(syn_file_walk(folder, note, &notes, NULL), SYN_OK);
    cr_assert_str_eq(notes.bytes, tree);
    syn_buf_clear(&notes);
    snprintf(slashed, sizeof slashed, "%s/", folder);
    cr_assert_eq(syn_file_walk(slashed, note, &notes, NULL), SYN_OK);
    cr_assert_str_eq(notes.bytes, tree);
    cr_assert_eq(open_descriptors(), before);
    syn_buf_release(&notes);
}

Test(file, walks_deeper_than_there_are_descriptors)
{
    syn_buf notes = {0};

    cr_assert_eq(chdir(folder), 0);
    for (int i = 0; i < 1500; i++)
        cr_assert(mkdir("d", 0700) == 0 && chdir("d") == 0);
    cr_assert_eq(close(creat("end", 0600)), 0);
    cr_assert_eq(chdir("/"), 0);
    cr_assert_eq(syn_file_walk(folder, note, &notes, NULL), SYN_OK);
    cr_assert_eq(notes.len, 1500 * 2 + 4);
    cr_assert_str_eq(notes.bytes + notes.len - 6, "d/end\n");
    syn_buf_release(&notes);
}

static syn_status stop_at_second(void *context, const char *path, const char *why)
{
    (void)path, (void)why;
    return ++*(int *)context == 2 ? SYN_LIMIT : SYN_OK;
}

Test(file, walk_stops_at_the_first_failure)
{
    int calls = 0;

    make_tree();
    cr_assert_eq(syn_file_walk(folder, stop_at_second, &calls, NULL), SYN_LIMIT);
    cr_assert_eq(calls, 2);
}

Test(file, walk_of_no_folder_is_an_error)
{
    syn_error error = {0};
    int calls = 0;

    cr_assert_eq(syn_file_walk(path_of("none"), stop_at_second, &calls, &error), SYN_IO);
    cr_assert_not_null(strstr(error.message, "/none: cannot be listed: No such file or directory ("));
    cr_assert_eq(calls, 0);
}

static syn_status count_calls(void *context, const char *path, const char *why)
{
    (void)path, (void)why;
    ++*(int *)context;
    return SYN_OK;
}

Test(file, walk_with_short_memory_is_an_error_without_a_leak)
{
    const size_t before = open_descriptors();

    make_tree();
    for (long n = 0; n == 0 || oom_struck(); n++) {
        int calls = 0;
        oom_after(n);
        const syn_status status = syn_file_walk(folder, count_calls, &calls, NULL);
        oom_never();
        cr_assert_eq(status, oom_struck() ? SYN_MEMORY : SYN_OK);
        cr_assert(oom_struck() || calls == 10);
    }
    cr_assert_eq(open_descriptors(), before);
}

Test(file, passes_over_what_may_not_be_read)
{
    syn_buf notes = {0};

    make_file("open", 1);
    make_file("shut", 1);
    cr_assert_eq(mkdir(path_of("shut-folder"), 0), 0);
    cr_assert_eq(chmod(path_of("shut"), 0), 0);
    cr_assert_eq(chmod(folder, 0755), 0);
    const uid_t me = geteuid();
    if (me == 0)
        cr_assert_eq(seteuid(65534), 0);
    cr_assert_eq(syn_file_walk(folder, note, &notes, NULL), SYN_OK);
    cr_assert_eq(syn_file_kind(path_of("shut"), NULL), SYN_IO);
    if (me == 0)
        cr_assert_eq(seteuid(0), 0);
    cr_assert_str_eq(notes.bytes, "open\nshut!Permission denied\nshut-folder!Permission denied\n");
    syn_buf_release(&notes);
}
