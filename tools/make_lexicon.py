"""Write qa_bot/text/data/<language>/lexicon.txt from the TOML files beside it: every word inflected, every relation followed.

Run it after each change of word knowledge: ``python tools/make_lexicon.py`` (``--check`` only says whether the files are up to date).

How a word is written in the TOML files: words are parted by commas; "rise/rose/risen" gives irregular forms, "=stated" that form alone,
"^Turkey" a word that counts only when written with its capitals, "issue (visa)" a word that counts only before the one in brackets. A
phrase inflects in its verb, or in its noun.
"""

import argparse
import re
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from derivation import kin
from inflection import english_done, inflect, russian_done

from qa_bot.text.lexicon import Kinds
from qa_bot.text.spelling import american

DATA = Path(__file__).resolve().parent.parent / "qa_bot" / "text" / "data"
LANGUAGES = ("en", "ru")

# Files in the order in which a form that several concepts share is first looked for; the topic files come before plain translations.
TOPICS = ("functions", "reasons", "names", "concepts", "reporting", "terms")

FORMS = {
    "verbs": Kinds.VERBAL,
    "nouns": Kinds.NOMINAL,
    "adjectives": Kinds.ADJECTIVAL,
    "words": Kinds.NONE,
    "names": Kinds.NOMINAL,
    "people": Kinds.NOMINAL | Kinds.PEOPLE,
    "demonyms": Kinds.ADJECTIVAL,
    "capitals": Kinds.NOMINAL | Kinds.CAPITAL,
}
VERB_ENDINGS = ("ть", "ться")
SUPPORTS = frozenset("get gets got getting make makes made making have has had having".split())  # stop words, but not in "got married"
SYMBOL = 1  # letters of the shortest part of "km/h", which has no irregular forms
NOT_SHOWN = Kinds.CAPITAL  # a capital stands for its state but is no word for it

Toml = dict[str, object]


class Entry(NamedTuple):
    concept: str
    kinds: Kinds
    word: str  # as the TOML file writes it
    order: int


class Facts(NamedTuple):
    """What holds in every language."""

    kinds: dict[str, Kinds]
    polarity: dict[str, int]
    opposites: dict[str, tuple[str, ...]]
    symbols: dict[str, str]
    parents: dict[str, tuple[str, ...]]


def split(words: str) -> list[str]:
    return [word.strip() for word in words.split(",") if word.strip()]


def table(value: object) -> Toml:
    if not isinstance(value, dict):
        raise SystemExit(f"a table is expected, not {value!r}")
    return value


# ---------------------------------------------------------------- reading


def read_facts(data: Path) -> Facts:
    """Return what holds in every language: polarity, opposites, symbols, and what is a sort of what."""
    facts = Facts(defaultdict(lambda: Kinds.NONE), {}, {}, {}, {})
    source = tomllib.loads((data / "concepts.toml").read_text(encoding="utf-8"))
    for section, entries in source.items():
        kind = Kinds[section.upper()] if section != "sort" else Kinds.NONE
        for concept, value in table(entries).items():
            fact = table(value)
            facts.kinds[concept] |= kind
            if "polarity" in fact:
                facts.polarity[concept] = int(str(fact["polarity"]))
            if "opposites" in fact:
                facts.opposites[concept] = tuple(split(str(fact["opposites"])))
            if "symbol" in fact:
                facts.symbols[concept] = str(fact["symbol"])
            if "broader" in fact:
                facts.parents[concept] = tuple(split(str(fact["broader"])))
    members = table(tomllib.loads((data / "groups.toml").read_text(encoding="utf-8")))
    above: dict[str, list[str]] = defaultdict(list)
    for group, value in members.items():
        for member in str(table(value)["members"]).split():
            above["@" + member].append("@" + group)
    facts.parents.update({member: tuple(groups) for member, groups in above.items()})
    return facts


def read_entries(data: Path, language: str, facts: Facts) -> Iterator[Entry]:
    """Yield the words of *language* with their concepts, in the order of the files."""
    order = 0
    for topic in TOPICS:
        path = data / language / f"{topic}.toml"
        if not path.exists():
            continue
        for section, entries in tomllib.loads(path.read_text(encoding="utf-8")).items():
            kind = Kinds[section.upper()] if section.upper() in Kinds.__members__ else Kinds.NONE
            for concept, value in table(entries).items():
                name = ("@" if topic == "names" else "") + concept
                for form, words in ({"words": value} if isinstance(value, str) else table(value)).items():
                    if form == "done":
                        continue
                    for word in split(str(words)):
                        order += 1
                        yield Entry(name, fitting(kind | facts.kinds.get(name, Kinds.NONE), FORMS[form]), word, order)


def with_kin(entries: list[Entry], apart: frozenset[str]) -> list[Entry]:
    """Return Russian *entries* with the families of their verbs: the other aspect and the verbal noun share the concept.

    None that is listed, as any form, nor one of *apart*, nor one that verbs of several concepts have.
    """
    listed = frozenset(entry.word.lstrip("=^") for entry in entries)
    forms = {form for entry in entries if entry.word.isalpha() for form in inflect(entry.word, entry.kinds, "ru", listed)[0]}
    found: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.kinds & Kinds.VERBAL and entry.word.isalpha():
            for word in kin(entry.word):
                if word not in forms and word not in apart:
                    found[word].append(entry)
    alone = [(word, family[0]) for word, family in found.items() if len({entry.concept for entry in family}) == 1]
    last = max(entry.order for entry in entries)
    return [*entries, *(akin(word, entry, last + at) for at, (word, entry) in enumerate(alone, 1))]


def akin(word: str, verb: Entry, order: int) -> Entry:
    """Return the entry of *word* that is derived from *verb*: another verb, or a noun, which reports nothing."""
    kinds = verb.kinds if word.endswith(VERB_ENDINGS) else fitting(verb.kinds & ~Kinds.VERBAL, Kinds.NOMINAL)
    return verb._replace(word=word, kinds=kinds, order=order)


def read_wordings(data: Path, language: str) -> dict[str, str]:
    """Return how actions are worded where the first verb would not do: "done" in concepts.toml."""
    source = tomllib.loads((data / language / "concepts.toml").read_text(encoding="utf-8"))
    values = {concept: value for entries in source.values() for concept, value in table(entries).items()}
    return {concept: str(table(value)["done"]) for concept, value in values.items() if "done" in table(value)}


def fitting(kinds: Kinds, form: Kinds) -> Kinds:
    """Return the kinds that a word of *form* has: only a noun is a unit, only a verb reports."""
    if form & (Kinds.VERBAL | Kinds.ADJECTIVAL):
        kinds &= ~(Kinds.UNIT | Kinds.QUANTITY | Kinds.SPEAKER | Kinds.TITLE | Kinds.ORGANISATION | Kinds.CARRIER)
    if form & (Kinds.NOMINAL | Kinds.ADJECTIVAL):
        kinds &= ~Kinds.REPORT
    if form & Kinds.CAPITAL:
        kinds &= ~Kinds.ENTITY
    return kinds | form


# ---------------------------------------------------------------- compiling


class Forms:
    """Words stored as prefixes with shared paradigms of endings."""

    def __init__(self) -> None:
        self.paradigms: dict[str, int] = {}
        self.prefixes: dict[str, list[str]] = defaultdict(list)
        self.words: dict[tuple[str, ...], int] = {}

    def add(self, forms: Iterable[str]) -> int:
        """Return the id of the word with *forms*."""
        key = tuple(sorted(set(forms)))
        if key not in self.words:
            self.words[key] = len(self.words)
            for prefix, endings in grouped(key):
                paradigm = self.paradigms.setdefault("|".join(sorted(endings)), len(self.paradigms))
                self.prefixes[prefix].append(f"{paradigm}:{self.words[key]}")
        return self.words[key]


def grouped(forms: tuple[str, ...]) -> list[tuple[str, list[str]]]:
    """Return *forms* as (prefix, endings); suppletive forms ("человек", "люди") stand apart."""
    groups: dict[str, list[str]] = defaultdict(list)
    for form in forms:
        groups[form[: min(3, len(form))]].append(form)
    found = []
    for group in groups.values():
        prefix = group[0]
        while not all(form.startswith(prefix) for form in group):
            prefix = prefix[:-1]
        found.append((prefix, [form[len(prefix) :] for form in group]))
    return found


def ancestors(concept: str, parents: dict[str, tuple[str, ...]]) -> list[str]:
    """Return everything that *concept* is a sort of, nearest first."""
    found: list[str] = []
    queue = list(parents.get(concept, ()))
    while queue:
        parent = queue.pop(0)
        if parent not in found and parent != concept:
            found.append(parent)
            queue += parents.get(parent, ())
    return found


def done(words: list[tuple[str, Kinds]], language: str) -> str:
    """Return how the result of an action is worded: "refused", "отказано"."""
    verbs = [word for word, kinds in words if kinds & Kinds.VERBAL]
    if language == "ru":
        verbs = [word for word in verbs if " " not in word]
    if not verbs:
        return words[0][0].lstrip("=").split("/")[0]
    if verbs[0].startswith("="):
        return verbs[0][1:]
    return russian_done(verbs[0]) if language == "ru" else english_done(verbs[0])


def plain(word: str) -> list[str]:
    """Return *word* without its marks, its irregular forms after it; "m/s" has none."""
    bare = word.lstrip("=^").replace("(", "").replace(")", "")
    if " " in bare:
        return [re.sub(r"/\S+", "", bare)]
    parts = bare.split("/")
    return parts if min(map(len, parts)) > SYMBOL else [bare]


class Phrase(NamedTuple):
    rest: tuple[int, ...]
    width: int
    concept: str
    cased: str


def compile_lexicon(data: Path, language: str) -> str:
    """Return the compiled lexicon of *language*; its layout is described in qa_bot/text/lexicon.py."""
    facts = read_facts(data)
    forms = Forms()
    phrases: dict[int, dict[Phrase, tuple[int, int]]] = defaultdict(dict)
    by_concept: dict[str, list[Entry]] = defaultdict(list)
    wordings = read_wordings(data, language)
    entries = list(read_entries(data, language, facts))
    if language == "ru":
        entries = with_kin(
            entries, frozenset(str(table(tomllib.loads((data / "ru" / "apart.toml").read_text("utf-8"))["apart"])["words"]).split())
        )
    listed = frozenset(entry.word.lstrip("=^") for entry in entries)
    closed = frozenset(str(tomllib.loads((data / language / "stop.toml").read_text(encoding="utf-8"))["words"]).split())
    for entry in entries:
        by_concept[entry.concept].append(entry)
        shown, _, context = entry.word.partition("(")
        inflected = inflect(shown.strip(), entry.kinds, language, listed)
        kept = closed - SUPPORTS if len(inflected) > 1 else closed
        taken = [forms.add(spelled(unless(token, kept))) for token in inflected]
        after = [forms.add(spelled(token)) for token in inflect(context.strip(" )"), Kinds.NOMINAL, language)] if context else []
        cased = entry.word[1:].split("/")[0] if entry.word.startswith("^") else ""
        phrase = Phrase((*taken[1:], *after), len(taken), entry.concept, cased)
        kinds, order = phrases[taken[0]].get(phrase, (0, entry.order))
        phrases[taken[0]][phrase] = (kinds | int(entry.kinds), order)
    parts = (
        forms.paradigms,
        [f"{prefix}\t{' '.join(pairs)}" for prefix, pairs in forms.prefixes.items()],
        ["\t".join(in_order(phrases[word])) for word in range(len(forms.words))],
        ["\t".join([concept, *describe(group, facts, wordings, language)]) for concept, group in by_concept.items()],
    )
    # "-" keeps a line of a word that opens no phrase from being empty, which would end the part
    return "\n\n".join("\n".join(line or "-" for line in part) for part in parts) + "\n"


def unless(forms: list[str], closed: frozenset[str]) -> list[str]:
    """Return *forms* without those that are words of another kind first: "после" is no form of "посол"."""
    return [form for form in forms if form == forms[0] or form not in closed]


def spelled(forms: list[str]) -> list[str]:
    """Return *forms* with those of them that American English spells otherwise: the lexicon looks for a word so, too."""
    return list(dict.fromkeys([*forms, *map(american, forms)]))


def in_order(phrases: Mapping[Phrase, tuple[int, int]]) -> list[str]:
    """Return the lines of phrases that open with one word, the longest first, then in the order of the files."""
    ordered = sorted(phrases.items(), key=lambda item: (-len(item[0].rest), item[1][1]))
    return [f"{' '.join(map(str, p.rest))}|{p.width}|{p.concept}|{kinds}|{p.cased}|{order}" for p, (kinds, order) in ordered]


def describe(entries: list[Entry], facts: Facts, wordings: Mapping[str, str], language: str) -> list[str]:
    """Return the fields of a concept: kinds, words, broader, polarity, opposites, done, symbol."""
    concept = entries[0].concept
    kinds = Kinds.NONE
    for entry in entries:
        kinds |= entry.kinds
    shown = [plain(entry.word) for entry in entries if not entry.kinds & NOT_SHOWN]
    words = [word[0] for word in shown] + [form for word in shown for form in word[1:]]
    acts = [(entry.word.lstrip("^").partition(" (")[0], entry.kinds) for entry in entries if entry.kinds & Kinds.ACTION]
    return [
        str(int(kinds)),
        "|".join(dict.fromkeys(words)),
        "|".join(ancestors(concept, facts.parents)),
        str(facts.polarity.get(concept, 0)),
        "|".join(facts.opposites.get(concept, ())),
        (wordings.get(concept) or done(acts, language)) if acts else "",
        facts.symbols.get(concept, ""),
    ]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if a file is out of date")
    check = bool(parser.parse_args().check)
    stale = False
    for language in LANGUAGES:
        path = DATA / language / "lexicon.txt"
        text = compile_lexicon(DATA, language)
        if path.exists() and path.read_text(encoding="utf-8") == text:
            continue
        stale = True
        if check:
            print(f"{path} is out of date: run python tools/make_lexicon.py", file=sys.stderr)
        else:
            path.write_text(text, encoding="utf-8")
    return 1 if stale and check else 0


if __name__ == "__main__":
    raise SystemExit(main())
