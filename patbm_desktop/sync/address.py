"""The address of a server, as a person types it."""

import ipaddress
import re
from typing import NamedTuple
from urllib.parse import urlsplit

from patbm_desktop.domain.fault import Fault, Refusal

LONGEST = 253
_HERE = "localhost"
_NAME = re.compile(r"[a-z0-9_-]+(\.[a-z0-9_-]+)*\.?")


class Address(NamedTuple):
    """Where a server is; `host` is the authority part, which a laptop signs to be let in."""

    url: str
    host: str

    @property
    def is_plain(self) -> bool:
        """Whether it is spoken to without TLS; only ever on this very machine."""
        return self.url.startswith("http:")


def parse_address(typed: str) -> Address:
    """Read an address; without a scheme it is an `https` one.

    Raises:
        Fault: SERVER_ADDRESS, it is none, it carries more than a name and a port, or it would send
            notes over a network unencrypted.
    """
    text = typed.strip()
    if len(text) > LONGEST or not text.isascii():
        raise Fault(Refusal.SERVER_ADDRESS)
    try:
        parts = urlsplit(text if "://" in text else f"https://{text}")
        name, port = parts.hostname or "", parts.port
    except ValueError as error:
        raise Fault(Refusal.SERVER_ADDRESS) from error
    is_bare = not (parts.path.strip("/") or parts.query or parts.fragment or parts.username)
    if not (name and is_bare and _is_safe(parts.scheme, name)):
        raise Fault(Refusal.SERVER_ADDRESS)
    shown = f"[{name}]" if ":" in name else name
    host = shown if port is None else f"{shown}:{port}"
    return Address(f"{parts.scheme}://{host}", host)


def _is_safe(scheme: str, name: str) -> bool:
    """Say whether notes may travel so; plain HTTP only to a server on the same machine."""
    return _is_name(name) and (scheme == "https" or (scheme == "http" and _is_here(name)))


def _is_name(name: str) -> bool:
    return bool(_NAME.fullmatch(name)) or _number(name) is not None


def _is_here(name: str) -> bool:
    number = _number(name)
    return name == _HERE or (number is not None and number.is_loopback)


def _number(name: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(name)
    except ValueError:
        return None
