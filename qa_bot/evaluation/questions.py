"""Questions with known answers, as a person writes them: a line of JSONL or an entry of a YAML list each."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from hashlib import sha256
from typing import Self

from pydantic import ValidationInfo, field_validator, model_validator

from qa_bot.schema import Bound, Record, Status, plain

SLOTS = ("value", "bound", "unit", "period", "part_of", "claimant")  # of a figure; each is scored by itself
DECLINING = frozenset({Status.NOT_FOUND, Status.UNCLEAR})

_NUMBER = r"-?\d+(?:\.\d+)?"
_AMOUNT = re.compile(rf"({_NUMBER})(?:\s*(?:\.\.|-|–)\s*({_NUMBER}))?\s*%?")
_THOUSANDS = re.compile(r"(?<=\d)[,\u00a0\u202f ](?=\d{3}(?!\d))")
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_SEVERAL = ("status", "value", "must_not", "document", "quote", "quote_not", "text", "text_not", "missing", "nearest")


class Expected(Record):
    """What is asked of an answer. A field that is left out asks nothing."""

    status: tuple[Status, ...] = ()  # one, or any of several
    value: tuple[str, ...] = ()  # figures that the answer shows; the first is the one that answers
    any_order: bool = False  # several values, none of which comes before the others
    must_not: tuple[str, ...] = ()  # values that no figure of the answer has
    bound: Bound | None = None  # this and the next four: of the figure that answers
    unit: str | None = None
    period: str | None = None  # "2023-01-01/2023-12-31"; "2023" and "2023-03" are short for that
    part_of: str | None = None  # value of the whole
    claimant: str | None = None  # a part of the name
    document: tuple[str, ...] = ()  # one: where the figure stands; several: all are cited
    quote: tuple[str, ...] = ()  # fragments of cited quotes
    quote_not: tuple[str, ...] = ()
    short: str | None = None  # in the answer in the fewest words
    text: tuple[str, ...] = ()  # in the answer's text
    text_not: tuple[str, ...] = ()
    verdict: str | None = None  # of a yes/no question
    missing: tuple[str, ...] = ()  # slots that are said to be missing
    nearest: tuple[str, ...] = ()  # values among the nearest figures

    # Of two validators of a field the later one runs first.
    @field_validator("value", "must_not", "nearest", mode="before")
    @classmethod
    def _amounts(cls, value: object) -> object:
        return tuple(_amount(item) for item in value) if isinstance(value, Iterable) else value

    @field_validator(*_SEVERAL, mode="before")
    @classmethod
    def _one_or_several(cls, value: object) -> object:
        if value is None:
            return ()
        return tuple(value) if isinstance(value, list | tuple) else (value,)

    @field_validator("part_of", mode="before")
    @classmethod
    def _whole(cls, value: object) -> object:
        return None if value is None else _amount(value)

    @field_validator("period", mode="before")
    @classmethod
    def _dates(cls, value: object) -> object:
        return None if value is None else _period(value)

    @field_validator("verdict", mode="before")
    @classmethod
    def _yes_or_no(cls, value: object) -> object:
        text = {True: "yes", False: "no"}.get(value, value) if isinstance(value, bool) else value  # YAML reads a bare yes as true
        if text not in ("yes", "no", None):
            raise ValueError("is neither yes nor no")
        return text

    @property
    def declines(self) -> bool | None:
        """Whether the answer should decline; None where either will do or nothing is said."""
        if self.status:
            kinds = {status in DECLINING for status in self.status}
            return kinds.pop() if len(kinds) == 1 else None
        if self.missing or self.nearest:
            return True
        says = self.value or self.quote or self.short or self.text or self.verdict or self.document
        return False if says else None

    def __bool__(self) -> bool:
        """Return whether anything is asked of the answer."""
        return self != Expected()


class Question(Record):
    """A question with what is known of its answer."""

    id: str
    question: str
    category: str = "all"
    history: tuple[str, ...] = ()
    as_of: date | None = None
    docs: tuple[str, ...] = ()  # doc_ids or globs that the search is limited to
    expect: Expected = Expected()
    relevant: tuple[tuple[str, int], ...] = ()  # documents or passages with their grades
    draft: bool = False  # nobody has said yet what the answer is: not measured
    note: str | None = None

    @model_validator(mode="before")
    @classmethod
    def _named(cls, fields: object) -> object:
        """Give a question without an id one that is the same wherever it stands."""
        if not isinstance(fields, dict) or fields.get("id") is not None:
            return fields
        said = "\0".join([*map(str, fields.get("history") or ()), str(fields.get("question"))])
        return {**fields, "id": "q-" + sha256(said.encode("utf-8", "replace")).hexdigest()[:8]}

    @field_validator("id", "category", mode="before")
    @classmethod
    def _names(cls, value: object) -> object:
        text = str(value) if isinstance(value, int) and not isinstance(value, bool) else value
        if isinstance(text, str) and not text.strip():
            raise ValueError("is empty")
        return text

    @field_validator("question")
    @classmethod
    def _asks(cls, value: str) -> str:
        if not any(letter.isprintable() and not letter.isspace() for letter in value):
            raise ValueError("is empty")
        return value

    @field_validator("history", "docs", mode="before")
    @classmethod
    def _texts(cls, value: object) -> object:
        return () if value is None else value

    @field_validator("as_of", mode="before")
    @classmethod
    def _day(cls, value: object) -> object:
        if isinstance(value, str):
            try:
                return date.fromisoformat(value)
            except ValueError:
                raise ValueError(f'is no date: {value!r}; write it as "2024-05-31"') from None
        return value

    @field_validator("relevant", mode="before")
    @classmethod
    def _grades(cls, value: object) -> object:
        if isinstance(value, Mapping):
            pairs = tuple((str(name), grade) for name, grade in value.items())
        elif isinstance(value, list | tuple):
            pairs = tuple(item if isinstance(item, tuple) else _pair(item) for item in value)
        else:
            pairs = ((str(value), 1),)
        for name, grade in pairs:
            if isinstance(grade, bool) or not isinstance(grade, int):
                raise ValueError(f"the grade of {name!r} is no whole number: {grade!r}")
        return pairs

    @model_validator(mode="after")
    def _says_something(self, info: ValidationInfo) -> Self:
        unjudged = bool(info.context and info.context.get("unjudged"))
        if not (self.draft or unjudged or self.expect or self.relevant):
            raise ValueError('nothing is expected: add "expect" (status, value ...) or "relevant" (documents)')
        return self

    @property
    def judged(self) -> dict[str, int]:
        """The documents or passages that bear on it, with their grades; none for a question that should be declined."""
        if self.expect.declines:
            return {}
        return dict(self.relevant) or dict.fromkeys(self.expect.document, 1)


def _pair(item: object) -> tuple[str, object]:
    if isinstance(item, list) and len(item) == 2:
        return str(item[0]), item[1]
    return str(item), 1


def _amount(value: object) -> str:
    """Return the amount as plain digits, a range as "30..40"."""
    if isinstance(value, bool) or not isinstance(value, str | int | float | Decimal):
        raise ValueError(f"is no number: {value!r}")  # pydantic words ValueError, and passes a TypeError on
    found = _AMOUNT.fullmatch(_THOUSANDS.sub("", str(value).strip()))
    if found is None:
        raise ValueError(f'is no number: {value!r}; write 114, 33.3 or, for a range, "30..40"')
    return "..".join(plain(Decimal(part)) for part in found.groups() if part is not None)


def _period(value: object) -> str:
    """Return a period as "2023-01-01/2023-12-31"."""
    parts = [str(part).strip() for part in value] if isinstance(value, list) else [part.strip() for part in str(value).split("/")]
    wrong = ValueError(f'is no period: {value!r}; write "2023", "2023-03", "2023-03-31" or "2023-01-01/2023-06-30"')
    if len(parts) not in (1, 2):
        raise wrong
    try:
        start, end = _days(parts[0])[0], _days(parts[-1])[1]
    except ValueError:
        raise wrong from None
    if start > end:
        raise ValueError(f"ends before it starts: {value!r}")
    return f"{start}/{end}"


def _days(text: str) -> tuple[date, date]:
    """Return the first and the last day of a year, a month or a day."""
    found = _DATE.fullmatch(text)
    if found is None:
        raise ValueError(text)
    year, month, day = (int(part) if part else None for part in found.groups())
    if year is None:
        raise ValueError(text)
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if day is not None:
        return date(year, month, day), date(year, month, day)
    following = date(year + month // 12, month % 12 + 1, 1)
    return date(year, month, 1), date.fromordinal(following.toordinal() - 1)
