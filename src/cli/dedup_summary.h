/** What a dedup did, in short, for whoever reads standard error.
 *
 *      dedup_summary_print(summary, &plan, stderr);
 *
 *      4,000 texts: 3,594 kept, 406 dropped (10.2 %)
 *      1,204,117 of 9,880,210 words removed (12.2 %)
 *      Largest of 370 clusters, by the text that was kept:
 *          31 dropped  crawl-000117
 *      Loss by source:
 *          612,004 of 700,310 words, 212 of 240 texts  Fenmouth Gazette
 *      warning: Fenmouth Gazette loses 87.4 % of its words
 *
 *  Names are cut where they are long, and what would steer a terminal is shown as '?'.
 *
 *  Owns    nothing.  Fails   never.
 */
#ifndef SYN_CLI_DEDUP_SUMMARY_H
#define SYN_CLI_DEDUP_SUMMARY_H

#include "syndic/dedup.h"

#include <stdio.h>

void dedup_summary_print(const syn_dedup_summary *summary, const syn_dedup_plan *plan, FILE *file);

/** What was passed over in folders, as dedup_summary_print ends; for a run that found no text. */
void dedup_summary_skips(const syn_dedup_summary *summary, FILE *file);

#endif
