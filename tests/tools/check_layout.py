#!/usr/bin/env python3
"""The rooms' one-way order, read from CMakeLists.txt and held against every #include; sizes and names of files.

CMake's link targets do not hold the order alone: a header of a later room can be included without linking it.
"""

import pathlib
import re

from tally import Tally

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
GENERATOR = REPOSITORY / 'generator'
# Each library is met in one room only, so that it can be replaced there.
LIBRARIES = {'yaml.h>': {'yaml'}, 'cmark-gfm': {'markdown'}, 'CLI/': {'commands'},
             'nettle/': {'base'}, 'xxhash.h': {'base'}, 'sqlite3.h': {'data'}, 'zlib.h': {'output'}, 'brotli/': {'output'}}
LONGEST_FILE = 500


def rooms_before():
    """Room to the rooms it may include: those it links, and what they link publicly."""
    linked = {}
    for name, rest in re.findall(r'^add_room\((\w+)([^)]*)\)', (REPOSITORY / 'CMakeLists.txt').read_text(), re.M):
        direct = re.findall(r'\broom_(\w+)', rest)
        linked[name] = {name, *direct, *(inner for one in direct for inner in linked[one])}
    for name, rest in re.findall(r'^target_link_libraries\(room_(\w+)([^)]*)\)',
                                 (REPOSITORY / 'CMakeLists.txt').read_text(), re.M):
        for one in re.findall(r'\broom_(\w+)', rest):
            linked[name] |= linked[one]
    return linked


def check_includes(tally, path, allowed):
    room = path.relative_to(GENERATOR).parts[0]
    for number, line in enumerate(path.read_text(encoding='utf-8').splitlines(), 1):
        ours = re.match(r'#include "(\w+)/', line)
        if ours and room in allowed:
            tally.expect(ours[1] in allowed[room],
                         f'{path.relative_to(REPOSITORY)}:{number}: {room} includes {ours[1]}, which stands after it')
        for library, places in LIBRARIES.items():
            if line.startswith(f'#include <{library}'):
                tally.expect(room in places, f'{path.relative_to(REPOSITORY)}:{number}: only {places} includes {library}')


def check_constants(tally, sources):
    """Two headers never define constants of one name in one namespace: the linker would keep one of them."""
    homes = {}
    for path in sources:
        source = path.read_text(encoding='utf-8')
        namespace = re.search(r'^namespace ([\w:]+) \{', source, re.M)
        if path.suffix != '.h' or namespace is None:
            continue
        for name in re.findall(r'^inline constexpr [^=;{]*?\b(k\w+)\s*[={]', source, re.M):
            home = homes.setdefault((namespace[1], name), path)
            tally.expect(home == path, f'{path.relative_to(REPOSITORY)}: {name} is in {home.relative_to(REPOSITORY)} already')


def check_readme_paths(tally):
    """Every path that generator/README.md names exists."""
    readme = GENERATOR / 'README.md'
    if not tally.expect(readme.exists(), 'generator/README.md: there is none'):
        return
    for name in re.findall(r'`((?:generator|templates|static|content|tests)/[\w./-]+)`', readme.read_text('utf-8')):
        tally.expect((REPOSITORY / name).exists(), f'generator/README.md names {name}, which is not there')


def main():
    tally = Tally()
    allowed = rooms_before()
    places = {}
    sources = sorted(path for path in GENERATOR.rglob('*') if path.suffix in ('.h', '.cpp'))
    for path in sources:
        check_includes(tally, path, allowed)
        lines = path.read_text(encoding='utf-8').count('\n')
        tally.expect(lines <= LONGEST_FILE, f'{path.relative_to(REPOSITORY)}: {lines} lines, over {LONGEST_FILE}')
        tally.expect(re.fullmatch(r'[a-z0-9_]+\.(h|cpp)', path.name), f'{path.relative_to(REPOSITORY)}: not snake_case')
        places.setdefault(path.name, []).append(str(path.relative_to(REPOSITORY)))
    for name, found in places.items():
        tally.expect(len(found) == 1, f'{name} stands in several rooms: {found}')
    check_constants(tally, sources)
    check_readme_paths(tally)
    tally.finish()


if __name__ == '__main__':
    main()
