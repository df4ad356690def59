#!/usr/bin/env python3
"""soak.py BINARY [EDITS]: a thousand edits of the real content in a row. Every one arrives, and memory does not grow."""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / 'tools'))
from serving import REPOSITORY, Events, Serving
from tally import Tally

RECORDS = ('content/declarations/bletchley-declaration.md', 'content/laws/eu-ai-act.md',
           'content/declarations/bletchley-declaration.en.md')
WARM = 100      # edits after which memory has taken its size
GROWTH = 1.10   # of what it then is: what is freed in another order than it was taken leaves gaps


def main():
    tally = Tally()
    edits = int(sys.argv[2]) if len(sys.argv) > 2 else 1000
    with Serving(sys.argv[1], REPOSITORY) as served:
        events = Events(served)
        texts = {name: (served.folder / name).read_text('utf-8') for name in RECORDS}
        missed = 0
        memory = {}
        for i in range(1, edits + 1):
            name = RECORDS[i % len(RECORDS)]
            before = events.newest()['version']
            broken = i % 10 == 0  # every tenth save is a mistake, and the next mends it
            (served.folder / name).write_text(texts[name] + f'\n\nEdit {i}: {"[[no-such-record]]" if broken else "x"}\n', 'utf-8')
            if broken:
                arrived = events.wait(lambda state: state['problems'])
                (served.folder / name).write_text(texts[name], 'utf-8')
            else:
                arrived = True
            arrived = arrived and events.wait(lambda state, b=before: state['version'] != b and not state['problems'])
            missed += not arrived
            if i % 100 == 0:
                memory[i] = served.memory()
                print(f'{i} edits: {memory[i] / 1024:.0f} MiB', flush=True)
        tally.expect(missed == 0, f'{missed} of {edits} edits did not arrive')
        tally.expect(served.is_alive(), 'the server is gone')
        if edits > WARM:
            tally.expect(memory[edits] <= memory[WARM] * GROWTH,
                         f'memory grew from {memory[WARM]} KiB after {WARM} edits to {memory[edits]} KiB after {edits}')
        tally.expect(served.stop() == 0, 'the server did not end cleanly')
    tally.finish()


if __name__ == '__main__':
    main()
