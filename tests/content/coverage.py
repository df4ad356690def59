#!/usr/bin/env python3
"""What the observatory holds: per kind its records, their texts by language, their dates and how many of these name a source.

A date counts as sourced where it, its entry or its record names one. Prints a table; fails where a record names no source.
"""

import os
import re
import sys

from content_files import CONTENT, NOT_RECORDS, content_paths, load_record, read_text, split_front_matter

DATE = re.compile(r'^\d{4}(-\d\d(-\d\d)?)?(/\d{4}(-\d\d(-\d\d)?)?)?~?$')
DATE_KEYS = {'date', 'founded', 'dissolved', 'adopted', 'period', 'since', 'year'}
WITHOUT_SOURCES = {'topics'}  # our own filing words


def has_text(relative):
    return bool(split_front_matter(read_text(os.path.join(CONTENT, relative)))[1].strip())


def count_dates(value, is_sourced):
    """(dates, sourced dates) in a value; a mapping with a source passes it on to what it holds."""
    dates = sourced = 0
    if isinstance(value, list):
        for item in value:
            more, more_sourced = count_dates(item, is_sourced)
            dates, sourced = dates + more, sourced + more_sourced
    if isinstance(value, dict):
        own = is_sourced or 'source' in value or 'url' in value
        for key, item in value.items():
            date = item.get('value') if isinstance(item, dict) and 'value' in item else item
            if key in DATE_KEYS and isinstance(date, str) and DATE.match(date):
                dates += 1
                sourced += own or (isinstance(item, dict) and ('source' in item or 'url' in item))
            else:
                more, more_sourced = count_dates(item, own)
                dates, sourced = dates + more, sourced + more_sourced
    return dates, sourced


def main():
    rows = {}
    unsourced = []
    for relative in content_paths(NOT_RECORDS):
        folder, name = relative.split('/')
        row = rows.setdefault(folder, [0] * 5)
        if name.count('.') > 1:
            row[2] += has_text(relative)
            continue
        facts = load_record(relative)
        row[0] += 1
        row[1] += name.endswith('.md') and has_text(relative)
        if not facts.get('sources') and folder not in WITHOUT_SOURCES:
            unsourced.append(relative)
        dates, sourced = count_dates(facts, bool(facts.get('sources')))
        row[3] += dates
        row[4] += sourced
    print(f'{"kind":<16}{"records":>9}{"texts":>9}{"translated":>12}{"dates":>9}{"sourced":>9}')
    for name, row in rows.items():
        print(f'{name:<16}{row[0]:>9}{row[1]:>9}{row[2]:>12}{row[3]:>9}{row[4]:>9}')
    total = [sum(row[i] for row in rows.values()) for i in range(5)]
    print(f'{"all":<16}{total[0]:>9}{total[1]:>9}{total[2]:>12}{total[3]:>9}{total[4]:>9}')
    for relative in unsourced:
        print(f'content/{relative}: names no source')
    print(f'{total[0] - len(unsourced)} passed, {len(unsourced)} failed')
    return 1 if unsourced else 0


if __name__ == '__main__':
    sys.exit(main())
