"""What a search engine must do for us: pick candidates. Which of them is best is decided by `rescore`, the same for every engine."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, Protocol, Self, TypeAlias

from qa_bot.errors import ConfigError

ENGINES = ("tantivy", "rank-bm25")  # ours; others are found by name, see `engine_class`
GROUP = "qa_bot.engines"  # the entry points under which an installed package offers an engine
DEFAULT_ENGINE = "tantivy"

# What a match in the scope field (title, headings, scope of the figures) counts beside one in the text itself.
# Swept 0-1 on 3,000 training questions: recall of the 50 candidates is flat from 0.3 to 0.7; see benchmarks/retrieval_sweep.py.
SCOPE_BOOST = 0.5


class Indexed(NamedTuple):
    """One engine document, which is a passage: its ordinal (from 1, in index order) and its two fields, analysed."""

    ordinal: int
    body: list[str]
    scope: list[str]


Passages: TypeAlias = Callable[[], Iterator[Indexed]]


class Engine(Protocol):
    """An engine over one generation, opened to be read."""

    @classmethod
    def write(cls, folder: Path, passages: Iterable[Indexed]) -> None:
        """Write what the engine needs into the empty *folder*; *passages* come in ordinal order. Same passages, same ranking."""

    @classmethod
    def open(cls, folder: Path, passages: Passages) -> Self:
        """Return the engine over what `write` left in *folder*; *passages* gives them again to an engine that keeps no files."""

    def candidates(self, terms: Mapping[str, float], *, limit: int, within: Sequence[range] | None = None) -> list[int]:
        """Return ordinals of at most *limit* passages that hold any of the weighted *terms*, the likeliest first, ties by ordinal.

        Only ordinals inside one of the ascending ranges of *within* are searched, where it is given.
        """


def engine_class(name: str) -> type[Engine]:
    """Return the engine called *name*: ours, or one that an installed package offers. Raise ConfigError for an unknown one.

    A package offers an engine by an entry point, and needs to touch nothing here; tests/retrieval/test_engines.py says what it must do:

        [project.entry-points."qa_bot.engines"]
        opensearch = "my_package:OpenSearchEngine"
    """
    # Imported here: rank-bm25 brings numpy, which costs a start-up of 80 ms that the default engine need not pay.
    if name == "tantivy":
        from qa_bot.retrieval.tantivy_engine import TantivyEngine

        return TantivyEngine
    if name == "rank-bm25":
        from qa_bot.retrieval.rank_bm25_engine import RankBM25Engine

        return RankBM25Engine
    from importlib.metadata import entry_points  # slow to import, and ours need none

    offered = entry_points(group=GROUP)
    if name in offered.names:
        found: type[Engine] = offered[name].load()
        return found
    raise ConfigError(f'unknown engine "{name}": use one of {", ".join((*ENGINES, *sorted(offered.names)))}')
