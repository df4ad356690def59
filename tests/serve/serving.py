"""A served observatory for the tests: its own copy of a site's sources, the server, its event stream."""

import http.client
import json
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import tempfile
import threading
import time

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
LIGHTHOUSES = REPOSITORY / 'tests/sites/lighthouses'
PATIENCE = 60  # seconds, for what must happen; the machine may be busy


class Serving:
    """`with Serving(binary, root) as served`: runs `armillary serve` on any free port until the end of the block."""

    def __init__(self, binary, root=LIGHTHOUSES, *options):
        self.binary = str(pathlib.Path(binary).resolve())
        self.source = pathlib.Path(root)
        self.options = options

    def __enter__(self):
        memory = '/dev/shm' if os.access('/dev/shm', os.W_OK) else None
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix='armillary-serve-', dir=memory))
        for name in ('content', 'templates', 'static'):
            if (self.source / name).is_dir():
                shutil.copytree(self.source / name, self.folder / name)
        self.log = open(self.folder / 'log', 'w+', encoding='utf-8')
        self.process = subprocess.Popen([self.binary, 'serve', '--root', str(self.folder), '--port', '0', *self.options],
                                        stdout=self.log, stderr=self.log)
        self.port = self.find_port()
        return self

    def __exit__(self, *_):
        self.stop()
        self.log.close()
        shutil.rmtree(self.folder)

    def find_port(self):
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end and self.process.poll() is None:
            for line in self.output().splitlines():
                if line.startswith('http://'):
                    return int(line.split('/')[2].rsplit(':', 1)[1])
            time.sleep(0.02)
        raise RuntimeError(f'the server did not start:\n{self.output()}')

    def output(self):
        return (self.folder / 'log').read_text('utf-8')

    def stop(self):
        """Ends the server as Ctrl-C does; its exit status."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
        return self.process.wait(PATIENCE)

    def memory(self):
        """Resident, in KiB."""
        for line in pathlib.Path(f'/proc/{self.process.pid}/status').read_text().splitlines():
            if line.startswith('VmRSS'):
                return int(line.split()[1])
        return 0

    def get(self, path, method='GET', **headers):
        """(status, headers, text)"""
        connection = http.client.HTTPConnection('127.0.0.1', self.port, timeout=PATIENCE)
        try:
            connection.request(method, path, headers=headers)
            response = connection.getresponse()
            return response.status, dict(response.getheaders()), response.read().decode('utf-8', 'replace')
        finally:
            connection.close()

    def connect(self, timeout=PATIENCE):
        return socket.create_connection(('127.0.0.1', self.port), timeout)

    def raw(self, data, timeout=PATIENCE):
        """Sends bytes as they are, and reads until the server closes or has said nothing for two seconds."""
        out = b''
        with self.connect(timeout) as connection:
            try:
                connection.sendall(data)
                connection.settimeout(2)
                while piece := connection.recv(65536):
                    out += piece
            except (TimeoutError, ConnectionError):
                pass
        return out

    def is_alive(self):
        return self.process.poll() is None and self.get('/__armillary/reload.js')[0] == 200


class Events:
    """The states that a page hears of, read on a thread of their own."""

    def __init__(self, served):
        self.states = []
        self.arrived = threading.Condition()
        self.connection = http.client.HTTPConnection('127.0.0.1', served.port)
        self.connection.request('GET', '/__armillary/events')
        self.response = self.connection.getresponse()
        threading.Thread(target=self.read, daemon=True).start()
        self.wait(lambda state: True)

    def read(self):
        try:
            for line in self.response:
                if line.startswith(b'data: '):
                    with self.arrived:
                        self.states.append((time.monotonic(), json.loads(line[6:])))
                        self.arrived.notify_all()
        except (OSError, ValueError, AttributeError):
            pass  # the connection was closed

    def newest(self):
        with self.arrived:
            return self.states[-1][1]

    def wait(self, wanted, seconds=PATIENCE):
        """The time and the state of the newest one that is wanted, or None."""
        with self.arrived:
            holds = self.arrived.wait_for(lambda: self.states and wanted(self.states[-1][1]), seconds)
            return self.states[-1] if holds else None

    def close(self):
        self.connection.close()
