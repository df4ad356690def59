#!/usr/bin/env python3
"""timing.py BINARY [EDITS]: from the save of one of the observatory's records to its new page, in milliseconds.

Measured from the end of the write to the last byte of the page, as a browser gets it: the event, then the request. The
aim is a median of at most 200 ms; the machine's load is told beside it, and only a quiet machine is held to it.
"""

import os
import pathlib
import statistics
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / 'tools'))
from serving import REPOSITORY, Events, Serving
from tally import Tally

AIM = 200  # milliseconds
CASES = {
    'a text': ('content/declarations/bletchley-declaration.md', '/zh/declarations/bletchley-declaration/'),
    'a record with many relations': ('content/jurisdictions/china.yaml', '/zh/jurisdictions/china/'),
    'a template': ('templates/record.html', '/en/declarations/bletchley-declaration/'),
    'a style sheet': ('static/css/site.css', '/en/'),
}


def measure(served, events, name, page, edits, pause=0.5):
    """`pause` in seconds: the check in the background has ended then, as it has when a person writes."""
    path = served.folder / name
    text = path.read_text('utf-8')
    times = []
    for i in range(edits):
        time.sleep(pause)
        before = events.newest()['version']
        path.write_text(text + '\n' * (i % 2 + 1), 'utf-8')
        start = time.monotonic()
        if events.wait(lambda state: state['version'] != before) is None:
            return []
        served.get(page)
        times.append((time.monotonic() - start) * 1000)
    return times


def main():
    tally = Tally()
    edits = int(sys.argv[2]) if len(sys.argv) > 2 else 15
    with Serving(sys.argv[1], REPOSITORY) as served:
        events = Events(served)
        time.sleep(5)
        for what, (name, page) in CASES.items():
            if not (served.folder / name).exists():
                tally.expect(False, f'{what}: there is no {name}')
                continue
            times = measure(served, events, name, page, edits)
            load = os.getloadavg()[0] / (os.cpu_count() or 1)
            if not tally.expect(len(times) == edits, f'{what}: a save did not arrive'):
                continue
            median = statistics.median(times)
            print(f'{what}: median {median:.0f} ms, best {min(times):.0f}, worst {max(times):.0f} '
                  f'({edits} saves; {load:.1f} programs wait for each processor)')
            tally.expect(median <= AIM or load > 1.5, f'{what}: the median of {median:.0f} ms is over {AIM} ms')
    tally.finish()


if __name__ == '__main__':
    main()
