"""Learn which blocks of a web page are its text, and write what was learned to qa_bot/ingest/data/pages.json.

    python tools/train_pages.py FOLDER... [--out FILE]

A FOLDER holds one of the collections of tools/page_sets.py; tests/pages is always learned from. Sites that are held out are only
measured on (benchmarks/reading_pages.py). Needs scikit-learn (BSD-3-Clause), which the package itself does not. The same pages give the
same file with the same releases of scikit-learn and numpy.

Learned are how often blocks with a word, a pair of words, or elements of a name are text, each site counting once, as log-odds; and then
a forest of boosted trees over the traits of each block (qa_bot/ingest/traits.py), where words and names are counted without the fold of
the page. Each page is learned from twice: as it is, and with names that say nothing, as programs make them today, and the text of two pages
in three cut short, so that what its frame is like tells as well.
"""

import argparse
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from math import log
from multiprocessing import Pool
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from page_labels import labels
from page_sets import Sample, samples
from sklearn.ensemble import HistGradientBoostingClassifier

from qa_bot.errors import IngestError
from qa_bot.forest import Forest
from qa_bot.ingest.flow import Shown, shown
from qa_bot.ingest.readers.html import decoded
from qa_bot.ingest.tags import title_in
from qa_bot.ingest.traits import Odds, names_in, traits_of, upward, words_in
from qa_bot.ingest.tree import Node, Page
from qa_bot.schema import BlockKind

OUT = Path(__file__).parents[1] / "qa_bot" / "ingest" / "data" / "pages.json"
OWN = Path(__file__).parents[1] / "tests" / "pages"
SOURCES = (
    "web pages with the text that a person would read in them: the test pages of mozilla/readability, "
    "scrapinghub/article-extraction-benchmark, WCXB (CC BY 4.0; articles, documentation, forums, lists, services), the English and Russian "
    "part of DAnIEL, and tests/pages. None of them but the last is in this repository; kept are weights, and words and names of elements "
    "that many sites have"
)
FOLDS = 5
PROCESSES = 2
# What a page of each kind counts: news and reports are what people drop, shops are not; ours are few.
COUNTED = {"article": 1.0, "English": 1.0, "Russian": 1.5, "documentation": 1.0, "forum": 0.7, "listing": 0.5, "service": 0.5, "own": 4.0}
FEWEST_WORDS, FEWEST_NAMES = 8, 5  # sites that have a word, or a name, for it to be counted
TELLING_WORD, TELLING_NAME = 0.4, 0.2  # log-odds below which it is left out
ROWS = 120_000  # blocks that trees are grown from: more change little
TREES, LEAVES, RATE = 90, 12, 0.12
UNSURE = (0.2, 0.8)  # shares of a block's words in the text between which it is neither
CUT = (None, 6, 10)  # blocks of the text that a page without telling names keeps, by turns
LONGEST = 1500  # characters of a block beyond which it does not count more

Table = NDArray[np.float32]


class Told(NamedTuple):
    """What is counted of a page: its site and fold, and by word and by name which share of what has it is text."""

    site: str
    fold: int
    words: Mapping[str, float]
    names: Mapping[str, float]


class Rows(NamedTuple):
    """The blocks of all pages: their traits, whether they are text, and what they count."""

    signs: list[str]
    table: Table
    text: NDArray[np.int64]
    counted: NDArray[np.float64]


def fold_of(sample: Sample) -> int:
    """Return the fold of a page, by its site."""
    return int(sha256(f"f{sample.site}".encode()).hexdigest(), 16) % FOLDS


def _parsed(sample: Sample) -> tuple[Page, list[Shown]]:
    page = Page(decoded(sample.source, sample.name))
    return page, list(shown(page.root))


def labelled(sample: Sample) -> tuple[Sample, list[float]] | None:
    """Return a page with the share of each of its blocks that is text; None if it cannot be learned from."""
    try:
        _, blocks = _parsed(sample)
    except IngestError:
        return None
    found = labels(sample, blocks) if blocks else None
    return None if found is None else (sample, found)


def told(page: tuple[Sample, list[float]]) -> Told:
    """Return what is counted of a page."""
    sample, shares = page
    words: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
    names: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
    for block, share in zip(_parsed(sample)[1], shares, strict=True):
        side = 0 if share >= 0.5 else 1
        for word in set(words_in(block.text)):
            words[word][side] += 1
        for name in {name for node in upward(block.node) for name in names_in(node)}:
            names[name][side] += len(block.text) ** 0.5
    return Told(sample.site, fold_of(sample), *({key: pro / (pro + con) for key, (pro, con) in each.items()} for each in (words, names)))


def odds_of(pages: Iterable[Told]) -> Odds:
    """Return the log-odds of words and names, each site counting once."""
    sites: dict[str, list[Told]] = defaultdict(list)
    for page in pages:
        sites[page.site].append(page)
    words = _odds([[page.words for page in of_site] for of_site in sites.values()], FEWEST_WORDS, TELLING_WORD)
    return Odds(words, _odds([[page.names for page in of_site] for of_site in sites.values()], FEWEST_NAMES, TELLING_NAME))


def _odds(sites: Iterable[Sequence[Mapping[str, float]]], fewest: int, telling: float) -> dict[str, float]:
    sums: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
    for pages in sites:
        shares: dict[str, list[float]] = defaultdict(list)
        for page in pages:
            for key, share in page.items():
                shares[key].append(share)
        for key, each in shares.items():
            sums[key][0] += sum(each) / len(each)
            sums[key][1] += 1
    found = {key: log((text + 1) / (count - text + 1)) for key, (text, count) in sums.items() if count >= fewest}
    return {key: round(value, 2) for key, value in sorted(found.items()) if abs(value) >= telling}


def traits(work: tuple[Sample, Sequence[float], Odds]) -> list[list[dict[str, float]]]:
    """Return the traits of the blocks of a page as it is, and of those that are left of it without telling names."""
    sample, shares, odds = work
    page, blocks = _parsed(sample)
    title = title_in(page) or ""
    as_it_is = traits_of(blocks, title, odds)
    _hide_names(page.root)
    return [as_it_is, traits_of([blocks[at] for at in left(sample, blocks, shares)], title, odds)]


def left(sample: Sample, blocks: Sequence[Shown], shares: Sequence[float]) -> list[int]:
    """Return which blocks of a page are left when its text is cut short."""
    most = CUT[_number(sample.name) % len(CUT)]
    found: list[int] = []
    text = 0
    for at, (block, share) in enumerate(zip(blocks, shares, strict=True)):
        text += share >= 0.5 and block.kind is not BlockKind.HEADING
        if most is None or text <= most or share < 0.5 or block.kind is BlockKind.HEADING:
            found.append(at)
    return found


def _hide_names(root: Node) -> None:
    """Put a number in place of each class, the same for the same one, and take ids away."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        node.attributes.pop("id", None)
        if classes := node.get("class").split():
            node.attributes["class"] = " ".join(str(_number(each) % 10**9) for each in classes)
        waiting += [child for child in node.children if isinstance(child, Node)]


def _paired(
    sample: Sample, shares: list[float], both: Sequence[list[dict[str, float]]]
) -> list[tuple[tuple[Sample, list[float]], list[dict[str, float]]]]:
    """Return the page and what is left of it, each with its traits."""
    blocks = _parsed(sample)[1]
    return [((sample, shares), both[0]), ((sample, [shares[at] for at in left(sample, blocks, shares)]), both[1])]


def _number(name: str) -> int:
    return int(sha256(f"k{name}".encode()).hexdigest(), 16)


def rows_of(pages: Sequence[tuple[Sample, list[float]]], found: Sequence[Sequence[Mapping[str, float]]]) -> Rows:
    """Return the blocks of the *pages*, whose traits were *found*, as tables."""
    signs = sorted({name for page in found for block in page for name in block})
    at = {name: number for number, name in enumerate(signs)}
    table = np.zeros((sum(map(len, found)), len(signs)), dtype=np.float32)
    for row, block in enumerate(block for page in found for block in page):
        for name, amount in block.items():
            table[row, at[name]] = amount
    shares = np.concatenate([np.array(each) for _, each in pages])
    sizes = [len(each) for each in found]
    page = np.repeat(np.arange(len(sizes)), sizes)
    counted = np.sqrt(np.minimum(2.0 ** table[:, at["length"]] - 1, LONGEST))
    counted /= np.sqrt(np.bincount(page, counted)[page])
    counted *= np.array([COUNTED[sample.kind] for sample, _ in pages])[page]
    counted *= np.where((shares > UNSURE[0]) & (shares < UNSURE[1]), 0.2, 1)
    return Rows(signs, table, (shares >= 0.5).astype(np.int64), counted)


def grow(rows: Rows) -> HistGradientBoostingClassifier:
    """Return the forest."""
    chosen = np.arange(len(rows.table))
    if len(chosen) > ROWS:
        chosen = np.sort(np.random.default_rng(7).choice(chosen, ROWS, replace=False))
    model = HistGradientBoostingClassifier(
        max_iter=TREES,
        max_leaf_nodes=LEAVES,
        learning_rate=RATE,
        min_samples_leaf=30,
        l2_regularization=5,
        early_stopping=False,
        random_state=7,
        max_bins=64,
    )
    counted = rows.counted[chosen]
    return model.fit(rows.table[chosen], rows.text[chosen], sample_weight=counted / counted.mean())


def written(model: HistGradientBoostingClassifier, signs: Sequence[str]) -> Forest:
    """Return a forest as it is kept: each branch a list of its sign, its least and what follows."""

    def branch(nodes: NDArray[np.void], at: int) -> object:
        node = nodes[at]
        if node["is_leaf"]:
            return round(float(node["value"]), 3)
        below, above = (branch(nodes, node[side]) for side in ("left", "right"))
        return [signs[node["feature_idx"]], round(float(node["num_threshold"]), 4), below, above]

    trees = [branch(trees[0].nodes, 0) for trees in model._predictors]
    return Forest(round(float(model._baseline_prediction.ravel()[0]), 4), tuple(trees))  # type: ignore[arg-type]


def write(path: Path, command: str, odds: Odds, forest: Forest) -> None:
    """Write what was learned: a line a tree, a line a word."""

    def lines(name: str, entries: Iterable[str], brackets: str) -> str:
        return f'"{name}": {brackets[0]}\n' + ",\n".join(entries) + f"\n{brackets[1]}"

    parts = [f'"made by": {json.dumps(command)}', f'"learned from": {json.dumps(SOURCES)}', f'"bias": {forest.bias}']
    parts.append(lines("trees", [json.dumps(tree, separators=(",", ":")) for tree in forest.trees], "[]"))
    for name, found in zip(("names", "words"), (odds.names, odds.words), strict=True):
        parts.append(lines(name, [f"{json.dumps(key, ensure_ascii=False)}: {value}" for key, value in found.items()], "{}"))
    path.write_text("{\n" + ",\n".join(parts) + "\n}\n", encoding="utf-8")


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--out", type=Path, default=OUT)
    arguments = parser.parse_args()
    found = [sample for folder in [*arguments.folders, OWN] for sample in samples(folder) if sample.kind == "own" or not sample.held_out]
    with Pool(PROCESSES) as pool:
        pages = [page for page in pool.map(labelled, found, chunksize=8) if page is not None]
        counts = pool.map(told, pages, chunksize=8)
        folds = [odds_of(count for count in counts if count.fold != fold) for fold in range(FOLDS)]
        twice = pool.map(traits, [(sample, shares, folds[fold_of(sample)]) for sample, shares in pages], chunksize=8)
        variants = [each for (sample, shares), both in zip(pages, twice, strict=True) for each in _paired(sample, shares, both)]
        rows = rows_of([page for page, _ in variants], [found for _, found in variants])
    command = "python tools/train_pages.py " + " ".join(folder.name for folder in arguments.folders)
    write(arguments.out, command, odds_of(counts), written(grow(rows), rows.signs))
    print(f"learned from {len(pages)} pages, {len(rows.table)} blocks; now: python benchmarks/reading_pages.py FOLDER...")


if __name__ == "__main__":
    main()
