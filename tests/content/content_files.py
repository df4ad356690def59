"""Reads the records of content/ for the content tests: front matter as text, bodies, and lines."""
import os

import yaml

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
CONTENT = os.path.join(ROOT, "content")
NOT_RECORDS = {"schema", "vocabularies", "pages"}


class TextLoader(yaml.SafeLoader):
    """Every scalar stays text, as the schema decides types and not YAML's guesses."""


TextLoader.yaml_implicit_resolvers = {}


def read_text(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def split_front_matter(text):
    """Front matter, body, and the line on which the body begins (from 1)."""
    if not text.startswith("---\n"):
        return "", text, 1
    end = text.find("\n---\n", 3)
    if end < 0:
        return text[4:], "", 1
    return text[4:end + 1], text[end + 5:], text.count("\n", 0, end + 5) + 1


def content_paths(folders_left_out=()):
    """Every .md and .yaml file one folder below content/, relative to content/, in order."""
    for folder in sorted(os.listdir(CONTENT)):
        path = os.path.join(CONTENT, folder)
        if not os.path.isdir(path) or folder in folders_left_out:
            continue
        for name in sorted(os.listdir(path)):
            if name.endswith((".md", ".yaml")):
                yield f"{folder}/{name}"


def load_record(relative):
    """The facts of one record file; a ValueError says where its YAML is wrong."""
    text = read_text(os.path.join(CONTENT, relative))
    facts = split_front_matter(text)[0] if relative.endswith(".md") else text
    try:
        value = yaml.load(facts, TextLoader)
    except yaml.YAMLError as error:
        raise ValueError(f"{relative}: {error}") from error
    return value if isinstance(value, dict) else {}


def record_files():
    """(FOLDER/ID, relative path) of every record in its first language or without a body."""
    for relative in content_paths(NOT_RECORDS):
        folder, name = relative.split("/")
        if name.count(".") == 1:
            yield f"{folder}/{name.rsplit('.', 1)[0]}", relative
