"""The spans of a sentence that may answer, each with the features by which it is judged.

A span is any run of tokens with a begin and an end that answers have. Its score is linear in its features, as in the log-linear reader of
Rajpurkar et al. (2016), and the features of a begin and of an end are summed once per token, not once per span.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, groupby
from typing import NamedTuple

from qa_bot.answer.evidence import Evidence, Term, akin
from qa_bot.answer.reader_words import reader_words
from qa_bot.answer.sights import CONTENT, Sight
from qa_bot.answer.wanted import Wanted
from qa_bot.text.lexicon import Kinds, lexicon
from qa_bot.text.syntax import TIME
from qa_bot.text.translit import name_key

LONGEST = 18  # tokens; 97 % of the training answers have at most 12
COUNTING = 10  # of those that say how many or how long
UNIT = 6  # tokens behind a number in which its unit stands: "five to ten years"
SHORT = 6  # up to here a span may end anywhere
JUDGED = 16  # spans of a sentence that are judged as a whole; 32 give 0.3 more F1 and take a third longer
DECAY = 0.75  # of a matched word's pull with every token of distance
_NO_BEGIN = frozenset({"PUNCT", "CCONJ", "AUX", "PART", "SCONJ", "VERB"})
_NOUNS = frozenset({"NOUN", "NOUNS", "PROPN"})
_NAMING = _NOUNS | {"X"}
_JOINING = frozenset({"CCONJ", "SCONJ"})
_MODIFIERS = frozenset({"ADJ", "VBN", "VBG"})
_PLAIN_VERBS = frozenset({"VB", "VBG"})
_ADVERBIAL = frozenset({"where", "why", "how", "when", "number"})  # groups whose answers may begin with a preposition
_NO_END = frozenset({"DET", "ADP", "CCONJ", "AUX", "SCONJ", "PART", "PUNCT"})
BARS = frozenset({",", ";", ":", "—", "–", "(", ")", "which", "but", "because"})
_CUTTING = frozenset(";:—–")
_VERBAL = frozenset({"VERB", "VBN"})
_FIGURES = frozenset({"NUM", TIME, "SYM"})
_YEAR = 4  # digits
_YEAR_LEAST = 3  # digits of early ones
_DECADE = 5  # signs of "1850s"
_CLOSING = frozenset('.,;:?!)”»"—–')


class Matched(NamedTuple):
    """How the tokens of a sentence meet the question: the term each is (-1 for none), and its role in the question.

    Roles: "v" its verb, "f" what it asks for, "n" a name, "o" other, "-" no match.
    """

    terms: tuple[int, ...]
    roles: tuple[str, ...]
    pull_left: tuple[float, ...]  # of the matched tokens before each token
    pull_right: tuple[float, ...]  # of those from each token on
    content: tuple[int, ...]  # content tokens before each token
    matches: tuple[int, ...]  # matched ones among them
    verbs: tuple[int, ...]  # places of the question's verbs
    focus: tuple[int, ...]  # places of the noun asked for
    bars: tuple[int, ...]  # signs and words that part clauses, before each token
    last_match: tuple[int, ...]  # place of the last match before each token, -1 for none
    next_match: tuple[int, ...]  # and of the first from each token on
    said: tuple[tuple[int, float], ...]  # of each match the bars before it, and the weight of its term, as a share of the question's
    all_said: float  # the sum of these shares


class Candidate(NamedTuple):
    """Tokens first..last, last included."""

    first: int
    last: int
    score: float


def match_tokens(sight: Sight, terms: Sequence[Term]) -> Matched:
    """Return how the tokens of *sight* meet the *terms* of the question."""
    by_stem = {term.item.stem: at for at, term in enumerate(terms)}
    by_other = {other: at for at, term in reversed(list(enumerate(terms))) for other in term.others}
    by_concept = {term.item.concept: at for at, term in reversed(list(enumerate(terms))) if term.item.concept}
    by_start = {term.item.stem[:5]: at for at, term in enumerate(terms) if len(term.item.stem) >= 5 and not term.item.number}
    keys = [(term.key, at) for at, term in enumerate(terms) if term.key]
    found: list[int] = []
    for index, form in enumerate(sight.stems):
        at = by_stem.get(form, -1)
        if at < 0 and sight.tags[index] in CONTENT:
            at = by_other.get(form, -1)
            if at < 0:
                at = by_concept.get(sight.concepts[index] or "", -1)
            if at < 0:
                at = by_start.get(form[:5], -1)
            if at < 0 and keys and form[0].isalpha():
                key = name_key(form)
                at = next((at for wanted_key, at in keys if akin(wanted_key, key)), -1)
        found.append(at)
    return _matched(sight, terms, found)


def _matched(sight: Sight, terms: Sequence[Term], found: Sequence[int]) -> Matched:
    total = sum([term.weight for term in terms]) or 1.0
    shares = [*[term.weight / total for term in terms], 0.0]  # the last is that of no term, whose place is -1
    roles = [*map(_role, terms), "-"]
    weights = [shares[at] for at in found]
    content = [tag in CONTENT for tag in sight.tags]
    places = [index for index, at in enumerate(found) if at >= 0]
    bars = tuple(accumulate([cue in BARS for cue in sight.cues], initial=0))
    said = tuple([(bars[index], weights[index]) for index in places])
    return Matched(
        terms=tuple(found),
        roles=tuple([roles[at] for at in found]),
        pull_left=tuple(_pulls(weights)),
        pull_right=tuple(_pulls(weights[::-1])[::-1]),
        content=tuple(accumulate(content, initial=0)),
        matches=tuple(accumulate([at >= 0 and inside for at, inside in zip(found, content, strict=True)], initial=0)),
        verbs=tuple([index for index in places if terms[found[index]].item.verb]),
        focus=tuple([index for index in places if terms[found[index]].item.focus]),
        bars=bars,
        last_match=tuple(accumulate([index if at >= 0 else -1 for index, at in enumerate(found)], max, initial=-1)),
        next_match=(*_next_of([at >= 0 for at in found]), len(found)),
        said=said,
        all_said=sum([weight for _, weight in said]),
    )


def _pulls(weights: Sequence[float]) -> list[float]:
    """The pull of the matched tokens before each token, and before the end."""
    pull = 0.0
    found = [pull]
    for weight in weights:
        pull = pull * DECAY + weight
        found.append(pull)
    return found


def _role(term: Term) -> str:
    item = term.item
    return "v" if item.verb else "f" if item.focus else "n" if item.name else "o"


# ---------------------------------------------------------------- which runs of tokens are spans


def enumerate_spans(sight: Sight, matched: Matched, wanted: Wanted) -> Iterator[tuple[int, int]]:
    """Yield (first, last) of the runs of tokens that may be answers to what is *wanted*."""
    size = len(sight.tags)
    depths = sight.depths
    longest = COUNTING if wanted.sort.startswith("how:") else LONGEST
    ends: dict[int, bool] = {}  # whether a span may end with it, of the tokens that were asked of
    stops = [_is_wall(sight, wanted, at) for at in range(size)]
    walls = [at for at, wall in enumerate(stops) if wall] + [size]
    closes = [surface in _CLOSING or tag in _JOINING for surface, tag in zip(sight.surfaces[1:], sight.tags[1:], strict=True)] + [True]
    for first, reach in enumerate(_reaches(sight, matched, wanted)):
        stop = min(first + longest, walls[bisect_left(walls, first)])
        if reach >= stop or stops[first] or not _may_begin(sight, matched, wanted, first):
            continue
        depth = depths[first]
        for last in range(first, stop):
            if depths[last] < depth:
                break
            if last < reach or (last - first >= SHORT and not closes[last]) or (last + 1 < size and depths[last + 1] > depth):
                continue
            if last not in ends:
                ends[last] = _may_end(sight, matched, last)
            if ends[last]:
                yield first, last


def _reaches(sight: Sight, matched: Matched, wanted: Wanted) -> list[int]:
    """For each token the first one that a span which begins with it has to hold to say something new, of the sort that is wanted."""
    size = len(sight.tags)
    content, matches = matched.content, matched.matches
    found: Iterable[int] = _next_of([content[at + 1] - content[at] > matches[at + 1] - matches[at] for at in range(size)])
    if wanted.sort.startswith("how:"):
        flagged = _lasting if wanted.sort == "how:long" else _counted if wanted.sort == "how:many" else _figured
        found = map(max, found, _next_of(flagged(sight)))
    elif wanted.group == "when":
        events = [cue == "after" for cue in sight.cues]  # before or after which it was
        dated = _next_of(_dated(sight))
        found = map(max, found, [at if events[at] or (at and events[at - 1]) else then for at, then in enumerate(dated)])
    elif wanted.group in ("who", "where"):  # nobody is a number or a date, nor does anything happen in one of them
        named = _next_of([tag in _NAMING for tag in sight.tags])
        found = map(max, found, [size if tag in ("NUM", TIME) else then for tag, then in zip(sight.tags, named, strict=True)])
    return list(found)


def _next_of(flags: Sequence[bool]) -> list[int]:
    """For each token the first from there on that is flagged; behind the last one where none is."""
    places = [at if flag else len(flags) for at, flag in enumerate(flags)]
    return list(accumulate(reversed(places), min))[::-1]


def _dated(sight: Sight) -> list[bool]:
    """Which tokens say when: a time, or a number as long as that of a year; "aged 91" does not, nor does "two"."""
    return [
        tag == TIME
        or (sort == "time" and tag not in _VERBAL)
        or (tag == "NUM" and surface[0].isdigit() and "," not in surface and _YEAR_LEAST <= len(surface) <= _DECADE)
        for tag, sort, surface in zip(sight.tags, sight.sorts, sight.surfaces, strict=True)
    ]


def _figured(sight: Sight) -> list[bool]:
    """Which tokens say how many or how long: a number, a time, or a word for either: "dozens", "once"."""
    words = reader_words(sight.language).figures
    return [tag in _FIGURES or lower in words for tag, lower in zip(sight.tags, sight.lowers, strict=True)]


def _counted(sight: Sight) -> list[bool]:
    """Which tokens say how many: as `_figured`, but no year or month does."""
    words = reader_words(sight.language).figures
    return [
        lower in words or (tag in _FIGURES and (tag != TIME or (surface.isdigit() and len(surface) != _YEAR)))
        for tag, lower, surface in zip(sight.tags, sight.lowers, sight.surfaces, strict=True)
    ]


def _lasting(sight: Sight) -> list[bool]:
    """Which tokens say how long: a time, a number of hours or of metres, or a word for it; "one of the rules" does not."""
    words, size = reader_words(sight.language).figures, len(sight.tags)
    return [
        tag == TIME or lower in words or (tag == "NUM" and any(_is_measure(sight, then) for then in range(at + 1, min(at + UNIT, size))))
        for at, (tag, lower) in enumerate(zip(sight.tags, sight.lowers, strict=True))
    ]


def _is_measure(sight: Sight, at: int) -> bool:
    concept = sight.concepts[at]
    return sight.sorts[at] == "time" or (concept is not None and bool(lexicon(sight.language).kinds(concept) & Kinds.QUANTITY))


def is_worded(sight: Sight, first: int, last: int) -> bool:
    """Return whether a span says it by such a word."""
    return not reader_words(sight.language).figures.isdisjoint(sight.lowers[first : last + 1])


def _is_inside(sight: Sight, joint: int) -> bool:
    """Whether neither half of the range around *joint* says anything alone: "3 to 14", "1973–74", but not "1919–1980"."""
    return _is_range(sight, joint) and (sight.tags[joint + 1] != TIME or len(sight.surfaces[joint + 1]) < _YEAR)


def _is_range(sight: Sight, at: int) -> bool:
    """Whether the token joins the ends of a range: "1973–74", "five to ten", "between 3 and 14"."""
    tags = sight.tags
    if not 0 < at < len(tags) - 1 or tags[at - 1] not in _FIGURES or tags[at + 1] not in _FIGURES:
        return False
    words = reader_words(sight.language)
    return sight.lowers[at] in words.ranging or (
        sight.cues[at] == "and" and not words.leading.isdisjoint(sight.lowers[max(0, at - 4) : at])
    )


def _is_behind_number(sight: Sight, at: int) -> bool:
    """Whether the token goes on with a number or says what time it counts: "000" of "22 000", "million", "years" of "40 years"."""
    if not at or sight.tags[at - 1] not in ("NUM", TIME):
        return False
    return _goes_on(sight, at) or (sight.sorts[at] == "time" and sight.surfaces[at - 1][-1].isalnum())


def _goes_on(sight: Sight, at: int) -> bool:
    """Whether the token and the one before it are one number: "22 000", "2.5 million"."""
    return sight.tags[at - 1] == "NUM" and (sight.tags[at] == "NUM" or (sight.tags[at] == TIME and sight.surfaces[at].isdigit()))


def _may_begin(sight: Sight, matched: Matched, wanted: Wanted, at: int) -> bool:
    """Whether a span may begin with the token: no verb that says when, no "of", no half of a name or compound."""
    tag = sight.tags[at]
    if _is_inside(sight, at - 1) or _is_behind_number(sight, at):
        return False
    if tag in _NO_BEGIN:
        return sight.lowers[at] in reader_words(sight.language).openers or sight.surfaces[at] in "$€£#"
    if tag == "ADP":
        return wanted.group in _ADVERBIAL and sight.cues[at] != "of"
    if wanted.group == "where" and at and sight.tags[at - 1] == "NUM" and sight.surfaces[at].islower():
        return False  # what a number counts is no place
    if sight.cues[at] == "which" or (tag in _PLAIN_VERBS and wanted.focus and wanted.group != "why"):
        return False
    before = sight.tags[at - 1] if at else ""
    joined = before in _NOUNS and (tag == "PROPN" if before == "PROPN" else tag in _NOUNS and sight.language == "en")
    return not (joined and matched.terms[at - 1] < 0 and sight.kinds[at - 1] == "-" and sight.sorts[at - 1] == "-")


def _may_end(sight: Sight, matched: Matched, at: int) -> bool:
    """Whether a span may end with the token: not with an article or preposition, nor in the middle of a noun phrase."""
    tag = sight.tags[at]
    if tag in _NO_END or sight.lowers[at] == "'s":
        return False
    after = at + 1
    if _is_inside(sight, after) or (after < len(sight.tags) and _goes_on(sight, after)):
        return False
    if tag == TIME and sight.tags[after : after + 1] == (TIME,) and sight.cues[after] == "of":
        return False  # "the first half" of a century
    if after >= len(sight.tags) or matched.terms[after] >= 0 or sight.tags[after] not in _NOUNS:
        return True
    if tag in _MODIFIERS:
        return False
    return not (tag == "PROPN" if sight.language == "ru" else tag in _NOUNS) or sight.labels[at][-1] == "^" != sight.labels[after][-1]


def _is_wall(sight: Sight, wanted: Wanted, at: int) -> bool:
    """Whether no span goes on over the token: a strong sign, or, where a thing is asked for, a verb of its own."""
    if sight.surfaces[at] in _CUTTING:
        return not _is_inside(sight, at)
    finite = sight.tags[at] in ("VERB", "AUX")
    return finite and (bool(wanted.focus) or wanted.group not in ("what", "why", "how", "yesno"))


# ---------------------------------------------------------------- features


def begin_features(sight: Sight, matched: Matched, wanted: Wanted, at: int) -> tuple[str, ...]:
    """Return what speaks for and against a span that begins with token *at*."""
    labels, cues, roles, group = sight.labels, sight.cues, matched.roles, wanted.group
    label = labels[at]
    tag, cue, role = (sight.tags[at - 1], cues[at - 1], roles[at - 1]) if at else ("^", "^", "^")
    far, beyond = (cues[at - 2], roles[at - 2]) if at > 1 else ("^", "^")
    return (
        f"b {tag} {label}",
        f"b {wanted.sort} {label} {sight.kinds[at]}",
        f"bp {group} {tag} {cue}",
        f"bpp {cue} {far}",
        f"bm {group} {role}",
        f"bw {group} {cues[at]}",
        f"bmm {wanted.role} {beyond} {cue}",
        f"ba {wanted.adposition} {cue}",
        f"bv {wanted.verb} {cue}",
    )


def end_features(sight: Sight, matched: Matched, wanted: Wanted, at: int) -> tuple[str, ...]:
    """Return what speaks for and against a span that ends with token *at*."""
    after, size = at + 1, len(sight.tags)
    cues, roles, group, does = sight.cues, matched.roles, wanted.group, wanted.role
    label, sort = sight.labels[at], sight.sorts[at]
    tag, cue, role = (sight.tags[after], cues[after], roles[after]) if after < size else ("$", "$", "$")
    beyond, then = (cues[after + 1], roles[after + 1]) if after + 1 < size else ("$", "$")
    if tag == "PUNCT":
        tag = sight.surfaces[after]
    same = "same" if wanted.focus and sight.stems[at] == wanted.focus else sort
    return (
        f"e {label} {tag}",
        f"e {wanted.sort} {label} {sight.kinds[at]}",
        f"ep {group} {tag} {cue}",
        f"em {group} {role}",
        f"es {wanted.sort} {same}",
        f"emr {does} {role} {cue}",
        f"ea {does} {cue} {beyond}",
        f"ef {does} {cue} {then}",
    )


def span_features(sight: Sight, matched: Matched, wanted: Wanted, first: int, last: int) -> tuple[str, ...]:
    """Return what speaks for and against the span as a whole."""
    group, sort, does = wanted.group, wanted.sort, wanted.role
    size = last - first + 1
    content, matches = matched.content, matched.matches
    inside = content[last + 1] - content[first]
    same = matches[last + 1] - matches[first]
    left, right = matched.pull_left[first], matched.pull_right[last + 1]
    shape = _shape(sight.letters, first, last)
    focus = _focus_feature(sight, matched, wanted, first, last)
    return (
        f"n {group} {size if size < 9 else 9 + (size - 9) // 4}",
        f"p {shape}",
        f"p {group} {shape}",
        f"ps {sort} {shape[:4]}",
        f"pl {wanted.plural} {'C' in shape or ',' in shape} {sight.tags[last]}",
        f"m {group} {min(3, same)}/{min(4, inside)}",
        f"w {_bucket(left + right)}",
        f"wl {does} {_bucket(left)}",
        f"wr {does} {_bucket(right)}",
        _verb_feature(sight, matched, wanted, first, last),
        f"f {sort[-1:] == '-' or sort[-3:] == ':be'} {focus}",
        f"fs {sort} {focus}",
        f"x {does} {_barred(matched, first, last)}",
        f"g {group} {_sided(matched, first, last)}",
        f"o {group} {'first' if first <= 1 else 'last' if last >= len(sight.tags) - 2 else 'mid'}",
    )


def _barred(matched: Matched, first: int, last: int) -> str:
    """How many clause borders part the span from the nearest matches before and behind it."""
    before, behind, bars = matched.last_match[first], matched.next_match[last + 1], matched.bars
    left, gap = (min(2, bars[first] - bars[before]), min(first - before, 3)) if before >= 0 else (3, 0)
    right = min(2, bars[behind] - bars[last + 1]) if behind < len(matched.terms) else 3
    return f"{left} {gap} {right} {min(behind - last, 3)}"


def _sided(matched: Matched, first: int, last: int) -> str:
    """How much of what the sentence says of the question stands in the clause of the span, in fifths."""
    total = matched.all_said
    if not total:
        return "-"
    low, high = matched.bars[first], matched.bars[last + 1]
    inside = sum([weight for bars, weight in matched.said if low <= bars <= high])
    return f"{min(2, high - low)} {int(5 * inside / total)}"


def _shape(letters: Sequence[str], first: int, last: int) -> str:
    """The tags of a span, repeats once; of a long one the beginning and the end."""
    shape = [letter for letter, _ in groupby(letters[first : last + 1])]
    return "".join(shape) if len(shape) < 8 else "".join((*shape[:3], "~", *shape[-2:]))


def _bucket(pull: float) -> int:
    return int(pull * 10) if pull < 1 else 10


def _verb_feature(sight: Sight, matched: Matched, wanted: Wanted, first: int, last: int) -> str:
    """On which side of the question's verb the span stands, and how near."""
    best, gap, side = -1, 99, ""
    for at in matched.verbs:
        distance, where = (first - at, "after") if at < first else (at - last, "before") if at > last else (0, "over")
        if distance < gap:
            best, gap, side = at, distance, where
    if best < 0:
        return f"v {wanted.role} none"
    passive = sight.tags[best] == "VBN"
    return f"v {wanted.role} {side} {passive} {gap if gap < 3 else 3 if gap < 7 else 7}"


def _focus_feature(sight: Sight, matched: Matched, wanted: Wanted, first: int, last: int) -> str:
    """Where the noun that the question asks for stands: in the span, beside it, elsewhere."""
    if not wanted.focus:
        return "unasked"
    best = "none"
    for at in matched.focus:
        if at == last:
            return "last"
        if first <= at < last:
            best = "inside"
        elif at == last + 1:
            best = "next"
        elif at == first - 1:
            best = "before"
        elif best in ("none", "far"):
            best = "near" if first - 5 <= at <= last + 5 else "far"
    return best


def sentence_features(evidence: Evidence) -> tuple[tuple[str, float], ...]:
    """Return what holds for all spans of a sentence, with its amount."""
    return (
        ("said", evidence.said),
        ("around", evidence.around),
        ("hit", evidence.hit),
        ("first hit", float(evidence.rank == 0)),
        ("absent name", float(any(term.item.name for term in evidence.absent))),
    )


# ---------------------------------------------------------------- judging


def best_spans(sight: Sight, matched: Matched, wanted: Wanted, weights: Mapping[str, float], *, judged: int = JUDGED) -> list[Candidate]:
    """Return the likeliest spans of a sentence with their scores, in order of appearance.

    Only the *judged* spans whose begin and end are best are judged as a whole.
    """
    spans = list(enumerate_spans(sight, matched, wanted))
    begins = {at: _total(begin_features(sight, matched, wanted, at), weights) for at in dict.fromkeys(first for first, _ in spans)}
    ends = {at: _total(end_features(sight, matched, wanted, at), weights) for at in dict.fromkeys(last for _, last in spans)}
    half = [(first, last, begins[first] + ends[last]) for first, last in spans]
    if len(half) > judged:
        floor = sorted([score for _, _, score in half], reverse=True)[judged - 1]
        half = [span for span in half if span[2] >= floor]
    return [
        Candidate(first, last, score + _total(span_features(sight, matched, wanted, first, last), weights)) for first, last, score in half
    ]


def _total(features: Iterable[str], weights: Mapping[str, float]) -> float:
    total = 0.0
    for feature in features:
        if feature in weights:
            total += weights[feature]
    return total
