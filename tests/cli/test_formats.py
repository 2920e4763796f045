#!/usr/bin/python3
"""Every format for programs, checked by a reader of that format, on the sample stories and on hostile articles.

    test_formats.py SYNDIC

    CSV       Python's csv module, strict; every field as a spreadsheet would see it
    JSONL     Python's json module, line by line
    DOT       Graphviz (dot -Tsvg) where it is installed, and its SVG by an XML parser
    GEXF      Python's ElementTree, and the rules of GEXF 1.3's schema written out below; with GEXF_SCHEMA
              (a path of gexf.xsd) and xmllint also by that schema
    Markdown  cmark-gfm, with the extensions that GitHub has, where it is installed
    SARIF     Python's json module, and the rules GitHub relies on; with SARIF_SCHEMA (a path of
              sarif-schema-2.1.0.json) and python3-jsonschema also by that schema
    GitHub    a reader of workflow commands below, as the runner reads them

Prints TAP; what a reader that is not installed would have checked is skipped by name. Each test is a function
below; what it is called is what it holds.
"""
import csv
import io
import json
import os
import re
import shutil
import subprocess
import sys
import urllib.parse
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

from command import Skip, done, equal, main, syndic
from command import run as start

STORIES = sorted((Path(__file__).resolve().parents[2] / "samples" / "stories").glob("*/articles"))
TABLES = ("pairs", "passages", "witnesses", "descents", "credits")
FORMULA = re.compile("^[ ]*[=+@\t\r\n\uff1d\uff0b\uff0d\uff20-]")
STEERS = re.compile("[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2066-\u206f\ufeff]")

HOSTILE = ("=cmd|' /C calc'!A0 the harbour </script><script>alert(1)</script> council @everyone voted #12 on "
           "Tuesday ``` to ```` close ` the \u202enorthern\u202c pier [here](javascript:alert(2)) for <img src=x "
           "onerror=alert(3)> eleven weeks | while ::error file=x::divers ]]> replace {0} the &lt;oak&gt; piles "
           "https://evil.example/ that %0A carried \\\" the \x1b[31m first \u0007 lamp posts www.evil.example of "
           "a@evil.example the town $`x`$ :smile: **bold** ~~~ and <details> ends </details> there")
NAMES = ("=1+1", "+2;=3", "-x|y`z", "@everyone", "\t=tab", "\"]; evil [label=\"x", "</attvalue><script>&amp;\\",
         "a\r\n::error::b", "\u202egpj.exe", "{0}[x](1)", " =space", "`", "http://evil.example/#12")


def run(*arguments, cwd=None):
    """What a run that must succeed prints."""
    return done(start(*arguments, cwd=cwd))


def hostile(folder):
    """Articles whose words, names, titles, outlets and paths all try something."""
    with open(folder / "a|b`c.jsonl", "w", encoding="utf-8") as file:
        for number, name in enumerate(NAMES):
            file.write(json.dumps({"id": name, "title": HOSTILE, "outlet": name, "date": f"2020-01-{number + 1:02}",
                                   "text": f"Told the @Gazette <b> number {number}.\n\n{HOSTILE}\n\nThe end."}) + "\n")
    for name in ("=x,y:z%.txt", "::error::&\"'.txt", "sp ace#?[1].txt", "\u202e.txt"):
        (folder / name).write_text(f"The text {name} begins.\n\n“{HOSTILE},” he told the @Gazette.\n", encoding="utf-8")
    return folder


def inputs(folder):
    """Every story traced, and the hostile articles, with the first story, also compared."""
    for articles in [hostile(folder), *STORIES]:
        for command in ("trace", "compare") if articles in (folder, STORIES[0]) else ("trace",):
            yield command, articles, f"{command} {articles.parent.name if articles != folder else 'hostile'}"


# Tables

def csv_is_one_table_and_no_field_is_a_formula(folder):
    for command, articles, name in inputs(folder):
        for table in TABLES:
            text = run(command, "-q", "-f", "csv", "--table", table, articles)
            assert text.endswith("\r\n") and not STEERS.search(text), f"{name} {table}"
            rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
            equal({len(row) for row in rows}, {len(rows[0])}, f"{name} {table}: widths of rows")
            for row in rows:
                for field in row:
                    assert not FORMULA.search(field), f"{name} {table}: {field!r}"
                    assert len(field) <= 520 or table == "descents", f"{name} {table}: {len(field)} characters"


def csv_cut_at_another_separator_still_begins_no_formula(folder):
    """As a spreadsheet of a country that writes 1,5 reads it."""
    text = run("compare", "-q", "-f", "csv", "--table", "witnesses", hostile(folder))
    for row in csv.reader(io.StringIO(text, newline=""), delimiter=";"):
        for field in row:
            assert not FORMULA.search(field.lstrip(' "')), field


def jsonl_has_the_rows_of_the_result(folder):
    for command, articles, name in inputs(folder):
        result = json.loads(run(command, "-q", "-f", "json", articles))
        counts = {"pairs": len(result["pairs"]), "passages": len(result["passages"]), "credits": len(result["credits"]),
                  "witnesses": sum(len(p["witnesses"]) for p in result["passages"]),
                  "descents": len(result["descents"])}
        for table in TABLES:
            lines = run(command, "-q", "-f", "jsonl", "--table", table, articles).splitlines()
            rows = [json.loads(line) for line in lines]
            equal(len(rows), counts[table], f"{name} {table}: rows")
            kind = "witness" if table == "witnesses" else table[:-1]
            equal({row["type"] for row in rows} - {kind}, set(), f"{name} {table}: types")
            text = run(command, "-q", "-f", "csv", "--table", table, articles)
            equal([len(row) for row in csv.DictReader(io.StringIO(text, newline=""))],
                  [len(row) - 1 for row in rows], f"{name} {table}: columns as in CSV")


def tables_carry_ids_spans_and_lists_as_the_result_has_them(_):
    articles = next(story for story in STORIES if story.parent.name == "absent-newspaper")
    result = json.loads(run("trace", "-f", "json", articles))
    rows = [json.loads(line) for line in run("trace", "-f", "jsonl", "--table", "witnesses", articles).splitlines()]
    witnesses = [(p["id"], w["document"], w["begin"], w["cend"], w["standing"])
                 for p in result["passages"] for w in p["witnesses"]]
    equal([(r["passage"], r["document"], r["begin"], r["cend"], r["standing"]) for r in rows], witnesses)
    rows = [json.loads(line) for line in run("trace", "-f", "jsonl", articles).splitlines()]
    equal([(r["from"], r["to"], r["passages"], r["evidence"]) for r in rows],
          [(d["from"], d["to"], d["passages"], [e["says"] for e in d["evidence"]]) for d in result["descents"]])


def the_default_table_is_that_of_the_command(_):
    assert run("trace", "-f", "csv", STORIES[0]).startswith("from,source,")
    assert run("compare", "-f", "csv", STORIES[0]).startswith("a,b,words,")


def a_table_that_is_none_is_refused(_):
    outcome = subprocess.run([syndic, "trace", "-f", "csv", "--table", "pair", STORIES[0]], capture_output=True,
                             check=False)
    equal(outcome.returncode, 2, "exit code")
    assert b"did you mean pairs?" in outcome.stderr, outcome.stderr


# Graphs

def dot_is_read_by_graphviz(folder):
    if not shutil.which("dot"):
        raise Skip("Graphviz is not installed")
    for command, articles, name in inputs(folder):
        for by in ("document", "outlet"):
            text = run(command, "-q", "-f", "dot", "--by", by, articles)
            assert not STEERS.search(text), name
            drawn = subprocess.run(["dot", "-Tsvg"], input=text.encode(), capture_output=True, check=False, timeout=60)
            equal((drawn.returncode, drawn.stderr), (0, b""), f"{name}: what dot says")
            svg = ElementTree.fromstring(drawn.stdout)
            elements = {element.tag.split("}")[1] for element in svg.iter()}
            equal(elements - {"svg", "g", "title", "polygon", "path", "text", "polyline", "ellipse"}, set(),
                  f"{name}: elements")
            drawn_nodes = sum(element.get("class") == "node" for element in svg.iter())
            equal(drawn_nodes, len(re.findall(r"(?m)^  [tos][0-9]+ \[", text)), f"{name}: nodes")


GEXF = "{http://gexf.net/1.3}"
GEXF_CONTENT = {  # of each element: children, attributes that must be, attributes that may be
    "gexf": ({"meta", "graph"}, {"version"}, {"variant"}),
    "meta": ({"creator", "keywords", "description"}, set(), {"lastmodifieddate"}),
    "creator": (set(), set(), set()),
    "description": (set(), set(), set()),
    "graph": ({"attributes", "nodes", "edges"}, set(), {"defaultedgetype", "idtype", "mode"}),
    "attributes": ({"attribute"}, {"class"}, {"mode"}),
    "attribute": (set(), {"id", "title", "type"}, set()),
    "nodes": ({"node"}, set(), {"count"}),
    "edges": ({"edge"}, set(), {"count"}),
    "node": ({"attvalues"}, {"id"}, {"label"}),
    "edge": ({"attvalues"}, {"source", "target"}, {"id", "type", "label", "weight", "kind"}),
    "attvalues": ({"attvalue"}, set(), set()),
    "attvalue": (set(), {"for", "value"}, set()),
}


def check_gexf(text, name):
    root = ElementTree.fromstring(text)
    equal(root.tag, GEXF + "gexf")
    equal(root.get("version"), "1.3")
    for element in root.iter():
        children, required, optional = GEXF_CONTENT[element.tag.removeprefix(GEXF)]
        assert {child.tag for child in element} <= {GEXF + child for child in children}, f"{name}: {element.tag}"
        assert required <= set(element.keys()) <= required | optional, f"{name}: {element.tag} {element.keys()}"
    declared = {part.get("class"): {attribute.get("id"): attribute.get("type") for attribute in part}
                for part in root.iter(GEXF + "attributes")}
    nodes = [node.get("id") for node in root.iter(GEXF + "node")]
    edges = list(root.iter(GEXF + "edge"))
    equal(len(nodes), len(set(nodes)), f"{name}: ids of nodes")
    equal(len(edges), len({edge.get("id") for edge in edges}), f"{name}: ids of edges")
    equal(root.find(f"{GEXF}graph/{GEXF}nodes").get("count"), str(len(nodes)))
    equal(root.find(f"{GEXF}graph/{GEXF}edges").get("count"), str(len(edges)))
    for edge in edges:
        assert {edge.get("source"), edge.get("target")} <= set(nodes), f"{name}: an edge of no node"
        shared = "mutual" if root.find(f"{GEXF}graph").get("defaultedgetype") == "directed" else "undirected"
        assert (edge.get("type"), edge.get("kind")) in (("directed", "descent"), (shared, "shared")), name
        assert float(edge.get("weight", "1")) > 0, f"{name}: a weight of nothing"
    for kind in ("node", "edge"):
        for owner in root.iter(GEXF + kind):
            for value in owner.iter(GEXF + "attvalue"):
                of = declared[kind][value.get("for")]
                assert of != "boolean" or value.get("value") in ("true", "false"), f"{name}: no boolean"
                assert of != "long" or value.get("value").isdigit(), f"{name}: no number"


def gexf_keeps_the_rules_of_its_schema(folder):
    for command, articles, name in inputs(folder):
        for by in ("document", "outlet"):
            text = run(command, "-q", "-f", "gexf", "--by", by, articles)
            assert not STEERS.search(text), name
            check_gexf(text, name)


def gexf_is_valid_by_the_schema_itself(folder):
    schema = os.environ.get("GEXF_SCHEMA")
    if not schema or not shutil.which("xmllint"):
        raise Skip("GEXF_SCHEMA is not set, or xmllint not installed")
    for command, articles, name in inputs(folder):
        for by in ("document", "outlet"):
            text = run(command, "-q", "-f", "gexf", "--by", by, articles)
            found = subprocess.run(["xmllint", "--noout", "--schema", schema, "-"], input=text.encode(),
                                   capture_output=True, check=False)
            equal(found.returncode, 0, f"{name}: {found.stderr.decode()[:300]}")


def a_graph_has_the_descents_of_the_result(_):
    for articles in STORIES:
        result = json.loads(run("trace", "-q", "-f", "json", articles))
        root = ElementTree.fromstring(run("trace", "-q", "-f", "gexf", articles))
        documents = {f"t{i}": document["id"] for i, document in enumerate(result["documents"], 1)}
        ends = {source["id"]: source["document"] or source["id"] for source in result["sources"]}
        wanted = {(ends[d["from"]], d["to"]) for d in result["descents"]}
        found = {(documents.get(e.get("source"), e.get("source")), documents[e.get("target")])
                 for e in root.iter(GEXF + "edge") if e.get("kind") == "descent"}
        equal(found, {(a, b) for a, b in wanted if a != b}, f"{articles.parent.name}: descents")


# Markdown

class Tags(HTMLParser):
    def __init__(self):
        super().__init__()
        self.tags, self.outside, self.code = set(), "", 0

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        assert all(name in ("align", "class", "lang") for name, _ in attrs), attrs
        self.code += tag == "code"

    def handle_endtag(self, tag):
        self.code -= tag == "code"

    def handle_data(self, data):
        self.outside += "" if self.code else data


def markdown_makes_nothing_of_the_words_of_others(folder):
    if not shutil.which("cmark-gfm"):
        raise Skip("cmark-gfm is not installed")
    extensions = [part for name in ("table", "autolink", "strikethrough", "tasklist") for part in ("-e", name)]
    for command, articles, name in inputs(folder):
        text = run(command, "-q", "-f", "md", articles)
        assert len(text.encode()) <= 65536 and not STEERS.search(text.replace("\n", "")), name
        html = subprocess.run(["cmark-gfm", "--unsafe", *extensions], input=text.encode(), capture_output=True,
                              check=True)
        tags = Tags()
        tags.feed(html.stdout.decode())
        equal(tags.tags - {"h3", "p", "table", "thead", "tbody", "tr", "th", "td", "code", "pre", "ul", "li", "details",
                           "summary"}, set(), f"{name}: elements")
        for mark in ("@", "evil", "http", "#1", "error", "\\"):
            assert mark not in tags.outside, f"{name}: {mark!r} stands outside of code"


def markdown_is_bounded_and_says_what_is_left_out(folder):
    with open(folder / "many.jsonl", "w", encoding="utf-8") as file:
        for number in range(200):
            words = " ".join(f"w{number}x{i}y{number * i % 97}" for i in range(300))
            for copy in "ab":
                file.write(json.dumps({"id": f"{number:03}{copy}" + "`|" * 20, "text": words}) + "\n")
    text = run("trace", "-q", "-f", "md", folder / "many.jsonl")
    assert len(text.encode()) <= 65536
    assert re.search(r"\d+ smaller passages are not shown", text), text[-300:]
    assert text.count("<details>") == text.count("</details>") > 10


# Gates

def sarif_of(folder):
    for command, articles, name in inputs(folder):
        yield json.loads(run(command, "-q", "-f", "sarif", articles)), articles, name


def sarif_has_what_github_relies_on(folder):
    for log, _, name in sarif_of(folder):
        equal((log["version"], len(log["runs"])), ("2.1.0", 1), name)
        rules = log["runs"][0]["tool"]["driver"]["rules"]
        for result in log["runs"][0]["results"]:
            equal(rules[result["ruleIndex"]]["id"], result["ruleId"], name)
            assert result["level"] in ("note", "warning"), name
            assert re.fullmatch("[0-9a-f]{32}", result["partialFingerprints"]["syndicPassage/v1"]), name
            ids = [location["id"] for location in result.get("relatedLocations", [])]
            equal(ids, list(range(1, len(ids) + 1)), f"{name}: ids of places")
            message = re.sub(r"\\[\\\[\]]|\{\{|\}\}", "", result["message"]["text"])
            assert not re.search(r"[\[\]{}]", message) and not STEERS.search(message), f"{name}: {message}"


def sarif_regions_are_the_words_of_the_passage(folder):
    for log, _, name in sarif_of(folder):
        for result in log["runs"][0]["results"]:
            place = result["locations"][0]["physicalLocation"]
            path = urllib.parse.unquote(urllib.parse.urlsplit(place["artifactLocation"]["uri"]).path)
            content, region, says = Path(path).read_bytes(), place["region"], result["properties"]
            if "record" in says:
                equal(region, {"startLine": says["record"] + 1, "endLine": says["record"] + 1}, name)
                continue
            span = content[region["byteOffset"]:region["byteOffset"] + region["byteLength"]]
            text = content.decode("utf-8")
            equal(text[region["charOffset"]:region["charOffset"] + region["charLength"]], span.decode("utf-8"), name)
            lines = text.split("\n")
            first, last = lines[region["startLine"] - 1], lines[region["endLine"] - 1]
            if region["startLine"] == region["endLine"]:
                equal(first[region["startColumn"] - 1:region["endColumn"] - 1], span.decode(), name)
            else:
                assert span.decode().startswith(first[region["startColumn"] - 1:]), name
                assert span.decode().endswith(last[:region["endColumn"] - 1]), name


def sarif_is_valid_by_the_schema_itself(folder):
    schema = os.environ.get("SARIF_SCHEMA")
    if not schema:
        raise Skip("SARIF_SCHEMA is not set")
    try:
        import jsonschema  # not needed for anything else
    except ImportError as missing:
        raise Skip("python3-jsonschema is not installed") from missing
    with open(schema, encoding="utf-8") as file:
        validator = jsonschema.Draft4Validator(json.load(file), format_checker=jsonschema.FormatChecker())
    for log, _, name in sarif_of(folder):
        equal([error.message[:200] for error in validator.iter_errors(log)], [], name)


COMMAND = re.compile(r"::(notice|warning) ((?:[a-zA-Z]+=[^,:]*,?)*)::(.*)")


def github_lines_are_annotations_and_nothing_else(folder):
    for command, articles, name in inputs(folder):
        text = run(command, "-q", "-f", "github", articles)
        assert not STEERS.search(text.replace("\n", "")), name
        lines = text.splitlines()
        assert 1 <= len(lines) <= 11 and text.endswith("\n"), name
        for line in lines:
            match = COMMAND.fullmatch(line)
            assert match, f"{name}: {line}"
            values = dict(part.split("=", 1) for part in match[2].split(","))
            assert set(values) <= {"file", "line", "endLine", "col", "endColumn", "title"}, values
            path = re.sub("%(25|0D|0A|3A|2C)", lambda code: chr(int(code[1], 16)), values.get("file", ""))
            assert not path or "\ufffd" in path or Path(path).is_file(), path
            assert "%" not in re.sub("%(25|0D|0A)", "", match[3]), line


def github_shows_ten_and_counts_the_others(folder):
    for number in range(14):
        words = " ".join(f"w{number}x{i}y{number * i % 97}" for i in range(20 + number))
        for copy in "ab":
            (folder / f"{number:02}{copy}.txt").write_text(words, encoding="utf-8")
    lines = run("trace", "-q", "-f", "github", folder).splitlines()
    equal(len(lines), 11, "lines")
    equal([line.count("words::") for line in lines], [1] * 10 + [0])
    assert "not shown: 4." in lines[10], lines[10]


def endings_pick_the_formats(folder):
    names = ["x.csv", "x.jsonl", "x.dot", "x.gexf", "x.md", "x.sarif"]
    run("trace", "-q", *[part for name in names for part in ("-o", folder / name)], STORIES[0])
    for name in names:
        equal((folder / name).read_bytes().decode(), run("trace", "-q", "-f", name[2:], STORIES[0]), name)


if __name__ == "__main__":
    sys.exit(main(globals(), but_not=(hostile, inputs, sarif_of)))
