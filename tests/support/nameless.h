/** Finds the temporary file without a name that a test wants to garble.
 *
 *      const int fd = nameless_find(folder);      // of this process, by the folder it was made in
 *
 *  Fails   -1 when there is none.
 */
#ifndef TESTS_SUPPORT_NAMELESS_H
#define TESTS_SUPPORT_NAMELESS_H

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static inline int nameless_find(const char *folder)
{
    DIR *all = opendir("/proc/self/fd");
    int found = -1;

    for (const struct dirent *entry; all && (entry = readdir(all));) {
        char path[300], target[300];
        snprintf(path, sizeof path, "/proc/self/fd/%s", entry->d_name);
        const ssize_t length = readlink(path, target, sizeof target - 1);
        if (length > 0 && (size_t)length > strlen(folder) && memcmp(target, folder, strlen(folder)) == 0)
            found = atoi(entry->d_name);
    }
    if (all)
        closedir(all);
    return found;
}

#endif
