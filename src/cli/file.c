#include "cli/file.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

char *file_read(const char *path, size_t *count)
{
    FILE *file = strcmp(path, "-") == 0 ? stdin : fopen(path, "rb");
    size_t capacity = 4096, used = 0, got = 1;
    char *text = file ? malloc(capacity) : NULL;
    while (text && got) {
        used += got = fread(text + used, 1, capacity - used - 1, file);
        if (used + 1 < capacity)
            continue;
        char *larger = realloc(text, capacity *= 2);
        if (!larger)
            free(text);
        text = larger;
    }
    if (text && ferror(file)) {
        free(text);
        text = NULL;
    }
    if (file && file != stdin)
        fclose(file);
    if (text)
        text[used] = '\0';
    *count = used;
    return text;
}
