#!/usr/bin/env python3
"""run_hostile.py BINARY [--site FOLDER] [WORD…]: what the program makes of content that strangers wrote to do harm.

Each input is named and has what must happen: the codes and places of what is said, or a site that is provably harmless. WORDs
choose inputs by a part of their name. The site with all harmless texts stays in FOLDER for looking at it in a browser
(browser.mjs). The last line is `N passed, M failed`.
"""

import concurrent.futures
import json
import multiprocessing
import os
import pathlib
import re
import resource
import subprocess
import sys
import tempfile
import time
import unicodedata

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / 'tools'))
import harmless
import heavy
import observatory
import payloads
import refused
import sites
import slots
from tally import Tally

TIME_LIMIT = 120  # of one run, so that the test ends
BASE_MEMORY, MEMORY_FOR_A_MEGABYTE = 160, 24  # MB
# What a second of the machine that the limits were written on counts to; a slower machine is given more.
COUNTED_IN_A_SECOND = 18_000_000


class Run:
    """One run of the program: what it said, took and left."""

    def __init__(self, binary, folder, *arguments):
        self.megabytes = 0
        with tempfile.TemporaryFile() as output:
            process = subprocess.Popen([binary, *arguments], cwd=folder, stdin=subprocess.DEVNULL,
                                       stdout=subprocess.DEVNULL, stderr=output,
                                       env={'PATH': os.environ['PATH'], 'LC_ALL': 'C.UTF-8'})
            started = time.monotonic()
            usage = None
            while usage is None:
                pid, status, found = os.wait4(process.pid, os.WNOHANG)
                if pid:
                    usage = found
                elif time.monotonic() - started > TIME_LIMIT:
                    process.kill()
                else:
                    self.megabytes = max(self.megabytes, most_memory(process.pid))
                    time.sleep(0.002)
            process.returncode = os.waitstatus_to_exitcode(status)
            output.seek(0)
            self.text = output.read().decode('utf-8', 'surrogateescape')
        self.status = process.returncode
        self.seconds = usage.ru_utime + usage.ru_stime

    def messages(self):
        """What was said with --format json, or nothing where it is not JSON."""
        try:
            return json.loads(self.text or '[]')
        except ValueError:
            return None


def most_memory(pid):
    """The most memory that a process has had, in MB. What `wait4` tells would count this program's own as well."""
    try:
        with open(f'/proc/{pid}/status', encoding='ascii') as file:
            return next((int(line.split()[1]) / 1024 for line in file if line.startswith('VmHWM')), 0)
    except OSError:
        return 0


def machine_factor():
    """How much slower than the machine of the limits this one is, at least 1."""
    started = time.process_time()
    total = 0
    for number in range(COUNTED_IN_A_SECOND // 10):
        total += number & 7
    return max(1.0, (time.process_time() - started) * 10)


def snapshot(folder):
    """Every file outside the site's own folder, with its size."""
    return {str(path.relative_to(folder)): path.lstat().st_size for path in sorted(pathlib.Path(folder).rglob('*'))
            if path.relative_to(folder).parts[0] != 'site' and not path.is_dir()}


def place_of(message):
    line = message.get('line')
    return f'{message["path"]}:{line}:{message["column"]} {message["code"]}' if line else f'{message["path"]} {message["code"]}'


def errors_of(messages):
    return {place_of(message) for message in messages if message['severity'] == 'error'}


class Hostile:
    def __init__(self, binary, words, site):
        self.binary = binary
        self.words = words
        self.site = site
        self.tally = Tally()
        self.factor = machine_factor()
        self.slowest = (0, '')
        self.largest = (0, '')
        memory = '/dev/shm' if os.access('/dev/shm', os.W_OK) else None
        self.temporary = tempfile.TemporaryDirectory(prefix='armillary-hostile-', dir=memory)
        self.folder = pathlib.Path(self.temporary.name).resolve()

    def is_chosen(self, name):
        return not self.words or any(word in name for word in self.words)

    def lay_out(self, name, files):
        folder = self.folder / re.sub('[^a-z0-9-]', '-', name.lower())[:100] / 'root'
        made = {path: held for path, held in files.items() if callable(held)}
        observatory.write(folder, {path: held for path, held in files.items() if not callable(held)})
        for path, make in made.items():
            make(folder / path)
        return folder

    def expect_bounds(self, name, run, size):
        megabytes = size / heavy.MEGABYTE
        seconds = (1 + megabytes) * self.factor
        memory = BASE_MEMORY + MEMORY_FOR_A_MEGABYTE * megabytes
        self.slowest = max(self.slowest, (run.seconds / seconds, name))
        self.largest = max(self.largest, (run.megabytes / memory, name))
        self.tally.expect(run.status in (0, 1), f'{name}: exit status {run.status}\n{run.text[:400]}')
        self.tally.expect(run.seconds <= seconds, f'{name}: {run.seconds:.1f} s for {megabytes:.1f} MB, allowed {seconds:.1f}')
        self.tally.expect(run.megabytes <= memory, f'{name}: {run.megabytes:.0f} MB for {megabytes:.1f} MB, allowed {memory:.0f}')

    # --- one observatory with a mistake in each record

    def check_records(self):
        if not self.is_chosen('record'):
            return
        folder = self.lay_out('records', refused.record_files())
        before = snapshot(folder)
        run = Run(self.binary, folder, 'build', '--format', 'json')
        messages = run.messages()
        if not self.tally.expect(messages is not None, f'records: {run.text[:300]}'):
            return
        self.expect_bounds('records', run, sum(before.values()))
        found = {}
        for message in messages:
            if message['severity'] == 'error':
                found.setdefault(message['path'], set()).add(f'{message["code"]}@{message["line"]}:{message["column"]}')
        for path, codes in refused.record_expectations().items():
            self.tally.expect(found.get(path) == codes, f'{path}: expected {sorted(codes)}, found {sorted(found.get(path, []))[:8]}')
        self.tally.expect(snapshot(folder) == before, 'records: something was written')
        self.tally.expect(not (folder / 'site').exists(), 'records: a site was made')
        self.check_terminal(folder)

    # What is printed cannot move the cursor, hide itself or speak to a service that runs the program.
    def check_terminal(self, folder):
        for style in ('text', 'github'):
            run = Run(self.binary, folder, 'check', '--format', style)
            bad = {f'U+{ord(letter):04X}' for letter in run.text
                   if letter not in '\n\t' and unicodedata.category(letter) in ('Cc', 'Cf', 'Cs', 'Zl', 'Zp')}
            self.tally.expect(not bad, f'printed as {style}: {sorted(bad)}')
            lines = [line for line in run.text.splitlines() if line.startswith('::')]
            foreign = [line for line in lines if not re.match('::(error|warning) file=content/', line)]
            self.tally.expect(style != 'github' or lines and not foreign, f'commands of others: {foreign[:3]}')

    # --- observatories of their own

    def check_site(self, item):
        name, (files, expected) = item
        folder = self.lay_out(name, files)
        before = snapshot(folder)
        run = Run(self.binary, folder, 'build', '--format', 'json')
        messages = run.messages()
        written = snapshot(folder)
        has_site = (folder / 'site').exists()
        observatory.remove(folder)
        if not self.tally.expect(messages is not None, f'{name}: exit status {run.status}\n{run.text[:300]}'):
            return
        found = errors_of(messages)
        self.tally.expect(found == expected, f'{name}: expected {sorted(expected)}, found {sorted(found)[:8]}')
        self.tally.expect(run.status == (1 if expected else 0) and has_site == (not expected), f'{name}: exit status {run.status}')
        self.tally.expect(written == before, f'{name}: wrote {sorted(set(written) ^ set(before))[:5]}')
        self.expect_bounds(name, run, 0)

    def check_heavy(self, item):
        name, (files, codes) = item
        folder = self.lay_out(name, files)
        size = sum(len(held) for held in files.values())
        run = Run(self.binary, folder, 'check', '--format', 'json', '--jobs', '1')
        found = {message['code'] for message in run.messages() or [] if message['severity'] == 'error'}
        self.tally.expect(run.status == (1 if codes else 0) and found == codes,
                          f'{name}: exit status {run.status}, expected {sorted(codes)}, found {sorted(found)} {run.text[:200] if not found else ""}')
        self.expect_bounds(name, run, size)
        observatory.remove(folder)

    # --- one observatory with every harmless text at every place

    def check_harmless(self):
        if not self.is_chosen('harmless'):
            return
        folder = pathlib.Path(self.site).resolve() if self.site else self.folder / 'harmless'
        observatory.remove(folder)
        observatory.write(folder, slots.all_files())
        before = snapshot(folder)
        run = Run(self.binary, folder, 'build', '--format', 'json')
        errors = errors_of(run.messages() or [])
        if not self.tally.expect(run.status == 0, f'harmless: exit status {run.status} {sorted(errors)[:5]} {run.text[:300]}'):
            return
        self.tally.expect(snapshot(folder) == before, 'harmless: something was written outside the site')
        said = {(message['path'], message.get('line')): set() for message in run.messages()}
        for message in run.messages():
            said[message['path'], message.get('line')].add(message['code'])
        self.check_warnings(said)
        self.check_files(folder / 'site')

    def check_warnings(self, said):
        """What is left out of a page is told, with its place."""
        for name, text in payloads.TEXTS.items():
            path = f'content/things/p-{name}.md'
            line = next(number for number, held in enumerate(slots.record(name, text).splitlines(), 1)
                        if held == '---' and number > 1) + 2  # the first paragraph
            codes = said.get((path, line), set())
            if re.match(r'<(/?[a-zA-Z][a-zA-Z0-9]*[\s>]|!--|\?|!\[CDATA|!DOCTYPE)[^<]*>', text):
                self.tally.expect(codes & {'raw-html', 'html-comment'}, f'{path}:{line}: HTML is left out in silence')
        places = {held.partition(': ')[0]: (path, line) for path, text in slots.pages().items()
                  for line, held in enumerate(text.splitlines(), 1)}
        for name, (address, verdict) in payloads.ADDRESSES.items():
            if verdict in ('dead-link', 'text'):
                continue
            codes = said.get(places[name], set())
            wanted = {verdict} if verdict != 'kept' else {'foreign-picture'} if address.startswith('http') else {'link-scheme'}
            self.tally.expect(codes == wanted, f'address {name}: expected {wanted}, found {codes}')

    def check_files(self, site):
        paths = [os.path.join(folder, name) for folder, _, names in os.walk(site) for name in names]
        texts = {}
        with multiprocessing.Pool() as pool:
            for path, findings, body, heading in pool.imap_unordered(harmless.judge_file, paths, 16):
                name = os.path.relpath(path, site)
                self.tally.expect(not findings, f'harmless: {name}: {"; ".join(findings[:3])}')
                texts[name] = (body, heading)
        for language in ('en', 'ar'):
            for name, text in payloads.TEXTS.items():
                body, heading = texts[f'{language}/things/p-{name}/index.html']
                wanted = ' '.join(text.split())
                self.tally.expect(heading == wanted, f'{language}: the title {name} is shown as {heading!r}')
                shown = body.count(wanted)  # title, summary, name, step, source, note, change, withdrawal …
                self.tally.expect(shown >= 7, f'{language}: {name} is shown {shown} times')
        for name, text in payloads.TEXTS.items():
            held = json.loads((site / f'data/records/p-{name}.json').read_text('utf-8'))
            self.tally.expect(text in strings_in(held), f'the data of {name} are not what was written')

    # --- addresses that lead nowhere

    def check_dead_addresses(self):
        if not self.is_chosen('addresses'):
            return
        dead = {name: address for name, (address, verdict) in payloads.ADDRESSES.items() if verdict == 'dead-link'}
        body = '---\ntitle: {en: x, ar: x}\n---\n' + ''.join(f'[x]({address})\n\n' for address in dead.values())
        folder = self.lay_out('addresses', {'content/things/x.md': body})
        run = Run(self.binary, folder, 'build', '--format', 'json')
        found = {message['line'] for message in run.messages() if message['code'] == 'dead-link'}
        for number, name in enumerate(dead):
            self.tally.expect(4 + 2 * number in found, f'address {name}: not told that it leads nowhere')
        listed = ['https://example.org/'] + [address for address, verdict in payloads.ADDRESSES.values() if verdict not in ('kept', 'text')]
        yaml = 'title: {en: x, ar: x}\nshop:\n' + ''.join(f'  - {observatory.quoted(address)}\n' for address in listed)
        folder = self.lay_out('addresses-of-fields', {'content/things/x.yaml': yaml})
        run = Run(self.binary, folder, 'build', '--format', 'json')
        found = {message['line']: message['code'] for message in run.messages() if message['severity'] == 'error'}
        for number, address in enumerate(listed):
            wanted = None if number == 0 else {'not-an-address', 'empty-field', 'yaml-escaped-character'}
            code = found.get(3 + number)
            self.tally.expect(code is None if wanted is None else code in wanted, f'address {address!r} of a field: {code}')

    def run(self):
        self.check_records()
        self.check_dead_addresses()
        self.check_harmless()
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            for items, check in ((sites.SITES, self.check_site), (heavy.HEAVY, self.check_heavy)):
                for _ in pool.map(check, [item for item in items.items() if self.is_chosen(item[0])]):
                    pass
        print(f'{count()} inputs; nearest to its limit of time: {self.slowest[1]} ({self.slowest[0]:.0%}), '
              f'of memory: {self.largest[1]} ({self.largest[0]:.0%}); the machine counts {self.factor:.1f} times as slow')
        self.tally.finish()


def strings_in(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, (list, dict)):
        for one in value.values() if isinstance(value, dict) else value:
            yield from strings_in(one)


def count():
    """Named inputs. A hostile text counts once, not once for each of the places that it is put into."""
    return (len(payloads.TEXTS) + len(payloads.ADDRESSES) + len(refused.record_files()) + len(sites.SITES) + len(heavy.HEAVY))


def main():
    arguments = sys.argv[1:]
    site = None
    if '--site' in arguments:
        at = arguments.index('--site')
        site = arguments[at + 1]
        del arguments[at:at + 2]
    if not arguments or not os.access(arguments[0], os.X_OK):
        sys.exit('usage: run_hostile.py BINARY [--site FOLDER] [WORD…]')
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    Hostile(str(pathlib.Path(arguments[0]).resolve()), arguments[1:], site).run()


if __name__ == '__main__':
    main()
