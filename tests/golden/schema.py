#!/usr/bin/python3
"""Validates what syndic really writes against the published schema.

    schema.py BINARY ROOT

Every story in samples/stories is traced and compared; each result must satisfy docs/result.schema.json.
To show that the schema refuses something, each required field of a result is then taken away, or given
a value of the wrong type, in turn.
"""
import json
import subprocess
import sys
from pathlib import Path

try:
    import jsonschema
except ImportError:
    sys.exit("jsonschema is missing (apt-get install python3-jsonschema)")


def result_of(binary, command, articles):
    run = subprocess.run([binary, command, "-f", "json", str(articles)], capture_output=True, check=False)
    if run.returncode != 0:
        raise RuntimeError(f"exit {run.returncode}: {run.stderr.decode(errors='replace').strip()}")
    return json.loads(run.stdout.decode("utf-8"))


def complaints(validator, result):
    for error in validator.iter_errors(result):
        yield f"{'/'.join(map(str, error.absolute_path)) or 'the result'}: {error.message[:200]}"


def check_stories(binary, root, validator):
    found, results = [], []
    for articles in sorted((root / "samples" / "stories").glob("*/articles")):
        for command in ("trace", "compare"):
            name = f"{command} {articles.parent.name}"
            try:
                result = result_of(binary, command, articles)
            except (RuntimeError, ValueError) as error:
                found.append(f"{name}: {error}")
                continue
            results.append(result)
            found += [f"{name}: {text}" for text in complaints(validator, result)]
    return found, results


def check_refusals(validator, result):
    """A schema that accepts everything would pass above; this one has to refuse."""
    found = []
    for field in validator.schema["required"]:
        less = {name: value for name, value in result.items() if name != field}
        if validator.is_valid(less):
            found.append(f"the schema accepts a result without {field}")
        if validator.is_valid({**result, field: 3.5}):
            found.append(f"the schema accepts 3.5 as {field}")
    return found


def main(binary, root):
    root = Path(root)
    schema = json.loads((root / "docs" / "result.schema.json").read_text(encoding="utf-8"))
    kind = jsonschema.validators.validator_for(schema)
    kind.check_schema(schema)
    validator = kind(schema)
    found, results = check_stories(binary, root, validator)
    if not results:
        found.append("no story gave a result")
    else:
        found += check_refusals(validator, max(results, key=lambda result: len(json.dumps(result))))
    for text in found[:50]:
        print(text)
    print(f"{len(results)} results, {len(found)} complaints")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2]))
