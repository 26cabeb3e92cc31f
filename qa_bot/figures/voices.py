"""Who says it: the claimant of each figure, through "according to", "said", quotations and "the department" named elsewhere."""

import re
from functools import cache
from itertools import pairwise, takewhile

from qa_bot.figures.antecedents import body_in, opening_body
from qa_bot.figures.decisions import tells_decision
from qa_bot.figures.run_in import is_place
from qa_bot.figures.short_names import SAME_HEAD, holds, quoted_in_full, same_word
from qa_bot.figures.sources import Attribution, turns
from qa_bot.figures.speakers import Sort, Voice, body_name, first_person_named
from qa_bot.figures.speech import attributions, covering, may_attribute, may_report
from qa_bot.figures.units import Unit
from qa_bot.schema import Basis, BlockKind, Claimant, Document, Span
from qa_bot.text.functions import functions
from qa_bot.text.kept import kept
from qa_bot.text.lemmas import lemma
from qa_bot.text.lexicon import Kinds, lexicon
from qa_bot.text.nominals import opens_with
from qa_bot.text.syntax import parse
from qa_bot.text.tokens import fold, tokenize

OWNED = 3  # sentences, the own one among them, in which the body of "its chairman" is named
CARRIED = 3  # sentences: how far a speaker named in a paragraph carries on
CARRIED_PARAGRAPHS = 5  # paragraphs that open with a connective, one after the other
QUOTED = 30  # sentences: the longest quotation that one speaker closes
REACH = 100  # sentences around in which a name is looked for

Said = tuple[Attribution, ...]


class Voices:
    """The claimants of one document, sentence by sentence; a sentence is parsed when its words may name a speaker."""

    def __init__(self, document: Document, units: list[Unit]) -> None:
        self.document = document
        self.units = units
        self.words = functions(document.language)
        self._place = {id(unit): index for index, unit in enumerate(units)}
        self._paragraphs = _bounds(units)
        self._quotes: dict[int, list[bool]] = {}  # by the first unit of a paragraph: whether a quotation is open where each begins
        self._personal: dict[int, bool] = {}
        self._telling: dict[int, bool] = {}
        self._own_words: dict[int, bool] = {}
        self._said: dict[int, Said] = {}
        self._told: dict[int, Said] = {}
        self._near: dict[tuple[int, int], tuple[int, Voice] | None] = {}
        self._full: dict[tuple[int, Voice], tuple[Voice | None, int]] = {}
        self._issuer = issuer_of(document)
        known = lexicon(document.language).mentions(tokenize(document.speaker or ""))
        self._speaker_is_body = any(mention.kinds & Kinds.ORGANISATION for mention in known)
        self._fuller: dict[Voice, tuple[Voice, int] | None] = {}
        self._names: dict[tuple[str, int], str | None] = {}
        self._guest: tuple[Voice, int] | None = None
        self._guest_sought = False

    def claimant_of(self, unit: Unit, start: int | None = None) -> tuple[Claimant | None, list[Span]]:
        """Return who claims what stands at *start* in *unit*, and the spans of the sentences that say so, when not its own."""
        index = self._place[id(unit)]
        found = self._counter(index, self._source(index, unit.start if start is None else start), start)
        if found is not None and found[1].sort is Sort.SELF:
            return self._own_word(found[0], index)
        if found is not None and found[0] != index and self._ends_before(index, found[1]):
            found = None
        if found is not None:
            source, voice = found
            named, place = self._identified(voice, source)
            basis = Basis.STATED if source == index else Basis.CONTEXT
            if named is not None:
                spans = [self.units[at].span for at in dict.fromkeys((source, place)) if at not in (index, -1)]
                return Claimant(name=named.name, role=named.role, outlet=named.outlet or voice.outlet, basis=basis), spans
        return self._unattributed(index)

    def is_own(self, unit: Unit, start: int) -> bool:
        """Return whether the sentence of *unit* says by "our own count" or the like that what stands at *start* is the text's own word."""
        index = self._place[id(unit)]
        said = self.said(index)
        own = covering(unit.syntax, said, unit.syntax.token_from(start)) if said else None
        return own is not None and own.voice.sort is Sort.SELF

    def counter_of(self, unit: Unit, name: str, *, alone: bool) -> Claimant | None:
        """Return who counted, in full, where the *name* in *unit* is that of a body: "the Trust counted 40 nests and the Agency 51";
        with *alone* nobody else can be meant, and any other name is as it stands. Else None."""
        tokens = [token for token in tokenize(name) if token.lower not in self.words["articles"]]
        kinds = [mention.kinds for mention in lexicon(self.document.language).mentions(tokens)]
        if not tokens:
            return None
        short, head = name[tokens[0].start :], lemma(tokens[-1].lower, "NOUN", self.document.language)
        if not any(kind & Kinds.ORGANISATION for kind in kinds) or not tokens[0].surface[:1].isupper():
            general = short[:1].islower() and head in self.words["whither"]  # "the country has registered": who counted, it does not say
            return Claimant(name=short) if alone and not general else None
        voice, _ = self._identified(Voice(short, None, None, Sort.ORGANISATION, True, head, True, True), self._place[id(unit)])
        return Claimant(name=voice.name) if voice is not None else None

    def _counter(self, index: int, found: tuple[int, Voice] | None, start: int | None) -> tuple[int, Voice] | None:
        """*found*; instead of a speaker of another sentence the body whose name is the subject of "recorded", "documented" in unit *index*,
        unless the text has it for a place."""
        if found is None or found[0] == index or not self._may_attribute(index):
            return found
        syntax = self.units[index].syntax
        counters = attributions(syntax, against=True)
        own = covering(syntax, counters, syntax.token_from(start or self.units[index].start)) if counters else None
        held = own is not None and own.voice.named and not is_place(self.document, own.voice.name)
        return (index, own.voice) if own is not None and held else found

    def _ends_before(self, index: int, voice: Voice) -> bool:
        """Whether *voice*, of an earlier sentence, says nothing any more in unit *index*: it is a place that "reported 40 cases"."""
        placed = voice.sort is Sort.ORGANISATION and voice.named and is_place(self.document, voice.name)
        return placed or self._speaks_of_another(index, voice) or self._speaks_itself(index, voice)

    def _speaks_of_another(self, index: int, voice: Voice) -> bool:
        """Whether unit *index* is about another person than the one who speaks before it, and in no quotation."""
        if voice.sort is not Sort.PERSON or self._in_quotation(self._paragraphs[index][0], index):
            return False
        other = first_person_named(self.units[index].syntax, subject=True)
        return other is not None and voice.named and not set(other.name.split()) & set(voice.name.split())

    def _speaks_itself(self, index: int, voice: Voice) -> bool:
        """Whether unit *index* says "we", or what the publisher did, behind the word of another body that is spoken of."""
        if voice.sort is not Sort.ORGANISATION:
            return False
        own = self._issuer or self._own_name
        return self._is_own_word(index) or (own is not None and self._is_done_by(own, index, voice))

    def _is_done_by(self, own: str, index: int, voice: Voice) -> bool:
        """Whether unit *index* opens with the body *own*, in short as well ("The Institute"), which *voice* is not called."""
        unit = self.units[index]
        phrase = next(iter(unit.syntax.phrases), None)
        if phrase is None or phrase.adposition >= 0 or self._in_quotation(self._paragraphs[index][0], index):
            return False
        name = {token.lower for token in tokenize(own)}
        short = {token.lower for token in unit.tokens[phrase.first : phrase.last]} - self.words["articles"]
        body = unit.syntax.concepts[phrase.head]
        organisation = body is not None and bool(unit.syntax.lexicon.kinds(body) & Kinds.ORGANISATION)
        return bool(short) and short <= name and organisation and not short & {token.lower for token in tokenize(voice.name)}

    def _unattributed(self, index: int) -> tuple[Claimant | None, list[Span]]:
        """The document's own voice: its speaker, who is interviewed in it, or the body that issues it."""
        if self.document.speaker:
            return Claimant(name=self.document.speaker, basis=Basis.CONTEXT), []
        if self._first_person(index):
            guest = self._interviewed()
            if guest is not None:
                voice, place = guest
                return Claimant(name=voice.name, role=voice.role, basis=Basis.CONTEXT), [self.units[place].span] if place >= 0 else []
        own = self._issuer or (self._own_name if self._is_own_word(index) else None)
        near = self._source_near(index) if own else None
        if own and (near is None or self._ends_before(index, near[1])):
            return Claimant(name=own, basis=Basis.CONTEXT), []
        return None, []

    def _own_word(self, source: int, index: int) -> tuple[Claimant | None, list[Span]]:
        """Who says "we", "our own survey" in unit *source*: the document's own voice, or its publisher, whatever that is."""
        claimant, spans = self._unattributed(source)
        if claimant is None and self.document.publisher:
            claimant = Claimant(name=self.document.publisher, basis=Basis.CONTEXT)
        return claimant, [*([self.units[source].span] if source != index else []), *spans]

    @kept
    def _own_name(self) -> str | None:
        """The publisher, whatever it is, if its document names it as itself: who then says "we" is the publisher."""
        publisher = self.document.publisher
        outlets = self.words["outlets"]
        if not publisher or any(token.lower in outlets for token in tokenize(publisher)):
            return None
        return publisher if any(publisher in unit.text for unit in self.units) else None

    def _is_own_word(self, index: int) -> bool:
        """Whether unit *index* says "we" or "our" in no quotation."""
        if index not in self._own_words:
            firsts = self.words["first_persons"]
            own = any(token.lower in firsts for token in self.units[index].tokens)
            self._own_words[index] = own and not self._in_quotation(self._paragraphs[index][0], index)
        return self._own_words[index]

    # ------------------------------------------------------------ which sentence names the speaker

    def said(self, index: int) -> Said:
        """Return the speakers that unit *index* names for what it says itself."""
        if index not in self._said:
            found = attributions(self.units[index].syntax) if self._may_attribute(index) else ()
            self._said[index] = tuple(one for one in found if one.voice.sort is not Sort.SELF or self._is_narrated(index, one.first))
        return self._said[index]

    def _is_narrated(self, index: int, at: int) -> bool:
        """Whether token *at* of unit *index* stands in no quotation and in nobody's turn: "we" is then who wrote the text."""
        first, tokens = self._paragraphs[index][0], self.units[index].syntax.tokens
        if self._in_quotation(first, index) or any(token.surface in self.words["quote_openers"] for token in tokens[:at]):
            return False
        turn = next(turns(self.units[first].syntax), None)
        return turn is None or (first == index and turn.last > at)

    def told(self, index: int) -> Said:
        """Return the speakers that unit *index* names, if its words may report speech: what other sentences go on with."""
        if index not in self._told:
            unit = self.units[index]
            self._told[index] = self.said(index) if self._may_attribute(index) and may_report(unit.tokens, unit.language) else ()
        return self._told[index]

    def _may_attribute(self, index: int) -> bool:
        found = self._telling.get(index)
        if found is None:
            unit = self.units[index]
            found = self._telling[index] = unit.kind is not BlockKind.TABLE and may_attribute(unit.tokens, unit.language)
        return found

    def _source(self, index: int, start: int) -> tuple[int, Voice] | None:
        """The unit that names the speaker of what stands at *start* in unit *index*, and how: itself; in its paragraph, the one that
        closes its quotation, else the nearest before, else (within quotation marks) after; else the paragraph before, when the
        sentence goes on from it."""
        said = self.said(index)
        if said:
            syntax = self.units[index].syntax
            own = covering(syntax, said, syntax.token_from(start))
            if own is not None:
                return index, own.voice
            near = self._source_near(index)
            return None if near is not None and self._is_named_anew(near, index, said) else near
        return self._source_near(index)

    def _is_named_anew(self, near: tuple[int, Voice], index: int, said: Said) -> bool:
        """Whether *near*, of another sentence, is named again in unit *index* for a later half of it: "rent is 910; the league says that
        with heating it comes to 1,080" after a sentence of the league's."""
        known, _ = self._identified(near[1], near[0])
        again = (self._identified(one.voice, index)[0] for one in said if one.voice.sort is not Sort.SELF)
        return known is not None and any(voice is not None and voice.name == known.name for voice in again)

    def _source_near(self, index: int, steps: int = CARRIED_PARAGRAPHS) -> tuple[int, Voice] | None:
        """The unit around unit *index* that names its speaker, and how, for all figures of the unit alike."""
        key = index, steps
        if key not in self._near:
            self._near[key] = self._find_near(index, steps)
        return self._near[key]

    def _find_near(self, index: int, steps: int) -> tuple[int, Voice] | None:
        unit = self.units[index]
        if (
            unit.kind is not BlockKind.TABLE
            and opens_with(unit.syntax, "own_word")
            and not self._in_quotation(self._paragraphs[index][0], index)
        ):
            return None
        if unit.intro is not None:
            place = self._place[id(unit.intro)]
            return self._carried(place) or self._source_near(place, steps)
        first, last = self._paragraphs[index]
        quoted = self._in_quotation(first, index)
        going_on = takewhile(lambda at: self._in_quotation(first, at), range(index + 1, min(last, index + QUOTED)))
        around = tuple(going_on) if quoted else ()  # "... ," said Holm. "We also counted 12." The captain said ...
        reach = max(first, index - (QUOTED if quoted or self._is_turn(first) else CARRIED))
        for at in (*around, *range(index - 1, reach - 1, -1)):
            if not quoted and tells_decision(self.units[at + 1]):
                return None  # what a court found is not what the prosecutors say
            if quoted and self.told(at) and self._is_told_within(first, at, anywhere=at > index):
                continue  # whom the quotation names does not speak it
            if self.told(at):
                return None if not quoted and self._has_quoted(first, at, index) else self._carried(at)
        if first and steps and (quoted or self._goes_on(first)):
            return self._carried(first - 1) or self._source_near(first - 1, steps - 1)
        return None

    def _has_quoted(self, first: int, at: int, index: int) -> bool:
        """Whether unit *at* introduces by a colon a quotation that is closed before unit *index*: what follows is the narrator's word."""
        tokens = self.units[at].syntax.tokens
        openers = self.words["quote_openers"]
        colon = any(token.surface == ":" and other.surface in openers for token, other in pairwise(tokens))
        return colon and at < index and not self._is_turn(first)

    def _is_turn(self, first: int) -> bool:
        """Whether the paragraph that begins with unit *first* is one speaker's turn in a record: "Mr Brandt: ..."."""
        told = self.told(first) if ":" in self.units[first].text else ()
        return bool(told) and told[0].first == 0 and self.units[first].syntax.tokens[told[0].last - 1].surface == ":"

    def _carried(self, index: int) -> tuple[int, Voice] | None:
        """The speaker of unit *index* whose speech may go on in the sentences around it: the only one, and no opinion; of several of whom
        one is who wrote the text that one."""
        told = self.told(index)
        if not told:
            return None
        own = next((one.voice for one in told if one.voice.sort is Sort.SELF), None)
        return (index, own or told[-1].voice) if (own is not None or told[-1].carries) and not self._are_opposed(told) else None

    @staticmethod
    def _are_opposed(told: Said) -> bool:
        """Whether a sentence gives each of two its own word: "the union says 52; the ministry says 40": neither goes on."""
        bodies = {one.voice.name for one in told if (one.voice.named or one.voice.head) and one.voice.sort is not Sort.TEXT}
        return len(bodies) > 1 and len(told) == len(bodies) and all(one.forward for one in told)

    def _in_quotation(self, first: int, index: int) -> bool:
        """Whether a quotation that opened in the paragraph is still open where unit *index* begins, or opens with it."""
        if first not in self._quotes:
            self._quotes[first] = self._open_quotes(first, self._paragraphs[first][1])
        return self._quotes[first][index - first]

    def _is_told_within(self, first: int, index: int, *, anywhere: bool) -> bool:
        """Whether unit *index* names all its speakers within a quotation that is still open there, and that opens the paragraph unless it
        may begin *anywhere*."""
        unit, opened = self.units[index], self.units[first].start
        opens = anywhere or self.document.text[opened : opened + 1] in self.words["quote_openers"]
        both = self.words["quote_openers"] & self.words["quote_closers"]
        openers, closers = self.words["quote_openers"] - both, self.words["quote_closers"] - both
        said = self.document.text[opened : unit.syntax.tokens[max(one.first for one in self.told(index))].start]
        straight = sum(said.count(sign) for sign in both)
        return opens and (straight % 2 == 1 or sum(map(said.count, openers)) > sum(map(said.count, closers)))

    def _open_quotes(self, first: int, last: int) -> list[bool]:
        both = self.words["quote_openers"] & self.words["quote_closers"]
        openers, closers = self.words["quote_openers"] - both, self.words["quote_closers"] - both
        depth, straight, done, states = 0, 0, self.units[first].start, []
        for unit in self.units[first:last]:
            text = self.document.text[done : unit.start + 1]
            depth += sum(text.count(sign) for sign in openers) - sum(text.count(sign) for sign in closers)
            straight += sum(text.count(sign) for sign in both)
            done = unit.start + 1
            states.append(depth > 0 or straight % 2 == 1)
        return states

    def _goes_on(self, first: int) -> bool:
        """Whether the paragraph that begins with unit *first* goes on with the speaker of the one before."""
        unit = self.units[first]
        if unit.kind is not BlockKind.PARAGRAPH or self.units[first - 1].passage.headings != unit.passage.headings:
            return False
        return opens_with(unit.syntax, "connectives")

    # ------------------------------------------------------------ who that is

    def _identified(self, voice: Voice, index: int) -> tuple[Voice | None, int]:
        """The speaker in full behind *voice* as unit *index* names it, and the unit that names it so (-1: none does)."""
        key = (index, voice)
        quoted = quoted_in_full(voice.name, (self.document.publisher,))
        if quoted is not None:
            return voice._replace(name=quoted), -1
        if key not in self._full:
            plain = " " not in voice.name or voice.name.islower()  # "the Trust", "the fire service"
            short = voice.sort is Sort.ORGANISATION and voice.body and voice.head and plain
            known = self._by_noun(voice, index) if short and voice.named else None
            self._full[key] = (
                known
                if known is not None and self._is_a_name(known[0].name)
                else (self._in_full(self._in_office(voice, index), index) if voice.named else self._pointed_to(voice, index))
            )
        return self._full[key]

    def _in_office(self, voice: Voice, index: int) -> Voice:
        """*voice*, of "its chairman" with the body in the role: the one named before in the sentence or in those right before it."""
        speaks = " " not in (voice.role or " ") and fold(voice.role or "") in self.words["spokespersons"]  # of the body that is spoken of
        if voice.role is None or not (voice.owner or speaks):
            return voice
        for at in range(index, max(index - OWNED, -1), -1):
            if self.units[at].block != self.units[index].block:
                break
            body = body_in(self.units[at].syntax, voice.owner if at == index else "", persons=False)
            if body is not None:
                full, _ = self._identified(body, at)
                return voice._replace(role=f"{voice.role}, {(full or body).name}", owner="")
        return voice

    def _is_a_name(self, name: str) -> bool:
        """Whether all words of *name* have capitals but those that join them: no "Harbour Union and the Port disagree"."""
        small = [word for word in name.split() if not word[:1].isupper()]
        first, joined, _ = name.partition(" and ")
        one = joined and not any(
            mention.kinds & Kinds.ORGANISATION for mention in lexicon(self.document.language).mentions(tokenize(first))
        )
        return all(word in self.words["complement_adpositions"] or (one and word == "and") for word in small)

    def _around(self, index: int) -> tuple[range, range]:
        """The units before and after *index*, nearest first, among which a name is looked for."""
        return range(index - 1, max(index - REACH, 0) - 1, -1), range(index + 1, min(index + REACH, len(self.units)))

    def _pointed_to(self, voice: Voice, index: int) -> tuple[Voice | None, int]:
        if voice.sort is Sort.ORGANISATION and voice.head:
            person, place = self._in_full(voice, index)  # a surname that opens the sentence may look like any noun
            return (person, place) if person.name != voice.name else self._body(voice, index)
        if voice.sort is Sort.PERSON and voice.head:
            return self._holder(voice, index)
        if voice.sort is Sort.TEXT and voice.owner:
            return self._owner(voice, index)
        if voice.sort is Sort.TEXT:
            for at in self._around(index)[0]:
                owned = next((one.voice for one in reversed(self.told(at)) if one.voice.sort is Sort.TEXT and one.voice.owner), None)
                if owned is not None and self.units[at].block == self.units[index].block:
                    return self._owner(owned, at)
                spoken = next((one.voice for one in reversed(self.told(at)) if one.voice.sort not in (Sort.TEXT, Sort.SELF)), None)
                if spoken is not None:
                    return self._identified(spoken, at)
            return (voice._replace(name=self._issuer), -1) if self._issuer else (None, index)
        return self._antecedent(voice, index)

    def _owner(self, voice: Voice, index: int) -> tuple[Voice | None, int]:
        """Whose "its annual report" is: the body named before in the sentence, or that which speaks before it in the paragraph; never that
        of a person, or of another paragraph."""
        body = body_in(self.units[index].syntax, voice.owner, persons=False)
        if body is not None and self._is_organisation(body):
            return self._identified(body, index)
        first = self._paragraphs[index][0]
        return self._named(voice, range(index - 1, first - 1, -1), Sort.ORGANISATION) or (None, index)

    def _is_organisation(self, body: Voice) -> bool:
        """Whether *body* has a name, or is what the text may call a body: "the harbour company", and not "the last strike at the port"."""
        known = lexicon(self.document.language).mentions(tokenize(body.head))
        return self._is_a_name(body.name) or any(mention.kinds & Kinds.ORGANISATION for mention in known)

    def _antecedent(self, voice: Voice, index: int) -> tuple[Voice | None, int]:
        """Whom "he", "it", "their" stand for: a body named in the sentence or the one before; else whoever spoke last."""
        word = fold(voice.name)
        either = word in self.words["either"]
        person = voice.sort is Sort.PERSON and not either
        sort = None if either else Sort.PERSON if person else Sort.ORGANISATION
        for at in range(index, max(index - 3, -1), -1):
            if self.units[at].block != self.units[index].block:
                break
            spoke = self._named(voice, range(at, at - 1, -1), sort)
            body = None if spoke or person else body_in(self.units[at].syntax, word if at == index else "", persons=either)
            if spoke is not None:
                return spoke
            if person and at < index:
                body = first_person_named(self.units[at].syntax)
            if body is not None:
                return self._identified(body, at)
        if sort is Sort.ORGANISATION and (headed := self._headed(index)) is not None:
            return headed, -1
        before, after = self._around(index)
        found = self._named(voice, before, sort) or self._named(voice, after, sort)
        if found is None and self.document.speaker and (either or person is not self._speaker_is_body):
            return voice._replace(name=self.document.speaker, named=True), -1
        return found or (None, index)

    def _headed(self, index: int) -> Voice | None:
        """The body that the heading over unit *index* names, and the sentence before it in fewer words: "Reply of the Ministry of Health"
        over "we wrote to the Ministry. It answered"."""
        unit = self.units[index]
        before = self.units[index - 1] if index else unit
        if not unit.passage.headings or before.block != unit.block or before is unit:
            return None
        heading = unit.passage.headings[-1]
        syntax = parse(heading, 0, len(heading), unit.language)
        for phrase in syntax.phrases:
            concept = syntax.concept_of(phrase.head)
            body = concept is not None and bool(syntax.lexicon.kinds(concept) & Kinds.ORGANISATION)
            name = body_name(syntax, phrase) if body else None
            if name is not None and syntax.tokens[phrase.head].lower in {token.lower for token in before.tokens}:
                return Voice(name, None, None, Sort.ORGANISATION, True, syntax.tokens[phrase.head].lower, True, True)
        return None

    def _named(self, voice: Voice, places: range, sort: Sort | None) -> tuple[Voice, int] | None:
        """The nearest speaker of *sort* that the units at *places* name, in full."""
        for at in places:
            for one in sorted(self.told(at), key=_nearness):
                other = one.voice
                if other == voice or other.sort in (Sort.TEXT, Sort.SELF) or (sort is not None and other.sort is not sort):
                    continue
                if other.named:
                    full, place = self._identified(other, at)
                    return (full or other)._replace(outlet=(full or other).outlet or voice.outlet), place
                if other.head and other.sort is Sort.ORGANISATION:
                    known = self._by_noun(other, at)
                    if known is not None or other.head not in self.words["offices"]:
                        return known or (other, at)
        return None

    def _body(self, voice: Voice, index: int) -> tuple[Voice | None, int]:
        """The body that "the union", "the department" stands for: named by the same noun; else, for a plain word for offices, the
        nearest body that speaks; else itself."""
        known = self._by_noun(voice, index)
        if known is not None:
            return known
        if voice.head in self.words["offices"] and " " not in voice.name:
            before, after = self._around(index)
            other = self._named(voice, before, Sort.ORGANISATION) or self._named(voice, after, Sort.ORGANISATION)
            near = other is not None and 0 <= other[1] <= index and self.units[other[1]].block == self.units[index].block
            own = self._issuer or self._own_name
            if own is not None and not near and voice.head in self.words["bodies_of_people"]:
                return voice._replace(name=own, named=True), -1  # "the organisation calls for ...", in its own report
            if other is not None and self._may_be(voice, other[0]) and (near or self._is_proper(other[0].name)):
                return other
            if self.document.speaker and self._speaker_is_body:
                return voice._replace(name=self.document.speaker, named=True), -1
        if voice.head in self.words["named_bodies"] and " " not in voice.name:  # "according to the group"
            beside = (at for at in range(index - 1, max(index - OWNED, -1), -1) if self.units[at].block == self.units[index].block)
            return next(((body, at) for at in beside if (body := opening_body(self.units[at].syntax)) is not None), (voice, index))
        return voice, index

    def _may_be(self, voice: Voice, other: Voice) -> bool:
        """Whether "the agency" may stand for *other*: a ministry or an office of some kind, or a name without such a noun, but no council
        or union."""
        language = self.document.language
        nouns = {lemma(token.lower, "NOUN", language) for token in tokenize(other.name)}
        heads = {other.head, *nouns}
        if voice.head in self.words["bodies_of_people"] and not heads.isdisjoint(self.words["authorities"]):
            return voice.head in heads  # an organisation is no ministry
        if not heads.isdisjoint(self.words["authorities"]) or voice.head in heads:
            return True
        return not any(mention.kinds & Kinds.ORGANISATION for mention in lexicon(language).mentions(tokenize(other.name)))

    def _is_proper(self, name: str) -> bool:
        """Whether a name has a capital within a sentence: what follows introduces "health authorities" as others."""
        first, _, rest = name.partition(" ")
        return any(word[:1].isupper() for word in rest.split()) or any(f" {first}" in unit.text for unit in self.units)

    def _by_noun(self, voice: Voice, index: int) -> tuple[Voice, int] | None:
        """The body that the text, or the publisher's name, names in full by the same noun."""
        several: set[str] = set()
        found: tuple[Voice, int] | None = None
        decides = voice.head in self.words["deciders"]  # «Суд» is no «Суд присяжных» that a later paragraph is on
        for at in (index, *(at for places in self._around(index) for at in places)):
            if decides and at > index and self.units[at].block != self.units[index].block:
                continue
            name = self._named_by(voice.head, at)
            if name is not None and " " in name and fold(name) != fold(voice.name) and holds(name, voice.name):
                several.add(fold(name))
                found = found or (voice._replace(name=name, named=True), at)
                if self.units[at].block == self.units[index].block:
                    return found
        if found is not None:
            bare = " " not in voice.name
            return found if len(several) == 1 or not bare else (voice, index)  # two departments: which is meant, nothing says
        publisher = self.document.publisher
        english = self.document.language == "en"  # whose "farmers" are no "Farms"
        if publisher and any(
            voice.head in (token.lower, lemma(token.lower, "NOUNS", "en")) if english else same_word(token.lower, voice.head)
            for token in tokenize(publisher)
        ):
            return voice._replace(name=publisher, named=True), -1
        return None

    def _named_by(self, head: str, index: int) -> str | None:
        """What `_find_name` finds, kept: of the hundred sentences around each of a hundred it would be sought."""
        if (head, index) not in self._names:
            self._names[head, index] = self._find_name(head, index)
        return self._names[head, index]

    def _find_name(self, head: str, index: int) -> str | None:
        """The full name of a body in unit *index* whose head noun is *head*: "the nurses' union", "Union of Farmers"."""
        unit = self.units[index]
        if head[:SAME_HEAD] not in fold(unit.text) or unit.kind is BlockKind.TABLE:
            return None
        for one in self.told(index):  # "Ormshire Fire and Rescue Service" is no one phrase, «водолазная» no noun
            if one.voice.body and " " in one.voice.name and same_word(fold(one.voice.name).split()[-1], head):
                return one.voice.name
        syntax = unit.syntax
        for phrase in syntax.phrases:
            if syntax.lemma(phrase.head) == head or syntax.tokens[phrase.head].lower == head:
                name = body_name(syntax, phrase)
                if name is not None:
                    return name
        return None

    def _holder(self, voice: Voice, index: int) -> tuple[Voice | None, int]:
        """The person behind "the director": whoever holds that office elsewhere; else the office."""
        for at in (at for places in self._around(index) for at in places):
            for one in self.told(at):
                other = one.voice
                if other.sort is Sort.PERSON and other.named and other.role and voice.head[:5] in fold(other.role):
                    return self._in_full(other, at)
        bare = " " not in voice.name  # "a spokeswoman for the trust" is not who else speaks
        if (bare and voice.head in self.words["unspecific_persons"]) or any(
            word in self.words["offices"] for word in fold(voice.name).split()
        ):
            before, after = self._around(index)
            other_one = self._named(voice, before, Sort.PERSON) or self._named(voice, after, Sort.PERSON)
            if other_one is not None:
                return other_one
        return voice, index

    def _in_full(self, voice: Voice, index: int) -> tuple[Voice, int]:
        """The fullest form of a person's name: "Tarabrin" is the Vladimir Tarabrin named before."""
        if voice.sort is not Sort.PERSON and (voice.body or " " in voice.name or not voice.name[:1].isupper()):
            return voice, index
        if voice not in self._fuller:
            self._fuller[voice] = self._find_fuller(voice)
        return self._fuller[voice] or (voice, index)

    def _find_fuller(self, voice: Voice) -> tuple[Voice, int] | None:
        surname = voice.name.split()[-1]
        stem = surname[: max(SAME_HEAD, len(surname) - 2)]
        best: tuple[Voice, int] | None = None
        for at, unit in enumerate(self.units):
            if stem not in unit.text:
                continue
            for one in self.told(at):
                other = one.voice
                if not other.named or other.sort is not Sort.PERSON or other.name.split()[-1] != surname:
                    continue
                if len(other.name) > len(voice.name):
                    return other._replace(role=other.role or voice.role), at
                if best is None and other.name == voice.name and other.role and not voice.role:
                    best = other, at
        if " " not in voice.name:
            full = self._mentioned(surname, stem)
            if full is not None:
                return voice._replace(name=full[0]), full[1]
        return best

    def _mentioned(self, surname: str, stem: str) -> tuple[str, int] | None:
        """The person's full name where the text names without quoting: "Rasmus Iyer has run the company since 2019"."""
        pattern = re.compile(rf"(?:[A-ZА-ЯЁ][\w’'-]+ ){{1,2}}{re.escape(surname)}\b")
        for at, unit in enumerate(self.units):
            if stem not in unit.text:
                continue
            match = pattern.search(unit.text)
            if match is not None and not any(
                mention.kinds & (Kinds.TITLE | Kinds.SPEAKER | Kinds.ORGANISATION)
                for mention in lexicon(self.document.language).mentions(tokenize(match[0]))
            ):
                words = match[0].split()
                first = words[0].lower()
                if match.start() > 0 or first not in self.words["articles"] | self.words["third_persons"]:
                    return match[0], at
        return None

    # ------------------------------------------------------------ interviews

    def _first_person(self, index: int) -> bool:
        first, last = self._paragraphs[index]
        if first not in self._personal:
            firsts, written = self.words["first_persons"], _first_persons(self.document.language)
            units = self.units[first:last]
            if len(units) > 2:  # one look spares one for each sentence: nobody speaks of himself in most paragraphs
                units = units if written.search(fold(self.document.text[units[0].start : units[-1].end])) else []
            units = [unit for unit in units if written.search(fold(unit.text))]  # spares the tokens of most
            self._personal[first] = any(token.lower in firsts for unit in units for token in unit.tokens)
        return self._personal[first]

    def _interviewed(self) -> tuple[Voice, int] | None:
        """Whom the document interviews: the first person that it names, when its opening speaks of an interview."""
        if not self._guest_sought:
            self._guest_sought = True
            self._guest = self._find_guest()
        return self._guest

    def _find_guest(self) -> tuple[Voice, int] | None:
        cues = self.words["interview_cues"]
        opening = [index for index, unit in enumerate(self.units[:6]) if unit.kind is not BlockKind.TABLE]
        texts = " ".join(fold(self.units[index].text) for index in opening) + " " + fold(self.document.title or "")
        if not any(cue in texts for cue in cues):
            return None
        title = self.document.title or ""
        named = first_person_named(parse(title, 0, len(title), self.document.language)) if title else None
        if named is not None:
            return named, -1
        for index in opening:
            voice = first_person_named(self.units[index].syntax)
            if voice is not None:
                return voice, index
        return None


def _nearness(one: Attribution) -> tuple[bool, int]:
    """The order in which "it" may stand for a speaker of a sentence: the last first, but who "confirmed by the ministry" names last."""
    return not one.forward, -one.first


@cache
def _first_persons(language: str) -> re.Pattern[str]:
    words = sorted(functions(language)["first_persons"], key=lambda word: (-len(word), word))
    return re.compile(rf"(?<![^\W\d_])(?:{'|'.join(map(re.escape, words))})(?![^\W\d_])")


def _bounds(units: list[Unit]) -> list[tuple[int, int]]:
    """The first and the last unit (half-open) of the paragraph that each unit stands in."""
    bounds: list[tuple[int, int]] = []
    while len(bounds) < len(units):
        first = last = len(bounds)
        while last < len(units) and units[last].block == units[first].block:
            last += 1
        bounds += [(first, last)] * (last - first)
    return bounds


def issuer_of(document: Document) -> str | None:
    """Return the publisher when it is a body that speaks for itself - a ministry, an institute - and no news outlet."""
    publisher = document.publisher
    if not publisher:
        return None
    words = functions(document.language)
    if any(token.lower in words["outlets"] for token in tokenize(publisher)):
        return None
    quoted = min((at for sign in '«“"' if (at := publisher.find(sign)) >= 0), default=len(publisher))  # "АО «Союз»", but not «Союз»
    own = [token.lower for token in tokenize(publisher) if token.start < quoted]
    return publisher if any(name in words["issuers"] for name in own) else None
