"""What is known of each block of a web page, as numbers: how it reads, what its elements are called, where it stands, what is around it.

From these `verdict` tells how likely a block is a part of the text. What words and names speak for was counted on real pages
(tools/train_pages.py).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from math import log2
from typing import NamedTuple

from qa_bot.ingest.flow import Shown
from qa_bot.ingest.furniture import heads_a_list, is_contact, is_entry, is_furniture, label_of, speaks_to_reader
from qa_bot.ingest.mainpart import content_of, first_class, labels_in, weight_of
from qa_bot.ingest.pagenames import words_of
from qa_bot.ingest.tree import Node
from qa_bot.schema import BlockKind
from qa_bot.text.wordlists import read_wordlists

FAR = 30  # blocks; whether something is farther away says nothing more
AROUND = (-3, -2, -1, 1, 2, 3)  # neighbours that are looked at
WITHIN = tuple("nav footer header aside article main section form figure blockquote ul ol td address a dl".split())
TEXTS = frozenset({"ul", "ol", "dl", "table", "figure", "blockquote", "pre"})  # elements with several blocks that texts have themselves
KIN = 0.5  # of the text of an element: those of its children that are alike and have so much of it are no boxes in it
CONTROLS = frozenset({"button", "input", "select", "textarea"})
UP = 5  # elements around a block whose contents are looked at
LONGEST = 60  # words of a block that are looked at: a longer one is told by its length
SMALLEST = 200  # characters of an element that is large enough to be one around the block, rather than its own
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_NUMBER = re.compile(r"\d")
_STOP = re.compile(r"[.!?…](?=\s|$)")
_DATE = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b|\b\d{1,2}:\d\d\b")


class Odds(NamedTuple):
    """What speaks for the text and what against it, as log-odds: *words* that a block holds, *names* of the elements around it."""

    words: Mapping[str, float]
    names: Mapping[str, float]


class Box(NamedTuple):
    """The *blocks* in an element by their places, and how much in it is to press or to fill in."""

    blocks: tuple[int, ...]
    controls: int


class _Element:
    """What an element holds: its blocks, their characters, how many of them are links or running text; what its names say."""

    __slots__ = ("blocks", "chars", "controls", "first", "links", "names", "prose", "says", "set_aside", "stops", "words")

    def __init__(self, names: float, first: int) -> None:
        self.blocks = 0
        self.chars = 0
        self.links = 0
        self.prose = 0
        self.stops = 0
        self.words = 0.0
        self.says = 0.0
        self.set_aside = 0  # blocks that are no text by what they say alone
        self.controls = 0  # to press or to fill in
        self.names = names
        self.first = first  # block, which may be a heading for the others


def words_in(text: str) -> list[str]:
    """Return what is counted of a text: its words and pairs of them, in lower case, and how long it is."""
    singles = [word.lower().replace("ё", "е") for word in _WORD.findall(text)[:LONGEST]]
    return singles + [f"{one} {other}" for one, other in pairwise(singles)]


def names_in(node: Node) -> list[str]:
    """Return what is counted of an element: its tag, its role, the words of its class and id."""
    role = node.get("role") or node.get("itemprop")
    named = words_of(node.get("class")[:300]) | words_of(node.get("id")[:100])
    return [f"<{node.tag}>", *([f"={role.lower()[:40]}"] if role else []), *sorted(named)]


def traits_of(blocks: Sequence[Shown], title: str, odds: Odds) -> list[dict[str, float]]:
    """Return the traits of each of the *blocks* of a page; *title* is what the window of a browser shows."""
    return list(PageTraits(blocks, title, odds).all())


class PageTraits:
    """The traits of the blocks of a page, and which of them stand together in a box."""

    def __init__(self, blocks: Sequence[Shown], title: str, odds: Odds) -> None:
        self.blocks = blocks
        self.odds = odds
        self.paths = [upward(block.node) for block in blocks]
        self.elements: dict[Node, _Element] = {}
        self.title = set(words_in(title))
        self.own = [self._own(block) for block in blocks]
        for at, (block, path, own) in enumerate(zip(blocks, self.paths, self.own, strict=True)):
            prose = weight_of(block)
            set_aside = bool(own["furniture"] or own["reach"] or own["over links"] or own["label"])
            for node in path:
                element = self.elements.get(node)
                if element is None:
                    element = self.elements[node] = _Element(sum(odds.names.get(name, 0.0) for name in names_in(node)), at)
                element.words += own["words"]
                element.says += own["says in all"]
                element.set_aside += set_aside
                element.blocks += 1
                element.chars += len(block.text)
                element.links += block.links
                element.prose += prose
                element.stops += own["ends"] == 1
        self.chars = sum(len(block.text) for block in blocks) or 1
        self.prose = sum(map(weight_of, blocks)) or 1
        self.kin = self._kin()
        self._count_controls()
        self.core = self._core()
        self.content = content_of(blocks)
        self.labels = labels_in(blocks)
        self._places()
        self.alike = self._alike()

    def all(self) -> Iterator[dict[str, float]]:
        """Yield the traits of each block; those of a long page do not go into the memory together."""
        return (self.traits(at) for at in range(len(self.blocks)))

    def boxes(self) -> list[Box]:
        """Return the boxes: elements with several blocks, beside the running text or set into it."""
        found: dict[Node, list[int]] = {}
        for at, path in enumerate(self.paths):
            steps = next((step for step, node in enumerate(path) if node in self.core), len(path))
            if steps and self.elements[path[steps - 1]].blocks > 1:
                found.setdefault(path[steps - 1], []).append(at)
        return [
            Box(tuple(at), self.elements[node].controls)
            for node, at in found.items()
            if node.tag not in TEXTS and self._kinship(node) < KIN and not any(_are_alike(node, other) for other in self.core)
        ]

    def is_under_picture(self, at: int) -> bool:
        """Return whether the block *at* stands with a picture in an element, alone or beside whose it is, as what is said of it does."""
        small = [node for node in self.paths[at][:4] if self.elements[node].blocks <= 2 and not self.elements[node].controls]
        return any(_holds_picture(node) and not self.elements[node].links for node in small)

    def _own(self, block: Shown) -> dict[str, float]:
        """Return how a block reads."""
        text, found, stop = block.text, words_in(block.text), _stop_words()
        singles = found[: (len(found) + 1) // 2]
        count = max(1, len(singles))
        size = max(1, min(len(text), 8 * LONGEST))
        speak = [self.odds.words.get(word, 0.0) for word in found]
        return {
            "heading": block.level if block.kind is BlockKind.HEADING else 0,
            "item": block.kind is BlockKind.LIST_ITEM,
            "table": block.kind is BlockKind.TABLE,
            "caption": block.kind is BlockKind.CAPTION,
            "words": len(singles),
            "length": log2(1 + len(text)),
            "links": block.links / len(text),
            "ends": 1 if text[-1] in '.!?”»"' else 2 if text[-1] == ":" else 3 if text[-1] == "…" else 0,
            "stops": len(_STOP.findall(text[:size])) / count,
            "commas": text.count(",", 0, size) / count,
            "digits": len(_NUMBER.findall(text[:size])) / size,
            "capitals": sum(word[0].isupper() for word in _WORD.findall(text)[:LONGEST]) / count,
            "function": sum(word in stop for word in singles) / count,
            "to reader": speaks_to_reader(singles),
            "says": sum(speak) / count,
            "says in all": sum(speak),
            "says against": min(speak, default=0.0),
            "furniture": is_furniture(text) or is_entry(text),
            "reach": is_contact(text),
            "label": label_of(text) is not None,
            "over links": heads_a_list(text),
            "date": _DATE.search(text[:200]) is not None,
            "bars": sum(text.count(sign, 0, size) for sign in "|•·»›©/") / count,
        }

    def _kin(self) -> dict[tuple[Node | None, str], int]:
        """Return how many characters stand in the children of each element that have one tag and class."""
        found: dict[tuple[Node | None, str], int] = {}
        for node, element in self.elements.items():
            key = node.parent, f"{node.tag}.{node.get('class')}"
            found[key] = found.get(key, 0) + element.chars
        return found

    def _count_controls(self) -> None:
        waiting = [path[-1] for path in self.paths[:1]]
        while waiting:
            for child in waiting.pop().children:
                if isinstance(child, Node):
                    if child.tag in CONTROLS and child.get("type") != "hidden":
                        for node in upward(child):
                            if (element := self.elements.get(node)) is not None:
                                element.controls += 1
                    elif child.children:
                        waiting.append(child)

    def _core(self) -> dict[Node, int]:
        """Return the elements around most of the running text, innermost first, each with its place."""
        most = [node for node, element in self.elements.items() if element.prose >= 0.5 * self.prose]
        inner = max(most, key=lambda node: len(upward(node)), default=None)
        return {node: at for at, node in enumerate(upward(inner))}

    def _places(self) -> None:
        """Note for each block what stands before it: characters, running text, the title, the heading."""
        self.before: list[tuple[int, int, int, int]] = []
        chars = prose = 0
        titled, heading = -1, -1
        seen: set[str] = set()
        self.again: list[bool] = []
        for at, block in enumerate(self.blocks):
            self.before.append((chars, prose, titled, heading))
            chars += len(block.text)
            prose += weight_of(block)
            if block.kind is BlockKind.HEADING:
                heading = at
                titled = at if titled < 0 and block.level == 1 else titled
            self.again.append(block.text in seen)
            seen.add(block.text)

    def _alike(self) -> list[tuple[int, float, float]]:
        """Return for each block how many stand in elements called alike, how long those are, and how much of them are links."""
        keys = ["/".join(f"{node.tag}.{node.get('class')}" for node in path[:3]) for path in self.paths]
        sums: dict[str, list[int]] = {}
        for key, block in zip(keys, self.blocks, strict=True):
            total = sums.setdefault(key, [0, 0, 0])
            total[0] += 1
            total[1] += len(block.text)
            total[2] += block.links
        return [(sums[key][0], sums[key][1] / sums[key][0], sums[key][2] / max(1, sums[key][1])) for key in keys]

    def traits(self, at: int) -> dict[str, float]:
        """Return all that is known of the block *at*."""
        block, path = self.blocks[at], self.paths[at]
        found = dict(self.own[at])
        found |= {"kept by rule": self.content[at], "slight": self.labels[at], "again": self.again[at], "blocks": len(self.blocks)}
        found |= self._position(at)
        found |= self._elements(path)
        count, length, links = self.alike[at]
        found |= {"alike": count, "alike length": length, "alike links": links}
        shared = set(words_in(block.text))
        found["title"] = len(shared & self.title) / max(1, len(shared | self.title))
        for step in AROUND:
            beside = at + step
            if 0 <= beside < len(self.blocks):
                other = self.own[beside]
                found |= {f"{name} {step:+}": other[name] for name in ("words", "links", "ends", "heading", "says", "date", "furniture")}
                found[f"together {step:+}"] = self.blocks[beside].node.parent is block.node.parent
            else:
                found[f"words {step:+}"] = -1
        return found

    def _position(self, at: int) -> dict[str, float]:
        chars, prose, titled, heading = self.before[at]
        found: dict[str, float] = {
            "place": chars / self.chars,
            "order": at / len(self.blocks),
            "prose before": prose / self.prose,
            "from title": min(FAR, at - titled) if titled >= 0 else -1,
            "from heading": min(FAR, at - heading) if heading >= 0 else -1,
        }
        if heading >= 0:
            over = self.own[heading]
            found |= {"heading says": over["says"], "heading level": over["heading"], "heading over links": over["over links"]}
        return found

    def _elements(self, path: Sequence[Node]) -> dict[str, float]:
        """Return what is known of the elements around a block."""
        found: dict[str, float] = {f"in {tag}": False for tag in WITHIN}
        found |= {f"in {node.tag}": True for node in path if node.tag in WITHIN}
        named = [self.elements[node].names for node in path]
        steps = next((step for step, node in enumerate(path) if node in self.core), len(path))
        found |= {
            "depth": len(path),
            "named": sum(named),
            "named near": sum(named[:3]),
            "named worst": min(named),
            "named best": max(named),
            "named below core": sum(named[:steps]),
            "to core": steps,
            "above core": self.core.get(path[steps], FAR) if steps < len(path) else FAR,
        }
        around = [node for node in path if self.elements[node].chars >= SMALLEST or self.elements[node].blocks > 1]
        for step in range(UP):
            if step < len(around):
                element = self.elements[around[step]]
                found |= {
                    f"chars {step}": log2(1 + element.chars),
                    f"links {step}": element.links / max(1, element.chars),
                    f"prose {step}": element.prose / self.prose,
                    f"stops {step}": element.stops / element.blocks,
                    f"named {step}": element.names,
                    f"length {step}": element.chars / element.blocks,
                }
                found |= self._box(around[step], str(step))
        if steps:
            found |= self._box(path[steps - 1], "box")
        found["kin own"] = self._kinship(path[0])
        return found

    def _box(self, node: Node, step: str) -> dict[str, float]:
        """Return what an element says as a whole, by its first line, and by how it differs from those beside it."""
        element, first = self.elements[node], self.own[self.elements[node].first]
        return {
            f"says {step}": element.says / max(1.0, element.words),
            f"set aside {step}": element.set_aside / element.blocks,
            f"controls {step}": element.controls,
            f"blocks {step}": element.blocks,
            f"first says {step}": first["says"],
            f"first words {step}": first["words"],
            f"first ends {step}": first["ends"],
            f"kin {step}": self._kinship(node),
        }

    def _kinship(self, node: Node) -> float:
        """Return the share of the text beside *node*, and in it, that stands in elements called alike."""
        around = self.elements.get(node.parent) if node.parent is not None else None
        return self.kin[node.parent, f"{node.tag}.{node.get('class')}"] / max(1, around.chars) if around is not None else 1.0


def _holds_picture(node: Node) -> bool:
    return any(isinstance(child, Node) and (child.tag in ("img", "picture") or _holds_picture(child)) for child in node.children)


def _are_alike(node: Node, other: Node) -> bool:
    """Return whether two elements stand side by side and are called the same: the posts of a thread."""
    named = node.tag in ("article", "li") or first_class(node) != ""
    return named and node.parent is other.parent and (node.tag, first_class(node)) == (other.tag, first_class(other))


@cache
def _stop_words() -> frozenset[str]:
    return frozenset(word for language in ("en", "ru") for word in read_wordlists(language, "stop")["words"].split())


def upward(node: Node | None) -> list[Node]:
    """Return *node* and the elements around it, innermost first."""
    path: list[Node] = []
    while node is not None:
        path.append(node)
        node = node.parent
    return path
