#include "syndic/result.h"
#include "text/layout.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

/* The paragraphs of a text with | between its sentences and / between paragraphs, in a static buffer. */
static const char *shape(const char *text)
{
    static char out[4096];
    syn_layout layout = {0};
    size_t used = 0;
    cr_assert_eq(syn_layout_make(text, strlen(text), &layout), SYN_OK);
    for (uint32_t i = 0; i < layout.sentence_count; i++) {
        syn_reach s = layout.sentences[i];
        if (i > 0)
            out[used++] = layout.paragraph_of[i] == layout.paragraph_of[i - 1] ? '|' : '/';
        memcpy(out + used, text + s.begin, s.end - s.begin);
        used += s.end - s.begin;
    }
    out[used] = '\0';
    syn_layout_release(&layout);
    return out;
}

#define SHAPE(text, wanted) cr_expect_str_eq(shape(text), wanted)

Test(layout, blank_lines_part_paragraphs)
{
    SHAPE("The ferry sank. Nobody drowned.\n\nDivers went down.", "The ferry sank.|Nobody drowned./Divers went down.");
    SHAPE("\n\n  One.\r\n \t\r\nTwo.\n", "One./Two.");
}

Test(layout, line_ends_part_paragraphs_too)
{
    SHAPE("Ferry sinks\nThe ferry sank at dawn.\nDivers went down.",
          "Ferry sinks/The ferry sank at dawn./Divers went down.");
    SHAPE("The north quay\nphoto: Quill\n\nDivers went down.", "The north quay/photo: Quill/Divers went down.");
    SHAPE("One.\rTwo.", "One./Two.");
}

Test(layout, a_line_that_was_wrapped_goes_on)
{
    SHAPE("The ferry struck the outer wall of the harbour and\nsank before the pilots could reach it.\n\nTwo.",
          "The ferry struck the outer wall of the harbour and\nsank before the pilots could reach it./Two.");
    SHAPE("The ferry struck the outer wall of Fenmouth on its way to\nSaltmarsh. It sank before the pilots could reach "
          "anybody\nthere.\n\nTwo.",
          "The ferry struck the outer wall of Fenmouth on its way to\nSaltmarsh.|It sank before the pilots could reach "
          "anybody\nthere./Two.");
}

Test(layout, a_text_without_line_ends_is_one_paragraph)
{
    SHAPE("One here. Two here", "One here.|Two here");
    SHAPE("The keeper left the tower.Nobody came after him.", "The keeper left the tower.|Nobody came after him.");
}

Test(layout, abbreviations_and_initials_end_no_sentence)
{
    SHAPE("Gov. Quill met J. Marsh and Dr. Holt in the U.S. Senate.",
          "Gov. Quill met J. Marsh and Dr. Holt in the U.S. Senate.");
    SHAPE("He left the U.S. The ship did not.", "He left the U.S.|The ship did not.");
    SHAPE("It opens at 9 a.m. Monday on Pier No. 7 there.", "It opens at 9 a.m. Monday on Pier No. 7 there.");
    SHAPE("Gull Inc. Chairman Holt resigned.", "Gull Inc. Chairman Holt resigned.");
}

Test(layout, numbers_are_not_cut)
{
    SHAPE("It cost 3.5 million. That was in 2017. Then it sank.",
          "It cost 3.5 million.|That was in 2017.|Then it sank.");
}

Test(layout, what_closes_belongs_to_the_sentence)
{
    SHAPE("“We went.” They came. (So we heard.) \"No!\" she cried.",
          "“We went.”|They came.|(So we heard.)|\"No!\" she cried.");
    SHAPE("“Is it?” he asked. It was.", "“Is it?” he asked.|It was.");
}

Test(layout, other_scripts_have_full_stops_too)
{
    SHAPE("船沉了。没有人死亡！真的吗？", "船沉了。|没有人死亡！|真的吗？");
    SHAPE("「船は沈んだ。」と彼は言った。終わり。", "「船は沈んだ。」と彼は言った。|終わり。");
    SHAPE("Паром утонул. Никто не погиб. А. Кви уехал.", "Паром утонул.|Никто не погиб.|А. Кви уехал.");
    SHAPE("غرقت العبارة. هل نجوا؟ نعم", "غرقت العبارة.|هل نجوا؟|نعم");
}

Test(layout, blanks_of_any_kind_are_left_out)
{
    SHAPE("\302\240 One here.\302\240 \n\n\343\200\200Two here.\302\240\302\240", "One here./Two here.");
    SHAPE("", "");
    SHAPE(" \n\302\240\n\n", "");
}

Test(layout, a_place_has_a_sentence_and_a_paragraph)
{
    static const char text[] = "One. Two.\n\nThree.";
    syn_layout layout = {0};
    cr_expect_eq(syn_layout_sentence(&layout, 0), SYN_NONE);
    cr_assert_eq(syn_layout_make(text, sizeof text - 1, &layout), SYN_OK);
    cr_expect_eq(syn_layout_sentence(&layout, 0), 0);
    cr_expect_eq(syn_layout_sentence(&layout, 4), 1); /* the blank before it */
    cr_expect_eq(syn_layout_sentence(&layout, 12), 2);
    cr_expect_eq(syn_layout_paragraph(&layout, 10), 1);
    cr_expect_eq(syn_layout_paragraph(&layout, 900), 1);
    syn_layout_release(&layout);
}

Test(layout, a_million_line_ends_or_full_stops_take_no_longer_than_text)
{
    static const char *const pieces[] = {"\n", ". ", "a\n", "U.S.", ". (((", "x\r\n", "\302\240"};
    char *text = malloc(1000000);
    syn_layout layout = {0};
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        size_t length = strlen(pieces[i]);
        for (size_t at = 0; at < 1000000; at++)
            text[at] = pieces[i][at % length];
        cr_expect_eq(syn_layout_make(text, 1000000, &layout), SYN_OK);
    }
    syn_layout_release(&layout);
    free(text);
}
