"""Whom a run of words names as a speaker: a person with a role, a body, or a word such as "he", "the department" that points elsewhere."""

from enum import StrEnum
from typing import NamedTuple

from qa_bot.figures.bodies_named import is_body_word, is_called_body, oblique_case, tells_which
from qa_bot.figures.name_ends import closing, numbered_end, quoted_end
from qa_bot.text.lexicon import Kinds
from qa_bot.text.morphology import nominative
from qa_bot.text.syntax import TIME, Phrase, Syntax
from qa_bot.text.tagger import cases, features

ROLE_LENGTH = 160  # characters; longer "roles" are clauses that the chunker took along
NAME_LENGTH = 120
_BODIES = Kinds.ORGANISATION | Kinds.ENTITY | Kinds.GROUP | Kinds.CAPITAL
_TITLES = int(Kinds.TITLE | Kinds.SPEAKER)  # a plain number for the loop over mentions, where flags are slow
_NOUNS = ("NOUN", "NOUNS", "PROPN")
_ADJECTIVAL = {"femn": ("ая", "яя"), "neut": ("ое", "ее"), "masc": ("ый", "ий", "ой")}
_CASES = frozenset({"nomn", "gent", "datv", "accs", "ablt", "loct"})
_DIRECT = frozenset({"nomn", "accs", "gent"})
_NUMBERS = frozenset({"sing", "plur"})
_GENDERS = frozenset({"masc", "femn", "neut"})
_BESIDE_NAMES = ("ADV", "ADP", "CCONJ", TIME)


class Sort(StrEnum):
    PERSON = "person"
    ORGANISATION = "organisation"
    TEXT = "text"  # "the statement", "the report"
    SELF = "self"  # who writes it: "our own survey", "we"


class Voice(NamedTuple):
    """A speaker as one sentence names it; *named* is False for "he", "the department": who that is stands elsewhere.

    *head* is the base form of the noun that names it ("department"), "" of a pronoun and of a person's name; *sure* says that the
    words alone show that they name somebody who can speak, *body* that they name a body or a group of people.
    """

    name: str
    role: str | None
    outlet: str | None
    sort: Sort
    named: bool
    head: str = ""
    sure: bool = True
    body: bool = False
    owner: str = ""  # the possessive of "its chairman": of a body that stands elsewhere


def speaker(syntax: Syntax, first: int, last: int, case: str | None = None) -> Voice | None:
    """Return whom tokens *first* to *last* name: the subject of a verb that reports, or what follows "according to".

    A Russian name in an oblique *case* ("gent") is shown in the nominative.
    """
    quoted = _quoted(syntax, first, last, case)
    if quoted is not None:
        return quoted
    while first < last and _opens_no_name(syntax, first):
        first += 1
    while (
        last > first
        and (syntax.tags[last - 1] in _BESIDE_NAMES or syntax.tokens[last - 1].surface in ',-—–:.«“"')
        and _is_small(syntax, last - 1)
    ):
        last -= 1
    if first >= last:
        return None
    name = _person(syntax, first, last, case)
    if name is not None:
        return name
    phrases = [phrase for phrase in syntax.phrases if phrase.first < last and phrase.last > first]
    phrases = [_clipped(syntax, phrase, first, last) for phrase in phrases]
    lead = next((phrase for phrase in phrases if phrase.adposition < first and not _connects(syntax, phrase)), None)
    return _body(syntax, lead, last, case) if lead is not None else None


def _quoted(syntax: Syntax, first: int, last: int, case: str | None) -> Voice | None:
    """The body that a name in quotation marks and nothing else calls: «по подсчётам «Берега»»."""
    while last > first and syntax.tokens[last - 1].surface in ",-—–":
        last -= 1
    named = quoted_end(syntax, first)
    last = named if first < named < last and is_called_body(syntax, named) else last
    if first >= last or named != last:
        return None
    name = _shown(syntax, first + 1, last - 1, case)
    return Voice(f"«{name}»", None, None, Sort.ORGANISATION, True, body=True)


def _opens_no_name(syntax: Syntax, index: int) -> bool:
    """Whether a word before a name is none of it: an adverb, a sign, "this morning"."""
    words = syntax.words["dayparts"]
    at = index + (syntax.tags[index] == "DET")
    if at < len(syntax.tokens) and syntax.tokens[at].surface in words:
        return True
    return (syntax.tags[index] in _BESIDE_NAMES or syntax.tags[index] in ("PUNCT", "SCONJ")) and _is_small(syntax, index)


def _connects(syntax: Syntax, phrase: Phrase) -> bool:
    """Whether the phrase is one that only joins: "в том числе"."""
    words = [token.lower for token in syntax.tokens[max(phrase.adposition, 0) : phrase.last]]
    return phrase.adposition >= 0 and " ".join(words) in syntax.words["connectives"]


def _is_small(syntax: Syntax, index: int) -> bool:
    """Whether a word is no name, whatever the tagger takes it for."""
    return index == 0 or not syntax.tokens[index].surface[:1].isupper() or syntax.tags[index] == TIME


def _clipped(syntax: Syntax, phrase: Phrase, first: int, last: int) -> Phrase:
    """The part of *phrase* between two tokens; its last noun is the head when the phrase's own is beyond."""
    left, right = max(phrase.first, first), min(phrase.last, last)
    head = phrase.head
    if not left <= head < right:
        head = next((index for index in range(right - 1, left - 1, -1) if syntax.tags[index] in _NOUNS), right - 1)
    return Phrase(left, right, head, phrase.adposition)


# ---------------------------------------------------------------- persons


def _person(syntax: Syntax, first: int, last: int, case: str | None) -> Voice | None:
    """The person named in the run: capitalised words that name no body and no state, after a title or a role or beside one."""
    bodies = {index for mention in syntax.mentions if mention.kinds & _BODIES for index in range(mention.first, mention.last)}
    titles = {index for mention in syntax.mentions if mention.kinds._value_ & _TITLES for index in range(mention.first, mention.last)}
    index = first
    while index < last:
        stop = _name_end(syntax, index, last, bodies, titles)
        index = _behind_office(syntax, first, index, stop) if case is None else index
        if stop > index and _is_name(syntax, first, index, stop, last, titles) and not (case is None and _is_of_place(syntax, index, stop)):
            courteous = index - 1 if index > first and syntax.tokens[index - 1].lower in syntax.words["courtesies"] else index
            before = _trimmed(syntax, first, courteous)
            after = _trimmed(syntax, stop, last)
            if (index > first and _calls_body(syntax, index - 1, stop)) or is_called_body(syntax, stop):
                name = syntax.slice(index, stop)  # "the watchdog RailVoice"
                return Voice(name, None, None, Sort.ORGANISATION, True, syntax.lemma(index - 1), sure=True, body=True)
            role = before if _has_role(syntax, first, courteous) else after or before
            owner = role.partition(" ")[0].lower() if " " in role else ""
            return Voice(
                _shown(syntax, index, stop, case, name=True),
                _undetermined(role, syntax)[:ROLE_LENGTH] or None,
                None,
                Sort.PERSON,
                True,
                owner=owner if owner in syntax.words["possessives"] else "",
            )
        index = max(stop, index + 1)
    return None


def _behind_office(syntax: Syntax, first: int, index: int, stop: int) -> int:
    """Where a Russian name begins whose capitalised words from token *index* on open with the office of the role before: «пресс-секретарь
    Росрыболовства Павел Грач», «представитель МЧС Елена Зимина»; else *index*."""
    if syntax.language != "ru" or index == first or stop - index < 2:
        return index
    at = next((at for at in range(index + 1, stop) if _is_first_name(syntax, at)), index)
    return index if at == stop - 1 or _is_first_name(syntax, index) else at


def _is_first_name(syntax: Syntax, at: int) -> bool:
    """Whether the Russian word at *at* is a first name in the nominative."""
    # Only Russian text pays for the dictionary.
    from qa_bot.text.morphology import readings

    return syntax.tokens[at].surface[:1].isupper() and any(
        {"Name", "nomn"} <= reading.grammemes for reading in readings(syntax.tokens[at].lower)
    )


def _calls_body(syntax: Syntax, index: int, stop: int) -> bool:
    """Whether the noun at *index* says that the name behind it, up to token *stop*, is one of a body: "the campaign group SafeStreets"."""
    known = syntax.language == "en" and syntax.lemma(index) in syntax.words["named_bodies"] and syntax.tokens[index].surface.islower()
    return known or (stop == index + 2 and _is_body_noun(syntax, index))


def _is_body_noun(syntax: Syntax, index: int) -> bool:
    """Whether the English noun at *index*, right before a name of one word, is one for a body and for nobody in it: "watchdog"."""
    kinds, word = kinds_at(syntax, index), syntax.tokens[index]
    bodies = kinds & (Kinds.ORGANISATION | Kinds.SPEAKER) and not kinds & Kinds.TITLE and word.surface.islower()
    persons = syntax.lemma(index) in syntax.words["speaking_persons"] or _are_people(syntax, index)
    return syntax.language == "en" and bool(bodies) and not persons


def _name_end(syntax: Syntax, index: int, last: int, bodies: set[int], titles: set[int]) -> int:
    """The end of the capitalised words that begin at *index*, initials and hyphens included; *index* itself where none do."""
    tokens = syntax.tokens
    start = index
    while index < last:
        surface = tokens[index].surface
        if index > start and surface in "-." and tokens[index - 1].surface[:1].isupper() and tokens[index - 1].end == tokens[index].start:
            if surface == "." and len(tokens[index - 1].surface) > 1 and not tokens[index - 1].lower.endswith("."):
                break
        elif index > start and _is_particle(syntax, index) and _may_be_name(syntax, min(index + 1, last - 1)):
            pass  # "Medicos del Sur"
        elif not _may_be_name(syntax, index) or index in bodies or index in titles:
            break
        index += 1
    while index > start and tokens[index - 1].surface in "-.":
        index -= 1
    return index


def _is_particle(syntax: Syntax, index: int) -> bool:
    """Whether a small word may stand within a person's name, as "of" and "the" may not."""
    lower, words = syntax.tokens[index].surface, syntax.words
    return lower in words["name_particles"] and lower not in words["articles"] | words["complement_adpositions"]


def _may_be_name(syntax: Syntax, index: int) -> bool:
    token = syntax.tokens[index]
    if (
        not token.surface[:1].isupper()
        or token.lower in syntax.words["third_persons"]
        or syntax.tags[index] in ("DET", "PRON", "NUM", TIME, "SCONJ", "CCONJ")
    ):
        return False
    if index == 0 or syntax.tokens[index - 1].surface in '«“"':
        return syntax.tags[index] == "PROPN"  # a capital says nothing where a sentence or a quotation begins
    return True


def _is_name(syntax: Syntax, first: int, index: int, stop: int, last: int, titles: set[int]) -> bool:
    """Whether the capitalised words are a person's: two of them, or one that stands alone or after a title, and no article before them."""
    words = [at for at in range(index, stop) if syntax.tokens[at].surface[:1].isalpha()]
    if not words or all(syntax.tokens[at].surface.isupper() and len(syntax.tokens[at].surface) > 1 for at in words):
        return False  # "OPEC"
    if len(words) > 1 and syntax.lemma(words[-1]) in syntax.words["speaking_bodies"]:
        return False  # "Open Page Watch"
    if numbered_end(syntax, stop) == stop + 1 or (index and numbered_end(syntax, index - 1) == index):
        return False  # "Number" of "Institute Number 29", what follows it
    before = syntax.tokens[index - 1].lower if index > first else ""
    if before == "-" and syntax.tokens[index - 1].end == syntax.tokens[index].start:
        return False  # the second part of «Действие-Каменск»
    if before and (before in '«“"' or before in ("'", "'s")):
        return False  # "компания «Агропрогноз»"
    if (before and before in syntax.words["articles"]) or (
        index > first and syntax.tags[index - 1] == "ADJ" and syntax.tokens[index - 1].surface[:1].isupper()
    ):
        return False
    if (
        (index > first and syntax.tags[index - 1] == "ADP")
        or before == "&"
        or (stop < last and syntax.tokens[stop].surface in ("&", "'s", "’s", "'"))
    ):
        return False
    if stop < last and syntax.tags[stop] in _NOUNS and (syntax.language == "en" or _agrees(syntax, stop - 1, stop)):
        return False  # "Coldridge University", "Greenpeace activists", «Горноспасательная служба»
    if _is_joined_body(syntax, stop, last):
        return False
    return len(words) > 1 or index == first or index - 1 in titles or before == "," or syntax.tags[index] == "PROPN"


def _is_of_place(syntax: Syntax, index: int, stop: int) -> bool:
    """Whether the Russian words open with an adjective in an oblique case, which no name of a subject does: «Минздрав Южной Карелинии»."""
    lower = syntax.tokens[index].lower
    return syntax.language == "ru" and stop > index + 1 and "ADJF" in features(lower, "ru") and "nomn" not in cases(lower, "ru")


def _agrees(syntax: Syntax, at: int, noun: int) -> bool:
    """Whether the Russian word at *at* has the ending of an adjective that agrees with the noun behind it."""
    lower = syntax.tokens[at].lower
    if syntax.tokens[noun].surface.islower() and _is_adjective_of(lower, features(syntax.tokens[noun].lower, "ru")):
        return True  # «Судебного департамента»
    genders = [gender for gender, endings in _ADJECTIVAL.items() if lower.endswith(endings)]
    found = features(syntax.tokens[noun].lower, "ru")
    return syntax.tokens[noun].surface.islower() and any(gender in found for gender in genders)


def _is_adjective_of(lower: str, noun: frozenset[str]) -> bool:
    """Whether the Russian word *lower* may be an adjective that agrees with a noun of the features *noun*."""
    # Only Russian text pays for the dictionary.
    from qa_bot.text.morphology import readings

    own = (reading.grammemes for reading in readings(lower))
    kinds = (_CASES, _NUMBERS) if "plur" in noun else (_CASES, _NUMBERS, _GENDERS)
    return any("ADJF" in forms and all(forms & noun & kind for kind in kinds) for forms in own)


def _is_joined_body(syntax: Syntax, stop: int, last: int) -> bool:
    """Whether an "and" joins the words before *stop* to the name of a body: "Ormshire Fire and Rescue Service"."""
    if not stop < last - 1 or syntax.tags[stop] != "CCONJ":
        return False
    end = stop + 1
    while end < last and syntax.tokens[end].surface[:1].isupper():
        end += 1
    return end > stop + 1 and bool(
        kinds_at(syntax, end - 1) & Kinds.ORGANISATION or syntax.lemma(end - 1) in syntax.words["speaking_bodies"]
    )


def _has_role(syntax: Syntax, first: int, last: int) -> bool:
    return any(syntax.tags[index] in _NOUNS for index in range(first, last))


# ---------------------------------------------------------------- bodies and words that point elsewhere


def _body(syntax: Syntax, phrase: Phrase, stop: int, case: str | None) -> Voice | None:
    head = syntax.tokens[phrase.head]
    words = syntax.words
    if syntax.tokens[phrase.first].lower in words["first_persons"]:
        return Voice(syntax.slice(phrase.first, phrase.last), None, None, Sort.SELF, False, syntax.lemma(phrase.head))
    if syntax.tags[phrase.head] == "PRON":
        return pronoun(syntax, phrase.head)
    if syntax.tags[phrase.head] not in _NOUNS and (phrase.head == 0 or not head.surface[:1].isupper()):
        return None  # "Cumulative confirmed cases"
    owner = _possessor(syntax, phrase)
    if owner is not None:
        return _body(syntax, owner, owner.last, case)
    last = _name_stop(syntax, phrase, stop)
    kinds = kinds_at(syntax, _noun_at(syntax, phrase))
    covered = range(phrase.first, last)
    organisation = any(kinds_at(syntax, index) & Kinds.ORGANISATION for index in covered)
    capitals = [index for index in covered if syntax.tokens[index].surface[:1].isupper() and (index > 0 or syntax.tags[index] == "PROPN")]
    lemma = syntax.lemma(_noun_at(syntax, phrase))
    text = _compound_before(syntax, phrase.first) + _undetermined(_shown(syntax, phrase.first, last, case), syntax)[:NAME_LENGTH]
    listed = any(
        mention.last - mention.first > 1 and mention.kinds & Kinds.ORGANISATION and phrase.first <= mention.first < last
        for mention in syntax.mentions
    )
    modified = (
        bool(capitals) or listed or last > phrase.last or any(syntax.tags[index] in _NOUNS for index in range(phrase.first, phrase.head))
    )
    if head.lower in words["speaking_texts"] or lemma in words["speaking_texts"]:
        own = any(syntax.tags[index] in _NOUNS for index in range(phrase.first, phrase.head))
        opener = syntax.tokens[phrase.first].lower
        whose = opener if opener in words["possessive_bodies"] else ""  # "according to its annual report"
        return Voice(text, None, None, Sort.TEXT, own or bool(capitals), lemma, sure=True, owner=whose)
    if head.lower in words["speaking_persons"] or lemma in words["speaking_persons"]:
        plural = syntax.tags[phrase.head] == "NOUNS"
        return Voice(text, None, None, Sort.ORGANISATION if plural else Sort.PERSON, plural and modified, lemma, body=plural)
    if organisation or kinds & Kinds.SPEAKER:
        return Voice(text, None, None, Sort.ORGANISATION, modified, lemma, body=True)
    sure = (syntax.tags[phrase.head] == "NOUNS" and not capitals and _are_people(syntax, phrase.head)) or lemma in words["speaking_bodies"]
    if any(syntax.tags[index] == "NUM" and numbered_end(syntax, index) == index for index in covered):
        return None
    proper = phrase.head in capitals or (bool(capitals) and _is_title(syntax, covered))
    return Voice(text, None, None, Sort.ORGANISATION, modified, lemma, sure=bool(sure or proper), body=bool(sure))


def _compound_before(syntax: Syntax, first: int) -> str:
    """The first part of a compound whose last one is the token *first*: "Контрольно-" of «Контрольно-счётная палата»."""
    tokens = syntax.tokens
    glued = first > 1 and tokens[first - 1].surface == "-" and tokens[first - 2].end + 1 == tokens[first].start
    return syntax.text[tokens[first - 2].start : tokens[first].start] if glued else ""


def _noun_at(syntax: Syntax, phrase: Phrase) -> int:
    """The head of the phrase, of "Institute Number 29" the institute."""
    at = phrase.head
    while at > phrase.first and (syntax.tags[at] == "NUM" or syntax.tokens[at].lower in syntax.words["serials"]):
        at -= 1
    return at


def _is_title(syntax: Syntax, covered: range) -> bool:
    """Whether all words but small ones have capitals: "Homes for All"."""
    return all(syntax.tokens[index].surface[:1].isupper() or syntax.tags[index] in ("ADP", "CCONJ", "DET") for index in covered)


def _possessor(syntax: Syntax, phrase: Phrase) -> Phrase | None:
    """The body whose forecast or report speaks: "the council's previous forecast" is the council's word."""
    if kinds_at(syntax, phrase.head) & Kinds.ORGANISATION or syntax.tokens[phrase.head].lower in syntax.words["speaking_persons"]:
        return None
    if kinds_at(syntax, phrase.head) & Kinds.SPEAKER and syntax.tokens[phrase.head].lower not in syntax.words["speaking_texts"]:
        return None
    if _are_people(syntax, phrase.head):
        return None
    mark = next((index for index in range(phrase.head - 1, phrase.first - 1, -1) if syntax.tokens[index].lower in ("'s", "'")), None)
    if mark is None or mark == phrase.first:
        return None
    called = syntax.lemma(mark - 1) in syntax.words["speaking_persons"] or is_body_word(syntax, mark - 1)
    small = syntax.tokens[phrase.head].surface[:1].islower()  # not "Farmers' Voice"
    if not (kinds_at(syntax, mark - 1) & Kinds.ORGANISATION or (called and small)):
        return None
    return Phrase(phrase.first, mark, mark - 1, phrase.adposition)


def _are_people(syntax: Syntax, head: int) -> bool:
    return _is_person(syntax, syntax.concept_of(head))


def are_people(syntax: Syntax, head: str) -> bool:
    """Return whether the noun *head*, in its base form, is one for people of a trade: "officer"."""
    return head in syntax.words["speaking_persons"] or _is_person(syntax, syntax.lexicon.concept(head))


def _is_person(syntax: Syntax, concept: str | None) -> bool:
    return concept is not None and (concept == "person" or "person" in syntax.lexicon.broader(concept))


def pronoun(syntax: Syntax, index: int) -> Voice | None:
    """Return the voice of "he", "they", "it" or "his", which points elsewhere."""
    lower = syntax.tokens[index].lower
    for sort, name in ((Sort.PERSON, "persons"), (Sort.ORGANISATION, "bodies")):
        if lower in syntax.words[name]:
            return Voice(syntax.tokens[index].surface, None, None, sort, False)
    return None


def _name_stop(syntax: Syntax, phrase: Phrase, stop: int) -> int:
    """Where the name that opens with *phrase* ends: with "of Agriculture", "from Coldridge University", a Russian genitive or "«Маяк»"."""
    last = phrase.last
    while last < stop:
        if (numbered := numbered_end(syntax, last)) > last:
            inner = syntax.phrase_at(numbered)  # "Института № 29 Республики"
            last = min(inner.last if inner is not None and inner.first < numbered else numbered, stop)
            continue
        following = syntax.phrase_at(last + 1) if last + 1 < stop else None
        beside = syntax.phrase_at(last)
        if (
            syntax.tokens[last].lower in syntax.words["naming_adpositions"]
            and following is None
            and (start := _after_compound(syntax, last + 1, stop))
        ):
            last = start
        elif syntax.tokens[last].lower in syntax.words["naming_adpositions"] and following is not None and following.first == last + 1:
            if TIME in syntax.tags[following.first : following.last] or _is_in_text(syntax, following):
                break
            last = min(following.last, stop)
        elif (
            syntax.language == "ru"
            and beside is not None
            and beside.first == last
            and syntax.tags[last] != "NUM"
            and genitive(syntax, beside)
        ):
            last = min(beside.last, stop)
        elif (
            syntax.tags[last] == "CCONJ"
            and following is not None
            and following.first == last + 1
            and "NUM" not in syntax.tags[last + 1 : following.last]
        ):
            last = min(following.last, stop)
        elif syntax.tokens[last].surface in "«“" and (close := closing(syntax, last, stop)):
            last = close
        else:
            break
    return last


def _is_in_text(syntax: Syntax, phrase: Phrase) -> bool:
    """Whether a Russian preposition leads to what a body writes, which is none of its name: «палата в своём заключении»."""
    if syntax.language != "ru":
        return False
    head = syntax.tokens[phrase.head]
    written = syntax.words["source_nouns"] | syntax.words["reports"] | syntax.words["speaking_texts"]
    return head.surface.islower() and not written.isdisjoint((head.lower, syntax.lemma(phrase.head)))


def genitive(syntax: Syntax, phrase: Phrase) -> bool:
    """Return whether a Russian phrase may stand in the genitive, as the complement of the noun before it."""
    # Only Russian text pays for the dictionary.
    from qa_bot.text.morphology import readings

    return any("gent" in reading.grammemes or "Fixd" in reading.grammemes for reading in readings(syntax.tokens[phrase.head].surface))


def told_end(syntax: Syntax, first: int) -> int:
    """Return the token after a Russian addressee in the dative that begins at *first* ("сообщил журналистам министр"), else *first*."""
    phrase = syntax.phrase_at(first) if syntax.language == "ru" else None
    if phrase is None or phrase.first != first:
        return first
    from qa_bot.text.morphology import readings

    found = readings(syntax.tokens[phrase.head].surface)
    dative = any("datv" in reading.grammemes for reading in found) and not any(
        "nomn" in reading.grammemes or "gent" in reading.grammemes for reading in found
    )
    return phrase.last if dative else first


def _after_compound(syntax: Syntax, index: int, stop: int) -> int:
    """The end of the phrase that a word unknown to the tagger opens ("фан-клуба"), 0 if none does."""
    at = index
    while at < stop and (syntax.tags[at] in ("X", "ADJ", "PROPN") or syntax.tokens[at].surface == "-"):
        at += 1
    phrase = syntax.phrase_at(at) if index < at < stop else None
    return min(phrase.last, stop) if phrase is not None and phrase.first == at else 0


def kinds_at(syntax: Syntax, index: int) -> Kinds:
    """Return what the lexicon says of the word at *index*, also inside a phrase."""
    return next((mention.kinds for mention in syntax.mentions if mention.first <= index < mention.last), Kinds.NONE)


# ---------------------------------------------------------------- how it is shown


def _shown(syntax: Syntax, first: int, last: int, case: str | None, *, name: bool = False) -> str:
    """The words as written; a Russian name in the nominative."""
    if case is None or syntax.language != "ru":
        return syntax.slice(first, last)
    stop = last if name else _agreeing(syntax, first, last)
    words = [syntax.tokens[index].surface for index in range(first, stop)]
    shown = [form if word[1:].islower() else word for form, word in zip(nominative(words, case), words, strict=True)]
    text = syntax.slice(first, last)
    at, base = 0, syntax.tokens[first].start
    out: list[str] = []
    for index, word in zip(range(first, stop), shown, strict=True):
        token = syntax.tokens[index]
        out.append(text[at : token.start - base] + word)
        at = token.end - base
    return "".join(out) + text[at:]


def _agreeing(syntax: Syntax, first: int, last: int) -> int:
    """Where the head noun with its adjectives ends; what follows it is a complement and keeps its case."""
    phrase = syntax.phrase_at(first)
    return min(phrase.head + 1, last) if phrase is not None and phrase.head >= first else first


def _trimmed(syntax: Syntax, first: int, last: int) -> str:
    while first < last and (syntax.tokens[first].surface in ",()-—–«»" or syntax.tags[first] in ("CCONJ", "ADV", "ADP", TIME)):
        first += 1
    while last > first and (syntax.tokens[last - 1].surface in ",()-—–." or syntax.tags[last - 1] in ("ADP", "CCONJ", TIME)):
        last -= 1
    return syntax.slice(first, last)


def _undetermined(text: str, syntax: Syntax) -> str:
    """Return *text* without its leading article."""
    first, _, rest = text.partition(" ")
    return rest if rest and first.lower() in syntax.words["articles"] | syntax.words["possessives"] else text


# ---------------------------------------------------------------- names outside speech


def body_name(syntax: Syntax, phrase: Phrase) -> str | None:
    """Return the full name of a body, when *phrase* gives more of it than its noun: "the nurses' union", "Union of Farmers"."""
    phrase = _without_verb(syntax, _behind_daypart(syntax, phrase))
    person = next((at for at in range(phrase.head + 1, phrase.last) if syntax.language == "ru" and _is_first_name(syntax, at)), 0)
    last = person or _name_stop(syntax, phrase, len(syntax.tokens))  # «представитель МВД Ирина Волкова»
    if any(syntax.tags[index] in ("NUM", TIME) for index in range(phrase.first, last)) or _possessor(syntax, phrase) is not None:
        return None
    own = [index for index in range(phrase.first, last) if index != phrase.head and tells_which(syntax, index)]
    if not own or syntax.tokens[phrase.first].lower in syntax.words["possessives"]:
        return None
    text = _undetermined(_shown(syntax, phrase.first, last, oblique_case(syntax, phrase)), syntax)
    return text if len(text) <= NAME_LENGTH else None


def _behind_daypart(syntax: Syntax, phrase: Phrase) -> Phrase:
    """The phrase without the rest of a time that it begins with: "on Monday [morning] police"."""
    dated = phrase.first > 0 and syntax.tags[phrase.first - 1] == TIME and syntax.tokens[phrase.first].lower in syntax.words["dayparts"]
    return phrase._replace(first=phrase.first + 1) if dated and phrase.first < phrase.head else phrase


def _without_verb(syntax: Syntax, phrase: Phrase) -> Phrase:
    """The phrase without a verb that a tagger took for its last noun: "the dockers' union disputes [this]"."""
    head = phrase.head
    if syntax.language != "en" or head - 1 <= phrase.first or not kinds_at(syntax, head - 1) & Kinds.ORGANISATION:
        return phrase
    clause = syntax.clause_at(head)
    if any(group.finite for group in syntax.verbs_in(clause.first, clause.last)) or syntax.tags[head] != "NOUNS":
        return phrase
    return Phrase(phrase.first, head, head - 1, phrase.adposition)


def named_body(syntax: Syntax, before: str, *, persons: bool) -> Voice | None:
    """Return the first body (or, with *persons*, person) that the sentence names as a subject or object, up to the word *before*."""
    stop = next((index for index, token in enumerate(syntax.tokens) if before and token.lower == before), len(syntax.tokens))
    done = 0
    for whole in syntax.phrases:
        phrase = _without_verb(syntax, whole)
        if phrase.first >= stop:
            break
        if phrase.adposition >= 0 or syntax.tags[phrase.head] == "PRON" or not _may_be_meant(syntax, phrase.head, before):
            continue
        last = min(_name_stop(syntax, phrase, stop), stop)
        if phrase.first < done:
            continue  # "депутат [городской думы] Римма Котова"
        while last < stop and syntax.tags[last] == "PROPN":
            last += 1
        voice, done = speaker(syntax, phrase.first, last), last
        if voice is not None and (
            (voice.body and voice.sort is Sort.ORGANISATION) or (persons and voice.sort is Sort.PERSON and voice.named)
        ):
            return voice
    return None


def _may_be_meant(syntax: Syntax, head: int, pronoun: str) -> bool:
    """Whether the noun at *head* may be a subject or object, and «он» the one that it names: not «заказчикам» of «недодали заказчикам»."""
    noun = syntax.tokens[head].lower
    if syntax.language != "ru" or not (found := cases(noun, "ru")):
        return True
    several = "plur" in features(noun, "ru") and "nomn" in found and "gent" not in found
    return not found.isdisjoint(_DIRECT) and not (several and pronoun and "sing" in features(pronoun, "ru"))


def first_person_named(syntax: Syntax, *, subject: bool = False) -> Voice | None:
    """Return the first person that the sentence names by two words or more; with *subject*, before its first verb only."""
    bodies = {index for mention in syntax.mentions if mention.kinds & _BODIES for index in range(mention.first, mention.last)}
    titles = {
        index
        for mention in syntax.mentions
        if mention.kinds & (Kinds.TITLE | Kinds.SPEAKER)
        for index in range(mention.first, mention.last)
    }
    verb = syntax.verbs[0].first if syntax.verbs else len(syntax.tokens)
    for phrase in syntax.phrases:
        if subject and (phrase.first >= verb or phrase.adposition >= 0):
            continue
        index = phrase.first
        while index < phrase.last and (index in titles or syntax.tags[index] != "PROPN"):
            index += 1
        if index < phrase.last and syntax.tags[index] == "DET":
            continue
        stop = _name_end(syntax, index, phrase.last, bodies, titles)
        if stop - index > 1 and stop == phrase.last:
            role = _undetermined(_trimmed(syntax, phrase.first, index), syntax) if _has_role(syntax, phrase.first, index) else ""
            return Voice(syntax.slice(index, stop), role or None, None, Sort.PERSON, True)
    return None
