#!/usr/bin/env python3
"""Checks that everything named in tests/inventory.tsv has its place in content/.

An id may be a record, a part of a record (an anchor on its page) or an alias. Prints where each one went,
a table per kind, and how many passed. Exit status 1 when one is missing.
"""
import csv
import os
import sys
from collections import Counter

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from content_files import ROOT, load_record, record_files

OUTCOMES = ["record", "part", "alias", "missing"]


def places():
    """Where every id stands: id -> (outcome, address); and the files that could not be read."""
    records, parts, aliases, broken = {}, {}, {}, []
    for address, relative in record_files():
        record_id = address.split("/")[1]
        records[record_id] = address
        try:
            facts = load_record(relative)
        except ValueError as error:
            broken.append(str(error))
            continue
        for part in facts.get("parts") or []:
            if isinstance(part, dict) and "id" in part:
                parts.setdefault(part["id"], f"{address}#{part['id']}")
        for alias in facts.get("aliases") or []:
            aliases.setdefault(alias, address)
    found = {key: ("alias", where) for key, where in aliases.items()}
    found.update({key: ("part", where) for key, where in parts.items()})
    found.update({key: ("record", where) for key, where in records.items()})
    return found, broken


def main():
    with open(os.path.join(ROOT, "tests", "inventory.tsv"), encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    found, broken = places()
    words = {"record": "record ", "part": "part of ", "alias": "alias of "}
    table, failed = {}, 0
    for row in rows:
        outcome, where = found.get(row["id"], ("missing", ""))
        table.setdefault(row["kind"], Counter())[outcome] += 1
        if outcome == "missing":
            failed += 1
            print(f"{row['id']}: MISSING (tier {row['tier']} {row['kind']}, {row['name_zh']}, {row['name_en']})")
        else:
            print(f"{row['id']}: {words[outcome]}{where}")
    for error in broken:
        print(f"unreadable: {error}")
    print(f"\n{'kind':<14}" + "".join(f"{name:>9}" for name in OUTCOMES) + f"{'all':>9}")
    for kind in sorted(table):
        print(f"{kind:<14}" + "".join(f"{table[kind][name]:>9}" for name in OUTCOMES) + f"{table[kind].total():>9}")
    total = sum(table.values(), Counter())
    print(f"{'all':<14}" + "".join(f"{total[name]:>9}" for name in OUTCOMES) + f"{total.total():>9}")
    print(f"\n{len(rows) - failed} passed, {failed + len(broken)} failed")
    return 1 if failed or broken else 0


if __name__ == "__main__":
    sys.exit(main())
