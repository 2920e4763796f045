/** A fuzz target as a regression test: runs LLVMFuzzerTestOneInput over every file named. Included at the
 *  end of a target when it is built with -DREPLAY.
 */
#ifndef SYN_FUZZ_REPLAY_H
#define SYN_FUZZ_REPLAY_H

#include "base/file.h"

#include <stdint.h>
#include <stdio.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int main(int argc, char **argv)
{
    for (int i = 1; i < argc; i++) {
        syn_bytes bytes = {0};
        syn_error error = {0};
        if (syn_file_read(argv[i], &bytes, &error) < 0) {
            fprintf(stderr, "%s\n", error.message);
            return 1;
        }
        LLVMFuzzerTestOneInput((const uint8_t *)bytes.at, bytes.count);
        syn_bytes_release(&bytes);
    }
    return 0;
}

#endif
