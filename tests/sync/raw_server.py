"""A server that says exactly the bytes a test gives it, however little they are HTTP."""

import socket
import threading
from contextlib import contextmanager

HELLO = b'{"patbm":1,"now":"2026-11-21T20:00:00+08:00","formats":[1]}'
CHALLENGE = b'{"nonce":"' + b"ab" * 32 + b'"}'
TOKEN = b'{"token":"t"}'


def reply(status, body=b"", *headers):
    """Return an answer as it goes over the line."""
    lines = [f"HTTP/1.1 {status} x", f"Content-Length: {len(body)}", *headers, "", ""]
    return "\r\n".join(lines).encode("latin-1") + body


def greeting(last):
    """Say what a true server says until it is asked to sync, and then `last`."""

    def answer(head, has_token):
        if head.startswith(b"GET /v1/hello"):
            return reply(200, HELLO)
        if head.startswith(b"POST /v1/token"):
            return reply(200, TOKEN)
        return last if has_token else reply(401, CHALLENGE)

    return answer


class RawServer:
    """Reads one request after the other and answers with whatever `answer` returns."""

    def __init__(self, answer):
        self.answer = answer
        self.asked = []
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port = self._listening.getsockname()[1]
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    @property
    def address(self):
        return f"http://127.0.0.1:{self.port}"

    def stop(self):
        self._is_over = True
        socket.create_connection(("127.0.0.1", self.port)).close()
        self._thread.join()
        self._listening.close()

    _is_over = False

    def _run(self):
        while True:
            line, _ = self._listening.accept()
            with line:
                if self._is_over:
                    return
                self._serve(line)

    def _serve(self, line):
        """Answer one request and hang up."""
        line.settimeout(5)
        try:
            head, body = _request(line)
            if not head:
                return
            self.asked.append((head, body))
            line.sendall(self.answer(head, b"Authorization" in head))
            line.shutdown(socket.SHUT_WR)
        except OSError:
            return


def _request(line):
    raw = b""
    while b"\r\n\r\n" not in raw:
        part = line.recv(65536)
        if not part:
            return b"", b""
        raw += part
    head, _, body = raw.partition(b"\r\n\r\n")
    size = 0
    for each in head.split(b"\r\n"):
        if each.lower().startswith(b"content-length:"):
            size = int(each.partition(b":")[2])
    while len(body) < size:
        body += line.recv(65536)
    return head, body


@contextmanager
def raw_server(answer):
    """Give a running raw server."""
    made = RawServer(answer)
    try:
        yield made
    finally:
        made.stop()
