#include "support/reading.h"
#include "trace/kind.h"

#include <criterion/criterion.h>

/** Whether words [begin, end) of a text are stock wording; an end of 0 is the text's. */
static bool is_stock(const char *text, uint32_t begin, uint32_t end)
{
    reading r;
    syn_stock stock;
    read_texts(&r, &text, 1);
    cr_assert_eq(syn_stock_init(&stock, &r.wordings), SYN_OK);
    syn_stretch rest;
    syn_stock_cut(&stock, &r.wordings, (syn_stretch){0, begin, end == 0 ? r.of[0].count : end}, &rest);
    bool is = rest.begin == rest.end;
    syn_stock_release(&stock);
    read_release(&r);
    return is;
}

Test(kind, copyright_lines_are_stock)
{
    cr_expect(is_stock("Copyright 2019 The Saltmarsh Courier. All rights reserved.", 0, 0));
    cr_expect(is_stock("This material may not be published, broadcast, rewritten or redistributed.", 0, 0));
}

Test(kind, newsletter_prompts_are_stock)
{
    cr_expect(is_stock("Sign up for our newsletter and get the best of the harbour straight to your inbox every Friday.", 0, 0));
    cr_expect(is_stock("Subscribe today for unlimited access to every story we write about the coast.", 0, 0));
}

Test(kind, what_an_article_tells_is_not)
{
    cr_expect_not(is_stock("The ferry struck the outer wall shortly before dawn and two deckhands were pulled from the water.", 0, 0));
    cr_expect_not(is_stock("The council reserved all the berths on the north quay for boats that lost theirs.", 0, 0));
}

Test(kind, one_phrase_in_a_long_report_does_not_make_it_stock)
{
    cr_expect_not(is_stock("A keeper who had tended the light for thirty years said that a newsletter of the pilots was the only paper "
                           "that ever came up the stairs in winter, when the sea stood so high that no boat could land for weeks.", 0, 0));
}

Test(kind, a_phrase_counts_only_where_it_stands_whole_in_the_stretch)
{
    static const char text[] = "herons nested late all rights reserved";
    cr_expect_not(is_stock(text, 0, 5));
    cr_expect(is_stock(text, 0, 6));
    cr_expect_not(is_stock("rights all reserved herons nested late", 0, 0));
}

Test(kind, the_foot_of_a_page_is_cut_off_an_article_that_touches_it)
{
    static const char text[] =
        "The ferry struck the outer wall shortly before dawn and two deckhands were pulled from the water by the crew of "
        "a trawler that had been waiting for the tide. Subscribe to our newsletter. All rights reserved. Privacy policy.";
    reading r;
    syn_stock stock;
    syn_stretch rest;
    read_texts(&r, (const char *const[]){text}, 1);
    cr_assert_eq(syn_stock_init(&stock, &r.wordings), SYN_OK);
    syn_stock_cut(&stock, &r.wordings, (syn_stretch){0, 0, r.of[0].count}, &rest);
    cr_expect(rest.begin == 0 && rest.end == 30, "[%u, %u)", rest.begin, rest.end);
    syn_stock_release(&stock);
    read_release(&r);
}

Test(kind, casing_and_marks_do_not_matter)
{
    cr_expect(is_stock("\302\251 2021 ALL RIGHTS RESERVED", 0, 0));
    cr_expect(is_stock("Please e-mail me when others reply to these words about herons.", 0, 0));
}
