#!/usr/bin/env python3
"""Opens reports in Chromium, as people will: links go where they say, keys and filters work, nothing is fetched, and
no article does anything but be read.

    test_browser.py SYNDIC

Prints a line a test; exit 1 when one fails, 77 when Chromium or its driver is not installed.
"""
import functools
import json
import os
import re
import subprocess
import sys
import tempfile
import traceback
from pathlib import Path

from driver import Browser, Missing

ROOT = Path(__file__).resolve().parents[2]
STORIES = sorted(path for path in (ROOT / "samples" / "stories").iterdir() if path.is_dir())
PHONE = 360
ESCAPE, TAB = "\ue00c", "\ue004"


class Pages:
    """Reports, each made once."""

    def __init__(self, syndic, folder):
        self.syndic, self.folder = syndic, folder

    @functools.lru_cache(maxsize=None)
    def of(self, articles, *options, command="trace"):
        path = os.path.join(self.folder, f"{len(os.listdir(self.folder))}.html")
        run = subprocess.run([self.syndic, command, "-q", "-o", path, *options, articles], stdin=subprocess.DEVNULL,
                             stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
        assert run.returncode == 0, run.stderr.decode("utf-8", "replace")
        return path

    def story(self, name, *options, command="trace"):
        return self.of(str(ROOT / "samples" / "stories" / name / "articles"), *options, command=command)


def expect(truth, *what):
    if not truth:
        raise AssertionError(" ".join(str(part) for part in what))


def same(found, expected, what=""):
    expect(found == expected, f"{what}: {found!r}, not {expected!r}")


def is_quiet(browser, path):
    """Nothing on the console, nothing loaded but the page."""
    same(browser.complaints(), [], "console")
    same(browser.loaded(), [Path(path).resolve().as_uri()], "loaded")


OPEN_ALL = "document.querySelectorAll('details').forEach((d) => { d.open = true; });"
DEAD_LINKS = """return [...document.querySelectorAll('a[href^="#"]')].map((a) => a.getAttribute('href').slice(1))
    .filter((id) => !document.getElementById(id))"""
TWICE = """const ids = [...document.querySelectorAll('[id]')].map((e) => e.id);
    return ids.filter((id, at) => ids.indexOf(id) !== at)"""
WIDE = """return [...document.querySelectorAll('body *')].filter((e) => !e.closest('.scroll, nav') &&
    e.getBoundingClientRect().right > innerWidth + 1).map((e) => e.tagName + ' ' + e.className)"""


def test_every_story_is_quiet_and_its_links_arrive(browser, pages):
    for story in STORIES:
        for command in ("trace", "compare"):
            path = pages.story(story.name, command=command)
            browser.look()
            browser.open(path)
            same(browser.run(DEAD_LINKS), [], f"{story.name}: links that lead nowhere")
            same(browser.run(TWICE), [], f"{story.name}: ids that are there twice")
            is_quiet(browser, path)


def test_a_phone_needs_no_sideways_scrolling(browser, pages):
    browser.look(width=PHONE, height=740)
    for story in STORIES:
        browser.open(pages.story(story.name))
        browser.run(OPEN_ALL)
        same(browser.run(WIDE), [], f"{story.name}: wider than the phone")
        same(browser.run("return document.documentElement.scrollWidth"), PHONE, story.name)
        same(browser.run("return [...document.querySelectorAll('summary, nav a, button')]"
                         ".filter((e) => e.offsetParent && e.getBoundingClientRect().height < 24)"
                         ".map((e) => e.textContent)"), [], "too small to touch")


def test_numbers_and_places_lead_to_one_another(browser, pages):
    """From each copy in the list to the mark in its text and back: the same passage, the same first word."""
    browser.look()
    browser.open(pages.story("absent-newspaper"))
    wrong = browser.run("""
        const wrong = [];
        const first = (text) => (text.match(/[\\p{L}\\p{N}]+/u) || [''])[0].toLowerCase();
        for (const place of document.querySelectorAll('.passage a[href^="#w"]')) {
            const passage = place.closest('.passage'), href = place.getAttribute('href');
            const number = document.querySelector(href);
            const text = place.parentElement.querySelector('a[href^="#t"]').getAttribute('href').slice(2);
            if (number.getAttribute('href') !== '#' + passage.id || '#p' + number.textContent !== '#' + passage.id)
                wrong.push(href + ' is not of ' + passage.id);
            if (number.closest('article').dataset.d !== text) wrong.push(href + ' is in another text');
            const said = first(passage.querySelector('blockquote').textContent);
            if (first(number.nextSibling.textContent) !== said) wrong.push(number.id + ' does not begin with ' + said);
        }
        return wrong""")
    same(wrong, [])
    expect(browser.run("return document.querySelectorAll('.passage a[href^=\"#w\"]').length") > 6)


def test_a_link_opens_what_it_leads_to(browser, pages):
    for script in (True, False):
        browser.look(script=script)
        browser.open(pages.story("absent-newspaper"))
        browser.click(".passage a[href^='#w']")
        rect = browser.tools("Runtime.evaluate", returnByValue=True, expression="""(() => {
            const target = document.getElementById(location.hash.slice(1)), r = target.getBoundingClientRect();
            return [target.closest('details').open, r.top >= 0 && r.bottom <= innerHeight && r.height > 0] })()""")
        same(rect["result"]["value"], [True, True], "open, and in sight")
    browser.look()


def test_paragraphs_have_the_numbers_of_the_notes(browser, pages):
    browser.look()
    browser.open(pages.story("absent-newspaper"))
    wrong = browser.run("""return [...document.querySelectorAll('.passage a[href^="#w"]')].filter((a) => {
        const paragraph = document.querySelector(a.getAttribute('href')).closest('p');
        return paragraph.dataset.n !== a.textContent.match(/\\d+/)[0] }).length""")
    same(wrong, 0)


def test_keys_step_through_passages_and_through_a_text(browser, pages):
    browser.look()
    browser.open(pages.story("absent-newspaper"))
    at = "return document.activeElement.closest('.passage') && document.activeElement.closest('.passage').id"
    seen = []
    for _ in range(3):
        browser.press("n")
        seen.append(browser.run(at))
    browser.press("p")
    seen.append(browser.run(at))
    same(seen, ["p1", "p2", "p3", "p2"])
    browser.run("""[...document.querySelectorAll('details.text')]
        .find((t) => t.querySelectorAll('a.n').length > 2).open = true""")
    browser.until("return document.querySelector('.text .steps')")
    numbers = browser.run("return [...document.querySelectorAll('details.text[open] a.n')].map((a) => a.id)")
    browser.click(".text[open] .steps button:last-child")
    same(browser.run("return document.activeElement.id"), numbers[0])
    browser.press("n")
    same(browser.run("return document.activeElement.id"), numbers[1])
    browser.press("p", "p")
    same(browser.run("return document.activeElement.id"), numbers[-1], "around the beginning")
    is_quiet(browser, pages.story("absent-newspaper"))


def test_keys_are_letters_where_one_writes(browser, pages):
    browser.look()
    browser.open(pages.story("absent-newspaper"))
    browser.click("#passages input[type=search]")
    browser.press("n", "p")
    same(browser.run("return document.querySelector('#passages input[type=search]').value"), "np")


SHOWN = "return [...document.querySelectorAll('%s')].filter((e) => !e.hidden).length"


def test_filters_filter_passages(browser, pages):
    browser.look()
    browser.open(pages.story("absent-newspaper"))
    shown = SHOWN % "#passages > .passage"
    count = browser.run("return document.querySelectorAll('#passages > .passage').length")
    same(browser.run(shown), count)
    for name, letters, data in (("k", "ver", "k"), ("s", "qco", "s")):
        for letter in letters:
            for other in letters:
                if other != letter:
                    browser.click(f"#passages input[name={name}][value={other}]")
            meets = browser.run("return [...document.querySelectorAll('#passages > .passage')]"
                                f".filter((e) => e.dataset.{data}.includes('{letter}')).length")
            browser.until(f"return document.querySelector('#passages output').value === '{meets} of {count}'")
            same(browser.run(shown), meets, letter)
            for other in letters:
                if other != letter:
                    browser.click(f"#passages input[name={name}][value={other}]")
    browser.click("#passages input[type=search]")
    browser.press(*"SPREADSHEET")
    browser.until("return document.querySelector('#passages output').value.startsWith('1 of')")
    same(browser.run(shown), 1)


def test_pairs_are_filtered_and_sorted(browser, pages):
    browser.look()
    browser.open(pages.story("trimmed-copy"))
    rows = "return [...document.querySelectorAll('#pairs tbody tr')].map((r) => Number(r.cells[2].dataset.v))"
    words = browser.run(rows)
    expect(len(words) > 2)
    browser.click("#pairs th:nth-child(3) button")
    same(browser.run(rows), sorted(words, reverse=True))
    browser.click("#pairs th:nth-child(3) button")
    same(browser.run(rows), sorted(words))
    same(browser.run("return document.querySelector('#pairs th[aria-sort]').getAttribute('aria-sort')"), "ascending")
    browser.click("#pairs th:nth-child(1) button")
    names = browser.run("""return [...document.querySelectorAll('#pairs tbody tr')]
        .map((r) => r.cells[0].textContent.trim())""")
    same(names, sorted(names))
    browser.click("#pairs input[type=search]")
    browser.press(*"metro")
    browser.until("return document.querySelector('#pairs output').value.endsWith('of %d') && "
                  "!document.querySelector('#pairs output').value.startsWith('%d')" % (len(words), len(words)))
    same(browser.run("return [...document.querySelectorAll('#pairs tbody tr')].filter((r) => !r.hidden && "
                     "!/metro/.test(r.textContent)).length"), 0)
    browser.run("document.querySelectorAll('#pairs input[name=s]').forEach((box) => { if (box.checked) box.click(); })")
    same(browser.run(SHOWN % "#pairs tbody tr"), 0)


def test_options_make_the_page_smaller(browser, pages):
    browser.look()
    whole = pages.story("trimmed-copy")
    parts, few = pages.story("trimmed-copy", "--no-full-text"), pages.story("trimmed-copy", "--max-pairs", "2")
    letters = []
    for path in (whole, parts):
        browser.open(path)
        letters.append(browser.run("""return [...document.querySelectorAll('article p:not(.gap)')]
            .map((p) => p.textContent).join('').length"""))
        browser.click("a.beside")
        expect(browser.run("return document.querySelectorAll('dialog mark').length > 0"), "side by side")
    expect(letters[1] < letters[0] * 0.95 and letters[1] > 0, letters)
    browser.open(few)
    same(browser.run("return document.querySelectorAll('#pairs tbody tr').length"), 2)
    expect(browser.run("return /smaller pairs are not listed/.test(document.querySelector('#notes').textContent)"))


READER = """const panes = [...document.querySelectorAll('dialog .pane')];
    return panes.map((pane) => [...pane.querySelectorAll('p')].map((p) =>
        [...p.childNodes].filter((n) => n.className !== 'n').map((n) => n.textContent).join('')).join('|'))"""
ARTICLE = """return [...document.querySelectorAll('article[data-d="%s"] p')].map((p) =>
    [...p.childNodes].filter((n) => !(n.classList && n.classList.contains('n')))
        .map((n) => n.textContent).join('')).join('|')"""


def test_two_whole_texts_stand_side_by_side(browser, pages):
    for story in ("patchwork", "two-scripts", "edited-copy", "absent-newspaper"):
        browser.look()
        browser.open(pages.story(story))
        browser.click("a.beside")
        expect(browser.run("return document.querySelector('dialog').open && location.hash === '#pair1'"), story)
        row = browser.run("""const r = document.querySelector('#pairs tr[data-n]');
            return [r.dataset.a, r.dataset.b, r.dataset.m]""")
        panes = browser.run(READER)
        for pane, number in zip(panes, row[:2]):
            same(pane, browser.run(ARTICLE % number), story)
        count = len(row[2].split(";"))
        same(browser.run("return document.querySelector('dialog output').value"), f"1 of {count}")
        browser.press("n")
        same(browser.run("return document.querySelector('dialog output').value"), f"{2 if count > 1 else 1} of {count}")
        seen = browser.run("""return [...document.querySelectorAll('dialog .pane')].map((pane) => {
            const r = pane.querySelector('mark.now').getBoundingClientRect(), p = pane.getBoundingClientRect();
            return r.top >= p.top - 1 && r.top < p.bottom })""")
        same(seen, [True, True], f"{story}: both copies in sight")
        browser.press(ESCAPE)
        browser.until("return !document.querySelector('dialog').open && location.hash === '#pairs'")
        is_quiet(browser, pages.story(story))


def test_marks_side_by_side_are_the_copies(browser, pages):
    """What is marked on the left and on the right has the same words, but for those in bold."""
    browser.look()
    browser.open(pages.story("edited-copy"), "#pair1")
    sides = browser.run("""return [...document.querySelectorAll('dialog .pane')].map((pane) =>
        [...pane.querySelectorAll('mark[data-i="0"]')].filter((m) => !m.querySelector('b'))
            .map((m) => m.textContent).join(' '))""")
    words = [[word for word in re.split(r"\W+", side.lower()) if word] for side in sides]
    same(words[0], words[1])
    expect(len(words[0]) > 20)
    expect(browser.run("return document.querySelectorAll('dialog mark b').length") > 2)


def test_numbers_side_by_side_lead_both_ways(browser, pages):
    browser.look()
    browser.open(pages.story("patchwork"), "#pair1")
    browser.run("document.querySelectorAll('dialog .pane:not(.second) a.n')[1].click()")
    same(browser.run("return document.activeElement.id"), "b1")
    same(browser.run("return document.querySelector('dialog output').value.slice(0, 1)"), "2")
    browser.press("p")
    browser.run("document.querySelectorAll('dialog .pane.second a.n')[0].click()")
    expect(re.fullmatch(r"a\d+", browser.run("return document.activeElement.id")))


def test_back_leaves_the_side_by_side_view(browser, pages):
    browser.look()
    browser.open(pages.story("patchwork"))
    browser.click("a.beside")
    browser.ask("POST", "/back")
    browser.until("return !document.querySelector('dialog').open")


def test_without_scripts_everything_is_there(browser, pages):
    for story in ("absent-newspaper", "patchwork"):
        path = pages.story(story)
        browser.look(script=False)
        browser.open(path)
        dead = browser.tools("Runtime.evaluate", returnByValue=True, expression="""[
            [...document.querySelectorAll('.filter, button')].filter((e) => e.offsetParent).length,
            document.querySelectorAll('.match').length > 0, document.querySelectorAll('.passage').length > 0,
            [...document.querySelectorAll('a.beside')].filter((a) => a.offsetParent &&
                !document.querySelector(a.getAttribute('href')).matches('details')).length]""")
        same(dead["result"]["value"], [0, True, True, 0], "controls that do nothing; parts that are there")
    browser.look()


def test_colours_follow_the_scheme(browser, pages):
    colours = []
    for dark in (False, True):
        browser.look(dark=dark)
        browser.open(pages.story("wire-copy"))
        colours.append(browser.run("const s = getComputedStyle(document.body); return [s.backgroundColor, s.color]"))
    light, dark = ([sum(int(n) for n in re.findall(r"\d+", colour)[:3]) for colour in pair] for pair in colours)
    expect(light[0] > 700 and light[1] < 150 and dark[0] < 150 and dark[1] > 600, colours)
    browser.look()


def test_it_prints(browser, pages):
    with tempfile.TemporaryDirectory() as folder:
        browser.look()
        browser.open(pages.story("absent-newspaper"))
        browser.print(f"{folder}/page.pdf")
        content = Path(folder, "page.pdf").read_bytes()
    expect(content.startswith(b"%PDF") and len(re.findall(rb"/Type\s*/Page\b", content)) > 2)
    same(browser.run("return document.querySelectorAll('.text[open]').length"), 0, "folded again")


EVIL = ("</script><script>window.hacked = 1</script><img src=x onerror=\"window.hacked = 2\">"
        "<svg onload=\"window.hacked = 3\"><a href=\"javascript:window.hacked = 4\">x</a>"
        "<!-- --!> ]]> <style>*{display:none}</style><iframe src=//a.example>"
        " &lt;img src=x onerror=window.hacked=5&gt; {{7*7}} ${window.hacked=6}"
        " =HYPERLINK(\"http://a.example\") +1 -1 @x"
        " \u202emirrored\u202c \u2066isolated \u2069 \u0000 \u0007 \u001b[31m \u0085 \u2028 \u2029"
        " \ufeff \ufffe \U000e0041 ")
SENTENCE = "The harbour will close on Monday at noon because the lock gates must be painted before the fair. "


def hostile(folder):
    """Articles whose every field tries something; the first two and the last two share what they say."""
    fields = ("title", "outlet", "byline", "url", "date")
    texts = [EVIL + SENTENCE * 2 + EVIL, SENTENCE * 2 + EVIL * 2, "x" * 1_000_000 + " " + SENTENCE * 2,
             "\u202e" + SENTENCE * 2 + "\n\n" + "y" * 1_000_000,
             SENTENCE + "</article></details>" + SENTENCE, "(" * 3000 + SENTENCE * 2]
    name = EVIL.replace("\0", "") # a NUL in a name is refused
    lines = [json.dumps({"id": f"{number}\"><img src=x onerror=window.hacked=7>{name}", "text": text,
                         **{field: name for field in fields},
                         **({"url": "javascript:window.hacked=8"} if number % 2 else {})})
             for number, text in enumerate(texts)]
    path = Path(folder, "evil.jsonl")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return str(path)


def test_no_article_does_anything(browser, pages):
    with tempfile.TemporaryDirectory() as folder:
        evil = hostile(folder)
        for command, options in (("trace", ()), ("compare", ()), ("trace", ("--no-full-text",))):
            path = pages.of(evil, *options, command=command)
            browser.look(width=PHONE, height=740)
            browser.open(path)
            browser.run(OPEN_ALL)
            same(browser.run("return window.hacked === undefined"), True, "a script ran")
            same(browser.run("""return [...document.querySelectorAll(
                'script, img, iframe, style, object, embed, base, link, meta')]
                .map((e) => e.tagName).sort().join(' ')"""),
                 "META META META META META META SCRIPT STYLE")
            same(browser.run("""return [...document.querySelectorAll('*')].flatMap((e) => [...e.attributes])
                .filter((a) => a.name.startsWith('on') || a.name === 'style' ||
                    /^\\s*javascript:/i.test(a.value)).length"""), 0)
            same(browser.run("""return [...new Set(document.documentElement.textContent.match(
                /[\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f\\u202a-\\u202e\\u2066-\\u2069]/g) || [])].length"""),
                 0, "characters that steer")
            same(browser.run(WIDE), [], "wider than the phone")
            expect(browser.run("return document.querySelectorAll('.passage').length") > 0, "it is read all the same")
            is_quiet(browser, path)
        browser.open(pages.of(evil), "#pair1")
        browser.until("return document.querySelector('dialog').open")
        same(browser.run("return window.hacked === undefined"), True, "a script ran side by side")
        same(browser.complaints(), [])
    browser.look()


def test_a_text_that_is_gone_is_missed_quietly(browser, pages):
    with tempfile.TemporaryDirectory() as folder:
        source = ROOT / "samples" / "stories" / "absent-newspaper" / "articles"
        for article in source.iterdir():
            Path(folder, article.name).write_bytes(article.read_bytes())
        result, path = f"{folder}/.result.json", f"{folder}/.result.html"
        for command in (["trace", "-q", "-o", result, folder], ["report", "-q", "-o", path, result]):
            subprocess.run([pages.syndic, *command], check=True, stdin=subprocess.DEVNULL)
            Path(folder, "lanternpost.txt").unlink(missing_ok=True)
        browser.look()
        browser.open(path)
        same(browser.run(DEAD_LINKS), [])
        same(browser.run("return document.querySelectorAll('article').length"), 3)
        expect("1 text could not be read again" in browser.run("return document.querySelector('#notes').textContent"))
        is_quiet(browser, path)


def test_its_policy_holds_even_against_itself(browser, pages):
    """Were something injected after all, it could load nothing, run nothing and send nothing."""
    path = pages.story("wire-copy")
    browser.look()
    browser.open(path)
    browser.run("""
        const add = (tag, set) => { const e = document.createElement(tag); set(e); document.body.append(e); };
        add('img', (e) => { e.src = 'http://127.0.0.1:9/x.png'; });
        add('link', (e) => { e.rel = 'stylesheet'; e.href = 'http://127.0.0.1:9/x.css'; });
        add('style', (e) => { e.textContent = 'body { display: none }'; });
        add('iframe', (e) => { e.src = 'http://127.0.0.1:9/'; });
        const p = document.createElement('p'); p.setAttribute('style', 'color: red'); document.body.append(p);
        try { add('script', (e) => { e.textContent = 'window.hacked = 1'; }); } catch (error) {}
        const inject = '<img src=x onerror="window.hacked = 1">';
        try { document.body.insertAdjacentHTML('beforeend', inject); } catch (error) {}
        try { fetch('http://127.0.0.1:9/').catch(() => {}); } catch (error) {}
        const form = document.createElement('form');
        form.action = 'http://127.0.0.1:9/';
        document.body.append(form);
        form.submit();""")
    expect(browser.run("return window.hacked === undefined && getComputedStyle(document.body).display !== 'none'"))
    same([url for url in browser.loaded() if url.startswith("http")], [])
    expect(len(browser.complaints()) >= 5, "the browser says so")


def main():
    tests = [(name, test) for name, test in globals().items() if name.startswith("test_")]
    failed = 0
    try:
        browser = Browser()
    except Missing as missing:
        print(f"skipped: {missing} (Debian: apt-get install chromium chromium-driver)")
        return 77
    with browser, tempfile.TemporaryDirectory() as folder:
        pages = Pages(os.path.abspath(sys.argv[1]), folder)
        for name, test in tests:
            try:
                test(browser, pages)
                print(f"ok   {name[5:].replace('_', ' ')}", flush=True)
            except Exception:  # the others are still worth running
                failed += 1
                print(f"FAIL {name[5:].replace('_', ' ')}\n{traceback.format_exc(limit=-3)}", flush=True)
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
