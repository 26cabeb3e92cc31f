"""Train the English part-of-speech tagger and write its weights.

    python tools/train_tagger.py TRAIN DEV --output qa_bot/text/data/en/tagger.bin

TRAIN and DEV are treebanks, a token a line (id, form, lemma, UPOS, XPOS, ..., parted by tabs; a blank line ends a sentence), plain or
gzipped. The tokens are cut again as qa_bot.text.tokens cuts a text. Prints the accuracy on DEV. The same input gives the same file.
"""

import argparse
import gzip
import json
import random
import re
import time
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from inflection import spellings, with_s

from qa_bot.text import lemmas
from qa_bot.text.entries import OPENING, TAGS, Lexicon, finite_ahead
from qa_bot.text.perceptron import TEMPLATES, WEIGHTS, Tagger, advance, contexts, read
from qa_bot.text.tagger import upos
from qa_bot.text.tokens import tokenize

SEED = 7
FOLDS = 10  # a word's class is learned from the other folds, so that rare words look in training as they will look in use
OFTEN = 5  # from here on a word keeps to the tags that it was seen with, and those that its paradigm allows
SEEN = 3  # keys of fewer tokens are left out: half the file, the same accuracy
STRAY = 0.004  # a tag that a frequent word has more rarely than this is taken for an error of the treebank
EPOCHS = 5  # more learn the treebank by heart: 10 cost 0.2 points
MARGIN = 30  # by which the right tag must win, or the weights move; swept 0, 2, 6, 12, 30, 80 on dev: 94.4 to 94.6 at 30, 94.3 at 80
SCALE = 2  # of weights, which stay within +-60, to integers of one byte
PRUNE = 2.5  # keys whose weights are all smaller are left out; at 1.0 half as many keys more give 0.05 points


class Sentence(NamedTuple):
    words: tuple[str, ...]
    tags: tuple[str, ...]


class Weights:
    """Averaged weights: a row a key and template, a column a tag."""

    def __init__(self, keys: Sequence[Counter[str]]) -> None:
        self._known = [{key for key, count in counts.items() if count >= SEEN and key} for counts in keys]
        self.tables: list[dict[str, list[float]]] = [{} for _ in range(TEMPLATES)]
        self._totals: list[dict[str, list[float]]] = [{} for _ in range(TEMPLATES)]
        self._now = 0

    def choose(self, keys: Sequence[str], tags: Sequence[int], gold: int) -> tuple[int, int]:
        """Return the best tag, and the best one but for a margin that *gold* must have over others."""
        rows = [row for table, key in zip(self.tables, keys, strict=True) if (row := table.get(key)) is not None]
        scores = {number: sum([row[number] for row in rows]) for number in tags}
        best = max(tags, key=scores.__getitem__)
        if best != gold or gold not in scores:
            return best, best
        scores[gold] -= MARGIN
        return best, max(tags, key=scores.__getitem__)

    def learn(self, keys: Sequence[str], gold: int, guess: int) -> None:
        """Move the weights of *keys* towards *gold*; totals hold each change times the moment it was made."""
        for table, totals, known_keys, key in zip(self.tables, self._totals, self._known, keys, strict=True):
            if key not in known_keys:
                continue
            row = table.get(key)
            if row is None:
                row = table[key] = [0.0] * len(TAGS)
                totals[key] = [0.0] * len(TAGS)
            row[gold] += 1
            row[guess] -= 1
            total = totals[key]
            total[gold] += self._now
            total[guess] -= self._now

    def tick(self) -> None:
        self._now += 1

    def averaged(self) -> list[dict[str, list[float]]]:
        return [
            {key: [weight - total / self._now for weight, total in zip(row, totals[key], strict=True)] for key, row in table.items()}
            for table, totals in zip(self.tables, self._totals, strict=True)
        ]


def sentences(path: Path) -> Iterator[list[tuple[str, str]]]:
    """Yield the (form, fine tag) pairs of each sentence of a treebank."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as file:
        sentence: list[tuple[str, str]] = []
        for line in file:
            if line.strip():
                _, form, _, part, fine, *_ = line.rstrip("\n").split("\t")
                sentence.append((form.replace("’", "'"), _refine(part, fine)))
            elif sentence:
                yield sentence
                sentence = []
        if sentence:
            yield sentence


def _refine(part: str, fine: str) -> str:
    if part == "VERB":
        return fine if fine in {"VB", "VBG", "VBN"} else "VERB"
    if part == "NOUN" and fine == "NNS":
        return "NOUNS"
    return "X" if part == "_" else part


ADDRESS = re.compile(r"@\w|://|www\.|\.(?:com|org|net|html?|pdf|doc|xls|txt|jpg)\b", re.IGNORECASE)


def has_address(sentence: Sequence[tuple[str, str]]) -> bool:
    """Return whether a sentence names a mailbox, page or file: our tokenizer shatters those, and their pieces have no tags."""
    return any(ADDRESS.search(form) for form, _ in sentence)


def cut(sentence: Sequence[tuple[str, str]]) -> Sentence:
    """Return *sentence* with the tokens that our tokenizer would find: "do n't" is one, "e-mail" three."""
    words: list[str] = []
    tags: list[str] = []
    for form, tag in sentence:
        if words and tag == "PART" and form.lower() in {"n't", "nt"} and words[-1].isalpha():
            words[-1] += form
            continue
        if words and form == "not" and words[-1] == "can":
            words[-1] = "cannot"
            continue
        pieces = [token.surface for token in tokenize(form)]
        for place, piece in enumerate(pieces):
            words.append(piece)
            tags.append(tag if len(pieces) == 1 else _piece_tag(piece, tag, last=place == len(pieces) - 1))
    return Sentence(tuple(words), tuple(tags))


def _piece_tag(piece: str, tag: str, *, last: bool) -> str:
    if not piece[0].isalnum():
        return "PUNCT" if piece in "-/.,:'()_@" else tag if tag in {"SYM", "PUNCT", "CCONJ"} else "SYM"
    if piece[0].isdigit():
        return "NUM"
    if tag == "NOUNS" and not last:
        return "NOUN"
    return tag


def titled(sentence: Sentence) -> Sentence:
    """Return *sentence* as a headline writes it."""
    small = {"ADP", "CCONJ", "DET", "PART", "SCONJ"}
    words = [
        word if (tag in small and place) or not word[0].islower() else word[0].upper() + word[1:]
        for place, (word, tag) in enumerate(zip(sentence.words, sentence.tags, strict=True))
    ]
    while words and sentence.tags[len(words) - 1] == "PUNCT":
        words.pop()
    return Sentence(tuple(words), sentence.tags[: len(words)])


def classes(corpus: Sequence[Sentence]) -> dict[str, str]:
    """Return the class of each word of *corpus*: how often it was seen, with which tags, and which others its paradigm allows."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for words, tags in corpus:
        initial = True
        for word, tag in zip(words, tags, strict=True):
            if not word[0].isdigit():
                counts[word.lower() if initial and tag != "PROPN" and word != "I" else word][tag] += 1
            initial = word in OPENING or (initial and not word[0].isalnum())
    bases = _bases(counts)
    for word in GIVEN:
        counts.setdefault(word, Counter())
    irregular = {form for forms in lemmas.paradigms().values() for form in forms}
    return {
        word: _given_class(word) if word in irregular and word in GIVEN and seen.total() < OFTEN else _class(seen, _possible(word, bases))
        for word, seen in counts.items()
    }


def _given() -> dict[str, set[str]]:
    """Return the tags of words that need not be learned: forms of irregular verbs ("rose" VERB, "risen" VBN), words of the lexicon."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for base, forms in lemmas.paradigms().items():
        past = [form for form in forms if not form.endswith(("ing", "s"))]
        for place, form in enumerate(past):
            found[form] |= {"VERB"} if place == 0 and len(past) > 1 else {"VBN"} if place else {"VERB", "VBN"}
        found[base] |= {"VB", "VERB"}
    for name in LEXICON:
        for entries in tomllib.loads((WEIGHTS.parent / name).read_text(encoding="utf-8")).values():
            for entry in entries.values():
                for part, words in entry.items():
                    for word in re.findall(r"(?:^|, )=?([a-z]+)(?=/|,|$)", words):
                        for form, tag in _forms(word, part):
                            found[form].add(tag)
    return dict(found)


def _forms(word: str, part: str) -> list[tuple[str, str]]:
    """Return the regular forms of *word*, whose *part* is "verbs", "nouns" or "adjectives", with their tags."""
    if part == "nouns":
        return [(word, "NOUNS" if word.endswith("s") and not word.endswith("ss") else "NOUN"), (with_s(word), "NOUNS")]
    if part != "verbs":
        return [(word, "ADJ")] if part == "adjectives" else []
    past = [] if word in lemmas.paradigms() else [(form, tag) for form in spellings(word, "ed") for tag in ("VERB", "VBN")]
    return [(word, "VB"), (word, "VERB"), (with_s(word), "VERB"), *((form, "VBG") for form in spellings(word, "ing")), *past]


OPEN_CLASS = frozenset({"NOUN", "NOUNS", "PROPN", "VERB", "VB", "VBN", "VBG", "ADJ", "ADV"})
LEXICON = ("concepts.toml", "terms.toml")
GIVEN = _given()


def _bases(counts: Mapping[str, Counter[str]]) -> tuple[set[str], set[str]]:
    """Return the base forms that are seen to be verbs, and those that are nouns."""
    verbs, nouns = set(lemmas.paradigms()), set()
    for word, seen in counts.items():
        for tag in seen:
            if tag in {"VERB", "VB", "VBN", "VBG"} and seen[tag] > STRAY * seen.total():
                verbs.add(lemmas.lemma(word, tag, "en"))
            elif tag in {"NOUN", "NOUNS"}:
                nouns.add(lemmas.lemma(word, tag, "en"))
    return verbs, nouns


def _possible(word: str, bases: tuple[set[str], set[str]]) -> set[str]:
    """Return the tags that *word* may have since other forms of the same word were seen."""
    verbs, nouns = bases
    found = set(GIVEN.get(word, ()))
    if word in verbs:
        found |= {"VB", "VERB"}
    if word in nouns:
        found.add("NOUN")
    if word.endswith("ed") and lemmas.lemma(word, "VBN", "en") in verbs:
        found |= {"VERB", "VBN"}
    if word.endswith("ing") and lemmas.lemma(word, "VBG", "en") in verbs:
        found.add("VBG")
    if word.endswith("s") and not word.endswith("ss"):
        if lemmas.lemma(word, "VERB", "en") in verbs - {word}:
            found.add("VERB")
        if lemmas.lemma(word, "NOUNS", "en") in nouns - {word}:
            found.add("NOUNS")
    return found


def _given_class(word: str) -> str:
    """Return the class of an irregular form that the treebank hardly has: "rose" is a verb there and a flower as often."""
    return "5" + "+".join(sorted(GIVEN[word], key=["VERB", "VBN", "VB", "VBG", "NOUN", "NOUNS", "ADJ"].index))


def _class(seen: Counter[str], possible: set[str]) -> str:
    """Return the name of a word class, as `qa_bot.text.entries.known` reads it."""
    total = seen.total()
    slip = 1 if total >= OFTEN and max(seen, key=lambda tag: (seen[tag], tag)) in OPEN_CLASS else 0  # "win" once written for "with"
    kept = sorted((-count, tag) for tag, count in seen.items() if count > STRAY * total and (count > slip or tag in OPEN_CLASS))
    tags = [tag for _, tag in kept]
    bucket = min(total, 2) if total < OFTEN else 5
    more = sorted(possible - set(tags)) if not tags or tags[0] in OPEN_CLASS else []
    return f"{bucket}{'+'.join(tags)}" + ("/" + "+".join(more) if more else "")


def train(corpus: Sequence[Sentence]) -> list[dict[str, list[float]]]:
    """Return the averaged weights, a table a template, learned from *corpus* and from a twelfth of it written as headlines."""
    folds = [corpus[fold::FOLDS] for fold in range(FOLDS)]
    lexicons = [
        Lexicon(classes([sentence for other in range(FOLDS) if other != fold for sentence in folds[other]])) for fold in range(FOLDS)
    ]
    work = [(sentence, lexicons[fold]) for fold in range(FOLDS) for sentence in folds[fold]]
    shuffle = random.Random(SEED)
    work += [(titled(sentence), words) for sentence, words in shuffle.sample(work, len(work) // 12) if len(sentence.words) > 3]
    weights = Weights(_count_keys(work))
    number = {tag: place for place, tag in enumerate(TAGS)}
    for epoch in range(EPOCHS):
        shuffle.shuffle(work)
        started, wrong, scored = time.perf_counter(), 0, 0
        for sentence, words in work:
            entries = words.entries(sentence.words)
            before = earlier = "|"
            clause = ""
            ahead = finite_ahead(entries)
            for at, gold in enumerate(sentence.tags, start=2):
                chosen = entries[at].fixed
                if chosen is None:
                    keys = contexts(entries, at, before, earlier, clause + ":" + ahead[at])
                    guess, rival = weights.choose(keys, entries[at].tags, number[gold])
                    weights.tick()
                    scored += 1
                    wrong += guess != number[gold]
                    if rival != number[gold]:
                        weights.learn(keys, number[gold], rival)
                    chosen = TAGS[guess]
                before, earlier = chosen, before
                clause = advance(clause, entries[at], chosen)
        print(f"epoch {epoch + 1}: {wrong / scored:.2%} of {scored} wrong, {time.perf_counter() - started:.1f} s", flush=True)
    return weights.averaged()


def _count_keys(work: Sequence[tuple[Sentence, Lexicon]]) -> list[Counter[str]]:
    counts: list[Counter[str]] = [Counter() for _ in range(TEMPLATES)]
    for sentence, words in work:
        entries = words.entries(sentence.words)
        before = earlier = "|"
        clause = ""
        ahead = finite_ahead(entries)
        for at, gold in enumerate(sentence.tags, start=2):
            if entries[at].fixed is None:
                for count, key in zip(counts, contexts(entries, at, before, earlier, clause + ":" + ahead[at]), strict=True):
                    count[key] += 1
            before, earlier = gold, before
            clause = advance(clause, entries[at], gold)
    return counts


def write(path: Path, words: Mapping[str, str], tables: Sequence[Mapping[str, Sequence[float]]]) -> None:
    """Write the weights as small integers: SCALE times their value, without the keys that change nothing."""
    kinds: defaultdict[str, list[str]] = defaultdict(list)
    for word, kind in words.items():
        if not set(word) & {" ", "\t", "\n"}:
            kinds[kind].append(word)
    lines = [" ".join([kind, *sorted(kinds[kind])]) for kind in sorted(kinds)]
    rows = []
    for table in tables:
        kept = sorted(key for key, row in table.items() if key and max(map(abs, row)) >= PRUNE)
        lines.append("\t".join(kept))
        rows += [bytes(min(255, max(0, 128 + round(SCALE * weight))) for weight in table[key]) for key in kept]
    text = "\n".join(lines).encode("utf-8")
    header = {
        "what": "weights of qa_bot.text.perceptron for English",
        "learned_from": "Universal Dependencies English EWT, training part (https://universaldependencies.org/treebanks/en_ewt/)",
        "lexicon": sha256(b"".join((WEIGHTS.parent / name).read_bytes() for name in LEXICON)).hexdigest()[:16],  # it goes in too
        "licence": "CC BY-SA 4.0, as the treebank",
        "attribution": "Natalia Silveira, Timothy Dozat, Christopher Manning, Sebastian Schuster and others: UD English EWT",
        "made_by": "python tools/train_tagger.py en_ewt-train.tsv.gz en_ewt-dev.tsv.gz --output qa_bot/text/data/en/tagger.bin",
        "tags": len(TAGS),
        "classes": len(kinds),
        "text": len(text),
    }
    path.write_bytes(json.dumps(header).encode("ascii") + b"\n" + text + b"".join(rows))
    print(f"{path}: {path.stat().st_size:,} bytes, {len(words):,} words, {len(rows):,} keys")


def evaluate(tagger: Tagger, corpus: Sequence[Sentence], name: str, words: Mapping[str, str]) -> None:
    """Print how many tags are right, for all words and for unknown ones, and the speed."""
    started = time.process_time()
    guesses = [tagger.tag(sentence.words) for sentence in corpus]
    took = time.process_time() - started
    pairs = [
        (gold, guess, word)
        for sentence, tags in zip(corpus, guesses, strict=True)
        for gold, guess, word in zip(sentence.tags, tags, sentence.words, strict=True)
    ]
    coarse = sum(upos(gold) == upos(guess) for gold, guess, _ in pairs) / len(pairs)
    fine = sum(gold == guess for gold, guess, _ in pairs) / len(pairs)
    new = [(gold, guess) for gold, guess, word in pairs if word not in words and word.lower() not in words and word.isalpha()]
    unknown = sum(upos(gold) == upos(guess) for gold, guess in new) / len(new)
    print(
        f"{name}: {coarse:.2%} UPOS, {fine:.2%} with verb forms and number, {unknown:.2%} UPOS of {len(new)} unknown words; "
        f"{len(pairs) / took:,.0f} tokens/s"
    )
    if name == "dev":
        confused = Counter((gold, guess) for gold, guess, _ in pairs if gold != guess)
        print("  most confused:", ", ".join(f"{gold} as {guess} {count}" for (gold, guess), count in confused.most_common(14)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("train", type=Path)
    parser.add_argument("dev", type=Path)
    parser.add_argument("--output", type=Path, required=True)
    arguments = parser.parse_args()
    corpus = [cut(sentence) for sentence in sentences(arguments.train) if not has_address(sentence)]
    words = classes(corpus)
    write(arguments.output, words, train(corpus))
    tagger = read(arguments.output)
    dev = [cut(sentence) for sentence in sentences(arguments.dev) if not has_address(sentence)]
    evaluate(tagger, [cut(sentence) for sentence in sentences(arguments.dev)], "dev with addresses", words)
    evaluate(tagger, dev, "dev", words)
    evaluate(tagger, dev, "dev again, words cached", words)
    evaluate(tagger, [titled(sentence) for sentence in dev if len(sentence.words) > 5], "dev as headlines", words)


if __name__ == "__main__":
    main()
