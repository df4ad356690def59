#!/usr/bin/env python3
"""growth.py [--records N,N,…] [--runs R] [--svg FILE]: how a build's time and memory grow with the number of records.

Builds corpora of rising size on a memory file system, prints medians of seconds, time a record and peak memory, and
draws both curves. Fails where a record of the largest corpus takes more than a third longer than one of the smallest.
"""

import argparse
import math
import pathlib
import subprocess
import sys
import tempfile

from run import REPOSITORY, Tally, armillary, memory_folder

MOST_GROWTH = 4 / 3


def measure(records, runs, work):
    subprocess.run([sys.executable, REPOSITORY / 'tests/bench/make_corpus.py', str(records), work / 'corpus', 'armillary'],
                   check=True, stdout=subprocess.DEVNULL)
    contender = armillary('armillary', work, work / 'corpus/armillary')
    for _ in range(runs):
        status, said = contender.run()
        if status != 0:
            sys.exit(f'{records} records: armillary ended with {status}:\n{said[-2000:]}')
    return contender.median(), contender.peak


def places_of(values, begin, end):
    """Where values stand on a scale from the smallest to the largest, each ten times as much as far from the last."""
    low, high = math.log(min(values)), math.log(max(values))
    return [begin + (end - begin) * (math.log(value) - low) / ((high - low) or 1) for value in values]


def curve(points, left, label, unit, digits):
    """A line through (records, value) on logarithmic scales, on which what grows evenly is straight, as SVG elements."""
    width, height, top, inner = 360, 220, 40, 50
    places = list(zip(places_of([x for x, _ in points], left + inner, left + width - inner),
                      places_of([y for _, y in points], top + height - inner, top + inner)))
    line = ' '.join(f'{x:.1f},{y:.1f}' for x, y in places)
    out = [f'<text x="{left}" y="{top - 16}" class="title">{label}</text>',
           f'<path d="M{left} {top}V{top + height}H{left + width}" class="axis"/>',
           f'<polyline points="{line}" class="line"/>']
    for (x, y), (records, value) in zip(places, points):
        out.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3"/>')
        out.append(f'<text x="{x:.1f}" y="{y - 9:.1f}" text-anchor="end">{value:,.{digits}f} {unit}</text>')
        out.append(f'<text x="{x:.1f}" y="{top + height + 16}" text-anchor="middle">{records:,}</text>')
    return out


def draw(rows, path):
    seconds = curve([(records, median) for records, median, _ in rows], 30, 'Full build: seconds by records', 's', 1)
    memory = curve([(records, peak / 1e6) for records, _, peak in rows], 450, 'Peak memory: megabytes by records', 'MB', 0)
    style = ('<style>text{font:12px sans-serif;fill:#333}.title{font-weight:600}.axis{fill:none;stroke:#999}'
             '.line{fill:none;stroke:#1f6f78;stroke-width:2}circle{fill:#1f6f78}</style>')
    path.write_text('<svg xmlns="http://www.w3.org/2000/svg" width="850" height="300" viewBox="0 0 850 300" role="img">\n'
                    '<rect width="850" height="300" fill="#fff"/><title>How a full build grows with the number of records</title>\n' + style + '\n'
                    + '\n'.join(seconds + memory) + '\n</svg>\n', encoding='utf-8')


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--records', default='1000,3000,10000')
    parser.add_argument('--runs', type=int, default=3)
    parser.add_argument('--svg', type=pathlib.Path)
    arguments = parser.parse_args()
    rows = []
    for records in map(int, arguments.records.split(',')):
        with tempfile.TemporaryDirectory(dir=memory_folder()) as name:
            median, peak = measure(records, arguments.runs, pathlib.Path(name))
        rows.append((records, median, peak))
        print(f'{records:>7} records: median {median:7.2f} s, {1e6 * median / records:6.0f} µs a record, '
              f'peak memory {peak / 1e6:6.0f} MB, {peak / 1e3 / records:5.1f} KB a record', flush=True)
    if arguments.svg:
        draw(rows, arguments.svg)
    tally = Tally()
    growth = (rows[-1][1] / rows[-1][0]) / (rows[0][1] / rows[0][0])
    tally.expect(growth <= MOST_GROWTH, f'a record takes {growth:.2f} times as long among {rows[-1][0]} as among {rows[0][0]}')
    tally.finish()


if __name__ == '__main__':
    main()
