"""Where the text around a figure carries a concept: in its clause, its sentence, the headings above, the rest of its passage."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import zip_longest

from qa_bot.answer.concepts import broader, target
from qa_bot.answer.longer_names import has_name, is_sibling
from qa_bot.answer.readings import text_at
from qa_bot.answer.rivals import Rivals
from qa_bot.schema import Figure, Fit, Hit, Measure, Passage, Query, Span
from qa_bot.text.analysis import analyse, stem
from qa_bot.text.functions import functions
from qa_bot.text.kept import kept
from qa_bot.text.language import language_of
from qa_bot.text.lexicon import Kinds, lexicon, remembered
from qa_bot.text.nominals import NAME_LENGTH
from qa_bot.text.tagger import features
from qa_bot.text.tokens import Token, fold, tokenize
from qa_bot.text.translit import name_key

# The stronger the higher: in the slots of the figure, elsewhere in its clause, in its sentence, in headings and title, in its passage.
SLOT, CLAUSE, SENTENCE, CONTEXT, PASSAGE, NOWHERE = 5, 4, 3, 2, 1, 0
WEIGHT = {SLOT: 1.0, CLAUSE: 0.9, SENTENCE: 0.6, CONTEXT: 0.5, PASSAGE: 0.25, NOWHERE: 0.0}
COVERAGE = 0.6  # of the asked words that a figure and its surroundings must hold; swept 0.4-0.8 on tests/quality/questions.jsonl
MAX_FIGURES = 10_000  # whose concepts are kept: some 30 MB when full
MAX_PASSAGES = 2_000  # likewise, and their words: some 20 MB
MAX_SENTENCES = 512  # whose tokens are kept, each asked for by several figures and questions: some 2 MB
MAX_HELD = 200  # concepts looked for in a passage that was found again and again
_OPENERS, _CLOSERS = frozenset('«“"'), frozenset('»”"')
CELLS = " | "  # between the cells of a row
NEXT = 2  # words on each side that stand beside a figure
LASTING = functions("en")["time_units"]
MIN_NAME = 4  # letters of a name that must agree across scripts


class PassageWords:
    """The index terms of a passage and its headings, worked out when first asked for."""

    def __init__(self, passage: Passage, figures: Sequence[Figure] = (), body: str = "") -> None:
        self.passage = passage
        self.figures = figures
        self._body = body  # its index terms, where they are known
        self._language = language_of(passage.text)
        self._held: dict[str, bool] = {}
        self._led: dict[tuple[int, str], bool] = {}
        self._heard: dict[int, frozenset[str]] = {}
        self._places = [figure.span.start for figure in figures]
        self._forms: dict[int, Mapping[str, str]] = {}  # by the identity of its figures, which are kept with it
        self._deeds: dict[int, set[str]] = {}
        for figure in figures:
            own = (*figure.terms.action, *(wider for head in figure.terms.head for wider in broader(head)), *figure.terms.head)
            lasts = figure.measure is Measure.QUANTITY and figure.unit in LASTING  # "6,900 waited; the average wait was 14 months"
            self._deeds.setdefault(figure.quote.start, set()).update(() if lasts else own)
        self.row_labels = {figure.label for figure in figures if figure.label is not None}
        self.rows = [label_terms(*label) for label in {(figure.label, figure.language) for figure in figures}]
        self.labels = frozenset(term for row in self.rows for term in row)
        self._terms: frozenset[str] | None = None

    @property
    def terms(self) -> frozenset[str]:
        if self._terms is None:
            own = frozenset(self._body.split()) if self._body else _terms_of((self.passage.text,))
            self._terms = own | _terms_of(self.passage.headings)
        return self._terms

    def sentence(self, figure: Figure) -> str:
        """Return the sentence of *figure*, or its row."""
        return text_at(self.passage, figure.quote)

    def is_row(self, figure: Figure) -> bool:
        """Whether *figure* stands in the row of a table."""
        return CELLS in self.sentence(figure)

    def gap(self, figure: Figure, term: str) -> int:
        """Return how far *term* stands from *figure* in its sentence; FAR where it does not."""
        places = [token for token in self.tokens(figure) if frozenset((stem(token.lower),)) in _stems(term, figure.language)]
        return min((self._steps(figure, token) for token in places), default=FAR)

    def tokens(self, figure: Figure) -> Sequence[Token]:
        """Return the tokens of the sentence of *figure*."""
        offset = self.passage.span.start
        return _tokens_of(self.passage.text, figure.quote.start - offset, figure.quote.end - offset)

    def forms(self, figure: Figure) -> Mapping[str, str]:
        """Return the stems of the words in the sentence of *figure* and in its slots, with the concepts of the words."""
        known = self._forms.get(id(figure))
        if known is None:
            words = lexicon(figure.language)
            slots = (figure.actor, figure.place, figure.direction, figure.label, figure.counted, figure.reason)
            tokens = [*self.tokens(figure), *(token for text in slots if text for token in tokenize(text))]
            known = self._forms[id(figure)] = {stem(token.lower): words.concept(token.lower) for token in tokens}
        return known

    def _steps(self, figure: Figure, token: Token) -> int:
        start, end = token.start + self.passage.span.start, token.end + self.passage.span.start
        behind = start >= figure.span.end
        left, right = (figure.span.end, start) if behind else (end, figure.span.start)
        between = sum(left <= other < right for other in self._places if other != figure.span.start)
        return 1000 * between + (0 if behind else 500) + min(right - left, 499)

    def place_before(self, figure: Figure) -> tuple[str, ...]:
        """Return the place of the last figure before in the same paragraph that has one."""
        before = (other for other in self.figures if other.span.start < figure.span.start and other.terms.place)
        last = max(before, key=lambda other: other.span.start, default=None)
        offset = self.passage.span.start
        parted = last is None or "\n\n" in self.passage.text[last.span.start - offset : figure.span.start - offset]
        return () if last is None or parted else last.terms.place

    @kept
    def headed(self) -> frozenset[str]:
        """The index terms of the headings."""
        return _terms_of(self.passage.headings)

    def is_headed(self, concept: str) -> bool:
        """Whether a heading names *concept*."""
        return any(stems <= self.headed for stems in _stems(concept, self._language))

    def ordinal_of(self, figure: Figure, ordinals: Collection[str]) -> str | None:
        """Return which of *ordinals* is the figure's, where its sentence has as many as figures: they come in one order."""
        words = lexicon(figure.language)
        named = [concept for token in self.tokens(figure) if (concept := words.concept(token.lower)) in ordinals]
        beside = sorted({other.span.start for other in self.figures if other.quote.start == figure.quote.start})
        return named[beside.index(figure.span.start)] if len(named) == len(beside) > 1 else None

    def is_deed_of_another(self, figure: Figure, term: str, *, far: bool) -> bool:
        """Whether *term* is what another figure of the same sentence had done to it: in "granted 229 of 439" nothing befell the 439; with
        *far* also what another one of the same unit did in the passage: the 6,204 employees are not the 478 that left."""
        if term in (*figure.terms.action, *figure.terms.head) or any(term in broader(head) for head in figure.terms.head):
            return False
        others = (other for other in self.figures if far and other.unit == figure.unit is not None)
        return term in self._deeds.get(figure.quote.start, ()) or any(term in other.terms.action for other in others)

    def is_counted_beside(self, figure: Figure, term: str) -> bool:
        """Whether another figure of the same sentence counts *term*: of "voted 40 to 12, on a turnout of 73 %" the 12 are no turnout."""
        beside = (other for other in self.figures if other.quote == figure.quote and other.span != figure.span)
        return any(term in other.terms.head for other in beside)

    def is_share_beside(self, figure: Figure, term: str) -> bool:
        """Whether another share of the same sentence is that of *term*: of "12 % skipped a meal, among renters 21 %" the 12 is not."""
        beside = (
            other for other in self.figures if other.quote == figure.quote and other.span != figure.span and other.measure is Measure.SHARE
        )
        return any(term in (*other.terms.head, *other.terms.counted, *other.terms.other) for other in beside)

    def leads_to(self, figure: Figure, concept: str) -> bool:
        """Whether *concept* is named in the passage, and not only in a later paragraph, in a sentence that counts something else."""
        if not self._holds(concept):
            return False
        key = (figure.quote.start, concept)
        known = self._led.get(key)
        if known is None:
            texts = self._before(figure.quote.start)
            before = self.terms if texts is None else _terms_of(texts)
            known = any(stems <= before for stems in _stems(concept, self._language))
            known = known or (_is_family(concept) and concept in _families_of(texts or (self.passage.text, *self.passage.headings)))
            self._led[key] = known
        return known

    def is_in_paragraph(self, figure: Figure, concept: str) -> bool:
        """Whether *concept* is named in the paragraph of *figure*, up to the end of its sentence."""
        text, offset = self.passage.text, self.passage.span.start
        first = text.rfind("\n\n", 0, max(figure.quote.start - offset, 0)) + 1
        said = _terms_of((text[first : max(figure.quote.end - offset, 0)],))
        return any(stems <= said for stems in _stems(concept, self._language))

    def comes_late(self, figure: Figure, concept: str) -> bool:
        """Whether *concept* is named behind the sentence of *figure*, and neither there nor before it nor in a heading."""
        if not self._holds(concept):
            return False
        heard, ahead = self._up_to(figure.quote), _terms_of(self.passage.headings)
        return not any(stems <= heard or stems <= ahead for stems in _stems(concept, self._language))

    def bearers(self, general: str) -> frozenset[str]:
        """Return the words, as terms, of the names that the passage or its headings set behind the word *general*: "the alliance Clear
        Shore", «движение «Чистый берег»»."""
        found: set[str] = set()
        for text in (self.passage.text, *self.passage.headings):
            tokens = tokenize(text)
            for at, token in enumerate(tokens[:-1]):
                if lexicon(self._language).concept(token.lower) == general:
                    found.update(self._name_behind(tokens, at, quoted=text is not self.passage.text or token.surface[0].isupper()))
        return frozenset(found)

    def _name_behind(self, tokens: Sequence[Token], at: int, *, quoted: bool) -> Iterator[str]:
        """The terms of the name right behind token *at*; with *quoted* only one in quotation marks, where any word may have a capital."""
        first = at + 1
        opened = tokens[first].surface in _OPENERS
        if quoted and not opened:
            return
        for token in tokens[first + opened : first + opened + NAME_LENGTH]:
            if token.surface in _CLOSERS or not (opened or token.surface[:1].isupper()):
                return
            yield stem(token.lower)
            yield lexicon(self._language).concept(token.lower)

    def _up_to(self, quote: Span) -> frozenset[str]:
        """The index terms of the passage as far as the end of *quote*."""
        known = self._heard.get(quote.end)
        if known is None:
            known = self._heard[quote.end] = _terms_of((self.passage.text[: max(quote.end - self.passage.span.start, 0)],))
        return known

    def _before(self, start: int) -> tuple[str, ...] | None:
        """The headings and the passage without those sentences of later paragraphs that count something; None where there are none."""
        offset, text = self.passage.span.start, self.passage.text
        last = text.find("\n\n", start - offset) + offset
        behind = [span for span in self.passage.sentences if start < last < span.start and span.start in self._deeds]
        if not behind:
            return None
        ends = [offset, *(span.end for span in behind)]
        starts = [*(span.start for span in behind), offset + len(text)]
        pieces = (text[left - offset : right - offset] for left, right in zip(ends, starts, strict=True))
        return (*pieces, *self.passage.headings)

    def hold(self, concepts: Iterable[str]) -> bool:
        """Whether each of *concepts* is named in the passage, in one of its words."""
        return all(map(self._holds, concepts))

    def _holds(self, concept: str) -> bool:
        known = self._held.get(concept)
        if known is None:
            if len(self._held) >= MAX_HELD:
                self._held.clear()
                self._led.clear()
            known = any(stems <= self.terms for stems in _stems(concept, self._language))
            known = self._held[concept] = known or (
                _is_family(concept) and concept in _families_of((self.passage.text, *self.passage.headings))
            )
        return known


FAR = 10**6


@remembered()
def _words_known() -> dict[int, PassageWords]:
    """By the identity of their passages, as the concepts of figures are."""
    return {}


def words_of(hit: Hit) -> PassageWords:
    """Return the words of the passage found; those of the passages met last are kept."""
    kept = _words_known()
    known = kept.get(id(hit.passage))
    if known is None or known.passage is not hit.passage or known.figures is not hit.figures:
        if len(kept) >= MAX_PASSAGES:
            kept.clear()
        known = kept[id(hit.passage)] = PassageWords(hit.passage, hit.figures, hit.body)
    return known


NO_RIVALS = Rivals(())


@lru_cache(maxsize=MAX_SENTENCES)
def _tokens_of(text: str, start: int, end: int) -> tuple[Token, ...]:
    return tuple(tokenize(text, start, end))


@lru_cache(maxsize=4096)
def _terms_of(texts: tuple[str, ...]) -> frozenset[str]:
    return frozenset(term for text in texts for term in analyse(text))


def _is_family(concept: str) -> bool:
    """Whether *concept* is what the forms of a Russian word that no list has share, which need not be the stem of any."""
    return _is_cyrillic(concept) and not lexicon("ru").words(concept)


@remembered(1024)
def _families_of(texts: tuple[str, ...]) -> frozenset[str]:
    words = lexicon("ru")
    lowers = {token.lower for text in texts for token in tokenize(text) if _is_cyrillic(token.lower)}
    return frozenset(map(words.concept, lowers))


class Concepts:
    """The concepts of a figure by how near to it they stand, with the wider ones that they are sorts of."""

    def __init__(self, figure: Figure) -> None:
        terms = figure.terms
        self.figure = figure
        self.entities = frozenset([target(term) for term in (*terms.direction, *terms.actor, *terms.place)])
        self.slots = self.entities.union(terms.head, terms.counted, terms.action, terms.reason)
        self.clause = frozenset(terms.other)
        self.sentence = frozenset(terms.sentence).difference(terms.beside)
        self.context = frozenset(terms.context)
        self.places = ((SLOT, self.slots), (CLAUSE, self.clause), (SENTENCE, self.sentence), (CONTEXT, self.context))
        self.own = self.slots | self.clause
        self.beside = frozenset(terms.beside) - self.own  # what is said of another figure of the sentence, and not of this one

    # Of most figures none of these is asked for: their unit is another one.
    @kept
    def anywhere(self) -> frozenset[str]:
        return self.own | self.sentence | self.context

    @kept
    def wider(self) -> Sequence[tuple[int, frozenset[str]]]:
        """What those of its sentence are sorts of."""
        return [(level, _closure(held)) for level, held in self.places[:3]]

    @kept
    def sorts(self) -> frozenset[str]:
        return frozenset().union(*(held for _, held in self.wider))

    def phrased(self, term: str) -> int:
        """Return where all words of a phrase for *term* stand, in whatever order: "прав лишены" deprives of "лишить прав"."""
        for phrase in _phrases(term, self.figure.language):
            if phrase <= self.own:
                return CLAUSE
            if phrase <= self.own | self.sentence:
                return SENTENCE
        return NOWHERE


class Said:
    """What the sentence of a figure says, or what it inherits, with what that is a sort of: for a quick look before its concepts."""

    def __init__(self, figure: Figure) -> None:
        terms = figure.terms
        self.figure = figure
        self.concepts = frozenset((*terms.sentence, *terms.head, *terms.counted, *terms.action))

    @kept
    def wider(self) -> frozenset[str]:
        return _closure(self.concepts)


@remembered()
def _said() -> dict[int, Said]:
    """By the identity of their figures, which a running program reads from its index once."""
    return {}


def said_of(figure: Figure) -> Said:
    """Return what is said of *figure*; that of the figures met last is kept."""
    kept = _said()
    known = kept.get(id(figure))
    if known is None or known.figure is not figure:
        if len(kept) >= MAX_FIGURES:
            kept.clear()
        known = kept[id(figure)] = Said(figure)
    return known


@remembered()
def _known() -> dict[int, Concepts]:
    """As what is said of figures."""
    return {}


def concepts_of(figure: Figure) -> Concepts:
    """Return the concepts of *figure*; those of the figures met last are kept."""
    kept = _known()
    known = kept.get(id(figure))
    if known is None or known.figure is not figure:
        if len(kept) >= MAX_FIGURES:
            kept.clear()
        known = kept[id(figure)] = Concepts(figure)
    return known


def _nearest(layers: Sequence[tuple[int, frozenset[str]]], term: str) -> int:
    """Return the level of the first of *layers* that holds *term*."""
    for level, terms in layers:
        if term in terms:
            return level
    return NOWHERE


def _closure(terms: frozenset[str]) -> frozenset[str]:
    return frozenset().union(*map(broader, terms))


class Scope:
    """Where the concepts of a question stand around a figure."""

    def __init__(self, figure: Figure, passage: PassageWords, rivals: Rivals = NO_RIVALS, query: Query | None = None) -> None:
        self.figure = figure
        alike = query is not None and query.language == figure.language  # in the other language a name is written otherwise
        self._spelled = dict(query.spelled) if alike and query is not None else {}
        self._kinds = query.slots.place if query is not None else ()  # "district", of the place asked for
        self.passage = passage
        self.rivals = rivals
        self.concepts = concepts_of(figure)
        self.entities, self.slots, self.clause = self.concepts.entities, self.concepts.slots, self.concepts.clause
        self.found: dict[str, int] = {}  # where each asked concept stood
        self._levels: dict[str, tuple[int, Fit]] = {}  # and how what stands there fits
        self.against: set[str] = set()  # slots that the text contradicts, not only leaves unsaid

    @property
    def weak(self) -> int:
        """How many asked concepts only the passage held."""
        return sum(level == PASSAGE for level in self.found.values())

    @property
    def distance(self) -> int:
        """How far from the figure the asked concepts stood, summed up."""
        return sum(SLOT - level for level in self.found.values())

    def judged(self, slot: str, fit: Fit) -> Fit:
        """Return *fit*, noting a contradiction."""
        if fit is Fit.DIFFERENT:
            self.against.add(slot)
        return fit

    def level(self, term: str) -> tuple[int, Fit]:
        """Return where *term* stands, and whether what stands there is the same, narrower or wider."""
        known = self._levels.get(term)
        if known is None:
            known = self._levels[term] = self._level(term)
        if known[0] != NOWHERE:
            self.found[term] = known[0]
        return known

    def _level(self, term: str) -> tuple[int, Fit]:
        concepts = self.concepts
        if term in concepts.beside or self._is_misspelled(term):
            return NOWHERE, Fit.DIFFERENT
        if term in concepts.slots:
            return SLOT, Fit.SAME  # nearer is nothing
        said = _nearest(concepts.places, term) if term in concepts.anywhere else NOWHERE
        sort = _nearest(concepts.wider, term) if term in concepts.sorts else NOWHERE
        if said >= sort and said:
            return max(said, concepts.phrased(term)), Fit.SAME  # the clause may say it in several words, a heading in one
        if sort:
            return sort, Fit.NARROWER  # 63 people killed died, whatever a heading counts as deaths
        wider = broader(term)
        if wider:
            for level, terms in concepts.places[:2]:
                if not wider.isdisjoint(terms):
                    return level, Fit.WIDER
        phrased = concepts.phrased(term)
        if phrased:
            return phrased, Fit.SAME
        if self._may_be_named(term):
            for level, terms in concepts.places:
                if self._named(term, terms):
                    return level, Fit.SAME
        if term not in self.passage.labels and self.passage.leads_to(self.figure, term):
            return PASSAGE, Fit.SAME
        if self.rivals.are_on(term):
            return CONTEXT, Fit.SAME
        return NOWHERE, Fit.DIFFERENT

    def _is_misspelled(self, term: str) -> bool:
        """Whether *term* was asked as a word of a name, and another word tells of the figure: "the port" is not the Harbour Line."""
        form = self._spelled.get(term)
        if form is None:
            return False
        forms = self.passage.forms(self.figure)
        return form not in forms and (term in forms.values() or not (form in self.passage.terms or form in self.concepts.context))

    def is_beside(self, term: str) -> bool:
        """Whether *term* is said of another figure of the sentence, and not of this one."""
        return term in self.concepts.beside

    def is_phrased_beside(self, terms: Iterable[str]) -> bool:
        """Whether several words say one of *terms*, and some of them only of another figure: "12 of 40 posts are vacant", vacancies."""
        if self.figure.measure is not Measure.COUNT:
            return False
        own, beside = self.concepts.own, self.concepts.beside
        missing = (term for term in terms if beside and term not in own)
        phrases = (phrase for term in missing for phrase in _worded(term, self.figure.language))
        return any(phrase <= own | beside and not phrase <= own for phrase in phrases)

    def comes_late(self, term: str) -> bool:
        """Whether the name *term* is first heard behind the figure's sentence, and is not of who says the figure."""
        claimant = self.figure.claimant
        said = claimant is not None and term in label_terms(claimant.name, self.figure.language)
        return not said and self.passage.comes_late(self.figure, term)

    def is_behind(self, term: str) -> bool:
        """Whether the passage names *term* only in paragraphs behind the figure's, with other figures."""
        return self.passage.hold((term,)) and not self.passage.leads_to(self.figure, term)

    def is_elsewhere(self, place: str) -> bool:
        """Whether the figure names no place, and the document, which gives figures to *place* and to others, does not tell that it is
        there: neither just before in the paragraph, nor by a heading of that name alone."""
        near = CLAUSE if self.is_beside(place) else SENTENCE  # "412 in all, more than half of them at Orle"
        if self.figure.terms.place or self.figure.label is not None or self.level(place)[0] >= near:
            return False
        if place in self.passage.place_before(self.figure):
            return False
        headed = self.passage.headed
        return self.rivals.are_in_several(place, self.figure, headed if self.passage.is_headed(place) else None)

    def is_near(self, place: str) -> bool:
        """Whether the text had got to *place* where it tells the figure, which names none of its own."""
        return place in self.figure.terms.near

    def is_told_elsewhere(self, place: str) -> bool:
        """Whether the figure names no place, the text had not got to *place*, and other figures are there; the document is not about it."""
        terms = self.figure.terms
        if terms.place or self.figure.label is not None or place in terms.near or self.level(place)[0] >= CONTEXT:
            return False
        return self.rivals.locate(place)

    def is_of_another_paragraph(self, place: str) -> bool:
        """Whether only other paragraphs of the passage name *place*, and the figure, which is in no table, names none."""
        figure = self.figure
        if figure.terms.place or figure.label is not None or self.level(place)[0] != PASSAGE or self.passage.is_headed(place):
            return False
        return not self.passage.is_in_paragraph(figure, place)

    def is_row_elsewhere(self, place: str) -> bool:
        """Whether a table of the document has a row for *place*, in which the figure does not stand, and neither its sentence, a heading
        nor what stands just before or above it tells that it is there: it is that of the whole, or of a row of another table."""
        if (
            place in self.figure.terms.place
            or self.level(place)[0] >= SENTENCE
            or not self.rivals.have_row(place, self.figure, self._kinds)
        ):
            return False
        if self.figure.label is not None:
            return not self.passage.hold((place,))
        return not self.passage.is_headed(place) and place not in self.passage.place_before(self.figure)

    def holds(self, term: str, terms: Collection[str]) -> bool:
        """Whether *terms* hold *term*, the same name in the other script, or a name's words that mean something else in small letters."""
        if self._is_misspelled(term):
            return False
        if term in terms or self._named(term, terms):
            return True
        held, language = frozenset(terms), self.figure.language
        return any(stems <= held for stems in _stems(term, language)) or term in _words_of(held, language)

    def name_level(self, term: str, slot: str | None = None) -> tuple[int, Fit]:
        """Return where *term*, a word of a name, stands, as `level` does; one that is first heard later fills no *slot* of the figure."""
        level, fit = self.level(term)
        if level <= PASSAGE and not self.is_beside(term) and self.holds(term, self.concepts.context):
            self.found[term] = CONTEXT
            return CONTEXT, Fit.SAME
        if slot is not None and level == PASSAGE and self.comes_late(term):
            self.found.pop(term, None)
            return NOWHERE, self.judged(slot, Fit.DIFFERENT)
        return level, fit

    def has_sibling(self, name: Sequence[str]) -> bool:
        """Whether the figure is that of another one of its kind than the *name* of several words: the Blue Line is not the Amber Line."""
        figure = self.figure
        texts = [text for text in (figure.actor, figure.place, figure.label, figure.counted) if text]
        if any(has_name(text, name, figure.language) for text in texts):
            return False  # deaths by Old World diseases, in the New World
        return any(is_sibling(text, name, figure.language) for text in texts)

    def labelled(self, asked: frozenset[str]) -> bool:
        """Whether *asked* names the row or list entry that the figure stands in."""
        return not asked.isdisjoint(label_terms(self.figure.label, self.figure.language))

    def is_in_other_row(self, asked: frozenset[str]) -> bool:
        """Whether another row or entry of the passage is named by more of *asked* than that of the figure: "Tarvia, total", not "Norr"."""
        if self.figure.label is None or asked.isdisjoint(self.passage.labels):
            return False
        own = len(asked & label_terms(self.figure.label, self.figure.language))
        others = asked.difference(self.figure.terms.head, self.figure.terms.counted)  # a row may repeat what all of them count
        return own < max(len(others & row) for row in self.passage.rows)

    def gap(self, term: str) -> int:
        """Return how far *term* stands from the figure in its sentence: in figures between, then ahead or behind, then in characters.

        "3,100 were caused by signal failures, 2,450 by weather": weather is what 2,450 were caused by.
        """
        return self.passage.gap(self.figure, term)

    def beside(self) -> tuple[str, ...]:
        """Return the words of the sentence right behind and right before the figure, the nearest first."""
        span, offset = self.figure.span, self.passage.passage.span.start
        tokens = self.passage.tokens(self.figure)
        before = [token.lower for token in tokens if token.end + offset <= span.start][: -NEXT - 1 : -1]
        behind = [token.lower for token in tokens if token.start + offset >= span.end][:NEXT]
        return tuple(word for pair in zip_longest(behind, before) for word in pair if word is not None)

    def before(self, most: int) -> tuple[str, ...]:
        """Return the words of the sentence right before the figure, *most* of them, in order."""
        start = self.figure.span.start - self.passage.passage.span.start
        return tuple(token.lower for token in self.passage.tokens(self.figure) if token.end <= start)[-most:]

    def contrasts(self, asked: Collection[str]) -> bool:
        """Whether the counted noun has modifiers of its own, states and participles apart, that are not *asked*: "occupied" is no kind of
        nest."""
        heads = self.figure.terms.head if self.figure.label is not None else ()  # a header of one noun says it twice
        own = [term for term in self.figure.terms.counted if not term.startswith("@") and term not in asked and term not in heads]
        return bool(own) and not set(own) <= _participles(self.figure.counted or "", self.figure.language)

    def _named(self, term: str, terms: Iterable[str]) -> bool:
        """Whether *term* is a name that *terms* have in the other script: "Приозёрск" and "Priozersk"."""
        if not self._may_be_named(term):
            return False
        key = _key(term)
        return len(key) >= MIN_NAME and f"\n{key[: max(MIN_NAME, len(key) - 2)]}" in _keys(frozenset(terms))

    def _may_be_named(self, term: str) -> bool:
        return _is_cyrillic(term) != (self.figure.language == "ru") and not term.startswith("@")


@remembered(4096)
def _participles(counted: str, language: str) -> frozenset[str]:
    """The concepts of the participles in a counted phrase: what was done to things makes them no other kind of things."""
    words = lexicon(language)
    lowers = [token.lower for token in tokenize(counted)]
    found = [low for low in lowers if ("PRTF" in features(low, "ru") if language == "ru" else low.endswith("ed") and len(low) > MIN_NAME)]
    return frozenset(words.concept(lower) for lower in found)


@lru_cache(maxsize=65_536)
def _is_cyrillic(text: str) -> bool:
    return any("\u0400" <= sign <= "\u04ff" for sign in text)


@remembered(4096)
def label_terms(label: str | None, language: str) -> frozenset[str]:
    """Return the concepts in the *label* of a row or list entry."""
    words, tokens = lexicon(language), tokenize(label or "")
    phrases = (mention.concept for mention in words.mentions(tokens) if mention.last - mention.first > 1)  # "Common crane"
    return frozenset((*phrases, *(words.concept(token.lower) for token in tokens if token.surface[0].isalnum())))


@remembered(65_536)
def _stems(term: str, language: str) -> tuple[frozenset[str], ...]:
    """The index terms of each word or phrase for *term* in a text of *language*; Russian texts have English words, too."""
    words = [word for known in dict.fromkeys(("en", language)) for word in lexicon(known).words(term)] or (term,)
    return tuple(frozenset(stem(fold(part)) for part in word.split()) for word in words)


@remembered(65_536)
def _phrases(term: str, language: str) -> tuple[frozenset[str], ...]:
    """The concepts of the words of each phrase for the deed *term*, small words apart."""
    return _worded(term, language) if lexicon(language).action(term) is not None else ()


@remembered(4096)
def _worded(term: str, language: str) -> tuple[frozenset[str], ...]:
    """The concepts of the words of each phrase for *term*, small words apart; none that denies: "find not guilty" finds nobody guilty."""
    words = lexicon(language)
    phrases = (word for word in words.words(term) if " " in word and not _denies(word, language))
    parts = ([part for part in phrase.replace("(", "").replace(")", "").split() if analyse(part)] for phrase in phrases)
    return tuple(frozenset(map(words.concept, held)) for held in parts if len(held) > 1)


def _denies(phrase: str, language: str) -> bool:
    known = (lexicon(language).opening([token]) for token in tokenize(phrase))
    return any(word is not None and bool(word.kinds & Kinds.NEGATOR) for word in known)


@remembered(8192)
def _words_of(terms: frozenset[str], language: str) -> frozenset[str]:
    """The index terms of the single words for any of *terms*."""
    return frozenset().union(*(stems for term in terms for stems in _stems(term, language) if len(stems) == 1))


@lru_cache(maxsize=8192)
def _keys(terms: frozenset[str]) -> str:
    """The sounds of *terms*, a line each."""
    return "".join([f"\n{_key(term)}" for term in terms])


@lru_cache(maxsize=65_536)
def _key(term: str) -> str:
    return name_key(term)
