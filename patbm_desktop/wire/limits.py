"""How much of everything may travel at once; both ends hold to the same numbers.

Source: protocol, sections 1 and 5; never lowered later, or an old op would become too long.
"""

from patbm_desktop.domain.op import LONGEST_BODY

REQUEST = 4 * 1024 * 1024
"""Bytes of an inflated request."""

PAGE = 8 * 1024 * 1024
"""Bytes of an inflated answer."""

LINE = 2 * LONGEST_BODY + 1024
"""Bytes of one line, in a request, in a page or in a bundle: the longest op, every sign of it
escaped, and what stands beside it. Any less, and an op that is good could not travel."""

HEAD = 256 * 1024
"""Bytes of the first line of a request or an answer: 400 spaces and 200 verdicts fit in."""

MOST_LINES = 64 * 1024
"""Of an answer. Short lines are many long before they are many bytes."""

PART = 256 * 1024
"""Bytes of one sealed part of a photo."""

SMALL = 64 * 1024
"""Bytes of any message that carries no ops."""

MOST_OFFERS = 200
MOST_OFFER_BYTES = 256 * 1024
"""Of the bodies offered in one request; a single op is never too long for it."""

MOST_SPACES = 400
"""Of one device."""

LEAST_KIB = 64
MOST_KIB = 1024
"""Of an answer, as the client asks for it."""
