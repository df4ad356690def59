#!/usr/bin/env python3
"""test_browser.py BINARY: browser.mjs with a served observatory. Needs node, chromium and `npm ci` in tests/browser."""

import pathlib
import subprocess
import sys

from serving import LIGHTHOUSES, Serving

HERE = pathlib.Path(__file__).resolve().parent


def main():
    with Serving(sys.argv[1], LIGHTHOUSES) as served:
        done = subprocess.run(['node', HERE / 'browser.mjs', f'http://localhost:{served.port}',
                               served.folder / 'content/phares/cordouan.md', '/fr/phares/cordouan/'], check=False)
    sys.exit(done.returncode)


if __name__ == '__main__':
    main()
