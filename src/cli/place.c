#include "cli/place.h"

#include "cli/out.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static char *join(const char *base, const char *between, const char *name)
{
    size_t size = strlen(base) + strlen(between) + strlen(name) + 1;
    char *path = malloc(size);
    if (path)
        snprintf(path, size, "%s%s%s", base, between, name);
    else
        out_error("out of memory (close other programs)");
    return path;
}

/** A name must not lead out of the folder, nor hide in it. */
static bool is_name(const char *name)
{
    return *name && *name != '.' && !strchr(name, '/') && strlen(name) < 200;
}

char *place_find(const char *name)
{
    const char *data = getenv("XDG_DATA_HOME"), *home = getenv("HOME");
    if (*name != '@')
        return join(name, "", "");
    if (!is_name(name + 1)) {
        out_error("%s: is no name of an index (give @NAME without \"/\" and no dot before it, or a path)", name);
        return NULL;
    }
    /* The specification wants relative paths left alone. */
    if (data && *data == '/')
        return join(data, "/syndic/", name + 1);
    if (home && *home == '/')
        return join(home, "/.local/share/syndic/", name + 1);
    out_error("%s: HOME says no folder (set XDG_DATA_HOME, or give a path)", name);
    return NULL;
}

bool place_make(const char *path)
{
    char *folder = join(path, "", "");
    bool made = folder != NULL;
    for (char *slash = folder; made && (slash = strchr(slash + 1, '/')) != NULL;) {
        *slash = '\0';
        if (mkdir(folder, 0700) < 0 && errno != EEXIST)
            made = out_error("%s: cannot be made: %s (check the folder above it)", folder, strerror(errno));
        *slash = '/';
    }
    free(folder);
    return made;
}
