# Sourced by tools/try and tools/test: finds out what is missing and installs only that.
#
#     want_build; want_tests; install_wanted
#     want_readers; install_wanted || true      # without them the tests that need them are skipped
#
# A thing that works is left alone, wherever it came from; what is missing comes from Debian.

wanted=()

# want PACKAGE COMMAND...: the package is wanted when the command fails.
want() {
    local package=$1
    shift
    "$@" >/dev/null 2>&1 </dev/null || wanted+=("$package")
}

# want_library PACKAGE NAME...: the package is wanted when pkg-config does not know one of the names.
want_library() {
    local package=$1
    shift
    want "$package" pkg-config --exists "$@"
}

can_link() { # can_link COMPILER FLAG...
    local program status=0
    program=$(mktemp)
    printf 'int main(void) { return 0; }\n' | "$@" -x c - -o "$program" || status=$?
    rm -f "$program"
    return "$status"
}

want_build() {
    want gcc command -v gcc
    want libc6-dev test -e /usr/include/stdlib.h
    want meson command -v meson
    want ninja-build command -v ninja
    want pkg-config command -v pkg-config
    want_library libxxhash-dev libxxhash
    want_library libdivsufsort-dev libdivsufsort libdivsufsort64
    want_library libutf8proc-dev libutf8proc
    want_library libjson-c-dev json-c
    want_library zlib1g-dev zlib
    want_library libzstd-dev libzstd
    want_library liblmdb-dev lmdb
    want_library libssl-dev libcrypto
}

want_tests() {
    want_library libcriterion-dev criterion
    want clang command -v clang
    want valgrind command -v valgrind
    want libc6-dbg valgrind -q /bin/true # it reads the C library's symbols
    want python3-jsonschema /usr/bin/python3 -c 'import jsonschema'
}

# What reads the formats that are written: a browser, Graphviz, an XML and a Markdown reader.
want_readers() {
    want chromium command -v chromium
    want chromium-driver command -v chromedriver
    want graphviz command -v dot
    want libxml2-utils command -v xmllint
    want cmark-gfm command -v cmark-gfm
}

# The sanitizers of clang are a package of their own, named by its version.
want_sanitizers() {
    local major
    major=$(clang -dumpversion 2>/dev/null | cut -d. -f1)
    want "libclang-rt-$major-dev" can_link clang -fsanitize=thread
}

install_wanted() {
    [ "${#wanted[@]}" -gt 0 ] || return 0
    if ! command -v apt-get >/dev/null 2>&1; then
        echo "missing: ${wanted[*]} (these are Debian's names; install them and run this again)" >&2
        return 1
    fi
    local as_root=() log apt
    if [ "$(id -u)" -ne 0 ]; then
        as_root=(sudo)
    fi
    apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=120)
    log=$(mktemp)
    echo "installing ${wanted[*]}" >&2
    # A new machine has no package lists, an old one stale lists: both are mended by one update.
    if ! "${apt[@]}" -qq -y --no-install-recommends install "${wanted[@]}" >"$log" 2>&1 </dev/null &&
        ! { "${apt[@]}" -qq update && "${apt[@]}" -qq -y --no-install-recommends install "${wanted[@]}"; } \
            >"$log" 2>&1 </dev/null; then
        cat "$log" >&2
        rm -f "$log"
        echo "could not install: ${wanted[*]}" >&2
        wanted=()
        return 1
    fi
    rm -f "$log"
    wanted=()
}

# configure DIR OPTION...: sets a build directory up, or sets it up anew when it no longer fits.
configure() {
    local dir=$1
    shift
    if [ -e "$dir/build.ninja" ]; then
        meson setup --reconfigure "$dir" "$@" && return 0
        rm -rf "$dir"
    fi
    meson setup "$dir" "$@"
}
