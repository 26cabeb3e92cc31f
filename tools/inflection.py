"""The forms of English and Russian words and phrases, folded; for the lexicon, which keeps every form."""

import re
from functools import cache

from qa_bot.text.lexicon import Kinds
from qa_bot.text.tokens import fold, tokenize


def english_forms(word: str, kinds: Kinds) -> list[str]:
    """Return the forms of one English word, its dictionary form first."""
    base, *irregular = word.split("/")
    forms = [base, *irregular]
    if base == "be" and kinds & Kinds.VERBAL:
        forms += ["am", "is", "are", "was", "were", "been", "being"]
    elif kinds & Kinds.VERBAL:
        forms.append(with_s(base))
        forms += spellings(base, "ing")
        if not irregular:
            forms += spellings(base, "ed")
    if kinds & Kinds.NOMINAL and not irregular:
        forms.append(with_s(base))
    return list(dict.fromkeys(forms))


def with_s(word: str) -> str:
    if re.search(r"[^aeiou]y$", word):
        return word[:-1] + "ies"
    return word + ("es" if re.search(r"(s|x|z|ch|sh|[^aeiou]o)$", word) else "s")


def spellings(verb: str, ending: str) -> list[str]:
    """Return *verb* with "ing" or "ed", the usual British spelling first: "travelled", "traveled"."""
    if verb.endswith("ie"):
        return [verb[:-2] + "ying"] if ending == "ing" else [verb + "d"]
    if verb.endswith("e"):
        keeps = ending == "ing" and verb.endswith(("ee", "oe", "ye"))
        return [(verb if keeps else verb[:-1]) + ending]
    if re.search(r"[^aeiou]y$", verb) and ending == "ed":
        return [verb[:-1] + "ied"]
    if re.search(r"(^|[^aeiou]|qu)[aeiou][bcdfgklmnprtvz]$", verb):
        if len(re.findall(r"[aeiouy]+", verb)) == 1 or re.search(r"quit$", verb):
            return [verb + verb[-1] + ending]
        if DOUBLING.search(verb):
            return [verb + verb[-1] + ending, verb + ending]
    return [verb + ending]


# Verbs of several syllables that double their last consonant: the stress is on it, or they end in -l and are spelt the British way.
DOUBLING = re.compile(r"(?:[^f]fer|(?:ad|com|per|sub|\bo|\be|trans|re)mit|pel|cur|nap|gram|quip|gin|get|gret|set|[aeiou]l)$")


@cache
def analyzer() -> object:
    import pymorphy3

    return pymorphy3.MorphAnalyzer()


RUSSIAN_PARTS = {
    Kinds.VERBAL: frozenset({"INFN", "VERB", "PRTF", "PRTS", "GRND"}),
    Kinds.NOMINAL: frozenset({"NOUN"}),
    Kinds.ADJECTIVAL: frozenset({"ADJF", "ADJS", "PRTF"}),
}
# Left out because they are homonyms of frequent words: imperatives ("три"), comparatives ("уже"), short forms of the vocative.
RUSSIAN_RARE = {"impr", "COMP", "Supr", "Infr", "Slng", "Arch", "Erro", "voct"}


def reflexive(word: str, kinds: Kinds, listed: frozenset[str]) -> list[str]:
    """Return the forms of the passive of a Russian verb ("проводить": "проводиться"), unless it is listed for itself."""
    passive = fold(word) + "ся"
    if not kinds & Kinds.VERBAL or passive in listed or not analyzer().word_is_known(passive):  # type: ignore[attr-defined]  # no stubs
        return []
    return list(russian_forms(passive, Kinds.VERBAL))


@cache
def russian_forms(word: str, kinds: Kinds) -> tuple[str, ...]:
    """Return the forms of one Russian word, its dictionary form first; a preposition or adverb has one."""
    base, *irregular = fold(word).split("/")
    forms = [base, *irregular]
    for form, parts in RUSSIAN_PARTS.items():
        if kinds & form:
            forms += forms_as(base, parts) or (forms_as(base, RUSSIAN_PARTS[Kinds.ADJECTIVAL]) if form == Kinds.NOMINAL else [])
    return tuple(dict.fromkeys(forms))


def forms_as(base: str, parts: frozenset[str]) -> list[str]:
    """Return the forms that the dictionary has for *base* as one of the parts of speech; none if it is never that."""
    parses = analyzer().parse(base)  # type: ignore[attr-defined]  # no stubs
    for parse in sorted(parses, key=lambda p: (fold(p.normal_form) != base, -p.score)):
        if str(parse.tag.POS) not in parts:
            continue
        # To the dictionary "лучший" is a form of "хороший" and "погибший" of "погибнуть"; here they are words of their own.
        apart = {"Supr", "PRTF"} & set(parse.tag.grammemes)
        if apart:
            stem = re.sub("..(ся)?$", "", base)
            return [fold(f.word) for f in parse.lexeme if apart & set(f.tag.grammemes) and fold(f.word).startswith(stem)]
        return [fold(f.word) for f in parse.lexeme if not RUSSIAN_RARE & set(f.tag.grammemes)]
    return []


def words_of(text: str) -> list[str]:
    return [token.surface for token in tokenize(text)]


def english_phrase(word: str, kinds: Kinds) -> list[list[str]]:
    """Return the forms of each token of a phrase; of a verb the first inflects, of a noun the one before "of" or else the last."""
    parts = split_tokens(word)
    head = 0
    if not kinds & Kinds.VERBAL:
        joins = [at for at, part in enumerate(parts) if part in LINKS]
        head = joins[0] - 1 if joins and joins[0] else len(parts) - 1
    inflects = kinds & (Kinds.VERBAL | Kinds.NOMINAL)
    return [english_forms(part, kinds) if at == head and inflects else part.split("/") for at, part in enumerate(parts)]


LINKS = {"of", "in", "to", "for", "on", "at", "with", "by"}


def split_tokens(word: str) -> list[str]:
    """Return the tokens of a phrase, each with its irregular forms behind it: ["set/set", "up"].

    Raises ValueError for a phrase that is written out twice: "young person/young people" ought to be "young person/people".
    """
    found: list[str] = []
    for part in word.split():
        first, *irregular = part.split("/")
        if found and any(form.startswith(found[0].split("/")[0]) for form in irregular):
            raise ValueError(f"only the word that is inflected has its forms behind it: {word}")
        tokens = words_of(first)
        found += [*tokens[:-1], "/".join([tokens[-1], *irregular])]
    return found


def russian_phrase(word: str, kinds: Kinds) -> list[list[str]]:
    """Return the forms of each word of a phrase: every noun and adjective in it inflects, a verb only as its first word."""
    found: list[list[str]] = []
    for at, part in enumerate(split_tokens(word)):
        verb = kinds & Kinds.VERBAL if at == 0 else Kinds.NONE
        found.append(list(russian_forms(part, verb or Kinds.NOMINAL | Kinds.ADJECTIVAL)) if len(part) > 2 else [fold(part)])
    return found


def inflect(word: str, kinds: Kinds, language: str, listed: frozenset[str] = frozenset()) -> list[list[str]]:
    """Return, for each token of *word*, its forms, folded."""
    if word.startswith("=") or not kinds & (Kinds.VERBAL | Kinds.NOMINAL | Kinds.ADJECTIVAL):
        return [[fold(part)] for part in words_of(word.lstrip("=^"))]
    bare = word.lstrip("^")
    single = " " not in bare and "-" not in bare and "." not in bare and "'" not in bare
    if language == "ru":
        forms = [[*russian_forms(bare, kinds), *reflexive(bare, kinds, listed)]] if single else russian_phrase(bare, kinds)
    elif single:
        forms = [english_forms(bare, kinds)]
    else:
        forms = english_phrase(bare, kinds)
    return [[fold(form) for form in token] for token in forms]


def english_done(verb: str) -> str:
    first, *rest = verb.split()
    base, *irregular = first.split("/")
    return " ".join([irregular[-1] if irregular else spellings(base, "ed")[0], *rest])


def russian_done(verb: str) -> str:
    """Return the short passive participle ("отклонено") or else the past ("выросло")."""
    for wanted in ({"PRTS", "neut", "past"}, {"VERB", "neut", "past"}):
        for parse in analyzer().parse(verb):  # type: ignore[attr-defined]  # no stubs
            if str(parse.tag.POS) != "INFN":
                continue
            for form in parse.lexeme:
                if wanted <= set(form.tag.grammemes):
                    return fold(str(form.word))
    return verb
