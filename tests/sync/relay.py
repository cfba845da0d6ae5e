"""Stands between laptops and a real server, and does to a sync request what a test wants.

What can happen is that of `tests/sync/world.py`: *request lost*, *answer lost* (half of it comes),
*twice*, *late* (it arrives after the request that is sent next), or a function that changes the
answer. Whatever is not a sync request, and whatever nothing is said about, goes through as it is.
"""

import threading
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from patbm_desktop.wire.gzipped import pack, unpack
from patbm_desktop.wire.limits import PAGE, REQUEST
from patbm_desktop.wire.messages import Answer, Request

HOST = "127.0.0.1"
HOP = {"connection", "transfer-encoding", "content-length", "date", "server"}


class Relay:
    """A line over which bytes go; `target` is where the server listens."""

    def __init__(self):
        self.target = ""
        self.happens, self.asked, self.late = [], [], []
        self._lost = b""
        self._listening = ThreadingHTTPServer((HOST, 0), _Handler)
        self._listening.daemon_threads = True
        self._listening.relay = self
        self._listening.handle_error = lambda *_: None
        self._thread = threading.Thread(target=self._listening.serve_forever, args=(0.05,))
        self._thread.start()

    @property
    def host(self):
        return f"{HOST}:{self._listening.server_address[1]}"

    def start_anew(self):
        """Forget what was to happen, and what is on its way still."""
        self.happens, self.asked, self.late, self._lost = [], [], [], b""

    def stop(self):
        self._listening.shutdown()
        self._thread.join()
        self._listening.server_close()

    def act(self, body):
        """Return what is to happen to the next request; one sent again is the same request."""
        again, self._lost = body == self._lost, b""
        if again:
            return "lost again"
        self.asked.append(Request.decode(unpack(body, REQUEST)))
        return self.happens.pop(0) if self.happens else None

    def carry(self, handler, body):
        """Let the next thing happen to a sync request; give its answer, or hang up."""
        act, sent = self.act(body), (handler.command, handler.path, dict(handler.headers), body)
        if act in ("request lost", "late", "lost again"):
            self._lost = b"" if act == "lost again" else body
            self.late += [sent] if act == "late" else []
            handler.close_connection = True
            return
        status, headers, answer = self.ask(*sent)
        if act == "twice":
            status, headers, answer = self.ask(*sent)
        while self.late:
            self.ask(*self.late.pop(0))
        if callable(act) and status == 200:
            answer = pack(act(Answer.decode(_plain(headers, answer))).encode())
            headers["Content-Encoding"] = "gzip"
        handler.give(status, headers, answer, is_cut=act == "answer lost")

    def ask(self, method, path, headers, body):
        """Ask the server, and return what it says."""
        line = HTTPConnection(self.target, timeout=60)
        try:
            line.request(method, path, body, headers)
            reply = line.getresponse()
            found = {k: v for k, v in reply.getheaders() if k.lower() not in HOP}
            return reply.status, found, reply.read()
        finally:
            line.close()


def _plain(headers, body):
    return unpack(body, PAGE) if headers.get("Content-Encoding") == "gzip" else body


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def _serve(self):
        relay = self.server.relay
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        if self.path == "/v1/sync" and body:
            relay.carry(self, body)
            return
        self.give(*relay.ask(self.command, self.path, dict(self.headers), body))

    do_GET = do_POST = do_PUT = do_HEAD = _serve  # noqa: N815  (the library's names)

    def give(self, status, headers, body, *, is_cut=False):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body[: len(body) // 2] if is_cut else body)
        self.close_connection = is_cut or self.close_connection

    def log_message(self, *_):
        """Say nothing."""
