"""What an HTML page says about itself in tags and JSON-LD. A date of change, a footer or a copyright line never dates it."""

import json
import re
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from itertools import islice

from qa_bot.ingest.flow import text_of
from qa_bot.ingest.furniture import is_platform, is_program
from qa_bot.ingest.pieces import Metadata
from qa_bot.ingest.sheet import line_of
from qa_bot.ingest.tree import Node, Page
from qa_bot.text.dates import read_date

MAX_LINKED_DATA = 500  # objects of JSON-LD that are looked at
MAX_AUTHOR = 120  # characters
_BY = re.compile(r"^(?:by|written by|автор|текст):?\s+", re.IGNORECASE)
EARLIEST = date(1900, 1, 1)  # programs write 1970-01-01 or year 1 where they know no date
_COMPACT = re.compile(r"(\d{4})[/.]?(\d\d)[/.]?(\d\d)(?!\d)")  # "20230609T1422", "2023/06/09"
_UNSET = date(1970, 1, 1)
_PUBLISHED = (
    "article:published_time",
    "og:article:published_time",
    "article.published",
    "datepublished",
    "date_published",
    "publication_date",
    "publication-date",
    "publicationdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "published-date",
    "published_time",
    "first-published-at",
    "pubdate",
    "parsely-pub-date",
    "sailthru.date",
    "citation_publication_date",
    "citation_date",
    "dcterms.issued",
    "dc.date.issued",
    "dcterms.date",
    "dc.date",
    "date",
)
_TITLE = ("og:title", "dc.title", "dcterms.title", "citation_title", "twitter:title")
_PUBLISHER = ("og:site_name", "dc.publisher", "dcterms.publisher", "citation_publisher", "publisher")
_AUTHOR = ("author", "article:author", "dc.creator", "dcterms.creator", "citation_author", "parsely-author", "sailthru.author", "byl")
_URL = ("og:url",)
_LANGUAGE = ("og:locale", "dc.language", "content-language")
_ARTICLES = re.compile(
    r"(?:\w*Article|BlogPosting|Report|Dataset|WebPage|LiveBlogPosting|GovernmentService|StatisticalPopulation)", re.ASCII
)
_PAGES = ("WebPage",)  # says something only where nothing says it of an article
_SAVED = re.compile(r"saved from url=\(\d+\)(\S+)")
_SITE = re.compile(r"\s+(?:[|–—·•»:-]|::|/)\s+")
_CHANGED = re.compile(r"updat|modif|chang|edited|обновл|измен", re.IGNORECASE)
_DAYS = 1  # by which two dates of one publication may differ: one of them is in another time zone


def declared_by(page: Page) -> Metadata:
    """Return what the tags in the head of *page*, and its JSON-LD, say."""
    metas = _metas(page.root)
    linked = _linked_data(page.root)
    dates = [
        day
        for text in (linked.get("datePublished", ""), *(metas.get(name) or metas.get(f"govuk:{name}", "") for name in _PUBLISHED))
        if (day := day_of(text))
    ]
    agreed = dates[0] if dates and all(abs((day - dates[0]).days) <= _DAYS for day in dates) else None
    saved = _SAVED.search(page.comment)
    html = next((node for node in elements(page.root, "html")), None)
    return Metadata(
        title=_line(linked.get("headline")) or _first(metas, _TITLE),
        publisher=_outlet(linked.get("publisher")) or _outlet(_first(metas, _PUBLISHER)),
        published=agreed,
        author=author_of(linked.get("author") or _first(metas, _AUTHOR) or ""),
        url=_address(next((node.get("href") for node in elements(page.root, "link") if node.get("rel").lower() == "canonical"), ""))
        or _address(_first(metas, _URL) or "")
        or _address(saved[1] if saved else ""),
        language=language_of_tag((html.get("lang") or html.get("xml:lang") if html else "") or _first(metas, _LANGUAGE) or ""),
    )


def title_in(page: Page, around: Collection[str] = ()) -> str | None:
    """Return the title that the window of a browser shows, without the name of the site: of its parts the longest that is not *around*
    the text of the page."""
    node = next(elements(page.root, "title"), None)
    text = line_of("".join(child for child in node.children if isinstance(child, str))) if node else ""
    parts = _SITE.split(text)
    own = [part for part in parts if part.casefold() not in around]
    return max(own or parts, key=len) if text else None


def site_in(page: Page, title: str | None) -> str | None:
    """Return the name of the site that the window's title has beside the *title* of the page itself; None where it has more, or none.

    It names who speaks where the page says "we".
    """
    node = next(elements(page.root, "title"), None)
    text = line_of("".join(child for child in node.children if isinstance(child, str))) if node else ""
    parts = _SITE.split(text)
    others = [part for part in parts if part.casefold() != (title or "").casefold()]
    return _outlet(others[0]) if len(parts) == 2 and len(others) == 1 and others[0][:1].isupper() else None


def date_at_top(nodes: Iterator[Node]) -> date | None:
    """Return the one day that the time tags among *nodes*, those over the text, name as the day of publication."""
    days: set[date] = set()
    for node in nodes:
        if node.tag == "time" and not _CHANGED.search(f"{node.get('class')} {node.get('itemprop')} {_before(node)}"):
            day = day_of(node.get("datetime") or node.get("content")) or day_of(text_of(node))
            if day:
                days.add(day)
    return days.pop() if len(days) == 1 else None


def _before(node: Node) -> str:
    """Return the words right before *node* in its element."""
    if node.parent is None:
        return ""
    at = next(index for index, child in enumerate(node.parent.children) if child is node)
    before = node.parent.children[at - 1] if at else ""
    return before if isinstance(before, str) else text_of(before)


def day_of(text: str) -> date | None:
    """Return the full date that a tag's value is; None for one that programs write where they know none."""
    compact = _COMPACT.match(text.strip())
    day = read_date("-".join(compact.groups()) if compact else text)
    return day if day and day >= EARLIEST and day != _UNSET else None


def author_of(said: str) -> str | None:
    """Return who wrote a document, from what a tag or a property says; None where it is an address, or what a program calls its user.

    >>> author_of("By Ann Marlow"), author_of("admin")
    ('Ann Marlow', None)
    """
    name = _BY.sub("", line_of(said), count=1)
    if not name or len(name) > MAX_AUTHOR or any(sign in name for sign in "@\\/<>{}") or is_program(name):
        return None
    return name if name[0].isupper() else None


def language_of_tag(tag: str) -> str | None:
    """Return "en" or "ru" for a language tag such as "en-GB"; None for any other."""
    code = tag.strip().lower()[:2]
    return code if code in ("en", "ru") and not tag.strip()[2:3].isalpha() else None


def elements(node: Node, tag: str) -> Iterator[Node]:
    """Yield the elements called *tag* in the tree below *node*, in order."""
    waiting = [node]
    while waiting:
        at = waiting.pop()
        if at.tag == tag:
            yield at
        waiting += [child for child in reversed(at.children) if isinstance(child, Node)]


def _metas(root: Node) -> dict[str, str]:
    """Return the meta tags by name, in lower case; the first of each."""
    found: dict[str, str] = {}
    for node in elements(root, "meta"):
        name = node.get("property") or node.get("name") or node.get("itemprop") or node.get("http-equiv")
        content = line_of(node.get("content"))
        if name and content:
            found.setdefault(name.strip().lower(), content)
    return found


def _first(metas: Mapping[str, str], names: tuple[str, ...]) -> str | None:
    return next((metas[name] for name in names if name in metas), None)


def _line(value: str | None) -> str | None:
    return line_of(value) or None if value else None


def _outlet(value: str | None) -> str | None:
    name = _line(value)
    return None if name is None or is_platform(name) else name


def _address(text: str) -> str | None:
    return text if re.match(r"https?://[^\s<>\"]+$", text) else None


# ---------------------------------------------------------------- JSON-LD


def _linked_data(root: Node) -> dict[str, str]:
    """Return headline, publisher and datePublished of the one article that the page says it is; nothing if it names several."""
    articles: list[dict[str, object]] = []
    pages: list[dict[str, object]] = []
    for node in elements(root, "script"):
        if node.get("type").split(";")[0].strip().lower() == "application/ld+json":
            for entry in islice(_objects(_parsed(node)), MAX_LINKED_DATA):
                kinds = [kind for kind in _list(entry.get("@type")) if isinstance(kind, str) and _ARTICLES.fullmatch(kind)]
                if kinds:
                    (pages if kinds[0] in _PAGES else articles).append(entry)
    chosen = articles or pages
    if len(chosen) != 1:
        return {}
    entry = chosen[0]
    values = {"headline": entry.get("headline") or entry.get("name"), "datePublished": entry.get("datePublished")}
    named = [author.get("name") if isinstance(author, dict) else author for author in _list(entry.get("author"))]
    values["author"] = ", ".join(name for name in named if isinstance(name, str))
    publisher = next(iter(_list(entry.get("publisher"))), None)
    values["publisher"] = publisher.get("name") if isinstance(publisher, dict) else publisher
    return {name: value for name, value in values.items() if isinstance(value, str)}


def _parsed(node: Node) -> object:
    try:
        found: object = json.loads("".join(child for child in node.children if isinstance(child, str)), strict=False)
    except (ValueError, RecursionError):
        return None
    return found


def _objects(value: object) -> Iterator[dict[str, object]]:
    """Yield the objects at the top: alone, in a list, in a graph. Those inside an article are what it mentions."""
    for entry in _list(value):
        if isinstance(entry, dict):
            yield entry
            for inner in _list(entry.get("@graph")):
                if isinstance(inner, dict):
                    yield inner


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else [] if value is None else [value]
