"""Sentences of a text, English or Russian, by rules over each full stop, question and exclamation mark."""

import re
from dataclasses import dataclass
from functools import cache

from qa_bot.text.number_words import number_words
from qa_bot.text.wordlists import read_wordlists

# A stop with whatever closes after it: quotes, brackets, reference marks "[12]", "[citation needed]", "¹". A blank line ends a sentence,
# too.
_STOP = re.compile(
    r"""
    [.!?…\n]  # comes first and alone, so that the search skips all other characters at once
    (?: (?<=\n) (?P<blank>[ \t]*\n\s*)
      | (?<=\n) (?P<record>(?=[A-ZА-ЯЁ][^\n.:;,!?]{1,40}:[ \t]+\S{0,3}\d))
      | (?<!\n) (?P<more>[.!?…]*)
        (?P<close>(?:["'”’»)\]}*_⁰¹²³⁴-⁹]|\[[^\[\]\n]{1,40}\](?!\())*)
        (?P<gap>\s+|$|(?=["“«„(]?[A-ZА-ЯЁ]))
    )
    """,
    re.VERBOSE,
)
# A line of its own that only names a number, beside another such line: "Beds: 40".
_RECORD = re.compile(r"[^\n.:;,!?]{1,40}:[ \t]+\S{0,3}\d(?:[^\n;:(]|\([^()\n]*\))*")
_OPENING = re.compile(r"""[\s"'“”‘’«„(\[{*_—–-]*""")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_BEFORE = re.compile(r"(?<![^\W_])(?:[^\W\d_]\.(?:[ \u00a0\u202f]?))*[^\W_]+(?:['’-][^\W_]+)*$")
_LOOK_BACK = 40  # characters; longer than any abbreviation
_INITIALS = re.compile(r"(?:[^\W\d_]\.[ \u00a0\u202f]?)+[^\W\d_]$")
_NUMBER_BEFORE = re.compile(r"\d[\d.,]*\s*$")
_NUMBER = re.compile(r"\d+$")


@dataclass(frozen=True)
class _Abbreviations:
    """Lower-case, without the last dot."""

    open: frozenset[str]  # never end a sentence: "Dr", "им"
    numbered: frozenset[str]  # do not end one before a numeral: "No", "стр"
    closing: frozenset[str]  # may end one, and do before a word that starts sentences: "Inc", "г"
    counted: frozenset[str]  # after a numeral end one before any capital: "тыс", "km"
    starters: frozenset[str]  # words that start sentences and no names: "The", "В"
    signs: frozenset[str]  # of units, written with a capital, that stand behind scales: «тыс. Гкал»
    scales: frozenset[str]  # «тыс», "mln": no units, of which none stands behind another


@cache
def _abbreviations(language: str) -> _Abbreviations:
    lists = {key: frozenset(value.split()) for key, value in read_wordlists(language, "abbreviations").items()}
    scales = frozenset(number_words(language).scales)
    return _Abbreviations(lists["open"], lists["numbered"], lists["closing"], lists["counted"], lists["starters"], lists["signs"], scales)


def split_sentences(text: str, start: int = 0, end: int | None = None, language: str = "en") -> list[tuple[int, int]]:
    """Return the half-open spans of the sentences of ``text[start:end]``: into *text*, in order, trimmed of white space.

    Together they cover every character that is no white space. When in doubt two sentences stay one: a quote that is long can be read,
    one that breaks off in its middle cannot.

    >>> text = "Dr. J. R. Smith saw 3.5 km of it. It ended."
    >>> [text[a:b] for a, b in split_sentences(text)]
    ['Dr. J. R. Smith saw 3.5 km of it.', 'It ended.']
    """
    stop = len(text) if end is None else end
    words = _abbreviations(language)
    spans: list[tuple[int, int]] = []
    begin = _skip_space(text, start, stop)
    for match in _STOP.finditer(text, begin, stop):
        if match.start() < begin:
            continue
        if match["blank"] is not None:
            _append(spans, text, begin, match.start())
        elif match["record"] is not None:
            line = max(text.rfind("\n", begin, match.start()) + 1, begin)
            if _RECORD.fullmatch(text, line, match.start()) is None:
                continue
            _append(spans, text, begin, match.start())
        elif _ends(text, begin, match, stop, words):
            _append(spans, text, begin, match.start("gap"))
        else:
            continue
        begin = match.end()
    _append(spans, text, begin, stop)
    return spans


def _append(spans: list[tuple[int, int]], text: str, begin: int, end: int) -> None:
    begin = _skip_space(text, begin, end)
    while end > begin and text[end - 1].isspace():
        end -= 1
    if begin < end:
        spans.append((begin, end))


def _skip_space(text: str, begin: int, end: int) -> int:
    while begin < end and text[begin].isspace():
        begin += 1
    return begin


def _ends(text: str, begin: int, match: re.Match[str], stop: int, words: _Abbreviations) -> bool:
    """Return whether the sentence that began at *begin* ends with the *match* of a stop."""
    after = _OPENING.match(text, match.end(), stop)
    at = after.end() if after else match.end()
    if at >= stop:
        return True
    if text[at].islower():
        return False
    if not match["gap"]:
        return _glued(text, match, at)
    if text[match.start()] != "." or match["more"] or match["close"]:
        return True
    return _dot_ends(text, begin, match.start(), at, words)


def _glued(text: str, match: re.Match[str], at: int) -> bool:
    """Return whether a sentence ends where no white space follows its stop ("ended.The"), as carelessly joined pages have it."""
    before = text[max(0, match.start() - 3) : match.start()]
    after = text[at + 1 : at + 2]
    return len(before) == 3 and before.isalpha() and before.islower() and (at > match.end() or after.islower() or after == " ")


def _dot_ends(text: str, begin: int, dot: int, at: int, words: _Abbreviations) -> bool:
    """Return whether the single full stop at *dot* ends a sentence, given the character *at* which the next words begin."""
    low = max(begin, dot - _LOOK_BACK)
    start = _word_before(text, low, dot)
    if start is None:
        return True
    before = text[start:dot]
    if _NUMBER.match(before):
        return start > begin  # a list number "1. " opens its sentence
    key = "".join(before.lower().split())
    last = key.rpartition(".")[2]
    following = _WORD.match(text, at)
    starts = following is not None and following.group().lower() in words.starters and not _is_initial(text, following)
    measured = key in words.counted and _NUMBER_BEFORE.search(text, low, start)
    if measured and key in words.scales and following is not None and following.group() in words.signs:
        return False  # «14 тыс. Гкал»
    if measured or (start > low and text[start - 1] in "/°º˚"):
        return True  # "46 см.", "22 м/с.", "18 °C."
    if key in words.open or (last in words.open and last == key):
        return False
    if key in words.numbered and (text[at].isdigit() or text[start - 1 : start] == "("):
        return False  # "(d. AD 75)"
    if key in words.closing:
        return starts
    if (len(before) == 1 and before.isupper()) or _INITIALS.match(before):
        return starts
    return True


def _word_before(text: str, low: int, dot: int) -> int | None:
    """Return where the word that ends at *dot* begins, with initials before it, looking back to *low*; None if there is none."""
    space = text.rfind(" ", low, dot)
    if space > low and text[space - 1] != "." and text[space + 1 : dot].isalpha():  # as nearly always, and three times as fast
        return space + 1
    found = _BEFORE.search(text, low, dot)
    return None if found is None else found.start()


def _is_initial(text: str, word: re.Match[str]) -> bool:
    return len(word.group()) == 1 and text[word.end() : word.end() + 1] == "."
