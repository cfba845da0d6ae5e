"""What a decoder of this layer raises, and nothing else."""


class BadMessage(Exception):
    """Raised when bytes are not what the protocol says; names the part, never the content."""


class TooLarge(BadMessage):
    """Raised when a message is larger than its limit, before more of it is read."""
