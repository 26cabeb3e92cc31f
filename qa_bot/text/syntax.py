"""Noun phrases, verb groups and clauses of a sentence: a shallow parse by rules over part-of-speech tags.

Chunking by finite-state patterns follows Abney, "Partial Parsing via Finite-State Cascades" (1996): no attachment is decided that
the figure and question stages do not ask for.
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from qa_bot.text.analysis import stem
from qa_bot.text.functions import functions
from qa_bot.text.inverted import closes_passive
from qa_bot.text.kept import kept
from qa_bot.text.lexicon import Kinds, Lexicon, Mention, lexicon
from qa_bot.text.tag_mending import NUMERAL, TIME, is_declined, is_hyphen, mend
from qa_bot.text.tagger import features, lemma, tag
from qa_bot.text.tokens import Token, is_passing, tokenize

__all__ = ["NUMERAL", "TIME", "Clause", "Phrase", "Syntax", "VerbGroup", "joined_to", "parse"]

_NOUNS = frozenset({"NOUN", "NOUNS", "PROPN"})
_HEADS = _NOUNS | {"PRON", "SYM", NUMERAL}
_INNER = _NOUNS | {"ADJ", NUMERAL, "SYM"}
_OPENERS = _INNER | {"DET", "PRON", "VBN", "VBG"}
_VERBS = frozenset({"VERB", "VB", "VBN", "VBG"})
LONGEST_SIGN = 4  # letters of the first part of the sign of a unit: «МВт·ч»
_BREAKING_SIGNS = frozenset(";:—–()…")  # square brackets gloss the word before them
_CONTENT_TAGS = frozenset({"NOUN", "NOUNS", "PROPN", "ADJ", "VERB", "VB", "VBN", "VBG", "ADV", "X"})
_FUNCTION_KINDS = (
    Kinds.CAUSE
    | Kinds.SOURCE
    | Kinds.DETERMINER
    | Kinds.QUANTIFIER
    | Kinds.PRONOUN
    | Kinds.PARTITIVE
    | Kinds.DISTRIBUTIVE
    | Kinds.NEGATOR
    | Kinds.FOCUS
) | Kinds.RELATION
_NOT_ONLY_NAMES = (
    Kinds.NOMINAL | Kinds.ENTITY | Kinds.GROUP | Kinds.CAPITAL | Kinds.PEOPLE | Kinds.ORGANISATION | Kinds.SPEAKER | Kinds.TITLE
) | Kinds.REASON
_QUOTES = frozenset('"“”«»„')
_PARTING = _BREAKING_SIGNS | _QUOTES | {"-", ","}
_JOINING = frozenset({"CCONJ", "SCONJ"})


class Phrase(NamedTuple):
    """A noun phrase without what follows it: tokens first..last, its head noun, and the adposition before it (-1 if none)."""

    first: int
    last: int
    head: int
    adposition: int


class VerbGroup(NamedTuple):
    """Verbs that belong together: "had been refused", "refused to fulfil"; *chain* holds the lexical ones, outermost first."""

    first: int
    last: int
    chain: tuple[int, ...]
    passive: bool
    negated: bool
    finite: bool


class Clause(NamedTuple):
    first: int
    last: int


LIVES_REACH = 4  # tokens between "claimed" and "lives": "at least 118"


class Syntax:
    """One sentence: tokens with tags and, on demand, concepts, noun phrases, verb groups and clauses. Token ranges are half-open."""

    def __init__(self, text: str, tokens: list[Token], tags: list[str], language: str) -> None:
        self.text = text
        self.tokens = tokens
        self.tags = tags
        self.language = language
        self.words = functions(language)
        self._lemmas: list[str | None] = [None] * len(tokens)

    @property
    def lexicon(self) -> Lexicon:
        return lexicon(self.language)

    def lemma(self, index: int) -> str:
        """Return the dictionary form of the token at *index*."""
        found = self._lemmas[index]
        if found is None:
            word, tag = self.tokens[index].lower, self.tags[index]
            found = self._lemmas[index] = word if tag == "NUM" and is_passing(word) else lemma(word, tag, self.language)
        return found

    @kept
    def lemmas(self) -> frozenset[str]:
        """The dictionary forms of all tokens."""
        language = self.language
        found = [
            word if tag == "NUM" and is_passing(word) else lemma(word, tag, language)
            for (_, _, _, word), tag in zip(self.tokens, self.tags, strict=True)
        ]
        self._lemmas[:] = found
        return frozenset(found)

    @kept
    def lowers(self) -> frozenset[str]:
        """All tokens, folded: most of what a rule looks for is in none of them, which needs no look at each."""
        return frozenset([token[3] for token in self.tokens])

    @kept
    def concepts(self) -> list[str | None]:
        """For each token the concept it names, if it is a content word; a phrase's concept stands at its first token."""
        found: list[str | None] = [None] * len(self.tokens)
        covered: set[int] = set()
        for mention in self.mentions:
            covered.update(range(mention.first, mention.last))
            if not mention.kinds & _FUNCTION_KINDS and TIME not in self.tags[mention.first : mention.last]:
                found[mention.first] = self._own_name(mention) or mention.concept
        for index, token in enumerate(self.tokens):
            if index not in covered and self.tags[index] in _CONTENT_TAGS and token.surface[0].isalpha():
                found[index] = self.lexicon.concept(token.lower)
        return found

    def _own_name(self, mention: Mention) -> str | None:
        """The stem of a name that only looks like a verb or an adjective: "Trust", "East Fell", "Lower Tarn"; None of other mentions."""
        at = mention.first
        if mention.last - at > 1 or mention.kinds & _NOT_ONLY_NAMES or not self.tokens[at].surface[0].isupper():
            return None
        begins = self.tags[at] == "ADJ" and self.tags[at + 1 : at + 2] == ["PROPN"]
        return stem(self.tokens[at].lower) if self.tags[at] == "PROPN" or begins else None

    def concept_of(self, index: int) -> str | None:
        """Return the concept of the word at *index*, also inside a phrase."""
        mention = self._named.get(index)
        return mention.concept if mention is not None else self.concepts[index]

    def mention_at(self, index: int) -> Mention | None:
        """Return the concept that the lexicon knows of the word at *index*, alone or inside a phrase."""
        return self._named.get(index)

    @kept
    def _named(self) -> dict[int, Mention]:
        return {index: mention for mention in self.mentions for index in range(mention.first, mention.last)}

    def slice(self, first: int, last: int) -> str:
        """Return the text of tokens *first* to *last* as written."""
        return self.text[self.tokens[first].start : self.tokens[last - 1].end] if last > first else ""

    def terms(self, first: int, last: int) -> tuple[str, ...]:
        """Return the concepts of the content words between two tokens, in order, each once."""
        return tuple(dict.fromkeys(term for term in self.concepts[first:last] if term is not None))

    @kept
    def mentions(self) -> list[Mention]:
        """The concepts that the lexicon knows in the sentence, longest match, in order."""
        found = self.lexicon.mentions(self.tokens, self.tags)
        lives = [index for index, token in enumerate(self.tokens) if token.lower == "lives"] if self.language == "en" else []
        return [self._of_lives(mention, lives) for mention in found] if lives else found

    def _of_lives(self, mention: Mention, lives: Sequence[int]) -> Mention:
        """The *mention* of what takes lives as one of killing, and of what lives are lost by as one of dying: "it claimed 118 lives"."""
        takes = mention.concept in self.words["life_takers"] and any(0 <= index - mention.last <= LIVES_REACH for index in lives)
        lost = mention.concept in self.words["life_losers"] and any(0 < mention.first - index <= LIVES_REACH for index in lives)
        deed = "kill" if takes and not lost else "die"
        return mention._replace(concept=deed, kinds=self.lexicon.kinds(deed)) if takes or lost else mention

    def takes_lives(self, index: int) -> bool:
        """Return whether the verb at *index*, which elsewhere says or does something else, tells of deaths: "claimed 118 lives"."""
        if self.language != "en" or self.lemma(index) not in self.words["life_takers"] | self.words["life_losers"]:
            return False
        return self.concept_of(index) in ("kill", "die")

    def takes_in(self, index: int) -> bool:
        """Return whether the verb at *index*, which elsewhere says something, has persons as its object and no clause: "the hospital
        admitted 64 injured people"; not "admitted 64 people had died"."""
        if self.language != "en" or self.lemma(index) not in self.words["takers_in"]:
            return False
        phrase = self.phrase_at(index + 1)
        concept = self.concept_of(phrase.head) if phrase is not None and phrase.adposition < 0 else None
        if phrase is None or concept is None or "person" not in (concept, *self.lexicon.broader(concept)):
            return False
        return not any(group.first == phrase.last for group in self.verbs)

    @kept
    def phrases(self) -> list[Phrase]:
        return _phrases(self)

    @kept
    def _phrase_of(self) -> dict[int, Phrase]:
        return {token: phrase for phrase in self.phrases for token in range(phrase.first, phrase.last)}

    @kept
    def verbs(self) -> list[VerbGroup]:
        return _verb_groups(self)

    @kept
    def clauses(self) -> list[Clause]:
        return _clauses(self)

    def phrase_at(self, token: int) -> Phrase | None:
        """Return the noun phrase that holds *token*."""
        return self._phrase_of.get(token)

    def token_from(self, start: int) -> int:
        """Return the first token that ends behind the character *start*; 0 if none does."""
        return next((index for index, token in enumerate(self.tokens) if token.end > start), 0)

    def clause_at(self, token: int) -> Clause:
        """Return the clause that holds *token*."""
        clauses = self.clauses
        if len(clauses) == 1:
            return clauses[0]
        return next((clause for clause in reversed(clauses) if clause[0] <= token), clauses[0])

    def verbs_in(self, first: int, last: int) -> list[VerbGroup]:
        return [group for group in self.verbs if first <= group.first < last]


def parse(
    text: str,
    start: int,
    end: int,
    language: str,
    *,
    tokens: list[Token] | None = None,
    numerals: Iterable[tuple[int, int]] = (),
    times: Iterable[tuple[int, int]] = (),
    bounds: Iterable[tuple[int, int]] = (),
) -> Syntax:
    """Return the shallow parse of the sentence ``text[start:end]``.

    *numerals* are token ranges known to be numbers, *times* character ranges known to name periods, *bounds* such as hold the words of
    a number's bound ("ca.", "an estimated"); all overrule the tagger.
    """
    tokens = tokenize(text, start, end) if tokens is None else tokens
    tags = [str(mark) for mark in tag([token.surface for token in tokens], language)]
    for first, last in numerals:
        tags[first:last] = [NUMERAL] * (last - first)
    for left, right in bounds:
        for index, token in enumerate(tokens):
            if left <= token.start < right and tags[index] in _VERBS | {"NOUN"}:
                tags[index] = "ADV"
    for left, right in times:
        for index, token in enumerate(tokens):
            if left <= token.start and token.end <= right:
                tags[index] = TIME
    mend(tokens, tags, language)
    return Syntax(text, tokens, tags, language)


# ---------------------------------------------------------------- noun phrases


def _phrases(syntax: Syntax) -> list[Phrase]:
    found: list[Phrase] = []
    tokens, tags = syntax.tokens, syntax.tags
    index, size = 0, len(tokens)
    while index < size:
        if tags[index] not in _OPENERS or not _opens(syntax, index) or tokens[index].surface == "+":
            index += 1
            continue
        stop = _phrase_end(syntax, index)
        head = stop - 1
        while head >= index and tags[head] not in _HEADS:
            head -= 1
        if head < index:
            index += 1
            continue
        last = _unit_end(syntax, head)
        found.append(Phrase(index, last, _head(syntax, index, head), _adposition(tags, index)))
        index = last
    return found


def _is_measured(syntax: Syntax, start: int, at: int) -> bool:
    """Whether a number and the unit of what it measures stand before *at*: "8.4 t/ha"."""
    if NUMERAL not in syntax.tags[start:at]:
        return False
    mention = syntax.mention_at(at - 1)
    return syntax.tokens[at - 1].surface in syntax.words["symbols"] or (mention is not None and bool(mention.kinds & Kinds.QUANTITY))


def _unit_end(syntax: Syntax, at: int) -> int:
    """Return the token behind the noun *at* and what belongs to it as the sign of one unit of measure: «кВт·ч», «кв. м», "mm Hg"."""
    if len(syntax.tokens[at].surface) > LONGEST_SIGN or at + 1 == len(syntax.tokens):
        return at + 1
    mention = syntax.mention_at(at)
    return max(at + 1, mention.last) if mention is not None and mention.kinds & Kinds.QUANTITY else at + 1


def _opens(syntax: Syntax, index: int) -> bool:
    """A participle opens a noun phrase only before the noun it describes: "wanted persons", not "persons wanted by"."""
    tags = syntax.tags
    if tags[index] not in ("VBN", "VBG"):
        return True
    after = tags[index + 1] if index + 1 < len(tags) else ""
    before = tags[index - 1] if index else ""
    if syntax.language == "ru":
        return after in _NOUNS | {"ADJ"} and is_declined(syntax.tokens[index].lower)
    return after in _NOUNS and before not in _HEADS | {"AUX", "ADV", "PART"} and tags[index] == "VBN"


def _phrase_end(syntax: Syntax, start: int) -> int:
    tokens, tags = syntax.tokens, syntax.tags
    size = len(tokens)
    index = start + 1
    if tags[start] == "PRON" and tokens[start].lower not in syntax.words["possessives"]:
        return index
    while index < size:
        mark, token = tags[index], tokens[index]
        before = tags[index - 1]
        after = tags[index + 1] if index + 1 < size else ""
        if mark in _INNER:
            if token.surface == "/" and _is_measured(syntax, start, index):
                break
            if mark == "PROPN" and before in ("NOUN", "NOUNS") and start and tags[start - 1] == TIME:
                break  # "in the 2022 season Reyes scored"
            if syntax.language == "ru" and before in _NOUNS and (mark != "PROPN" or before != "PROPN"):
                break  # a Russian noun that follows a noun is its complement, not its head
            if mark == NUMERAL and before in _NOUNS and (after in _INNER or NUMERAL in tags[start:index]):
                break  # "on Friday 12 people", "in 2012 three people"; but "Norway's 12 requests"
        elif token.lower in ("'s", "'") and after in _OPENERS | {"ADV"}:
            pass
        elif mark == "ADV" and before not in _NOUNS and after in ("ADJ", NUMERAL, "VBN"):
            pass
        elif token.surface in "-/&" and index + 1 < size and tokens[index - 1].end == token.start and token.end == tokens[index + 1].start:
            if tags[index + 1] == NUMERAL and before == NUMERAL:
                break
            index += 2
            continue
        elif mark in ("VBN", "VBG") and before in ("DET", "ADJ", NUMERAL, "PRON") and after in _INNER:
            if syntax.language == "ru" and not is_declined(token.lower):
                break
        else:
            break
        index += 1
    return index


def _head(syntax: Syntax, first: int, last: int) -> int:
    """Return the index of the head: the last noun in English, the first after its adjectives in Russian, but for one of a compound that
    only the last declines: «допинг-проб», not «школ-интернатов»."""
    tags = syntax.tags
    if syntax.language == "ru":
        head = next((index for index in range(first, last + 1) if tags[index] in _NOUNS), last)
        while head + 2 <= last and tags[head + 2] in _NOUNS and _is_undeclined(syntax, head):
            head += 2
        return head
    for index in range(last, first - 1, -1):
        if tags[index] in _NOUNS:
            return index
    return last


def _is_undeclined(syntax: Syntax, index: int) -> bool:
    """Whether a hyphen ties the Russian noun at *index*, which stands as a dictionary has it, to one in another case or number."""
    if not is_hyphen(syntax.tokens, index + 1):
        return False
    first, second = (features(syntax.tokens[at].lower, "ru") for at in (index, index + 2))
    return {"nomn", "sing"} <= first and not {"gent", "plur"} <= first and "nomn" not in second


def _adposition(tags: Sequence[str], first: int) -> int:
    index = first - 1
    while index >= 0 and tags[index] in ("ADV", "PUNCT") and index > first - 3 and tags[index] == "ADV":
        index -= 1
    return index if index >= 0 and tags[index] == "ADP" else -1


# ---------------------------------------------------------------- verb groups


def _verb_groups(syntax: Syntax) -> list[VerbGroup]:
    found: list[VerbGroup] = []
    tokens, tags = syntax.tokens, syntax.tags
    auxiliaries, negators, be = syntax.words["auxiliaries"], syntax.words["negators"], syntax.words["be"]
    compared, failing = syntax.words["compared_more"], syntax.words["failing"]
    inside = syntax._phrase_of
    index, size = 0, len(tokens)
    while index < size:
        if index in inside or tags[index] not in _VERBS | {"AUX"}:
            index += 1
            continue
        chain: list[int] = []
        first, passive, negated, finite, seen_be = index, False, False, False, False
        if first and (tokens[first - 1].lower in negators):
            negated = True
        while index < size and index not in inside:
            mark, lower = tags[index], tokens[index].lower
            if lower in negators:
                told = next((at for at in range(index + 1, size) if tags[at] != "ADV"), size)
                if index + 1 < size and (tokens[index + 1].lower in compared or NUMERAL in tags[told : told + 1]):
                    break  # "погибло не менее 230 человек": a bound, and they did die; "stopped not 90 but 58"
                negated = True
            elif mark == "AUX":
                inverted = closes_passive(tokens, tags, index, chain, syntax.language)
                if chain and not inverted and tags[index - 1] != "PART":  # "refused to be extradited"
                    break
                finite = finite or not chain or inverted
                seen_be = seen_be or lower in be
                negated = negated or lower.endswith("n't")
            elif mark in _VERBS:
                if chain and not _chained(syntax, chain[-1], index):
                    break
                alone = not finite and not chain
                passive = passive or (mark == "VBN" and (seen_be or alone or syntax.language == "ru" or syntax.lemma(index - 1) == "get"))
                finite = finite or mark == "VERB"
                negated ^= lower in failing and _fails_to(syntax, index)
                chain.append(index)
                seen_be = False
            elif mark in ("ADV", "PART") or lower == "to":
                pass
            else:
                break
            index += 1
        last = index = max(index, first + 1)  # "cannot exceed 40 %": what denies a bound is no verb group
        while last > first + 1 and tags[last - 1] in ("ADV", "PART") and tokens[last - 1].lower not in negators:
            last -= 1
        if chain or any(tokens[at].lower in auxiliaries or tags[at] == "AUX" for at in range(first, last)):
            found.append(VerbGroup(first, last, tuple(chain), passive, negated, finite))
    return _with_infinitives(syntax, found) if syntax.language == "ru" else found


def _fails_to(syntax: Syntax, index: int) -> bool:
    """Whether the verb at *index* says only that what follows was not done, "failed to graduate"; no "failed to turn up"."""
    mention = syntax.mention_at(index)
    return mention is not None and mention.first == index and bool(mention.kinds & Kinds.NEGATOR)


def _with_infinitives(syntax: Syntax, groups: list[VerbGroup]) -> list[VerbGroup]:
    """Return *groups* with a verb and the infinitive right before it as one: «нанять удалось»."""
    found: list[VerbGroup] = []
    for group in groups:
        before = found[-1] if found and found[-1].last == group.first and _enables(syntax, group) else None
        if before is None or before.finite or syntax.tags[before.last - 1] != "VB":
            found.append(group)
        else:
            found[-1] = group._replace(first=before.first, chain=(*group.chain, *before.chain))
    return found


def _enables(syntax: Syntax, group: VerbGroup) -> bool:
    """Whether a Russian verb says that what the infinitive before it names could be done: «открыть успели»."""
    return len(group.chain) == 1 and syntax.lemma(group.chain[0]) in syntax.words["enabling"]


def _chained(syntax: Syntax, before: int, index: int) -> bool:
    """Whether the verb at *index* is the complement of the one *before*: "refused to fulfil", "решили отказать"."""
    between = syntax.tags[before + 1 : index]
    if syntax.language == "ru":
        return syntax.tags[index] == "VB"
    if syntax.tags[index] == "VBN" and syntax.lemma(before) == "get":
        return not set(between) - {"ADV"}  # "5 got lost"
    return "PART" in between or "AUX" in between or (syntax.tags[index] == "VBG" and not between)


def joined_to(syntax: Syntax, group: VerbGroup) -> VerbGroup | None:
    """Return the verb group that an infinitive goes on from, "will train 300 and [hire] 90", or, in Russian, hangs on with its object
    between: "намерены 20 школ [построить]"; None for any other verb."""
    if group.finite or group.passive or not group.chain or syntax.tags[group.chain[0]] != "VB":
        return None
    before = [other for other in syntax.verbs if other.last <= group.first]
    opener = group.first - 1 - (group.first > 0 and syntax.tokens[group.first - 1].lower == "to")
    joined = opener >= 0 and (syntax.tags[opener] == "CCONJ" or syntax.tokens[opener].surface == ",")
    if not before or not (joined or syntax.language == "ru"):
        return None
    return before[-1]


# ---------------------------------------------------------------- clauses


def _clauses(syntax: Syntax) -> list[Clause]:
    size = len(syntax.tokens)
    if not size:
        return [Clause(0, 0)]
    relatives = syntax.words["relatives"]
    signs = zip(syntax.tokens, syntax.tokens[1:], syntax.tags[1:], strict=False)
    near = [at for at, (sign, token, mark) in enumerate(signs, 1) if sign[0] in _PARTING or mark in _JOINING or token[3] in relatives]
    cuts = sorted({0, size, *(index for index in near if _may_break(syntax, index))})
    pieces = [Clause(first, last) for first, last in pairwise(cuts)]
    return _merged(syntax, pieces)


def _may_break(syntax: Syntax, index: int) -> bool:
    """Whether a clause may begin at *index*, going by the word or sign there and before, one of those in `_clauses`."""
    token, mark = syntax.tokens[index], syntax.tags[index]
    before = syntax.tokens[index - 1]
    if before.surface in _BREAKING_SIGNS:
        return _is_hard(syntax, index - 1)
    if before.surface == "-" and before.start > syntax.tokens[index - 2].end and token.start > before.end if index > 1 else False:
        return True
    if before.surface == "," or (before.surface in _QUOTES and index > 1 and syntax.tokens[index - 2].surface in ",."):
        return not _enumerates(syntax, index)
    if mark == "CCONJ":
        return _verb_between(syntax, index + 1, index + 6) or before.surface == ","
    lower = token.lower
    return (mark == "SCONJ" or lower in syntax.words["relatives"]) and mark not in ("DET", "ADP")


def _is_hard(syntax: Syntax, index: int) -> bool:
    """Whether the sign at *index* parts clauses: not within a number ("20–25") or a time, nor a Russian dash, which stands for a verb."""
    if syntax.tokens[index].surface not in _BREAKING_SIGNS or syntax.tags[index] in (NUMERAL, TIME):
        return False
    return not (syntax.language == "ru" and syntax.tokens[index].surface in "—–" and index and syntax.tags[index - 1] != "PUNCT")


def _enumerates(syntax: Syntax, index: int) -> bool:
    """Whether the comma before *index* separates items of one list ("Belarus, Armenia, Poland and France")."""
    after = syntax.phrase_at(index)
    if after is None or index < 2 or syntax.phrase_at(index - 2) is None:
        return False
    stop = after.last
    follows = syntax.tokens[stop].lower if stop < len(syntax.tokens) else ""
    return follows == "," or (stop < len(syntax.tags) and syntax.tags[stop] == "CCONJ")


def _verb_between(syntax: Syntax, first: int, last: int) -> bool:
    return any(syntax.tags[index] in ("VERB", "AUX", "VBN") for index in range(first, min(last, len(syntax.tags))))


def _describes(syntax: Syntax, group: VerbGroup) -> bool:
    """Whether the group is a participle that goes with a noun: «безработных, зарегистрированных в службе,», "five men, aged 24 to 51,"."""
    first = group.first
    if syntax.language == "en" and first and syntax.tokens[first].lower in syntax.words["aged_before"]:
        opened = syntax.tokens[first - 1].lower in syntax.words["aged_all"] or syntax.tokens[first - 1].surface == ","
        return opened and len(group.chain) == 1 and syntax.tags[first] == "VBN"
    return syntax.language == "ru" and len(group.chain) == 1 and is_declined(syntax.tokens[group.chain[0]].lower)


def _resumes(syntax: Syntax, aside: Clause, piece: Clause) -> bool:
    """Whether *piece* goes on with a number from before a clause that was put in: "12 in Sarn, where a dam broke, and 9 in Lomm"."""
    tokens = syntax.tokens
    put_in = aside.first > 0 and tokens[aside.first - 1].surface == tokens[piece.first - 1].surface == ","
    relative = tokens[aside.first].lower in syntax.words["where"]
    return put_in and relative and syntax.tags[piece.first] == "CCONJ" and syntax.tags[piece.first + 1 : piece.first + 2] == [NUMERAL]


def _merged(syntax: Syntax, pieces: list[Clause]) -> list[Clause]:
    """Join pieces that hold no verb of their own with the neighbour they belong to, unless a hard sign parts them."""
    predicates = [group.first for group in syntax.verbs if group.finite or (group.passive and not _describes(syntax, group))]
    has_verb: Callable[[Clause], bool] = lambda piece: any(piece.first <= first < piece.last for first in predicates)  # noqa: E731
    merged: list[Clause] = []
    for piece in pieces:
        hard = piece.first > 0 and (_is_hard(syntax, piece.first - 1) or (bool(merged) and _resumes(syntax, merged[-1], piece)))
        if merged and not hard and (not has_verb(merged[-1]) or not has_verb(piece)):
            merged[-1] = Clause(merged[-1].first, piece.last)
        else:
            merged.append(piece)
    return merged
