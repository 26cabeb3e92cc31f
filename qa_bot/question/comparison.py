"""The two questions in a comparison: "did the club win more matches than its rival?", "the difference between A and B"."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from qa_bot.question.reading import describe_query
from qa_bot.schema import Kind, Operation, Query
from qa_bot.text.asking import Comparing, asking
from qa_bot.text.nominals import unit_of
from qa_bot.text.syntax import TIME, Phrase, Syntax
from qa_bot.text.tagger import features

COMPARING = frozenset({Kind.COUNT, Kind.COMPARE, Kind.YES_NO})
_VERBS = frozenset({"VERB", "VB", "VBN", "VBG"})
_MARKS = frozenset("?!.,;:")


class Sides(NamedTuple):
    """A question for each side, and whether the first is asked to be the larger."""

    first: str
    second: str
    more: bool = True


def sides(syntax: Syntax, kind: Kind) -> Sides | None:
    """Return the two questions that *syntax*, a question of *kind*, compares; None where it compares times or numbers, or nothing."""
    how = asking(syntax.language).comparing
    if kind not in COMPARING:
        return None
    match = how.more.search(syntax.text)
    if match is None:
        return _between(syntax, how)
    than = _at(syntax, match.start(3))
    if "NUM" in syntax.tags[than : than + 2] or _is_time(syntax, than):
        return None
    parted = _Parted.of(syntax, _at(syntax, match.start(1)), than)
    first, second = parted.framed() if parted is not None else (f"{how.prefix} {match[2] or ''}", f"{how.prefix} {match[3]}")
    return Sides(first, second, match[1].lower() == how.greater)


def pair(text: str, compared: Sides, kind: Kind, read: Callable[[str], Query]) -> Query:
    """Return the query for a difference between two subjects; each takes from the other the slots that only one names."""
    first, second = read(compared.first), read(compared.second)
    first, second = _filled(first, second), _filled(second, first)
    return first.model_copy(
        update={
            "text": text,
            "kind": kind if kind is Kind.YES_NO else Kind.COMPARE,
            "operation": Operation.DIFFERENCE,
            "descending": compared.more,
            "parts": (first, second),
            "read_as": f"{describe_query(first)}; {describe_query(second)}",
        }
    )


def _filled(query: Query, other: Query) -> Query:
    slots, donor = query.slots, other.slots
    taken = {slot: getattr(slots, slot) or getattr(donor, slot) for slot in ("action", "actor", "direction", "reason", "place")}
    held = {term for terms in taken.values() for term in terms}
    names = [name for name in other.names if name in held]  # and not those of the other side itself
    update: dict[str, object] = {
        "period": query.period or other.period,
        "names": tuple(dict.fromkeys((*query.names, *names))),
    }
    if not slots.head:
        taken |= {"head": donor.head, "counted": donor.counted}
        update |= {"counted": other.counted, "unit": other.unit, "things": tuple(dict.fromkeys((*query.things, *other.things)))}
    filled = query.model_copy(update={"slots": slots.model_copy(update=taken), **update})
    return filled.model_copy(update={"read_as": describe_query(filled), "terms": tuple(dict.fromkeys((*query.terms, *other.terms)))})


def _at(syntax: Syntax, place: int) -> int:
    """The token that begins at, or after, the character *place*."""
    return next((index for index, token in enumerate(syntax.tokens) if token.start >= place), len(syntax.tokens))


def _is_time(syntax: Syntax, than: int) -> bool:
    """Whether what is compared with is a time: "than in 2022", "than it was in 2022"."""
    rest = iter(syntax.tags[than:])
    return next((tag for tag in rest if tag not in ("PRON", "AUX", "ADP", "DET")), "") == TIME


def _between(syntax: Syntax, how: Comparing) -> Sides | None:
    """ "The difference between the number of A and the number of B": both must name a thing, two years name none."""
    match = how.difference.search(syntax.text)
    if match is None or any({TIME, "NUM"} & {*syntax.tags[(at := _at(syntax, match.start(side))) : at + 2]} for side in (1, 2)):
        return None
    return Sides(f"{how.prefix} {match[1]}", f"{how.prefix} {match[2]}")


class _Parted(NamedTuple):
    """ "[Did the club] [win] more [matches] [in May] than [its rival]": token ranges, *support* "did", *doer* and *verb* may be empty."""

    syntax: Syntax
    support: range
    doer: range
    verb: range
    thing: range
    rest: range  # of the first side behind its thing
    other: range  # the second side

    @classmethod
    def of(cls, syntax: Syntax, more: int, than: int) -> "_Parted | None":
        first, last = _trimmed(syntax, than, len(syntax.tokens))
        _, stop = _trimmed(syntax, more + 1, than - 1)  # without "than" itself
        phrase = next((phrase for phrase in syntax.phrases if more < phrase.last and phrase.first <= more + 1 < stop), None)
        if first >= last or (phrase is not None and phrase.last > stop):
            return None
        bare = stop if syntax.tags[more + 1] not in ("ADP", "ADV") else more + 1
        thing = range(more + 1, _end(syntax, phrase, stop) if phrase is not None else bare)
        rest, other = range(thing.stop, stop), range(first, last)
        if syntax.language == "ru":
            asked = range(more if syntax.tokens[1].lower in asking("ru").words["whether"] else 0)  # "выиграл ли клуб больше матчей"
            return cls(syntax, asked[:0], asked[2:], asked[:1], thing, rest, other)
        ahead = range(more)
        if (
            syntax.tokens[0].lower in asking(syntax.language).words["asking_many"]
        ):  # "how many more matches did the club win than its rival"
            ahead, rest = (rest, rest[:0]) if rest and syntax.tokens[rest.start].lower in syntax.words["auxiliaries"] else (ahead[:0], rest)
        verb = next((index for index in ahead[1:] if syntax.tags[index] in _VERBS), ahead.stop)
        return cls(syntax, ahead[:1], range(ahead.start + 1, verb) if ahead else ahead, range(verb, ahead.stop), thing, rest, other)

    def framed(self) -> tuple[str, str]:
        """The questions of both sides: whole ones where the second says another thing, doer, deed or circumstance; else as it stands."""
        syntax, other = self.syntax, self.other
        phrase, tag = _phrase_from(syntax, other.start), syntax.tags[other.start]
        loose = self._said(), self._many(self._text(other), "")
        if tag == "PRON" and syntax.tokens[other.start].lower in syntax.words["third_persons"]:
            if not self.doer or other[1:2] == other[2:2] or syntax.tags[other.start + 1] == "AUX":
                return loose
            deed = f"{syntax.lemma(other.start + 1)} {self._text(other[2:])}".strip()  # "than it convicted in May": did it convict in May
            return self._said(), f"{self._said(verb=range(0), rest=range(0))} {deed}"
        if tag in ("ADP", "SCONJ") and phrase is None:
            return self._turned() or loose
        if tag in _VERBS or tag == "AUX":  # "did more people die than were born"
            return self._said(), self._many(self._text(self.thing), self._text(other))
        if phrase is None or syntax.tags[phrase.head] == "PRON":
            return loose
        quoted = tag == "PUNCT" and syntax.tags[phrase.last : phrase.last + 1] == ["PUNCT"]
        named = range(other.start, phrase.last + quoted)
        tail = range(named.stop, other.stop)
        if self.verb and self._does(phrase):
            return self._said(tail=tail), self._said(doer=named, tail=tail)
        thing = self._thing(named)
        if self.verb or self.rest:
            return self._said(tail=tail), self._many(thing, self._frame(tail=tail))
        frame = self._frame(verb=tail)
        return self._many(self._text(self.thing), frame), self._many(thing, frame)

    def _turned(self) -> tuple[str, str] | None:
        """ "By people than by lightning": the circumstance of the second side in the place of the first's, behind the same word."""
        cue = self.syntax.tokens[self.other.start].lower
        whole = range(self.thing.start, self.rest.stop) if self.rest else self.thing
        places = [index for index in whole if self.syntax.tokens[index].lower == cue]
        places = places or [index for index in self.rest if self.syntax.tags[index] == "ADP"]
        if not places:
            return None
        at = places[-1]
        thing, rest = (
            range(self.thing.start, min(at, self.thing.stop)),
            range(self.rest.start, max(at, self.rest.start)) if self.rest else self.rest,
        )
        first = range(at, whole.stop)
        return tuple(  # type: ignore[return-value]
            self._many(self._text(thing), self._frame(rest=rest, tail=said)) for said in (first, self.other)
        )

    def _said(self, **parts: range) -> str:
        return self._many(self._text(self.thing), self._frame(**parts))

    def _many(self, thing: str, frame: str) -> str:
        how = asking(self.syntax.language).comparing
        return f"{how.prefix} {thing} {frame}" if thing else f"{how.amount} {frame}"

    def _frame(self, *, doer: range | None = None, verb: range | None = None, rest: range | None = None, tail: range | None = None) -> str:
        pieces = (
            self.support,
            self.doer if doer is None else doer,
            self.verb if verb is None else verb,
            self.rest if rest is None else rest,
        )
        return " ".join(text for piece in (*pieces, tail) if piece is not None and (text := self._text(piece)))

    def _thing(self, named: range) -> str:
        """What the second side counts: of "more tonnes of apples than pears" tonnes of pears."""
        of = next((index for index in self.thing if self.syntax.tokens[index].lower in self.syntax.words["partitives"]), None)
        partitive = of is not None and self.syntax.tokens[named.start].lower not in self.syntax.words["partitives"]
        return f"{self._text(range(self.thing.start, of + 1))} {self._text(named)}" if partitive and of is not None else self._text(named)

    def _does(self, phrase: Phrase) -> bool:
        """Whether the second side names a doer like the first's, and no thing: a name beside a name, a person, not counted, beside one."""
        syntax = self.syntax
        first = _phrase_from(syntax, self.doer.start) if self.doer else None
        thing = _phrase_from(syntax, self.thing.start) if self.thing else None
        if first is None or thing is None:
            return first is not None
        if syntax.language == "ru":
            cases = features(syntax.tokens[phrase.head].lower, "ru")
            return "nomn" in cases or syntax.tags[phrase.head] == "PROPN"
        named = [syntax.tags[head] == "PROPN" for head in (first.head, phrase.head, thing.head)]
        if any(named):
            return named[1]
        sorts = [unit_of(syntax, head) == "person" for head in (first.head, phrase.head, thing.head)]
        if sorts[0] == sorts[1] != sorts[2]:
            return True
        definite = [syntax.tags[noun.first] == "DET" for noun in (first, phrase, thing)]
        return definite[0] == definite[1] != definite[2]

    def _text(self, tokens: Sequence[int]) -> str:
        text = self.syntax.slice(tokens[0], tokens[-1] + 1) if tokens else ""
        return text.lower() if tokens and tokens[0] == 0 else text


def _phrase_from(syntax: Syntax, at: int) -> Phrase | None:
    """The noun phrase that begins at *at*, behind a quotation mark too."""
    phrase = syntax.phrase_at(at)
    return phrase if phrase is not None or syntax.tags[at] != "PUNCT" else syntax.phrase_at(at + 1)


def _trimmed(syntax: Syntax, first: int, last: int) -> tuple[int, int]:
    """The tokens from *first* to *last* without the marks at both ends."""
    while last > first and syntax.tokens[last - 1].surface in _MARKS:
        last -= 1
    while first < last and syntax.tokens[first].surface in _MARKS:
        first += 1
    return first, last


def _end(syntax: Syntax, phrase: Phrase, stop: int) -> int:
    """Where the counted thing ends, its "of" phrases included."""
    end = phrase.last
    while end < stop and syntax.tokens[end].lower in syntax.words["partitives"]:
        inner = next((other for other in syntax.phrases if other.first == end + 1), None)
        if inner is None:
            break
        end = inner.last
    return min(end, stop)
