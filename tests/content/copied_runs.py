#!/usr/bin/env python3
"""Fails where content/ repeats a source document word for word.

A run of 40 Han characters or of 12 English words that stands both in a text of content/ and in one of the source
documents counts as copied. Titles in 《》, quotations in quotation marks, names and addresses are left
out. The source documents are not part of the repository: they are looked for in ../shared/seeds, and without them the
test says so and is skipped.
"""
import glob
import os
import re
import sys

import yaml

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from content_files import CONTENT, ROOT, TextLoader, content_paths, read_text, split_front_matter

SEEDS = os.path.join(os.path.dirname(ROOT), "shared", "seeds")
HAN_RUN = 40
WORD_RUN = 12
NOT_HAN = re.compile(r"[^\u3400-\u9fff]+")
WORD = re.compile(r"[a-z0-9']+")
QUOTED = re.compile(r"《[^》]*》|“[^”]*”|「[^」]*」|\"[^\"\n]*\"|https?://[^\s'\"}]+")
LEFT_OUT = {"title", "also_known_as", "original_name", "url"}


def runs(units, length):
    return (units[at:at + length] for at in range(len(units) - length + 1))


class Sources:
    """Every run of the source documents that is long enough to count."""

    def __init__(self, paths):
        self.han, self.words = set(), set()
        for path in paths:
            text = read_text(path)
            self.han.update(runs(NOT_HAN.sub("", text), HAN_RUN))
            self.words.update(runs(tuple(WORD.findall(text.lower())), WORD_RUN))

    def copied(self, text):
        """The first run that `text` shares with a source, or None."""
        own = QUOTED.sub(" ", text)
        han = next((run for run in runs(NOT_HAN.sub("", own), HAN_RUN) if run in self.han), None)
        return han or next((" ".join(run) for run in runs(tuple(WORD.findall(own.lower())), WORD_RUN)
                            if run in self.words), None)


def field_texts(node):
    """(line, text) of every value below a YAML node that is prose of our own."""
    if isinstance(node, yaml.ScalarNode):
        yield node.start_mark.line, node.value
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from field_texts(item)
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value not in LEFT_OUT:
                yield from field_texts(value)


def own_texts(relative):
    """(line, text) of every field and every paragraph of a file."""
    text = read_text(os.path.join(CONTENT, relative))
    if relative.endswith(".yaml"):
        for line, value in field_texts(yaml.compose(text, TextLoader)):
            yield line + 1, value
        return
    facts, body, first = split_front_matter(text)
    for line, value in field_texts(yaml.compose(facts, TextLoader)) if facts else []:
        yield line + 2, value
    for match in re.finditer(r"(?:[^\n]+\n?)+", body):
        yield first + body.count("\n", 0, match.start()), match.group(0)


def main():
    seeds = sorted(glob.glob(os.path.join(SEEDS, "*.txt")))
    if not seeds:
        print(f"copied_runs: no source documents in {SEEDS}; nothing could be compared")
        print("0 passed, 0 failed, 1 skipped")
        return 0
    sources = Sources(seeds)
    passed = failed = 0
    for relative in content_paths({"schema"}):
        slips = []
        try:
            for line, text in own_texts(relative):
                run = sources.copied(text)
                if run:
                    slips.append(f"content/{relative}:{line}: as in a source: {run}")
        except yaml.YAMLError as error:
            slips.append(f"content/{relative}: cannot be read: {error}")
        print("\n".join(slips), end="\n" if slips else "")
        passed, failed = passed + (not slips), failed + bool(slips)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
