"""The words of numerals in a language, and of what stands around them, as look-ups."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cache

from qa_bot.schema import Bound
from qa_bot.text.tokens import tokenize
from qa_bot.text.wordlists import read_wordlists

# By one outer word of a phrase: phrases, the longest first, each with what it means.
Phrases = dict[str, list[tuple[tuple[str, ...], str]]]

_BEFORE = (Bound.AT_LEAST, Bound.MORE_THAN, Bound.AT_MOST, Bound.LESS_THAN, Bound.ABOUT)
_AFTER = (Bound.AT_LEAST, Bound.MORE_THAN, Bound.AT_MOST, Bound.ABOUT)


class NumberWords:
    """The lists of ``data/<language>/numbers.toml``: what each is for stands there."""

    def __init__(self, language: str) -> None:
        lists = _Lists(language)
        self.language = language
        self._read_numerals(lists)
        self._read_surroundings(lists)
        self.bounds_before = _by_word(((phrase, bound.value) for bound in _BEFORE for phrase in lists.phrases(bound.value)), outer=-1)
        self.bounds_after = _by_word(
            ((phrase, bound.value) for bound in _AFTER for phrase in lists.phrases(f"{bound.value}_after")), outer=0
        )
        self.signs = frozenset(read_wordlists(language, "abbreviations")["signs"].split())
        self.nothing = _by_word(((phrase, "0") for phrase in lists.phrases("nothing")), outer=0)
        self.parts_of = lists.words("parts_of")
        self.bound_joints = self.or_ | self.between_and
        self.starts = frozenset().union(
            self.cardinals, self.ordinals, self.scales, self.articles, self.half, self.single_parts, self.multipliers, self.every
        )

    def _read_numerals(self, lists: "_Lists") -> None:
        self.cardinals = lists.values("cardinals")
        self.scales = lists.values("scales")
        self.single_scales = lists.words("single_scales")
        self.bound_scales = lists.words("bound_scales")
        self.plural_scales = lists.words("plural_scales")
        self.glued_scales = lists.values("glued_scales")
        self.money_scales = lists.values("money_scales")
        self.articles = lists.words("articles")
        self.scale_openers = lists.words("scale_openers")
        self.ordinals = lists.values("ordinals")
        self.seconds_after = lists.words("seconds_after")
        self.behind_seconds = lists.words("behind_seconds")
        self.denominators = lists.values("denominators")
        self.plural_denominators = lists.values("plural_denominators")
        self.fraction_before = lists.words("fraction_before")
        self.half = lists.words("half")
        self.single_parts = lists.values("single_parts")
        self.half_of = lists.words("half_of")
        self.no_half_after = lists.words("no_half_after")
        self.joiner = lists.words("joiner")
        self.with_ = lists.words("with")
        self.point = lists.words("point")
        self.whole = lists.words("whole")
        self.case_endings = lists.words("case_endings")
        self.ordinal_endings = lists.words("ordinal_endings")
        self.every = lists.words("every")
        self.multipliers = lists.values("multipliers")

    def _read_surroundings(self, lists: "_Lists") -> None:
        self.fold = lists.words("fold")
        self.times = lists.words("times")
        self.times_before = lists.words("times_before")
        self.times_after = lists.words("times_after")
        self.parts_after = lists.words("parts_after")
        self.glued_times = lists.words("glued_times")
        self.units = _by_word(
            (
                *((phrase, "%") for phrase in lists.phrases("percent")),
                *((phrase, "pp") for phrase in lists.phrases("percentage_points")),
                *((phrase, "‰") for phrase in lists.phrases("promille")),
                *lists.coded("money_after"),
            ),
            outer=0,
        )
        self.scaled_money = _by_word(lists.coded("scaled_money"), outer=0)
        self.money_before = {phrase[0]: code for phrase, code in lists.coded("money_before")}
        self.dollars = {phrase[0]: code for phrase, code in lists.coded("dollars")}
        self.money_tail = lists.words("money_tail")
        self.minus = lists.words("minus")
        self.signed_after = lists.words("signed_after")
        self.degree_units = lists.words("degree_units")
        self.dash_for_be = bool(lists.words("dash_for_be"))
        self.between = lists.words("between")
        self.between_and = lists.words("between_and")
        self.from_ = lists.words("from")
        self.range_from = lists.words("range_from")
        self.to = lists.words("to")
        self.or_ = lists.words("or")
        self.one_in = _by_word(((phrase, "") for phrase in lists.phrases("one_in")), outer=0)
        self.degrees = lists.words("degrees")
        self.focus = lists.words("focus")
        self.prepositions = lists.words("prepositions")
        self.skipped = lists.words("skipped")
        self.no_bound_before_span = lists.words("no_bound_before_span")
        self.spans = lists.words("spans")
        self.span_measured = lists.words("span_measured")
        self.no_bound_alone = frozenset(" ".join(phrase) for phrase in lists.phrases("no_bound_alone"))
        self.lacking = frozenset(" ".join(phrase) for phrase in lists.phrases("lacking"))
        self.lacking_verbs = lists.words("lacking_verbs")
        self.lacking_adverbs = lists.words("lacking_adverbs")
        self.no_bound_after_change = lists.words("no_bound_after_change")
        self.change = tuple(sorted(lists.words("change")))


@cache
def number_words(language: str) -> NumberWords:
    """Return the words of "ru", or for any other language the English ones."""
    return NumberWords("ru" if language == "ru" else "en")


class _Lists:
    """The lists of the data file, taken apart; "x~name" stands for x with each ending of the list endings_name."""

    def __init__(self, language: str) -> None:
        self._lists = read_wordlists(language, "numbers")
        self._endings = {
            key.removeprefix("endings_"): tuple(ending.strip("-") for ending in value.split())
            for key, value in self._lists.items()
            if key.startswith("endings_")
        }

    def _forms(self, word: str) -> tuple[str, ...]:
        base, mark, name = word.partition("~")
        return tuple(base + ending for ending in self._endings[name]) if mark and name else (word,)

    def words(self, key: str) -> frozenset[str]:
        return frozenset(form for word in self._lists[key].split() for form in self._forms(word))

    def values(self, key: str) -> dict[str, Decimal]:
        lines = (line.split() for line in self._lists[key].splitlines())
        return {form: Decimal(line[0]) for line in lines if line for word in line[1:] for form in self._forms(word)}

    def phrases(self, key: str) -> Iterator[tuple[str, ...]]:
        for line in self._lists[key].splitlines():
            yield from self._product(line)

    def coded(self, key: str) -> Iterator[tuple[tuple[str, ...], str]]:
        """Yield (phrase, code) of lines that are "CODE phrase"; in lists of single words a line holds several."""
        for line in self._lists[key].splitlines():
            code, _, rest = line.partition(" ")
            if key in ("money_before", "dollars"):
                yield from (((word,), code) for word in rest.split())
            else:
                yield from ((phrase, code) for phrase in self._product(rest))

    def _product(self, line: str) -> Iterator[tuple[str, ...]]:
        found: list[tuple[str, ...]] = [()] if line.strip() else []
        for word in line.split():
            found = [(*phrase, *(token.lower for token in tokenize(form))) for phrase in found for form in self._forms(word)]
        yield from found


def _by_word(phrases: Iterable[tuple[tuple[str, ...], str]], *, outer: int) -> Phrases:
    table: Phrases = {}
    for phrase, meaning in phrases:
        table.setdefault(phrase[outer], []).append((phrase, meaning))
    for found in table.values():
        found.sort(key=lambda entry: (-len(entry[0]), entry))
    return table
