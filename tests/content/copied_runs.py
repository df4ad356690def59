#!/usr/bin/env python3
"""Fails where content/ repeats a source document word for word.

A run of 40 Han characters or of 12 English words that stands both in a file of content/ and in one of the source
documents counts as copied. Titles in 《》, quotations in quotation marks, `title:` lines, lists under
`also_known_as:` and addresses are left out. The source documents are not part of the repository: they are looked for in
../shared/seeds, and without them the test says so and is skipped.
"""
import glob
import os
import re
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from content_files import CONTENT, ROOT, content_paths, read_text

SEEDS = os.path.join(os.path.dirname(ROOT), "shared", "seeds")
HAN_RUN = 40
WORD_RUN = 12
HAN = re.compile(r"[\u3400-\u9fff]")
NOT_HAN = re.compile(r"[^\u3400-\u9fff]+")
WORD = re.compile(r"[a-z0-9']+")
QUOTED = re.compile(r"《[^》]*》|“[^”]*”|「[^」]*」|\"[^\"\n]*\"")


def own_words(text):
    """The text with everything blanked that may repeat a source; line breaks stay, so that lines can be counted."""
    def blank(match):
        return re.sub(r"[^\n]", " ", match.group(0))
    text = re.sub(r"(?m)^\s*(- )?\{?(url: .*, )?title: .*$", blank, text)
    text = re.sub(r"(?ms)^also_known_as:.*?(?=^\S)", blank, text)
    text = re.sub(r"https?://[^\s'\"}]+", blank, text)
    return QUOTED.sub(blank, text)


def words_with_lines(text):
    return [(match.group(0), text.count("\n", 0, match.start()) + 1) for match in WORD.finditer(text.lower())]


def main():
    seeds = sorted(glob.glob(os.path.join(SEEDS, "*.txt")))
    if not seeds:
        print(f"copied_runs: no source documents in {SEEDS}; nothing could be compared")
        print("0 passed, 0 failed, 1 skipped")
        return 0
    han_runs, word_runs = set(), set()
    for seed in seeds:
        text = read_text(seed)
        han = NOT_HAN.sub("", text)
        han_runs.update(han[at:at + HAN_RUN] for at in range(len(han) - HAN_RUN + 1))
        words = WORD.findall(text.lower())
        word_runs.update(tuple(words[at:at + WORD_RUN]) for at in range(len(words) - WORD_RUN + 1))
    passed = failed = 0
    for relative in content_paths({"schema"}):
        text = own_words(read_text(os.path.join(CONTENT, relative)))
        slips = []
        # Han characters are compared without what stands between them, sentence by line: a run does not cross a line.
        for number, line in enumerate(text.split("\n"), 1):
            han = NOT_HAN.sub("", line)
            hit = next((han[at:at + HAN_RUN] for at in range(len(han) - HAN_RUN + 1) if han[at:at + HAN_RUN] in han_runs), None)
            if hit:
                slips.append(f"content/{relative}:{number}: {HAN_RUN} Han characters as in a source: {hit}")
        words = words_with_lines(text)
        for at in range(len(words) - WORD_RUN + 1):
            run = tuple(word for word, _ in words[at:at + WORD_RUN])
            if run in word_runs:
                slips.append(f"content/{relative}:{words[at][1]}: {WORD_RUN} words as in a source: {' '.join(run)}")
                break
        print("\n".join(slips), end="\n" if slips else "")
        passed, failed = passed + (not slips), failed + bool(slips)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
