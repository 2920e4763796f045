/** Where an index is: "@name" stands for $XDG_DATA_HOME/syndic/name, or ~/.local/share/syndic/name where that is not
 *  set; all else is a path ("./@name" too).
 *
 *      char *path = place_find("@archive");
 *      if (path && place_make(path)) ...    // the folders above it are there now
 *      free(path);
 *
 *  Owns    the caller frees the path.  Fails   NULL or false, after one line on standard error.
 */
#ifndef SYN_CLI_PLACE_H
#define SYN_CLI_PLACE_H

#include <stdbool.h>

char *place_find(const char *name);
/** Makes the folders above `path` that are missing, for their owner only, as the XDG specification asks. */
bool place_make(const char *path);

#endif
