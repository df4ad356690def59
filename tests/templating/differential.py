"""Renders template cases with Jinja2 and with ours, and compares them byte for byte.

    differential.py RENDER_CASES [FILE ...]           the cases of these files, by default of cases/templating
    differential.py RENDER_CASES --random N --seed S  N cases made up from a grammar

A case that Jinja2 cannot render must be an error for ours too. RENDER_CASES is the program of that name.
"""

import argparse
import json
import pathlib
import re
import subprocess
import sys

try:
    import jinja2
    from markupsafe import Markup
except ImportError:
    print("skipped: python3-jinja2 is not installed")
    sys.exit(77)

CASES = pathlib.Path(__file__).resolve().parent.parent / "cases" / "templating"


def read_cases(path):
    """=== name / --- file / text / --- context / JSON. A text ends before the line end that precedes the next mark.

    Behind "--- file json" stands the text as a JSON string, for what an editor would spoil. Each line behind
    "--- each line" is the main template of a case of its own; the other sections hold for all of them.
    """
    cases, section, lines = [], None, []

    def finish():
        if section is None:
            return
        text = "\n".join(lines)
        case = cases[-1]
        if section in ("context", "globals"):
            case[section] = json.loads(text)
        elif section.endswith(" json"):
            case["templates"][section[:-5]] = json.loads(text)
        else:
            case["templates"][section] = text

    for line in path.read_text(encoding="utf-8").removesuffix("\n").split("\n"):
        if line.startswith("=== "):
            finish()
            section, lines = None, []
            cases.append({"name": f"{path.name}: {line[4:]}", "templates": {}, "context": {}, "globals": {}})
        elif line.startswith("--- "):
            finish()
            section, lines = line[4:], []
        else:
            lines.append(line)
    finish()
    return [single for case in cases for single in split_lines(case)]


def split_lines(case):
    if "each line" not in case["templates"]:
        return [case]
    templates = dict(case["templates"])
    texts = templates.pop("each line").split("\n")
    return [
        {**case, "name": f"{case['name']}, line {number}", "templates": {"main.html": text, **templates}}
        for number, text in enumerate(texts, 1)
        if text
    ]


def to_python(value):
    if isinstance(value, dict):
        if "$html" in value:
            return Markup(value["$html"])
        if "$tuple" in value:
            return tuple(to_python(item) for item in value["$tuple"])
        return {key: to_python(item) for key, item in value.items()}
    if isinstance(value, list):
        return [to_python(item) for item in value]
    return value


def shout(text):
    if not isinstance(text, str):
        raise ValueError("shout() takes one text")
    return str(text) + "!"


def link(text):
    if not isinstance(text, str):
        raise ValueError("link() takes one text")
    return Markup("<a>" + str(text) + "</a>")


def count_of(*arguments):
    return len(arguments)


def fail(*arguments):
    raise ValueError("it fails")


def render_with_jinja(case):
    environment = jinja2.Environment(
        loader=jinja2.DictLoader(case["templates"]),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals.update(to_python(case["globals"]))
    environment.globals.update(shout=shout, link=link, count_of=count_of, fail=fail)
    try:
        for name in case["templates"]:  # as ours does
            environment.get_template(name)
        output = environment.get_template("main.html").render(to_python(case["context"]))
        output.encode("utf-8")
    except Exception as error:
        return {"error": f"{type(error).__name__}: {error}"}
    if re.search(r" at 0x[0-9a-f]+", output):
        return {"error": "an address in memory is written"}
    return {"output": output}


def render_with_ours(program, cases):
    sent = json.dumps(cases, ensure_ascii=False).encode("utf-8")
    done = subprocess.run([program], input=sent, stdout=subprocess.PIPE, check=True)
    return json.loads(done.stdout)


def show(case, expected, found):
    print(f"FAILED {case['name']}")
    for name, text in case["templates"].items():
        print(f"  --- {name}\n    " + text.replace("\n", "\n    "))
    if case["context"] and not case["name"].startswith("random"):
        print("  --- context " + json.dumps(case["context"], ensure_ascii=False))
    print(f"  Jinja2: {expected!r}\n  ours:   {found!r}")


def compare(program, cases, limit):
    failed = 0
    results = render_with_ours(program, cases)
    for case, found in zip(cases, results):
        expected = render_with_jinja(case)
        same = "error" in found if "error" in expected else expected == found
        if not same:
            failed += 1
            if failed <= limit:
                show(case, expected, found)
    errors = sum("error" in result for result in results)
    print(f"{errors} of {len(cases)} are errors for ours")
    print(f"{len(cases) - failed} passed, {failed} failed")
    return failed


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("files", nargs="*", type=pathlib.Path)
    parser.add_argument("--random", type=int, metavar="N")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--limit", type=int, default=20, help="how many failures to show")
    arguments = parser.parse_args()
    if arguments.random:
        from random_templates import make_cases

        cases = make_cases(arguments.random, arguments.seed)
    else:
        files = arguments.files or sorted(CASES.glob("*.txt"))
        cases = [case for path in files for case in read_cases(path)]
    sys.exit(1 if compare(arguments.program, cases, arguments.limit) else 0)


if __name__ == "__main__":
    main()
