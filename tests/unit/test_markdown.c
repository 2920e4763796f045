#include "report/markdown.h"
#include "support/rendered.h"

#include <criterion/criterion.h>
#include <stdio.h>

Test(markdown, sums_up_lists_and_shows)
{
    credited c;
    rendered_make(&c);
    syn_buf buf = RENDERED(markdown, c.m.result, NULL);
    HAS(buf, "### Shared wording\n\n3 of 4 texts share wording: 2 passages, the largest of 14 words. "
             "Sources that are not among them: `Fenmouth Gazette`.\n");
    HAS(buf, "\n| 1 | 14 | verbatim | 1 credited, 2 open | `a`, `b`, `c` |\n");
    HAS(buf, "\n| `c` | `b` | 14 | strong |  |\n");
    HAS(buf, "\n| `a` | `Fenmouth Gazette`, not among the texts | 14 | strong | `\"The Gazette has it\"` |\n");
    HAS(buf, "<details><summary>Passage 2: 12 words, edited, 2 copies</summary>\n\n- `b`, line 3: edited, quoted\n"
             "- `c`, line 2: edited, open\n\n```text\n“" LAMPS "”.\n```\n\n</details>\n");
    HAS(buf, "It does not say whether the use was agreed.\n");
    syn_buf_release(&buf);
    credited_close(&c);
}

static void code_is(const char *text, const char *expected)
{
    made m;
    made_open(&m);
    syn_markdown_out out = {.view = &m.result->view};
    syn_markdown_text(&out, text, 60);
    cr_expect_str_eq(out.part.len ? out.part.bytes : "", expected);
    syn_buf_release(&out.part);
    syn_buf_release(&out.text);
    made_close(&m);
}

Test(markdown, keeps_words_of_others_in_code)
{
    code_is("a", "`a`");
    code_is("", "");
    code_is("a`b", "``a`b``");
    code_is("`", "`` ` ``");
    code_is("``a", "``` ``a ```");
    code_is("a|b", "`a`&#124;`b`");
    code_is("|", "&#124;");
    code_is("a\\|b", "`a\\`&#124;`b`");
    code_is(" a \n b ", "`a b`");
    code_is("@you <b>", "`@you <b>`");
}

Test(markdown, fences_a_block_longer_than_its_backticks)
{
    made m;
    made_open(&m);
    syn_markdown_out out = {.view = &m.result->view};
    const char text[] = "a ```` b\n```\nc";
    syn_markdown_block(&out, (syn_slice){text, sizeof text - 1});
    cr_expect_str_eq(out.part.bytes, "\n`````text\na ```` b ``` c\n`````\n");
    syn_buf_release(&out.part);
    syn_buf_release(&out.text);
    made_close(&m);
}

Test(markdown, stays_within_its_bytes_and_says_what_is_not_shown)
{
    made m;
    made_open(&m);
    made_text(&m, "a", BERTHS);
    made_text(&m, "b", BERTHS);
    for (size_t i = 0; i < 100; i++)
        made_passage(&m, SYN_VERBATIM, 14, BERTHS, 2, (uint32_t[]){0, 1});
    syn_buf buf = RENDERED(markdown, m.result, &(syn_markdown){.byte_count = 4000});
    cr_expect_leq(buf.len, 4000);
    cr_expect_gt(buf.len, 3000);
    HAS(buf, "\n90 smaller passages are not in this table.\n");
    HAS(buf, " smaller passages are not shown, to keep this short. This shows shared wording. ");
    cr_expect_eq(rendered_count(&buf, "<details>"), rendered_count(&buf, "</details>"));
    syn_buf_release(&buf);
    made_close(&m);
}

Test(markdown, shows_the_excerpt_when_texts_are_gone)
{
    credited c;
    rendered_make(&c);
    rendered_forget(&c, "No ferry … left it");
    syn_buf buf = RENDERED(markdown, c.m.result, NULL);
    HAS(buf, "- `b`: verbatim, open\n");
    HAS(buf, "```text\nNo ferry … left it\n```\n");
    LACKS(buf, "Hesper");
    syn_buf_release(&buf);
    credited_close(&c);
}

Test(markdown, says_that_nothing_was_found)
{
    made m;
    made_open(&m);
    syn_buf buf = RENDERED(markdown, m.result, NULL);
    HAS(buf, "### Shared wording\n\nNone was found in 0 texts.\n");
    LACKS(buf, "|");
    syn_buf_release(&buf);
    made_close(&m);
}
