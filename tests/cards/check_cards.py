#!/usr/bin/env python3
"""Cards for sharing, as a reader's messenger meets them: build --cards on a small observatory, twice.

    check_cards.py ARMILLARY
"""

import pathlib
import re
import shutil
import struct
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / 'tools'))
from tally import Tally  # noqa: E402

SITE = HERE.parent / 'sites/lighthouses'


def build(program, root, output, cards, **options):
    return subprocess.run([program, 'build', '--root', root, '--output', output, '--cards', cards],
                          capture_output=True, text=True, check=False, **options)


def size_of(png):
    bytes_ = png.read_bytes()
    return struct.unpack('>II', bytes_[16:24]) if bytes_.startswith(b'\x89PNG\r\n\x1a\n') else None


def main():
    program = pathlib.Path(sys.argv[1]).resolve()
    tally = Tally()
    with tempfile.TemporaryDirectory() as folder:
        root, output, cards = (pathlib.Path(folder, name) for name in ('root', 'site', 'cards'))
        shutil.copytree(SITE, root)
        said = build(program, root, output, cards)
        tally.expect(said.returncode == 0, f'build --cards: {said.stderr[-500:]}')
        pictures = sorted((output / 'cards').glob('*.png'))
        tally.expect(len(pictures) > 10 and all(size_of(picture) == (1200, 630) for picture in pictures), 'the cards are no pictures of 1200 by 630')
        tally.expect(sorted(path.name for path in cards.iterdir()) == [path.name for path in pictures], 'something else is kept beside the cards')
        base = re.search(r'^base_url: *(\S+)', (root / 'content/site.yaml').read_text('utf-8'), re.M).group(1).rstrip('/') + '/'
        for page in sorted(output.glob('*/*/*/index.html')):
            text = page.read_text('utf-8')
            named = re.findall(r'<meta property="og:image" content="([^"]*)">', text)
            is_record = '<body class="page-record' in text
            tally.expect(len(named) == is_record, f'{page}: names {len(named)} cards')
            for address in named:
                tally.expect(address.startswith(base) and (output / address.removeprefix(base)).is_file(), f'{page}: {address} is not there')
        made = {path.name: path.stat().st_mtime_ns for path in cards.iterdir()}
        build(program, root, output, cards)
        tally.expect(made == {path.name: path.stat().st_mtime_ns for path in cards.iterdir()}, 'cards are drawn again')
        missing = build(program, root, pathlib.Path(folder, 'other'), pathlib.Path(folder, 'none'), env={'PATH': folder})
        tally.expect(missing.returncode == 3 and 'librsvg2-bin' in missing.stderr, f'without the program: {missing.stderr[-300:]}')
    tally.finish()


if __name__ == '__main__':
    main()
