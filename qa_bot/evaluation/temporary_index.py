"""An index for one run over documents, thrown away at its end."""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from qa_bot.app import build_index
from qa_bot.evaluation.beir import CORPUS, is_beir
from qa_bot.settings import Settings


@contextmanager
def indexed(paths: Sequence[Path], settings: Settings) -> Iterator[Settings]:
    """Yield settings under which the documents in *paths* are asked: as they are without paths, else with an index made of these."""
    if not paths:
        yield settings
        return
    documents = [path / CORPUS if is_beir(path) else path for path in paths]  # its questions are no documents
    with tempfile.TemporaryDirectory(prefix="qa-bot-") as folder:
        temporary = settings.model_copy(update={"index": str(Path(folder) / "index")})
        build_index(documents, temporary)
        yield temporary
