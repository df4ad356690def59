#!/usr/bin/env python3
"""test_abuse.py BINARY: connections that are broken, left half open, too many or too large, and requests on the edge of
what is allowed. `armillary serve` must answer others all the while, and keep nothing of them."""

import os
import pathlib
import resource
import socket
import struct
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / 'tools'))
from serving import Serving
from tally import Tally
from test_wire import HOST, get, status

KIB = 1024
PAGE = b'GET /robots.txt HTTP/1.1\r\n' + HOST + b'\r\n'


def descriptors(served):
    return len(os.listdir(f'/proc/{served.process.pid}/fd'))


def processor_time(served):
    """Seconds."""
    fields = pathlib.Path(f'/proc/{served.process.pid}/stat').read_text('utf-8').rsplit(')', 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf('SC_CLK_TCK')


def reset(connection):
    """Ends a connection as a crash of the client's machine does: nothing is said, all is lost."""
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack('ii', 1, 0))
    connection.close()


def settles(served, bound, seconds=20):
    """Whether the server's descriptors come down to the bound."""
    end = time.monotonic() + seconds
    while descriptors(served) > bound and time.monotonic() < end:
        time.sleep(0.1)
    return descriptors(served) <= bound


def test_loopback(tally, served):
    listening = [line.split()[1] for name in ('tcp', 'tcp6') for line in
                 pathlib.Path(f'/proc/net/{name}').read_text('utf-8').splitlines()[1:] if line.split()[3] == '0A']
    own = [address for address in listening if address.endswith(f':{served.port:04X}')]
    tally.expect(own == [f'0100007F:{served.port:04X}'], f'the server listens on {own}, not on 127.0.0.1 alone')


def test_broken_connections(tally, served):
    before, memory = descriptors(served), served.memory()
    for round_number in range(150):
        for data in (b'', b'G', b'GET / HTTP/1.1\r\nHost: loc', PAGE, PAGE * 50, b'GET /__armillary/events HTTP/1.1\r\n' + HOST + b'\r\n'):
            connection = served.connect()
            connection.sendall(data)
            if round_number % 3 == 0 and data:
                connection.settimeout(0.01)
                try:
                    connection.recv(100)
                except OSError:
                    pass
            reset(connection)
    tally.expect(served.get('/robots.txt')[0] == 200, 'no page is answered after 900 connections that broke')
    tally.expect(settles(served, before + 2), f'{descriptors(served)} descriptors after 900 broken connections, {before} before')
    tally.expect(served.memory() < memory + 20 * KIB, f'{served.memory() - memory} KiB more after broken connections')


def test_half_open(tally, served):
    """Clients that have said all that they will, with nothing, half a request, or a whole one."""
    before = descriptors(served)
    for data, wanted in ((b'', 0), (b'GET / HTT', 0), (PAGE, 200), (PAGE * 3, 200)):
        with served.connect() as connection:
            connection.sendall(data)
            connection.shutdown(socket.SHUT_WR)
            connection.settimeout(30)
            answer = b''
            while piece := connection.recv(65536):
                answer += piece
        tally.expect(status(answer) in (wanted, 408 if not wanted else wanted), f'{data[:30]!r} and the end: {answer[:60]!r}')
        tally.expect(answer.count(b'HTTP/1.1 200') == data.count(b'\r\n\r\n'), f'{data[:30]!r}: not every request is answered')
    streams = []
    for _ in range(100):
        connection = served.connect()
        connection.sendall(b'GET /__armillary/events HTTP/1.1\r\n' + HOST + b'\r\n')
        connection.recv(100)
        streams.append(connection)
    tally.expect(served.get('/robots.txt')[0] == 200, 'no page is answered beside 100 event streams')
    for connection in streams:
        reset(connection)
    tally.expect(settles(served, before + 2), f'{descriptors(served)} descriptors after 100 event streams, {before} before')


def test_sizes(tally, served):
    """A head may have 16 KiB and no byte more; nobody's body is taken."""
    frame = b'GET /robots.txt HTTP/1.1\r\n' + HOST + b'Connection: close\r\nX: \r\n\r\n'
    for size, wanted in ((16 * KIB, 200), (16 * KIB + 1, 431), (16 * KIB + 2, 431), (64 * KIB, 431)):
        answer = served.raw(frame.replace(b'X: ', b'X: ' + b'x' * (size - len(frame))))
        tally.expect(status(answer) == wanted, f'a head of {size} bytes was answered {answer[:60]!r}, not {wanted}')
    answer = served.raw(get(b'/robots.txt?' + b'q' * (15 * KIB)))
    tally.expect(status(answer) in (200, 302, 404), f'a long query was answered {answer[:60]!r}')
    memory = served.memory()
    for head in (b'POST / HTTP/1.1\r\n' + HOST + b'Content-Length: 100000000\r\n\r\n', b'', b'GET / HTTP/1.1\r\nX: '):
        start = time.monotonic()
        with served.connect() as connection:
            try:
                connection.sendall(head)
                while time.monotonic() - start < 20:
                    connection.sendall(b'z' * 65536)
            except OSError:
                pass
        took = time.monotonic() - start
        tally.expect(took < 15, f'what comes without end after {head[:20]!r} is listened to for {took:.1f} s')
    tally.expect(served.memory() < memory + 20 * KIB, f'{served.memory() - memory} KiB more after bodies without end')


def test_malformed(tally, served):
    for head in (b'GET /robots.txt\x00 HTTP/1.1\r\n' + HOST, b'GET /robots.txt HTTP/1.1\r\nHost: local\x00host\r\n',
                 b'GET /robots.txt HTTP/1.1\r\n' + HOST + b'X\x00: y\r\n', b'GET /robots.txt HTTP/1.1\r\n' + HOST + b'X: \x00\r\n',
                 b'GET /robots.txt HTTP/1.1\r\n' + HOST + b': y\r\n', b'GET /robots.txt HTTP/1.1\r\n' + HOST + b'no colon\r\n',
                 b'GET  /robots.txt HTTP/1.1\r\n' + HOST, b'GET /robots.txt  HTTP/1.1\r\n' + HOST, b'GET\t/robots.txt HTTP/1.1\r\n' + HOST,
                 b'get /robots.txt HTTP/1.1\r\n' + HOST, b' GET /robots.txt HTTP/1.1\r\n' + HOST, b'GET /robots.txt HTTP/1.1 \r\n' + HOST,
                 b'GET robots.txt HTTP/1.1\r\n' + HOST, b'GET * HTTP/1.1\r\n' + HOST, b'GET /robots.txt http/1.1\r\n' + HOST,
                 b'GET /robots.txt HTTP/1.1\r\n' + HOST + b'X: a\rb\r\n', b'GET /robots.txt HTTP/1.1\r\n' + HOST + b'X: a\nY: b\r\n',
                 b'GET /\x7f HTTP/1.1\r\n' + HOST, b'GET /%7f%zz HTTP/1.1\r\n' + HOST, b'GET /robots.txt HTTP/1.1\r\n\tX: y\r\n' + HOST,
                 b'GET /robots.txt HTTP/1.10\r\n' + HOST, b'GET /robots.txt HTTP/-1.1\r\n' + HOST):
        answer = served.raw(head + b'\r\n')
        tally.expect(status(answer) in (400, 405, 505), f'{head!r} was answered {answer[:60]!r}')


def test_smuggling(tally, served):
    """What two servers could read in two ways is refused, and what follows it is not taken for a request."""
    hidden = b'GET /nothing-here HTTP/1.1\r\n' + HOST + b'\r\n'
    size = b'Content-Length: %d\r\n' % len(hidden)
    for fields in (size, size + b'Content-Length: 0\r\n', size + b'Transfer-Encoding: chunked\r\n', b'Transfer-Encoding: chunked\r\n',
                   b'Transfer-Encoding: xchunked\r\n', b'Transfer-Encoding : chunked\r\n', b'Content-Length: +5\r\n', b'Content-Length: 0x10\r\n',
                   b'Content-Length: 5, 5\r\n', b'Content-Length: -1\r\n', b'content-length:\t9\r\n', b'Content-Length: 99999999999999999999\r\n'):
        answer = served.raw(b'GET /robots.txt HTTP/1.1\r\n' + HOST + fields + b'\r\n' + hidden)
        tally.expect(status(answer) in (400, 413) and answer.count(b'HTTP/1.1 ') == 1, f'{fields!r} was answered {answer[:120]!r}')
    answer = served.raw(b'GET /robots.txt HTTP/1.1\r\n' + HOST + b'Content-Length: 0\r\nConnection: close\r\n\r\n')
    tally.expect(status(answer) in (200, 400, 413), f'an empty body was answered {answer[:60]!r}')


def test_much_pipelining(tally, served):
    """Ten thousand requests at once, whose answers nobody takes for a while."""
    memory = served.memory()
    with served.connect() as connection:
        connection.settimeout(0.5)
        sent = 0
        try:
            for _ in range(1000):
                connection.sendall(PAGE * 10)
                sent += 10
        except TimeoutError:
            pass  # the server stops reading until its answers are taken
        tally.expect(served.get('/robots.txt')[0] == 200, f'no page is answered beside {sent} requests at once')
        tally.expect(served.memory() < memory + 20 * KIB, f'{served.memory() - memory} KiB for {sent} requests at once')


def test_few_descriptors(tally, binary):
    """A server that may open few files: it neither stops nor turns in circles, and drops who does nothing."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (64, hard))
    try:
        served = Serving(binary)
        served.__enter__()
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    try:
        silent = [served.connect() for _ in range(150)]
        time.sleep(0.5)
        before = processor_time(served)
        time.sleep(2)
        used = processor_time(served) - before
        tally.expect(used < 0.5, f'with no descriptor left the server works for {used:.2f} of 2 s')
        tally.expect(served.get('/robots.txt')[0] == 200, 'with 150 silent clients and 64 descriptors no page is answered')
        for connection in silent:
            connection.close()
        tally.expect(served.is_alive(), f'the server is gone:\n{served.output()[-2000:]}')
        tally.expect(served.stop() == 0, 'Ctrl-C does not end the server cleanly')
    finally:
        served.__exit__()


def main():
    tally = Tally()
    with Serving(sys.argv[1]) as served:
        for test in (test_loopback, test_broken_connections, test_half_open, test_sizes, test_malformed, test_smuggling,
                     test_much_pipelining):
            test(tally, served)
            tally.expect(served.is_alive(), f'{test.__name__}: the server is gone:\n{served.output()[-2000:]}')
    test_few_descriptors(tally, sys.argv[1])
    tally.finish()


if __name__ == '__main__':
    main()
