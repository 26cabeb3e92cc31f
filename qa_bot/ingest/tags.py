"""What an HTML page says about itself in tags and JSON-LD. A date of change, a footer or a copyright line never dates it."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import islice

from qa_bot.ingest.datelabels import is_of_something_else
from qa_bot.ingest.flow import Shown, text_of
from qa_bot.ingest.furniture import is_platform, is_program
from qa_bot.ingest.largelines import SETTING
from qa_bot.ingest.metadata import is_ambiguous
from qa_bot.ingest.pieces import Metadata
from qa_bot.ingest.sheet import line_of
from qa_bot.ingest.tree import Node, Page
from qa_bot.integers import whole
from qa_bot.schema import BlockKind
from qa_bot.text.dates import read_date

MAX_LINKED_DATA = 500  # objects of JSON-LD that are looked at
MAX_AUTHOR = 120  # characters
_BY = re.compile(r"^(?:by|written by|автор|текст):?\s+", re.IGNORECASE)
_FILE_NAME = re.compile(
    r"(?:microsoft word|\(?anonymous|untitled|document\d*$|.*\.(?:docx?|xlsx?|pptx?|indd|qxd|pdf|tex|rtf|odt)$)", re.IGNORECASE
)
_NO_TITLE = re.compile(
    r"exported data|untitled(?: document)?|new (?:page|document)|no title|без (?:названия|имени)|новая страница", re.IGNORECASE
)
_LABELS = frozenset({"dt", "th", "td", "div", "span", "b", "strong", "p"})  # elements that hold the label of the next one
EARLIEST = date(1900, 1, 1)  # programs write 1970-01-01 or year 1 where they know no date
_COMPACT = re.compile(r"(\d{4})[/.]?(\d\d)[/.]?(\d\d)(?!\d)")  # "20230609T1422", "2023/06/09"
_UNSET = date(1970, 1, 1)
_PUBLISHED = ("article:published_time", "og:article:published_time", "datepublished")  # of publication, whatever "date" says
_ISSUED = (
    "article.published",
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
)
_DATED = ("dcterms.date", "dc.date", "date")  # some date; of publication where none is named so
_MODIFIED = (
    "article:modified_time",
    "og:updated_time",
    "og:article:modified_time",
    "dcterms.modified",
    "dc.date.modified",
    "last-modified",
    "datemodified",
    "govuk:updated-at",
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
_APART = re.compile(r"$|\s*[,|:;·•(–—]|\s+-\s")  # what stands behind the name of a site where more follows
_HOME = re.compile(r"https?://[^/?#]+/?|(?:https?://[^/?#]+)?/(?:index\.\w{3,5})?|index\.\w{3,5}|\.{1,2}/", re.IGNORECASE)
_CHANGED = re.compile(r"updat|modif|chang|edited|обновл|измен", re.IGNORECASE)
_DAYS = 1  # by which two dates of one publication may differ: one of them is in another time zone


def declared_by(page: Page) -> Metadata:
    """Return what the tags in the head of *page*, and its JSON-LD, say."""
    metas = _metas(page.root)
    html = next((node for node in elements(page.root, "html")), None)
    tag = (html.get("lang") or html.get("xml:lang") if html else "") or _first(metas, _LANGUAGE) or ""
    address = _address(next((node.get("href") for node in elements(page.root, "link") if node.get("rel").lower() == "canonical"), ""))
    address = address or _address(_first(metas, _URL) or "")
    linked = _linked_data(page.root, address)
    address = address or _address(linked.get("url", ""))
    saved = _SAVED.search(page.comment)
    return Metadata(
        title=_line(linked.get("headline")) or _first(metas, _TITLE),
        publisher=_outlet(linked.get("publisher")) or _outlet(_first(metas, _PUBLISHER)),
        published=_published(linked, metas, month_first=_sets_month_first(tag)),
        author=author_of(linked.get("author") or _first(metas, _AUTHOR) or ""),
        url=address or _address(saved[1] if saved else ""),
        language=language_of_tag(tag),
    )


def _published(linked: Mapping[str, str], metas: Mapping[str, str], *, month_first: bool | None) -> date | None:
    """Return the day of publication that tags and JSON-LD agree on, unless the page says to have been changed before it."""

    def days(name: str, names: Sequence[str]) -> list[date]:
        said = (linked.get(name, ""), *(metas.get(name) or metas.get(f"govuk:{name}", "") for name in names))
        return [day for text in said if (day := day_of(text, month_first=month_first))]

    published = days("datePublished", _PUBLISHED)
    dates = published + days("", _ISSUED) + ([] if published else days("", _DATED))
    if not dates or any(abs((day - dates[0]).days) > _DAYS for day in dates):
        return None
    changed = days("dateModified", _MODIFIED)
    return None if changed and (dates[0] - max(changed)).days > _DAYS else dates[0]


def _sets_month_first(tag: str) -> bool | None:
    """Return whether dates in figures begin with the month where a page says that its language is *tag*; None where that is not said."""
    language, _, country = tag.strip().lower().replace("_", "-").partition("-")
    if language == "en":
        return country == "us" if country else None
    return False if language else None


def title_in(page: Page, around: Sequence[Shown] = ()) -> str | None:
    """Return the title that the window of a browser shows, without the name of the site: of its parts the longest that is not *around*
    the text of the page."""
    node = next(elements(page.root, "title"), None)
    text = line_of("".join(child for child in node.children if isinstance(child, str))) if node else ""
    parts, lines = _SITE.split(text), {block.text.casefold() for block in around}
    site = (_first(_metas(page.root), _PUBLISHER) or "").casefold()
    own = [part for part in parts if part.casefold() not in lines and part.casefold() != site]
    if len(own) > 1 and parts[-1] is own[-1] and any(_is_of_site(block, parts[0]) for block in around):
        own = [" – ".join(part for part in own if part is not parts[0])]  # "Town of Kesta - Library - Loans": the site first, and narrower
    return max(own or parts, key=len) if text and _NO_TITLE.fullmatch(text) is None else None


def _is_of_site(block: Shown, name: str) -> bool:
    """Return whether a block is *name*, alone or with more behind a sign, and leads to no other page: "Town of Kesta, Tarnshire"."""
    return _opens_with(block.text.casefold(), name.casefold()) and (not block.links or _leads_home(block.node))


def _opens_with(line: str, name: str) -> bool:
    return line.startswith(name) and _APART.match(line, len(name)) is not None


def site_in(page: Page, title: str | None) -> str | None:
    """Return the name of the site that the window's title has beside the *title* of the page itself; None where it has more, or none.

    It names who speaks where the page says "we".
    """
    node = next(elements(page.root, "title"), None)
    text = line_of("".join(child for child in node.children if isinstance(child, str))) if node else ""
    parts = _SITE.split(text)
    others = [part for part in parts if part.casefold() != (title or "").casefold()]
    return _outlet(others[0]) if len(parts) == 2 and len(others) == 1 and others[0][:1].isupper() else None


def names_site(page: Page, block: Shown, blocks: Sequence[Shown]) -> bool:
    """Return whether a heading of the top level is the site's name, which leads to its first page, and another heading the title.

    The window's title has both: "Counting swifts – The Hedge Diary".
    """
    if block.kind is not BlockKind.HEADING:
        return False
    first = next(other for other in blocks if other.kind is BlockKind.HEADING)
    large = block is first and block.node.tag in SETTING
    if not large and (block.level != 1 or not _leads_home(block.node)):
        return False
    name, parts = block.text.casefold(), _parts_of_title(page)
    if large and len(parts) > 1 and _opens_with(name, parts[0]):  # "Town of Kesta - Library - Loans", set large
        return any(other.kind is BlockKind.HEADING and other is not block for other in blocks)
    if large:
        return False
    others = {part.removeprefix(f"{name}: ") for part in parts if part != name}  # "The Hedge Diary: Counting swifts"
    named = len(others) < len(parts) or not others.issubset(parts)
    return named and any(other.kind is BlockKind.HEADING and other.text.casefold() in others for other in blocks)


def _leads_home(node: Node) -> bool:
    """Return whether a link in *node*, or around it, leads to the first page of the site."""
    around = [node.parent] if node.parent is not None and node.parent.tag == "a" else []
    return any(_HOME.fullmatch(link.get("href").strip()) is not None for link in (*elements(node, "a"), *around))


def _parts_of_title(page: Page) -> list[str]:
    node = next(elements(page.root, "title"), None)
    text = line_of("".join(child for child in node.children if isinstance(child, str))) if node else ""
    return [part.casefold() for part in _SITE.split(text)]


def date_at_top(nodes: Iterator[Node]) -> date | None:
    """Return the one day that the time tags among *nodes*, those over the text, name as the day of publication."""
    days: set[date] = set()
    for node in nodes:
        if is_of_something_else(_before(node)) or is_of_something_else(_over(node)):
            continue
        if node.tag == "time" and not _CHANGED.search(f"{node.get('class')} {node.get('itemprop')} {_before(node)}"):
            day = day_of(node.get("datetime") or node.get("content")) or day_of(text_of(node))
            if day:
                days.add(day)
    return days.pop() if len(days) == 1 else None


def _over(node: Node) -> str:
    """Return what stands right before the element that *node* opens: the term of which it is the description."""
    parent = node.parent
    if parent is None or parent.parent is None or any(isinstance(child, Node) or child.strip() for child in _until(parent, node)):
        return ""
    before = [child for child in _until(parent.parent, parent) if isinstance(child, Node)]
    return text_of(before[-1]) if before and before[-1].tag in _LABELS else ""


def _until(parent: Node, node: Node) -> list[Node | str]:
    """Return the children of *parent* before *node*."""
    return parent.children[: next(at for at, child in enumerate(parent.children) if child is node)]


def _before(node: Node) -> str:
    """Return the words right before *node* in its element."""
    if node.parent is None:
        return ""
    at = next(index for index, child in enumerate(node.parent.children) if child is node)
    before = node.parent.children[at - 1] if at else ""
    return before if isinstance(before, str) else text_of(before)


def day_of(text: str, *, month_first: bool | None = None) -> date | None:
    """Return the full date that a tag's value is; None for one that programs write where they know none, and for "03/04/2023" where
    nothing says whether the month stands first.
    """
    if is_ambiguous(text):
        first, second, rest = text.split("/", 2)
        if month_first is None:
            return None
        text = f"{second}.{first}.{rest}" if month_first else f"{first}.{second}.{rest}"
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


def titled(said: str) -> str | None:
    """Return the title that a property of a file has; None where a program wrote there what the file was called.

    >>> titled("Fishing in 2022"), titled("Microsoft Word - report_v3.doc")
    ('Fishing in 2022', None)
    """
    return said if said and _FILE_NAME.match(said) is None else None


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


def _linked_data(root: Node, address: str | None) -> dict[str, str]:
    """Return headline, publisher and days of the one article that the page at *address* says it is; nothing if it names several.

    One that stands elsewhere by its own address is another one.
    """
    articles: list[dict[str, object]] = []
    pages: list[dict[str, object]] = []
    named_elsewhere: dict[str, str] = {}  # what an object is called that others point to
    for node in elements(root, "script"):
        if node.get("type").split(";")[0].strip().lower() == "application/ld+json":
            for entry in islice(_objects(_parsed(node)), MAX_LINKED_DATA):
                if isinstance(known_as := entry.get("@id"), str) and isinstance(name := entry.get("name"), str):
                    named_elsewhere.setdefault(known_as, name)
                kinds = [kind for kind in _list(entry.get("@type")) if isinstance(kind, str) and _ARTICLES.fullmatch(kind)]
                if kinds and not _is_elsewhere(entry, address):
                    (pages if kinds[0] in _PAGES else articles).append(entry)
    chosen = articles or pages
    if len(chosen) != 1:
        return {}
    entry = chosen[0]
    values = {"headline": entry.get("headline") or entry.get("name"), "datePublished": entry.get("datePublished")}
    values["dateModified"] = entry.get("dateModified")
    named = [_name(author, named_elsewhere) for author in _list(entry.get("author"))]
    values["author"] = ", ".join(name for name in named if isinstance(name, str))
    values["publisher"] = _name(next(iter(_list(entry.get("publisher"))), None), named_elsewhere)
    values["url"] = next((each for each in _addresses(entry) if _path(each)), None)  # that of a site itself is of no page
    return {name: value for name, value in values.items() if isinstance(value, str)}


def _name(said: object, named_elsewhere: Mapping[str, str]) -> object:
    """Return what a person or body is called that is said by name, as an object, or by the id of one that stands elsewhere."""
    if not isinstance(said, dict):
        return said
    known_as = said.get("@id")
    return said.get("name") or (named_elsewhere.get(known_as) if isinstance(known_as, str) else None)


def _is_elsewhere(entry: Mapping[str, object], address: str | None) -> bool:
    """Return whether *entry* names an address of its own, and none that is the page's *address*."""
    own = [path for each in _addresses(entry) if (path := _path(each))]
    return bool(address and own and _path(address)) and _path(address or "") not in own


def _addresses(entry: Mapping[str, object]) -> list[str]:
    named = [each.get("@id") if isinstance(each, dict) else each for each in (entry.get("url"), entry.get("mainEntityOfPage"))]
    return [each for each in named if isinstance(each, str) and _address(each)]


def _path(address: str) -> str:
    """Return the path of an address, which stays where a page is also kept under another host; "" for that of a site itself."""
    return re.sub(r"^https?://[^/?#]*|[?#].*$|/+$", "", address, flags=re.IGNORECASE).rstrip("/").lower()


def _parsed(node: Node) -> object:
    try:
        found: object = json.loads("".join(child for child in node.children if isinstance(child, str)), strict=False, parse_int=whole)
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
