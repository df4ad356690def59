#!/usr/bin/env python3
"""Warns where an established Chinese term stands in a text whose English twin has none of the accepted forms.

The terms are those of content/vocabularies/glossary.yaml; the accepted English forms of each are in
glossary_forms.yaml beside this file: beginnings of words, or whole words where they have up to three letters, without
regard to case. A pair is the zh and the en of one localized field, or
the two bodies of one record or page. Longer terms are looked for first and taken out, so that the parts of a term do
not count. Titles in 《》 and links are left out. Slips are warnings for an editor to judge: the exit status is 0.
"""
import os
import re
import sys

import yaml

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
from content_files import CONTENT, TextLoader, content_paths, read_text, split_front_matter

TITLE = re.compile(r"《[^》]*》")
LINK = re.compile(r"\[\[([^\]|]*)(\|([^\]]*))?\]\]")
CITATION = re.compile(r"\[@[^\]]*\]")


def forms_pattern(forms):
    """What an English text must match, or None where a term has no forms and is only in the glossary."""
    if not forms:
        return None
    words = [re.escape(form) + (r"s?\b" if len(form) <= 3 else "") for form in forms]
    return re.compile(r"\b(?:" + "|".join(words) + ")", re.IGNORECASE)


def read_terms():
    """[(id, Chinese term, pattern of the accepted English forms)], the longest term first."""
    with open(os.path.join(CONTENT, "vocabularies", "glossary.yaml"), encoding="utf-8") as file:
        glossary = yaml.load(file, TextLoader)
    with open(os.path.join(HERE, "glossary_forms.yaml"), encoding="utf-8") as file:
        forms = yaml.load(file, TextLoader)
    unknown = sorted(set(forms) - set(glossary))
    if unknown:
        raise SystemExit(f"glossary_forms.yaml: no such term in the glossary: {', '.join(unknown)}")
    terms = [(key, term["label"]["zh"], forms_pattern(forms.get(key, []))) for key, term in glossary.items()]
    return sorted(terms, key=lambda term: (-len(term[1]), term[0]))


def missing_terms(terms, chinese, english):
    """The terms of the Chinese text for which the English text has no accepted form."""
    rest = LINK.sub(lambda link: link.group(3) or "", CITATION.sub("", TITLE.sub("", chinese)))
    for key, term, pattern in terms:
        if term not in rest:
            continue
        rest = rest.replace(term, " ")
        if pattern and not pattern.search(english):
            yield key, term


def field_pairs(node):
    """(line, zh, en) of every localized value below a YAML node."""
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from field_pairs(item)
    elif isinstance(node, yaml.MappingNode):
        texts = {key.value: value for key, value in node.value if isinstance(value, yaml.ScalarNode)}
        if "zh" in texts and "en" in texts:
            yield texts["en"].start_mark.line, texts["zh"].value, texts["en"].value
        for _, value in node.value:
            yield from field_pairs(value)


def file_pairs(relative):
    """(path, line, zh, en) of every pair that begins in this file."""
    text = read_text(os.path.join(CONTENT, relative))
    facts, body, _ = split_front_matter(text) if relative.endswith(".md") else (text, "", 1)
    first = 2 if relative.endswith(".md") else 1
    for line, chinese, english in field_pairs(yaml.compose(facts, TextLoader)) if facts else []:
        yield relative, line + first, chinese, english
    twin = relative[:-3] + ".en.md"
    if body and os.path.exists(os.path.join(CONTENT, twin)):
        _, english, line = split_front_matter(read_text(os.path.join(CONTENT, twin)))
        yield twin, line, body, english


def main():
    terms = read_terms()
    pairs = slips = 0
    for relative in content_paths({"schema"}):
        if relative.split("/")[1].count(".") != 1 or relative == "vocabularies/glossary.yaml":
            continue
        try:
            found = list(file_pairs(relative))
        except yaml.YAMLError as error:
            print(f"content/{relative}: warning: cannot be read: {error}")
            continue
        for path, line, chinese, english in found:
            pairs += 1
            for key, term in missing_terms(terms, chinese, english):
                slips += 1
                print(f"content/{path}:{line}: warning: '{term}' has none of its accepted forms here: "
                      f"{english.strip().splitlines()[0][:60]} [{key}]")
    print(f"{pairs} pairs compared with {len(terms)} terms, {slips} slips")
    print(f"{pairs} passed, 0 failed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
