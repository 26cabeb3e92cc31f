"""Where the text around a figure carries a concept: in its clause, its sentence, the headings above, the rest of its passage."""

from collections.abc import Iterable
from functools import cache

from qa_bot.schema import Figure, Fit, Hit
from qa_bot.text.analysis import analyse, stem
from qa_bot.text.lexicon import lexicon
from qa_bot.text.tokens import fold
from qa_bot.text.translit import name_key

OWN, SENTENCE, CONTEXT, PASSAGE, NOWHERE = 4, 3, 2, 1, 0  # the stronger the higher
MIN_NAME = 4  # letters of a name that must agree across scripts


class PassageWords:
    """The index terms of a hit's passage, worked out when first asked for."""

    def __init__(self, hit: Hit) -> None:
        self._hit = hit
        self._terms: frozenset[str] | None = None

    @property
    def terms(self) -> frozenset[str]:
        if self._terms is None:
            passage = self._hit.passage
            texts = (passage.text, *passage.headings)
            self._terms = frozenset(term for text in texts for term in analyse(text))
        return self._terms


class Scope:
    """The concepts of a figure by how near to it they stand, with the wider ones that they are sorts of."""

    def __init__(self, figure: Figure, passage: PassageWords) -> None:
        terms = figure.terms
        self.figure = figure
        self.passage = passage
        self.entities = frozenset(target(term) for term in (*terms.direction, *terms.actor, *terms.place))
        self.own = frozenset((*terms.head, *terms.counted, *terms.action, *terms.reason, *terms.other)) | self.entities
        self.sentence = frozenset(terms.sentence)
        self.context = frozenset(terms.context)
        self._closures: dict[frozenset[str], frozenset[str]] = {}
        self.weak: set[str] = set()  # asked concepts that only the passage held
        self.against: set[str] = set()  # slots that the text contradicts, not only leaves unsaid

    def judged(self, slot: str, fit: Fit) -> Fit:
        """Return *fit*, noting a contradiction."""
        if fit is Fit.DIFFERENT:
            self.against.add(slot)
        return fit

    def level(self, term: str) -> tuple[int, Fit]:
        """Return where *term* stands, and whether what stands there is the same, narrower or wider."""
        for level, terms in ((OWN, self.own), (SENTENCE, self.sentence), (CONTEXT, self.context)):
            if term in terms:
                return level, Fit.SAME
        if term in self._broader(self.own):
            return OWN, Fit.NARROWER
        if term in self._broader(self.sentence):
            return SENTENCE, Fit.NARROWER
        if not broader(term).isdisjoint(self.own):
            return OWN, Fit.WIDER
        for level, terms in ((OWN, self.own), (SENTENCE, self.sentence), (CONTEXT, self.context)):
            if self._named(term, terms):
                return level, Fit.SAME
        if self._in_passage(term):
            self.weak.add(term)
            return PASSAGE, Fit.SAME
        return NOWHERE, Fit.DIFFERENT

    def holds(self, term: str, terms: Iterable[str]) -> bool:
        """Whether *terms* hold *term*, or the same name in the other script."""
        return term in terms or self._named(term, terms)

    @property
    def described(self) -> bool:
        """Whether the counted noun has modifiers of its own, states apart."""
        return any(not term.startswith("@") for term in self.figure.terms.counted)

    def _named(self, term: str, terms: Iterable[str]) -> bool:
        """Whether *term* is a name that *terms* have in the other script: "Приозёрск" and "Priozersk"."""
        if _is_cyrillic(term) == (self.figure.language == "ru") or term.startswith("@"):
            return False
        key = _key(term)
        return len(key) >= MIN_NAME and any(_key(other).startswith(key[: max(MIN_NAME, len(key) - 2)]) for other in terms)

    def _broader(self, terms: frozenset[str]) -> frozenset[str]:
        found = self._closures.get(terms)
        if found is None:
            found = self._closures[terms] = frozenset().union(*map(broader, terms))
        return found

    def _in_passage(self, term: str) -> bool:
        return any(stems <= self.passage.terms for stems in _stems(term))


# ---------------------------------------------------------------- concepts


def _is_cyrillic(text: str) -> bool:
    return any("\u0400" <= sign <= "\u04ff" for sign in text)


def target(directed: str) -> str:
    return directed.partition(":")[2] or directed


@cache
def broader(term: str) -> frozenset[str]:
    """Return the concepts that *term* is a sort of, in either language's lexicon."""
    return frozenset(lexicon("en").broader(term)) | frozenset(lexicon("ru").broader(term))


@cache
def symbol(unit: str) -> str:
    """The symbol of a unit of measure: "t" for tonne."""
    return lexicon("en").symbol(unit) or lexicon("ru").symbol(unit) or unit


@cache
def opposites(term: str) -> frozenset[str]:
    action = lexicon("en").action(term) or lexicon("ru").action(term)
    return frozenset(action.opposites) if action is not None else frozenset()


@cache
def is_action(term: str) -> bool:
    return lexicon("en").action(term) is not None


@cache
def _stems(term: str) -> tuple[frozenset[str], ...]:
    """The index terms of each word or phrase for *term*."""
    words = (*lexicon("en").words(term), *lexicon("ru").words(term)) or (term,)
    return tuple(frozenset(stem(fold(part)) for part in word.split()) for word in words)


@cache
def _key(term: str) -> str:
    return name_key(term)
