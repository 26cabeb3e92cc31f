"""Public collections of saved web pages with the text that a person would read in each, as folders that their users fetched.

None of them is part of this repository. Known by how they are laid out:

readability   a test folder of mozilla/readability (Apache-2.0): test-pages/NAME/source.html, expected.html
articles      scrapinghub/article-extraction-benchmark (MIT): ground-truth.json, html/ID.html.gz
wcxb          Murrough-Foley/web-content-extraction-benchmark (CC BY 4.0): SPLIT/html/ID.html.gz, SPLIT/ground-truth/ID.json
daniel        corpora/Corpus_daniel_v2.1 of rundimeco/waddle: html/DAY_HOST_ID, reference/DAY_HOST_ID, doc_lg.json
own           pages as those in tests/pages, where comments mark the text
"""

import gzip
import html
import json
import re
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

KINDS = ("article", "documentation", "forum", "listing", "service")  # of WCXB; its shops and catalogues are no documents
LANGUAGES = ("English", "Russian")  # of Daniel
HELD_OUT = 5  # a site in so many is kept for measuring
LEAST = 40  # words of a text that is worth measuring
_BLOCK = re.compile(
    r"</?(?:p|div|h[1-6]|li|ul|ol|table|tr|td|th|br|blockquote|pre|section|figure|figcaption|article|dt|dd)\b[^>]*>", re.IGNORECASE
)
_TAG = re.compile(r"<[^>]*>")
_UNSEEN = re.compile(r"<(script|style|svg)\b.*?</\1>|<!--.*?-->", re.DOTALL | re.IGNORECASE)
_TEXT = re.compile(r"<!-- text -->(.*?)<!-- /text -->", re.DOTALL)
_SECOND = frozenset({"co", "com", "org", "gov", "ac", "net", "edu", "gob", "gouv"})
_WORD = re.compile(r"[^\W_]+")


class Sample(NamedTuple):
    """A page with its text; *beside* is what may be taken for text or not: title, author, day."""

    name: str
    site: str
    kind: str
    source: bytes
    text: str
    beside: str = ""

    @property
    def held_out(self) -> bool:
        """Whether the page is kept for measuring: decided by its site, so that no site is learned from and measured on."""
        return int(sha256(self.site.encode()).hexdigest(), 16) % HELD_OUT == 0


def samples(folder: Path) -> Iterator[Sample]:
    """Yield the pages of one collection, in the order of their names; those with hardly any text are left out."""
    if (folder / "test-pages").is_dir():
        found = _readability(folder / "test-pages")
    elif (folder / "ground-truth.json").is_file():
        found = _articles(folder)
    elif (folder / "doc_lg.json").is_file():
        found = _daniel(folder)
    elif any(folder.glob("*/ground-truth")):
        found = _wcxb(folder)
    else:
        found = _own(folder)
    return (sample for sample in found if len(words(sample.text)) >= LEAST)


def words(text: str) -> list[str]:
    """Return the words of *text*, in lower case, without the signs around and in them."""
    return _WORD.findall(text.lower())


def site_of(address: str) -> str:
    """Return the name that a site has under all of its addresses.

    >>> site_of("https://www.news.example.co.uk/a")
    'example'
    """
    host = re.sub(r"^\w+://", "", address).split("/")[0].split(":")[0].lower()
    labels = [label for label in host.split(".") if label]
    if len(labels) > 2 and labels[-2] in _SECOND:
        labels.pop()
    return labels[-2] if len(labels) > 1 else host


def bare(source: str) -> str:
    """Return the text of a piece of HTML, blocks on lines of their own."""
    return html.unescape(_TAG.sub("", _BLOCK.sub("\n", _UNSEEN.sub("", source))))


def _readability(folder: Path) -> Iterator[Sample]:
    for page in sorted(folder.iterdir()):
        said = json.loads((page / "expected-metadata.json").read_text(encoding="utf-8"))
        text = bare((page / "expected.html").read_text(encoding="utf-8"))
        beside = f"{said.get('title') or ''}\n{said.get('byline') or ''}\n{said.get('siteName') or ''}"
        site = re.sub(r"-\d+$", "", page.name)
        yield Sample(f"readability/{page.name}", site, "article", (page / "source.html").read_bytes(), text, beside)


def _articles(folder: Path) -> Iterator[Sample]:
    for name, said in sorted(json.loads((folder / "ground-truth.json").read_text(encoding="utf-8")).items()):
        source = gzip.decompress((folder / "html" / f"{name}.html.gz").read_bytes())
        yield Sample(f"articles/{name[:12]}", site_of(said["url"]), "article", source, said["articleBody"])


def _wcxb(folder: Path) -> Iterator[Sample]:
    for path in sorted(folder.glob("*/ground-truth/*.json")):
        said = json.loads(path.read_text(encoding="utf-8"))
        truth, kind = said["ground_truth"], said["_internal"]["page_type"]["primary"]
        if kind in KINDS and truth.get("main_content"):
            source = gzip.decompress((path.parents[1] / "html" / f"{path.stem}.html.gz").read_bytes())
            beside = "\n".join(str(truth.get(field) or "") for field in ("title", "author", "publish_date"))
            yield Sample(f"wcxb/{path.stem}", site_of(said.get("url") or path.stem), kind, source, truth["main_content"], beside)


def _daniel(folder: Path) -> Iterator[Sample]:
    for name, language in sorted(json.loads((folder / "doc_lg.json").read_text(encoding="utf-8")).items()):
        if language in LANGUAGES and (folder / "html" / name).is_file():
            text = bare((folder / "reference" / name).read_text(encoding="utf-8", errors="replace"))
            yield Sample(f"daniel/{name[-12:]}", site_of(name.split("_")[1]), language, (folder / "html" / name).read_bytes(), text)


def _own(folder: Path) -> Iterator[Sample]:
    for path in sorted(folder.glob("*.html")):
        source = path.read_text(encoding="utf-8")
        marked = re.sub(r"<sup[^>]*>\s*<a.*?</sup>", " ", "\n".join(_TEXT.findall(source)), flags=re.DOTALL)
        yield Sample(f"own/{path.stem}", f"own {path.stem}", "own", path.read_bytes(), bare(marked))
