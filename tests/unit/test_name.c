#include "support/reading.h"
#include "text/name.h"

#include <criterion/criterion.h>

/** Whether words [begin, end) of a text hold a name, and that it is [name_begin, name_end). */
static bool names(const char *text, uint32_t begin, uint32_t end, uint32_t name_begin, uint32_t name_end)
{
    reading r;
    syn_stretch name = {0, 0, 0};
    read_texts(&r, &text, 1);
    bool is = syn_name_in(&r.wordings, (syn_stretch){0, begin, end}, &name);
    read_release(&r);
    cr_expect(!is || (name.begin == name_begin && name.end == name_end), "%s: [%u, %u)", text, name.begin, name.end);
    return is;
}

Test(name, a_person_with_a_title_is_one_name)
{
    cr_expect(names("then the clerk told Ada Quill, deputy director of the Harbour Trust, that rain was near and boats were late", 4, 12, 4, 12));
}

Test(name, legal_director_is_a_title)
{
    cr_expect(names("then the clerk told Ada Quill, legal director of the Harbour Trust, that rain was near and boats were late", 4, 12, 4, 12));
    cr_expect(names("papers were sent to the legal director of the Upland Rivers Alliance before the meeting broke up in anger", 5, 11, 5, 11));
}

Test(name, function_words_at_the_ends_are_no_part_of_it)
{
    cr_expect(names("then the clerk was told by Ada Quill, deputy director of the Harbour Trust, that rain was near and boats were late", 5, 15, 6, 14));
}

Test(name, an_institution_is_a_name)
{
    cr_expect(names("papers were sent to the Department of Tides and Upland Rivers before the meeting broke up in anger", 5, 11, 5, 11));
}

Test(name, a_headline_in_capitals_is_not)
{
    cr_expect_not(names("RIVER TOWN BRACES FOR A THIRD NIGHT OF FLOODING AS DAMS FILL BEHIND THE UPLAND RIDGE", 0, 8, 0, 0));
    cr_expect_not(names("River Town Braces For A Third Night Of Flooding As Dams Fill Behind The Upland Ridge", 3, 11, 0, 0));
}

Test(name, a_sentence_is_not)
{
    cr_expect_not(names("herons nested late this year because the marsh stood dry until the last week of April", 0, 16, 0, 0));
}

Test(name, a_sentence_with_a_name_in_it_is_not)
{
    cr_expect_not(names("Ada Quill said that herons nested late this year because the marsh stood dry until summer came", 0, 12, 0, 0));
}

Test(name, more_than_twenty_words_are_not)
{
    static const char text[] = "a list of Ada Quill of Harbour Trust of Ben Moor of Tide Board of Cora Fenn of River Guild of Dan Holt of Salt Union left";
    cr_expect_not(names(text, 3, 26, 0, 0));
}
