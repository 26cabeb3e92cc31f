"""Short ids that follow from what they stand for."""

try:  # as `random` does: hashlib brings OpenSSL, and loading that takes 1 % of `qa-bot ask`
    from _sha256 import sha256  # type: ignore[import-not-found]
except ImportError:  # Python 3.12 and later have it elsewhere
    from hashlib import sha256


def digest(text: str) -> str:
    """Return the first sixteen hexadecimal digits of the SHA-256 of *text*.

    >>> digest("")
    'e3b0c44298fc1c14'
    """
    return str(sha256(text.encode()).hexdigest()[:16])
