#!/usr/bin/env python3
"""test_wire.py BINARY: what strangers, broken programs and slow clients send to `armillary serve`, over raw sockets."""

import pathlib
import random
import socket
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / 'tools'))
from serving import Serving
from tally import Tally

HOST = b'Host: localhost\r\n'
SECRET = 'title: '  # begins site.yaml's first lines: what an escape would show


def status(answer):
    """The status of the first answer; 0 where there is none."""
    parts = answer.split(b' ', 2)
    return int(parts[1]) if len(parts) > 2 and parts[0].startswith(b'HTTP/') else 0


def get(target, *fields):
    return b'GET ' + target + b' HTTP/1.1\r\n' + HOST + b''.join(fields) + b'Connection: close\r\n\r\n'


def spellings_of_parent():
    """`..` and the slash beside it as servers have misread them."""
    dots = ['..', '%2e%2e', '%2E%2E', '.%2e', '%2e.', '%252e%252e', '..%00', '%c0%ae%c0%ae', '%e0%80%ae%e0%80%ae',
            '%uff0e%uff0e', '%f0%80%80%ae%f0%80%80%ae', '．．', '....', '...', '..;', '.%00.', '%2e%2e%20', '..%0d', '%%32%65%%32%65']
    slashes = ['/', '%2f', '%2F', '\\', '%5c', '%5C', '//', '%252f', '/./', '%c0%af', '%e0%80%af', '%ef%bc%8f']
    for dot in dots:
        for slash in slashes:
            yield dot + slash


def test_paths(tally, served):
    count = 0
    for parent in spellings_of_parent():
        for target in (f'/{parent * 6}etc/passwd', f'/zh/{parent * 2}content/site.yaml', f'/css/{parent}site.yaml',
                       f'/{parent}{served.folder}/content/site.yaml'):
            answer = served.raw(get(target.encode()))
            count += 1
            shown = b'root:' in answer or (status(answer) == 200 and SECRET.encode() in answer)
            if shown or status(answer) not in (302, 400, 404):
                tally.expect(False, f'GET {target} was answered {answer[:200]!r}')
    tally.expect(count > 800, f'only {count} ways out of the site were tried')
    for target in ('/etc/passwd', '//etc/passwd', '/content/site.yaml', '/files/../../content/site.yaml',
                   '/__armillary/../content/site.yaml', '/__armillary//etc/passwd'):
        tally.expect(status(served.raw(get(target.encode()))) in (400, 404), f'GET {target}')
    moved = served.raw(get(b'//evil.example/..'))
    tally.expect(b'Location' not in moved, f'a redirection leaves the site: {moved[:200]!r}')


def test_hosts(tally, served):
    port = str(served.port).encode()
    for host in (b'localhost', b'LOCALHOST', b'127.0.0.1', b'127.0.0.1:' + port, b'localhost:' + port, b'[::1]:' + port):
        answer = served.raw(b'GET / HTTP/1.1\r\nHost: ' + host + b'\r\nConnection: close\r\n\r\n')
        tally.expect(status(answer) == 200, f'Host {host!r} was answered {answer[:60]!r}')
    for host in (b'evil.example', b'evil.example:' + port, b'localhost.evil.example', b'127.0.0.1.nip.io', b'0.0.0.0',
                 b'localhost:evil', b'127.1', b'2130706433', b'[::ffff:127.0.0.1]', b'localhost\x00.evil', b'', b'[', b'\xff'):
        for path in (b'/', b'/__armillary/events', b'/__armillary/reload.js', b'/nothing'):
            answer = served.raw(b'GET ' + path + b' HTTP/1.1\r\nHost: ' + host + b'\r\nConnection: close\r\n\r\n')
            tally.expect(status(answer) in (400, 403), f'Host {host!r} {path!r} was answered {answer[:60]!r}')
    for head in (b'GET / HTTP/1.1\r\n\r\n', b'GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n'):
        tally.expect(status(served.raw(head)) == 400, f'{head!r} was not refused')
    tally.expect(status(served.raw(b'GET http://evil.example/ HTTP/1.1\r\nHost: localhost\r\n\r\n')) == 400,
                 'a proxy request was not refused')


def test_origins(tally, served):
    own = f'localhost:{served.port}'

    def events(host, *fields):
        head = f'GET /__armillary/events HTTP/1.1\r\nHost: {host}\r\n' + ''.join(field + '\r\n' for field in fields)
        return served.raw(head.encode() + b'\r\n')

    answer = events(own, f'Origin: http://{own}')
    tally.expect(status(answer) == 200 and b'data: {' in answer, f'its own page may not listen: {answer[:80]!r}')
    tally.expect(b'Access-Control' not in answer, 'other origins are let in')
    for field in ('Origin: http://evil.example', f'Origin: https://{own}', 'Origin: null', 'Origin: http://localhost:1',
                  f'Origin: http://{own}.evil.example', 'Sec-Fetch-Site: cross-site', 'Sec-Fetch-Site: same-site'):
        answer = events(own, field)
        tally.expect(status(answer) == 403 and b'data:' not in answer, f'{field} was answered {answer[:80]!r}')


def test_requests(tally, served):
    for head, wanted in (
            (b'POST / HTTP/1.1\r\n' + HOST + b'Content-Length: 3\r\n\r\nabc', 405),
            (b'PUT /x HTTP/1.1\r\n' + HOST + b'\r\n', 405), (b'DELETE / HTTP/1.1\r\n' + HOST + b'\r\n', 405),
            (b'CONNECT evil.example:443 HTTP/1.1\r\n' + HOST + b'\r\n', 405), (b'TRACE / HTTP/1.1\r\n' + HOST + b'\r\n', 405),
            (b'GET / HTTP/1.1\r\n' + HOST + b'Content-Length: 5\r\n\r\nGET /', 413),
            (b'GET / HTTP/1.1\r\n' + HOST + b'Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n', 413),
            (b'GET / HTTP/1.1\r\n' + HOST + b'X: y\r\n z\r\n\r\n', 400), (b'GET / HTTP/1.1\r\nHost : localhost\r\n\r\n', 400),
            (b'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 505), (b'GET / HTTP/9.9\r\n' + HOST + b'\r\n', 505),
            (b'\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n', 400), (b'\r\n\r\n', 400), (b'GET /\r\n\r\n', 400),
            (get(b'/%'), 400), (get(b'/%00'), 400), (get(b'/\xff'), 400), (get(b'/' + b'a' * 8000), 404),
            (get(b'/' + b'a' * 20000), 431), (get(b'/', *[b'X-%d: y\r\n' % i for i in range(5000)]), 431),
            (b'A' * 100_000, 431)):
        answer = served.raw(head)
        tally.expect(status(answer) == wanted, f'{head[:60]!r} was answered {answer[:80]!r}, not {wanted}')
    head = served.raw(b'HEAD / HTTP/1.1\r\n' + HOST + b'Connection: close\r\n\r\n')
    tally.expect(status(head) == 200 and head.endswith(b'\r\n\r\n'), f'HEAD has a body: {head[-60:]!r}')


def test_pipelining(tally, served):
    one = b'GET /robots.txt HTTP/1.1\r\n' + HOST + b'\r\n'
    answer = served.raw(one * 20 + b'GET /nothing HTTP/1.1\r\n' + HOST + b'Connection: close\r\n\r\n' + one)
    tally.expect(answer.count(b'HTTP/1.1 200 OK') == 20, f'{answer.count(b"HTTP/1.1 200 OK")} of 20 were answered')
    tally.expect(answer.count(b'HTTP/1.1 404') == 1, 'the last was not answered, or one after the end was')
    answer = served.raw(one + b'\x00garbage\r\n\r\n' + one)
    tally.expect(answer.count(b'HTTP/1.1 ') == 2 and b'HTTP/1.1 400' in answer, 'what follows garbage was answered')
    by_letters = b''
    with served.connect() as connection:
        for i in range(len(one)):
            connection.sendall(one[i:i + 1])
        connection.shutdown(socket.SHUT_WR)
        while piece := connection.recv(65536):
            by_letters += piece
    tally.expect(status(by_letters) == 200, 'a request that comes letter by letter is not answered')


def test_random(tally, served):
    """Requests with some bytes changed: never anything but an answer or a closed connection."""
    chance = random.Random(5)
    whole = get(b'/fr/phares/?q=a%20b', b'Origin: http://localhost\r\n', b'Accept: */*\r\n')
    for _ in range(300):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 6)):
            at = chance.randrange(len(data))
            data[at:at + chance.randint(0, 3)] = bytes(chance.randrange(256) for _ in range(chance.randint(0, 3)))
        with served.connect() as connection:
            try:
                connection.sendall(bytes(data))
                connection.shutdown(socket.SHUT_WR)
                connection.settimeout(10)
                answer = connection.recv(1000)
            except ConnectionError:
                answer = b''
            except TimeoutError:
                tally.expect(False, f'{bytes(data)!r} hangs')
                continue
        if answer and status(answer) not in (200, 302, 400, 403, 404, 405, 413, 505):
            tally.expect(False, f'{bytes(data)!r} was answered {answer[:80]!r}')
    tally.expect(served.is_alive(), 'the server did not outlive random bytes')


def test_slow_clients(tally, served):
    """Half requests and silent connections do not keep others out, and have their end."""
    slow = [served.connect() for _ in range(300)]
    for connection in slow:
        try:
            connection.sendall(b'GET / HTTP/1.1\r\nHost: local')
        except OSError:
            pass
    start = time.monotonic()
    tally.expect(served.get('/robots.txt')[0] == 200, 'a page is not answered beside 300 slow clients')
    tally.expect(time.monotonic() - start < 5, f'it took {time.monotonic() - start:.1f} s beside 300 slow clients')
    dripping = served.connect(30)
    start = time.monotonic()
    answer = b''
    dripping.settimeout(0.5)
    while time.monotonic() - start < 25 and not answer:
        try:
            dripping.sendall(b'GET / HTTP/1.1\r\n' if time.monotonic() - start < 0.5 else b'X: y\r\n')
            answer = dripping.recv(1000)
        except TimeoutError:
            continue
        except ConnectionError:
            break
    tally.expect(status(answer) == 408, f'a request that never ends was answered {answer[:80]!r}')
    tally.expect(8 < time.monotonic() - start < 20, f'it ended after {time.monotonic() - start:.1f} s')
    for connection in [*slow, dripping]:
        connection.close()
    # One that asks for much and takes nothing.
    greedy = served.connect()
    greedy.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1024)
    greedy.sendall((b'GET / HTTP/1.1\r\n' + HOST + b'\r\n') * 200)
    tally.expect(served.get('/robots.txt')[0] == 200, 'a client that takes nothing keeps others out')
    greedy.close()


def main():
    tally = Tally()
    with Serving(sys.argv[1]) as served:
        for test in (test_paths, test_hosts, test_origins, test_requests, test_pipelining, test_random, test_slow_clients):
            test(tally, served)
            tally.expect(served.is_alive(), f'{test.__name__}: the server is gone:\n{served.output()[-2000:]}')
        with served.connect() as left_open:
            left_open.sendall(b'GET / HTTP/1.1\r\n')
            tally.expect(served.stop() == 0, 'Ctrl-C does not end the server cleanly')
    tally.finish()


if __name__ == '__main__':
    main()
