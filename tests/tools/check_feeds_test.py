#!/usr/bin/env python3
"""Plants one fault at a time in sound feeds and wants check_feeds.py to find it."""

import contextlib
import io
import pathlib
import tempfile

from check_feeds import Subscriber
from tally import Tally

HOME = 'https://tea.example/'
FEED = f'''<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<title>Teas</title>
<id>{HOME}en/feed.xml</id>
<link rel="self" type="application/atom+xml" href="{HOME}en/feed.xml"/>
<link rel="alternate" type="text/html" href="{HOME}en/"/>
<updated>2024-02-03T00:00:00Z</updated>
<author><name>Teas</name></author>
''' + ''.join(f'''<entry>
<title>{name}</title>
<id>{HOME}en/{name}/</id>
<link rel="alternate" type="text/html" href="{HOME}en/{name}/"/>
<updated>{day}T00:00:00Z</updated>
<category term="tea" label="Tea"/>
</entry>
''' for name, day in (('new', '2024-02-03'), ('old', '2023-01-05'))) + '</feed>\n'
CALENDAR = ''.join(line + '\r\n' for line in (
    'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Tea//Tea//en', 'BEGIN:VEVENT', 'UID:new@tea.example',
    'DTSTAMP:20240203T000000Z', 'DTSTART;VALUE=DATE:20240203', 'DTEND;VALUE=DATE:20240204', 'SUMMARY:New',
    f'URL:{HOME}en/new/', 'END:VEVENT', 'END:VCALENDAR'))
EVENT = CALENDAR[CALENDAR.index('BEGIN:VEVENT'):CALENDAR.index('END:VCALENDAR')]

FEED_FAULTS = {
    'an entry without a date': ('<updated>2023-01-05T00:00:00Z</updated>\n', ''),
    'a date without a time zone': ('2023-01-05T00:00:00Z', '2023-01-05T00:00:00'),
    'a day that is not in the calendar': ('2023-01-05T', '2023-02-30T'),
    'an element that Atom does not know': ('<title>old', '<name>x</name><title>old'),
    'an empty title': ('<title>old</title>', '<title> </title>'),
    'one id twice': (f'<id>{HOME}en/old/', f'<id>{HOME}en/new/'),
    'the oldest first': ('2023-01-05T', '2024-12-05T'),
    'a date of the feed that no entry has': ('<updated>2024-02-03', '<updated>2024-02-04'),
    'a link that does not answer': (f'href="{HOME}en/old/"', f'href="{HOME}en/older/"'),
    'a fallback': (f'href="{HOME}en/old/"', f'href="{HOME}en/fallback/"'),
    'another feed called itself': (f'{HOME}en/feed.xml"/>', f'{HOME}zh/feed.xml"/>'),
}
CALENDAR_FAULTS = {
    'bare line feeds': ('\r\n', '\n'),
    'a line too long': ('SUMMARY:New', 'SUMMARY:' + 'New' * 30),
    'an end that is the start': ('DTEND;VALUE=DATE:20240204', 'DTEND;VALUE=DATE:20240203'),
    'an hour': ('DTSTART;VALUE=DATE:20240203', 'DTSTART:20240203T100000Z'),
    'a stamp without a time zone': ('T000000Z', 'T000000'),
    'no version': ('VERSION:2.0\r\n', ''),
    'one UID twice': (EVENT, EVENT + EVENT),
    'a page that does not answer': (f'URL:{HOME}en/new/', f'URL:{HOME}en/newer/'),
}


def failures(feed, calendar):
    with tempfile.TemporaryDirectory() as name, contextlib.redirect_stdout(io.StringIO()):
        folder = pathlib.Path(name)
        pages = {'': 'en/', 'new/': 'en/new/', 'old/': 'en/old/', 'fallback/': 'zh/fallback/'}
        for path, canonical in pages.items():
            (folder / 'en' / path).mkdir(parents=True)
            (folder / 'en' / path / 'index.html').write_text(
                f'<html lang="en" dir="ltr"><link rel="canonical" href="{HOME}{canonical}">', encoding='utf-8')
        (folder / 'en/feed.xml').write_text(feed, encoding='utf-8')
        (folder / 'en/calendar.ics').write_bytes(calendar.encode())
        tally = Tally()
        subscriber = Subscriber(folder, tally)
        subscriber.home = HOME
        subscriber.check_feed(folder / 'en/feed.xml')
        subscriber.check_calendar(folder / 'en/calendar.ics')
        return tally.failed


def main():
    tally = Tally()
    tally.expect(failures(FEED, CALENDAR) == 0, 'sound feeds are found fault with')
    for name, (old, new) in FEED_FAULTS.items():
        assert old in FEED, name
        head, _, tail = FEED.rpartition(old)
        faulty = FEED.replace(old, new, 1) if old.startswith('<updated>2024') else head + new + tail
        tally.expect(failures(faulty, CALENDAR) > 0, f'not found: {name}')
    for name, (old, new) in CALENDAR_FAULTS.items():
        assert old in CALENDAR, name
        tally.expect(failures(FEED, CALENDAR.replace(old, new)) > 0, f'not found: {name}')
    tally.finish()


if __name__ == '__main__':
    main()
