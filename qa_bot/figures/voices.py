"""Who says it: the claimant of each sentence, through "according to", "said", quotations and "the department" named elsewhere."""

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from qa_bot.figures.units import Unit
from qa_bot.schema import Basis, BlockKind, Claimant, Document, Span
from qa_bot.text.lexicon import Kinds
from qa_bot.text.nominals import complement_end, opens_with
from qa_bot.text.syntax import TIME, Phrase, Syntax, VerbGroup

ROLE_LENGTH = 160  # characters; longer "roles" are clauses that the chunker took along


class Sort(StrEnum):
    PERSON = "person"
    ORGANISATION = "organisation"
    TEXT = "text"  # "the statement", "the report"


class Voice(NamedTuple):
    """A speaker as one sentence names it; *named* is False for "he", "the department": who that is stands elsewhere."""

    name: str
    role: str | None
    outlet: str | None
    sort: Sort
    named: bool


class Voices:
    """The claimants of one document, sentence by sentence."""

    def __init__(self, document: Document, units: list[Unit]) -> None:
        self.document = document
        self.units = units
        self._place = {id(unit): index for index, unit in enumerate(units)}
        self._spoken: list[Voice | None] | None = None

    def claimant_of(self, unit: Unit) -> tuple[Claimant | None, list[Span]]:
        """Return who claims what *unit* says, and the spans of the sentences that say so, when not its own."""
        index = self._place[id(unit)]
        source = self._source(index)
        if source is not None:
            voice, place = self._identified(source)
            basis = Basis.STATED if source == index else Basis.CONTEXT
            if voice is not None:
                spans = [self.units[at].span for at in dict.fromkeys((source, place)) if at != index]
                return Claimant(name=voice.name, role=voice.role, outlet=voice.outlet, basis=basis), spans
        if self.document.speaker:
            return Claimant(name=self.document.speaker, basis=Basis.CONTEXT), []
        return None, []

    @property
    def spoken(self) -> list[Voice | None]:
        """For each unit, the speaker that it names."""
        if self._spoken is None:
            self._spoken = [_voice(unit) for unit in self.units]
        return self._spoken

    def _source(self, index: int) -> int | None:
        """The unit that names the speaker of unit *index*: itself; in its paragraph, the one that closes its quotation, else the
        nearest before, else (within quotation marks) after; else the paragraph before, when the sentence goes on from it."""
        if self.spoken[index] is not None:
            return index
        unit = self.units[index]
        if unit.intro is not None:
            return self._source(self._place[id(unit.intro)])
        first, last = self._paragraph(index)
        quoted = self._in_quotation(first, index)
        if quoted:
            after = next((at for at in range(index + 1, last) if self.spoken[at] is not None), None)
            if after is not None:
                return after
        before = next((at for at in range(index - 1, first - 1, -1) if self.spoken[at] is not None), None)
        if before is not None:
            return before
        if first and (quoted or self._goes_on(first)):
            return self._source(first - 1)
        return None

    def _paragraph(self, index: int) -> tuple[int, int]:
        first, last, block = index, index + 1, self.units[index].block
        while first and self.units[first - 1].block == block:
            first -= 1
        while last < len(self.units) and self.units[last].block == block:
            last += 1
        return first, last

    def _in_quotation(self, first: int, index: int) -> bool:
        """Whether a quotation that opened in the paragraph is still open where unit *index* begins, or opens with it."""
        unit = self.units[index]
        words = unit.syntax.words
        text = self.document.text[self.units[first].start : unit.start + 1]
        opened = sum(text.count(sign) for sign in words["quote_openers"] if sign not in words["quote_closers"])
        closed = sum(text.count(sign) for sign in words["quote_closers"] if sign not in words["quote_openers"])
        straight = text.count('"')
        return opened > closed or straight % 2 == 1

    def _goes_on(self, first: int) -> bool:
        """Whether the paragraph that begins with unit *first* goes on with the speaker of the one before."""
        unit = self.units[first]
        if unit.kind is not BlockKind.PARAGRAPH or self.units[first - 1].passage.headings != unit.passage.headings:
            return False
        return opens_with(unit.syntax, "connectives")

    def _identified(self, index: int) -> tuple[Voice | None, int]:
        """The named speaker behind the one that unit *index* names, and the unit that names it in full."""
        voice = self.spoken[index]
        if voice is None:
            return None, index
        if voice.named:
            return self._in_full(voice, index)
        for at in (*range(index - 1, -1, -1), *range(index + 1, len(self.units))):
            other = self.spoken[at]
            if other is not None and other.named and (voice.sort is Sort.TEXT or other.sort is voice.sort):
                full, place = self._in_full(other, at)
                return full._replace(outlet=full.outlet or voice.outlet), place
        return (voice if voice.sort is Sort.ORGANISATION else None), index

    def _in_full(self, voice: Voice, index: int) -> tuple[Voice, int]:
        """The fullest form of a person's name: "Tarabrin" is the Vladimir Tarabrin named before."""
        if voice.sort is not Sort.PERSON:
            return voice, index
        surname = voice.name.split()[-1]
        for at, other in enumerate(self.spoken):
            if other is not None and other.named and other.name.split()[-1] == surname and len(other.name) > len(voice.name):
                return other._replace(role=other.role or voice.role), at
        if voice.role is None:
            for at, other in enumerate(self.spoken):
                if other is not None and other.name == voice.name and other.role:
                    return other, at
        return voice, index


# ---------------------------------------------------------------- one sentence


def _voice(unit: Unit) -> Voice | None:
    """The speaker that the sentence of *unit* names, if it reports what somebody says."""
    syntax = unit.syntax
    for mention in syntax.mentions:
        if mention.kinds & Kinds.SOURCE:
            phrase = next((phrase for phrase in syntax.phrases if phrase.first >= mention.last), None)
            if phrase is not None and phrase.first <= mention.last + 1:
                phrase = _giver(syntax, phrase)
                found = _speaker(syntax, phrase.first, _right_end(syntax, phrase.first))
                if found is not None:
                    return found
    for group in _reporting(syntax):
        found = _speaker(syntax, _left_start(syntax, group.first), group.first) or _inverted(syntax, group)
        if found is not None:
            return found
    return None


def _giver(syntax: Syntax, phrase: Phrase) -> Phrase:
    """The one whom information comes from: "the information provided by the ministry", "data of the bank", "a report from the union"."""
    if syntax.tokens[phrase.head].lower not in syntax.words["speaking_texts"]:
        return phrase
    index = phrase.last
    while index < len(syntax.tokens) and syntax.tags[index] in ("VBN", "ADV", "ADP"):
        index += 1
    giver = syntax.phrase_at(index) if phrase.last < index < len(syntax.tokens) else None
    return giver if giver is not None and giver.first == index else phrase


def _reporting(syntax: Syntax) -> Iterator[VerbGroup]:
    """The verb groups that report speech: by their verb, or because a quotation follows their clause after a colon."""
    reports = {index for mention in syntax.mentions if mention.kinds & Kinds.REPORT for index in range(mention.first, mention.last)}
    tokens = syntax.tokens
    colon = next(
        (at for at in range(len(tokens) - 1) if tokens[at].surface == ":" and tokens[at + 1].surface in syntax.words["quote_openers"]),
        -1,
    )
    for group in syntax.verbs:
        if group.chain and not group.passive and group.chain[0] in reports:
            yield group
    if colon > 0:
        yield from [group for group in syntax.verbs if group.last <= colon and group.finite and not group.passive][:1]


def _inverted(syntax: Syntax, group: VerbGroup) -> Voice | None:
    """The speaker after the verb: "...," said Ann Lee, the minister."""
    return _speaker(syntax, group.last, _right_end(syntax, group.last))


def _left_start(syntax: Syntax, last: int) -> int:
    """Where the run of noun phrases that ends before token *last* begins."""
    first = last
    while first > 0:
        phrase = syntax.phrase_at(first - 1)
        token, mark = syntax.tokens[first - 1], syntax.tags[first - 1]
        if phrase is not None:
            first = phrase.first
        elif token.surface == "," or mark in ("ADP", "CCONJ", "ADV", TIME, "DET"):
            first -= 1
        else:
            break
    return first


def _right_end(syntax: Syntax, first: int) -> int:
    last = first
    while last < len(syntax.tokens):
        phrase = syntax.phrase_at(last)
        token = syntax.tokens[last]
        if phrase is not None and phrase.first == last:
            last = phrase.last
        elif token.surface == "," or token.lower in syntax.words["complement_adpositions"] or syntax.tags[last] == "CCONJ":
            last += 1
        else:
            break
    return last


def _speaker(syntax: Syntax, first: int, last: int) -> Voice | None:
    """The speaker that a run of noun phrases names: a name with its role beside it, an organisation, or a word that refers back."""
    parts = [part for part in _segments(syntax, first, last) if part]
    if not parts:
        return None
    names = [part for part in parts if _is_person(syntax, part)]
    roles = [part for part in parts if part not in names]
    outlet = _outlet(syntax)
    if names:
        name_first, name_last = _name_range(syntax, names[-1] if not roles else names[0])
        role = syntax.slice(names[0][0].first, name_first) if names[0][0].first < name_first else ""
        if not role and roles:
            role = syntax.slice(roles[0][0].first, roles[0][-1].last)
        return Voice(syntax.slice(name_first, name_last), _undetermined(role)[:ROLE_LENGTH] or None, outlet, Sort.PERSON, True)
    phrase = parts[-1][0] if len(parts) > 1 and parts[-1][0].adposition < 0 else parts[0][0]
    return _body(syntax, phrase, outlet)


def _segments(syntax: Syntax, first: int, last: int) -> Iterator[list[Phrase]]:
    """The comma-parted runs of noun phrases between two tokens, without adverbials ("in an interview on Monday")."""
    run: list[Phrase] = []
    index = first
    while index < last:
        phrase = syntax.phrase_at(index)
        if phrase is not None:
            run.append(phrase)
            index = max(phrase.last, index + 1)
            continue
        if syntax.tokens[index].surface == ",":
            if run and run[0].adposition < first or run and run[0].adposition < 0:
                yield run
            run = []
        index += 1
    if run and (run[0].adposition < first):
        yield run


def _is_person(syntax: Syntax, part: list[Phrase]) -> bool:
    """Whether the run is a person's name, with or without a title before it: capitalised words that name no body and no state."""
    phrase = part[0]
    first, last = _name_range(syntax, part)
    if last <= first or phrase.last != last:
        return False
    bodies = Kinds.ORGANISATION | Kinds.ENTITY | Kinds.GROUP | Kinds.CAPITAL
    return not any(first <= mention.first < last and mention.kinds & bodies for mention in syntax.mentions)


def _name_range(syntax: Syntax, part: list[Phrase]) -> tuple[int, int]:
    """The capitalised words that end the first phrase of the run, titles left out."""
    phrase = part[0]
    titles = {
        index
        for mention in syntax.mentions
        if mention.kinds & (Kinds.TITLE | Kinds.SPEAKER)
        for index in range(mention.first, mention.last)
    }
    first = phrase.last
    while first > phrase.first and _is_name_word(syntax, first - 1) and first - 1 not in titles:
        first -= 1
    return first, phrase.last


def _is_name_word(syntax: Syntax, index: int) -> bool:
    surface = syntax.tokens[index].surface
    if surface in "-." and index:
        return syntax.tokens[index - 1].surface[:1].isupper()
    return (
        surface[:1].isupper()
        and syntax.tags[index] in ("PROPN", "NOUN", "ADJ", "X")
        and syntax.tokens[index].lower not in syntax.words["third_persons"]
    )


def _body(syntax: Syntax, phrase: Phrase, outlet: str | None) -> Voice | None:
    """An organisation or a word that refers to a speaker named elsewhere."""
    head = syntax.tokens[phrase.head]
    if syntax.tags[phrase.head] == "PRON":
        person = head.lower in syntax.words["persons"]
        return Voice(head.surface, None, outlet, Sort.PERSON, False) if person else None
    last = complement_end(syntax, phrase.last, event=False)
    kinds = _kinds_at(syntax, phrase.head)
    proper = any(syntax.tags[index] == "PROPN" for index in range(phrase.first, last))
    text = _undetermined(syntax.slice(phrase.first, last))
    organisation = any(_kinds_at(syntax, index) & Kinds.ORGANISATION for index in range(phrase.first, last))
    if proper:
        sort = Sort.PERSON if kinds & Kinds.SPEAKER and not organisation and not kinds & Kinds.ORGANISATION else Sort.ORGANISATION
        person = head.lower in syntax.words["speaking_persons"]
        return Voice(text, None, outlet, Sort.PERSON if person else sort if organisation else Sort.ORGANISATION, not person)
    if head.lower in syntax.words["speaking_texts"]:
        return Voice(text, None, outlet, Sort.TEXT, False)
    if head.lower in syntax.words["speaking_persons"]:
        return Voice(text, None, outlet, Sort.PERSON, False)
    if kinds & (Kinds.SPEAKER | Kinds.ORGANISATION):
        return Voice(text, None, outlet, Sort.ORGANISATION, False)
    return Voice(text, None, outlet, Sort.ORGANISATION, False) if syntax.tags[phrase.head] in ("NOUNS",) else None


def _kinds_at(syntax: Syntax, index: int) -> Kinds:
    return next((mention.kinds for mention in syntax.mentions if mention.first <= index < mention.last), Kinds.NONE)


def _outlet(syntax: Syntax) -> str | None:
    """The medium that the speaker spoke to: "in an interview with RIA Novosti", "told Reuters"."""
    cues = syntax.words["outlet_cues"]
    lowers = [token.lower for token in syntax.tokens]
    for index in range(len(lowers)):
        if lowers[index] in cues or " ".join(lowers[index : index + 2]) in cues:
            at = index + (1 if lowers[index] in cues else 2)
            phrase = syntax.phrase_at(at) if at < len(lowers) else None
            if (
                phrase is not None
                and phrase.first == at
                and all(syntax.tokens[word].surface[:1].isupper() for word in range(at, phrase.last))
            ):
                return syntax.slice(at, phrase.last)
    return None


def _undetermined(text: str) -> str:
    """Return *text* without its leading article."""
    first, _, rest = text.partition(" ")
    return rest if first.lower() in ("the", "a", "an") and rest else text
