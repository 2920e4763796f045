/** Names with their titles: "Ada Quill, deputy director of the Harbour Trust".
 *
 *  A name is short and all but made of capitalised words and titles, where the text around it is not.
 *  Texts repeat names because they speak of the same people, not because one took from the other.
 *
 *  Fails   never.  Cost    one pass over the stretch and twenty words on either side.
 */
#ifndef SYN_TEXT_NAME_H
#define SYN_TEXT_NAME_H

#include "text/stretch.h"
#include "text/wording.h"

/** Looks for a name in a stretch: the longest run that starts and ends with a capitalised word or
 *  title and holds no other content word. True when that is at least half of the stretch and all but
 *  a quarter of the stretch's words belong to names; *name is the run then. */
bool syn_name_in(const syn_wordings *wordings, syn_stretch stretch, syn_stretch *name);

#endif
