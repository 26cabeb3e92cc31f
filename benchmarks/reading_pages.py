"""How much of real web pages is read as a person would, beside trafilatura? On public collections that the user has fetched.

    python benchmarks/reading_pages.py FOLDER... [--all] [--errors N]

tools/page_sets.py says which collections are known and how they are laid out. Only pages of sites that nothing was learned from are
read (--all: every page). Prints by kind of page which share of the words of the text is kept and which share of the words kept is not of
the text, as means over pages; words of title, author and day count neither way. Trafilatura (Apache-2.0) is measured beside it where it
is installed.
--errors shows of the N worst pages what was lost and what was let in. What is expected was written by others, in part by programs,
and differs in captions, lists and headings: a few percent of either is theirs.
"""

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[1] / "tools"))
from page_sets import Sample, bare, samples, words

from qa_bot.errors import IngestError
from qa_bot.ingest import SourceFile, read
from qa_bot.schema import BlockKind

Extract = Callable[[Sample], str]
OF_THIS_PAGE = 0.9  # of the words expected that a page must hold somewhere, or the text is of another version of it


class Outcome(NamedTuple):
    """Of one page: the shares kept and let in, and which words those are."""

    sample: Sample
    kept: float
    let_in: float
    lost: Counter[str]
    more: Counter[str]


def judge(sample: Sample, got: str) -> Outcome:
    """Return how the text *got* from a page stands to the expected one."""
    meant, found, beside = Counter(words(sample.text)), Counter(words(got)), Counter(words(sample.beside))
    lost, more = meant - found, found - meant - beside
    return Outcome(sample, 1 - lost.total() / meant.total(), more.total() / max(1, found.total()), lost, more)


def read_by_us(sample: Sample) -> str:
    """Return the text that is not furniture."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "page.html")
        path.write_bytes(sample.source)
        try:
            (document,) = read(SourceFile(path.parent, path, path.name), report=lambda reason: None)
        except IngestError:
            return ""
    return "\n".join(document.text[each.span.start : each.span.end] for each in document.blocks if each.kind is not BlockKind.FURNITURE)


def extractors() -> Iterator[tuple[str, Extract]]:
    """Yield what reads pages, by name."""
    yield "qa-bot", read_by_us
    try:
        import trafilatura
    except ImportError:
        return
    version = trafilatura.__version__
    yield f"trafilatura {version}", lambda sample: trafilatura.extract(sample.source, include_comments=sample.kind == "forum") or ""
    yield "its precision", lambda sample: trafilatura.extract(sample.source, include_comments=False, favor_precision=True) or ""


def measured(folders: list[Path], *, everything: bool) -> list[Sample]:
    """Return the pages to be read: those whose text is theirs, of sites held out."""
    found = [sample for folder in folders for sample in samples(folder) if everything or sample.held_out]
    return [sample for sample in found if _is_of_page(sample)]


def _is_of_page(sample: Sample) -> bool:
    meant = Counter(words(sample.text))
    there = Counter(words(bare(sample.source.decode("utf-8", errors="replace"))))
    return (meant & there).total() >= OF_THIS_PAGE * meant.total()


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--errors", type=int, default=0)
    arguments = parser.parse_args()
    pages = measured(arguments.folders, everything=arguments.all)
    readers = dict(extractors())
    outcomes = {name: [judge(page, extract(page)) for page in pages] for name, extract in readers.items()}
    print("| pages | | " + " | ".join(f"{name}: kept | let in" for name in readers) + " |")
    print("|---|---|" + "---|---|" * len(readers))
    kinds = sorted({_kind(page) for page in pages})
    for kind in [*kinds, "all"]:
        at = [number for number, page in enumerate(pages) if kind in (_kind(page), "all")]
        shares = [(sum(of[n].kept for n in at) / len(at), sum(of[n].let_in for n in at) / len(at)) for of in outcomes.values()]
        print(f"| {kind} | {len(at)} | " + " | ".join(f"{kept:.1%} | {let_in:.1%}" for kept, let_in in shares) + " |")
    worst = sorted(outcomes["qa-bot"], key=lambda each: each.kept - each.let_in)[: arguments.errors]
    for each in worst:
        print(f"{each.sample.name}: kept {each.kept:.1%}, let in {each.let_in:.1%}; lost {_most(each.lost)}; let in {_most(each.more)}")
    return 0


def _kind(sample: Sample) -> str:
    return f"{sample.name.split('/')[0]}, {sample.kind}"


def _most(found: Counter[str]) -> str:
    return " ".join(word for word, _ in found.most_common(25))


if __name__ == "__main__":
    sys.exit(main())
