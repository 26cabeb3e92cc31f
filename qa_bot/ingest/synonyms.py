"""lexicon.toml: the words of a corpus's own trade, as its owner lists them, and what they mean.

A section is named by a word; *words* are others for the same, *broader* what it is a sort of::

    [sailing]
    words = ["crossing", "рейс"]

    ["Norland Rail Regulator"]
    words = ["NRR"]
"""

from pathlib import Path

from qa_bot.errors import ConfigError
from qa_bot.ingest.corpus import LEXICON, above, read_toml
from qa_bot.schema import Synonyms

_KEYS = ("words", "broader")


def lexicons_of(path: Path, root: Path) -> tuple[Path, ...]:
    """Return the lexicon.toml files beside the document *path* and above it up to the named *root*, the nearest first."""
    return above(path, root, LEXICON)


def read_synonyms(file: Path, root: Path) -> tuple[Synonyms, ...]:
    """Return what the lexicon.toml *file* under the named *root* lists. Raises ConfigError, naming file and key, for what is no use."""
    found = tuple(_section(file, name, section) for name, section in read_toml(file, root).items())
    _refuse_doubles(file, found)
    return found


def unusable(file: Path, root: Path) -> str | None:
    """Return why the lexicon.toml *file* under the named *root* cannot be used, naming file and key; None if it can be."""
    try:
        read_synonyms(file, root)
    except ConfigError as exc:
        return str(exc)
    return None


def _section(file: Path, name: str, section: object) -> Synonyms:
    if not isinstance(section, dict):
        raise ConfigError(f'{file}: key "{name}" stands outside a section; write [{name}] and under it words = ["...", "..."]')
    for key in section:
        if key not in _KEYS:
            raise ConfigError(f'{file}: section ["{name}"]: unknown key "{key}"; known are words and broader')
    if not _is_word(name):
        raise ConfigError(f'{file}: section ["{name}"]: name it by a word')
    if not section.get("words"):
        raise ConfigError(f'{file}: section ["{name}"]: key "words" is missing or empty; write words = ["...", "..."]')
    lists = {key: _words(file, name, key, section.get(key, [])) for key in _KEYS}
    return Synonyms(concept=name, words=lists["words"], broader=lists["broader"])


def _words(file: Path, name: str, key: str, value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(word, str) and _is_word(word) for word in value):
        raise ConfigError(f'{file}: section ["{name}"]: key "{key}" is no list of words; write {key} = ["...", "..."]')
    return tuple(value)


def _is_word(text: str) -> bool:
    return any(letter.isalpha() for letter in text) and text.isprintable()


def _refuse_doubles(file: Path, found: tuple[Synonyms, ...]) -> None:
    """Raise ConfigError for a word that would have two meanings: a question with it could not be read."""
    meant = {each.concept.casefold(): each.concept for each in found}
    for each in found:
        for word in each.words:
            other = meant.setdefault(word.casefold(), each.concept)
            if other != each.concept:
                raise ConfigError(f'{file}: "{word}" stands in section ["{other}"] and in ["{each.concept}"]; leave it in one')
