#!/usr/bin/env python3
"""check_feeds.py FOLDER: reads the feeds and calendars of a built site as their subscribers' programs do.

Every Atom feed is held against tests/feeds/atom.rng (RFC 4287) and read by feedparser; every calendar is held against
the rules of RFC 5545 that programs stumble over and read by icalendar. Links must answer, ids must be told apart, dates
must agree. Needs Debian's python3-feedparser, python3-icalendar and python3-lxml.
"""

import datetime
import pathlib
import sys
import urllib.parse

import feedparser
import icalendar
import lxml.etree

from tally import Tally

GRAMMAR = pathlib.Path(__file__).resolve().parents[1] / 'feeds' / 'atom.rng'
LANGUAGE = '{http://www.w3.org/XML/1998/namespace}lang'
MOST_ENTRIES = 100
LONGEST_LINE = 75


class Subscriber:
    def __init__(self, folder, tally):
        self.folder = folder
        self.tally = tally
        self.grammar = lxml.etree.RelaxNG(lxml.etree.parse(str(GRAMMAR)))
        self.home = ''     # the site's address
        self.pages = {}    # a page's text by file

    def file_at(self, address):
        """The file that answers an address of the site, or None."""
        if not address.startswith(self.home):
            return None
        path = urllib.parse.unquote(address[len(self.home):].partition('#')[0])
        file = self.folder / (path + 'index.html' if path == '' or path.endswith('/') else path)
        return file if file.is_file() else None

    def is_shown_in(self, address, tag):
        """Whether the page at an address is its own original: a fallback names another as canonical."""
        file = self.file_at(address)
        if file not in self.pages:
            self.pages[file] = file.read_text(encoding='utf-8')[:6000] if file else ''
        return f'<html lang="{tag}"' in self.pages[file] and f'<link rel="canonical" href="{address}">' in self.pages[file]

    # --- Atom ---------------------------------------------------------------------------------------------------------

    def check_feed(self, file):
        name = file.relative_to(self.folder).as_posix()
        tree = lxml.etree.parse(str(file))
        if not self.tally.expect(self.grammar.validate(tree), f'{name}: {self.grammar.error_log.last_error}'):
            return 0
        read = feedparser.parse(file.read_bytes())
        self.tally.expect(not read.bozo and read.version == 'atom10',
                          f'{name}: feedparser stumbles: {read.get("bozo_exception")}')
        feed = read.feed
        own = [link.href for link in feed.get('links', []) if link.rel == 'self']
        self.tally.expect(own == [self.home + name], f'{name}: calls itself {own}')
        self.tally.expect(self.file_at(feed.link) is not None, f'{name}: its page {feed.link} does not answer')
        self.check_entries(name, feed, read.entries, tree.getroot().get(LANGUAGE))
        return len(read.entries)

    def check_entries(self, name, feed, entries, tag):
        ids = [entry.id for entry in entries]
        self.tally.expect(len(set(ids)) == len(ids), f'{name}: two entries have one id')
        self.tally.expect(0 < len(ids) <= MOST_ENTRIES, f'{name}: {len(ids)} entries')
        dates = [entry.updated for entry in entries]
        self.tally.expect(dates == sorted(dates, reverse=True), f'{name}: not the newest first')
        self.tally.expect(dates[:1] == [feed.updated], f'{name}: updated {feed.updated}, its newest entry {dates[:1]}')
        strays = [entry.link for entry in entries if not self.is_shown_in(entry.link, tag)]
        self.tally.expect(not strays, f'{name}: no original in {tag}: {strays[:3]}')

    # --- calendars ----------------------------------------------------------------------------------------------------

    def check_calendar(self, file):
        name = file.relative_to(self.folder).as_posix()
        raw = file.read_bytes()
        lines = raw.split(b'\r\n')
        self.tally.expect(lines[-1] == b'' and not any(b'\n' in line or b'\r' in line for line in lines),
                          f'{name}: lines do not end with CR LF')
        self.tally.expect(max(map(len, lines)) <= LONGEST_LINE, f'{name}: a line is longer than {LONGEST_LINE} octets')
        self.tally.expect(all(is_utf8(line) for line in lines), f'{name}: a character is cut in two by folding')
        calendar = icalendar.Calendar.from_ical(raw)
        self.tally.expect(str(calendar.get('version')) == '2.0' and calendar.get('prodid'), f'{name}: VERSION or PRODID')
        self.tally.expect(not calendar.errors, f'{name}: icalendar stumbles: {calendar.errors}')
        events = calendar.walk('VEVENT')
        ids = [str(event.get('uid')) for event in events]
        self.tally.expect(ids and len(set(ids)) == len(ids), f'{name}: two events have one UID')
        for event in events:
            self.check_event(f'{name}: {event.get("uid")}', event)
        again = icalendar.Calendar.from_ical(calendar.to_ical())
        self.tally.expect([e.get('uid') for e in again.walk('VEVENT')] == ids, f'{name}: changes when written again')
        return len(events)

    def check_event(self, name, event):
        start, end = event.get('dtstart').dt, event.get('dtend').dt
        whole_days = type(start) is datetime.date and type(end) is datetime.date
        stamp = event.get('dtstamp').dt
        self.tally.expect(whole_days and start < end and stamp.tzinfo is not None and not event.errors
                          and str(event.get('summary')).strip() and self.file_at(str(event.get('url'))) is not None,
                          f'{name}: {start} to {end}, stamped {stamp}, {event.get("summary")}, {event.get("url")}')


def is_utf8(line):
    try:
        line.decode('utf-8')
        return True
    except UnicodeDecodeError:
        return False


def home_of(folder):
    """The site's address, from the canonical link of the language choice."""
    text = (folder / 'index.html').read_text(encoding='utf-8')
    return text.partition('<link rel="canonical" href="')[2].partition('"')[0]


def main():
    if len(sys.argv) != 2 or not (pathlib.Path(sys.argv[1]) / 'index.html').is_file():
        sys.exit('usage: check_feeds.py FOLDER')
    tally = Tally()
    subscriber = Subscriber(pathlib.Path(sys.argv[1]), tally)
    subscriber.home = home_of(subscriber.folder)
    feeds = sorted(subscriber.folder.rglob('feed.xml'))
    calendars = sorted(subscriber.folder.glob('*/calendar.ics'))
    tally.expect(feeds, 'there are no feeds')
    entries = sum(subscriber.check_feed(file) for file in feeds)
    events = sum(subscriber.check_calendar(file) for file in calendars)
    print(f'{len(feeds)} feeds with {entries} entries, {len(calendars)} calendars with {events} events')
    tally.finish()


if __name__ == '__main__':
    main()
