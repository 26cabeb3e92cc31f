"""The figures of the shipped corpus, and of the five public texts that it retells and that stand beside the project on some machines."""

from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
CORPUS_FOLDER = ROOT / "corpus"
FOLDER = ROOT.parent / "shared" / "seeds"
ABSENT = f"the five texts are not there ({FOLDER.parent.name}/{FOLDER.name} beside the project)"

_2012 = ("2012-01-01", "2012-12-31")
_2023 = ("2023-01-01", "2023-12-31")
_WINTER = ("2022-01-01", "2022-02-28")
_SPRING = ("2022-03-01", "2022-06-30")


class Expected(NamedTuple):
    """A figure of a document; *doc* is how its name begins, *period* None where it cannot be resolved."""

    doc: str
    surface: str
    value: str
    period: tuple[str, str] | None
    bound: str = "exact"
    part_of: str | None = None


SEEDS = (
    Expected("000", "four", "4", _WINTER),
    Expected("000", "60", "60", _SPRING),
    Expected("000", "28", "28", _SPRING, "at_least", "60"),
    Expected("001", "66", "66", _2023),
    Expected("001", "34", "34", _2023, part_of="66"),
    Expected("001", "26", "26", _2023, part_of="34"),
    Expected("001", "4", "4", _2023, part_of="34"),
    Expected("001", "2", "2", _2023, part_of="34"),
    Expected("001", "1", "1", _2023, part_of="34"),
    Expected("001", "1", "1", _2023, part_of="34"),
    Expected("001", "114", "114", _2023),
    Expected("001", "38", "38", _2023, part_of="114"),
    Expected("001", "151", "151", _2023),
    Expected("001", "376", "376", _2023),
    Expected("002", "3000", "3000", ("2022-01-01", "2022-08-31"), "more_than"),
    Expected("002", "42", "42", ("2022-01-01", "2022-10-14")),
    Expected("003", "140 thousand", "140000", None, "about"),
    Expected("003", "70", "70", None, "more_than"),
    Expected("003", "20", "20", None, "more_than"),
    Expected("004", "1124", "1124", _2012),
    Expected("004", "229", "229", _2012, part_of="439"),
    Expected("004", "439", "439", _2012),
    Expected("004", "9", "9", ("2011-08-01", "2013-06-30")),
)

CORPUS = (
    Expected("western", "four", "4", _WINTER),
    Expected("western", "60", "60", _SPRING),
    Expected("western", "28", "28", _SPRING, "at_least", "60"),
    Expected("prosecutors", "66", "66", _2023),
    Expected("prosecutors", "34", "34", _2023, part_of="66"),
    Expected("prosecutors", "26", "26", _2023, part_of="34"),
    Expected("prosecutors", "4", "4", _2023, part_of="34"),
    Expected("prosecutors", "2", "2", _2023, part_of="34"),
    Expected("prosecutors", "1", "1", _2023, part_of="34"),
    Expected("prosecutors", "1", "1", _2023, part_of="34"),
    Expected("prosecutors", "114", "114", _2023),
    Expected("prosecutors", "114", "114", _2023),  # said again: "38 of the 114 cases"
    Expected("prosecutors", "38", "38", _2023, part_of="114"),
    Expected("prosecutors", "151", "151", _2023),
    Expected("prosecutors", "376", "376", _2023),
    Expected("cybercrime", "3,000", "3000", ("2022-01-01", "2022-08-31"), "more_than"),
    Expected("cybercrime", "42", "42", ("2022-01-01", "2022-10-14")),
    Expected("interpol", "140 thousand", "140000", None, "about"),
    Expected("interpol", "70", "70", None, "more_than"),
    Expected("interpol", "20", "20", None, "more_than"),
    Expected("central", "1,124", "1124", _2012),
    Expected("central", "229", "229", _2012, part_of="439"),
    Expected("central", "439", "439", _2012),
    Expected("central", "nine", "9", ("2011-08-01", "2013-06-30")),
)

# Who claims the figures of a document, (surface, part of the name): "" stands for all that are not listed.
CLAIMANTS = {
    "000": {"": "Tarabrin"},
    "001": {"": "Prosecutor General"},
    "002": {"": "Plokhov"},
    "003": {"": "Kolokoltsev"},
    "004": {"": "General Prosecutor", "9": "Amnesty International"},
    "western": {"": "Tarabrin"},
    "prosecutors": {"": "Prosecutor General"},
    "cybercrime": {"": "Plokhov"},
    "interpol": {"": "Kolokoltsev"},
    "central": {"": "General Prosecutor", "nine": "Amnesty International"},
}
