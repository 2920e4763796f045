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
 *  title and holds no other content word. True when that is all the stretch is but for at most a
 *  third of it, and *name (may be the whole stretch) is set. */
bool syn_name_in(const syn_wordings *wordings, syn_stretch stretch, syn_stretch *name);

#endif
