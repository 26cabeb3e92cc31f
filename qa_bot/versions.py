"""Which version of a stage made what an index holds. They stand here so that a question can check them without loading the stages."""

from pathlib import Path

INGEST = "ingest-1"  # grows when the same file gives other documents or passages
EXTRACTOR = "figures-1"  # grows when the same text gives other figures

_MADE_BY = {INGEST: ("ingest",), EXTRACTOR: ("figures", "text")}
_SOURCES = (".py", ".toml", ".txt", ".json", ".bin")


def stamped(version: str) -> str:
    """Return *version* with a hash of the code and the word lists of its stage: "figures-1+9f2c01ab".

    A build compares the whole, so that figures made by other code or other words are never carried over; a question compares what
    stands before the plus.
    """
    import hashlib  # brings OpenSSL, for which a question has no use

    root = Path(__file__).parent
    digest = hashlib.sha256()
    for package in _MADE_BY[version]:
        for path in sorted(path for path in (root / package).rglob("*") if path.suffix in _SOURCES):
            digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes())
    return f"{version}+{digest.hexdigest()[:8]}"
