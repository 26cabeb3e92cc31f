"""The page of a run: whole, free of the markup of documents, and, where there is a browser, fit to be looked at."""

from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from shutil import which

import pytest

from qa_bot.evaluation.compare import compare
from qa_bot.evaluation.judge import Shortfall, SlotVerdict, Verdict
from qa_bot.evaluation.outcome import CandidateSight, Excerpt, Failure, Outcome, Run
from qa_bot.evaluation.questions import Expected
from qa_bot.evaluation.scores import summarise
from qa_bot.rendering.report import page
from qa_bot.rendering.report.charts import latency_histogram
from qa_bot.schema import Status

EVIL = '<script>alert("x")</script>\u202e'
VOID = {"meta", "br"}
CHROMIUM = which("chromium") or which("chromium-browser")


class Checker(HTMLParser):
    """Sees that every element is closed in its order, and keeps the names of all and the attributes that load something."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.names: set[str] = set()
        self.loads: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.add(tag)
        self.loads += [str(value) for name, value in attrs if name in ("src", "href", "srcset", "action")]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def outcome(name: str, value: float, took: float) -> Outcome:
    wrong = value == 0
    return Outcome(
        id=name,
        category="exact" if wrong else "typo",
        question=f"How many {EVIL}?",
        history=("Before?",),
        expect=Expected(value=("4",), period="2023-01-01/2023-12-31"),
        judged={"d.md": 1},
        status=Status.ANSWERED,
        short="5",
        figures=("5",),
        shortfalls=(Shortfall(slot="value", expected="4", found=f"5{EVIL}"),) if wrong else (),
        slots=(SlotVerdict(slot="value", verdict=Verdict.WRONG if wrong else Verdict.RIGHT, expected="4", found="5"),),
        ranking=(("d.md", 3.0),),
        scores={"passed": value, "value": value, "R@1": 1.0, "citation": 1.0, "abstention": 1.0},
        took_ms=took,
        failure=Failure(
            read_as="how many",
            text=f"5 trains [1]\n{EVIL}",
            candidates=(CandidateSight(doc_id="d.md", value="5", surface="five", counted=EVIL, fits=(("period", "different"),)),),
            excerpts=(
                Excerpt(doc_id="d.md", title=EVIL, before="before ", quote="five trains", after=" after", marked="five", wanted=False),
            ),
        )
        if wrong
        else None,
    )


def run(*values: float) -> Run:
    outcomes = tuple(outcome(f"q{number}", value, 3.0 * (number + 1)) for number, value in enumerate(values))
    return Run(name="trains.jsonl", index="f" * 64, engine="tantivy", measures=("R@1",), outcomes=outcomes)


@pytest.fixture
def written() -> str:
    done = run(0.0, 1.0, 1.0)
    return page(done, summarise(done), compare(run(1.0, 0.0, 1.0), done))


def test_the_page_is_whole_and_loads_nothing(written: str):
    checker = Checker()
    checker.feed(written)
    assert checker.open == []
    assert checker.loads == []
    assert "script" not in checker.names


def test_nothing_of_a_document_or_a_question_becomes_markup(written: str):
    assert "<script" not in written
    assert "\u202e" not in written
    assert "&lt;script&gt;" in written


@pytest.mark.parametrize("part", ["scores", "categories", "decisions", "slots", "latency", "baseline", "failures"])
def test_the_page_has_a_part_for(written: str, part: str):
    assert f'id="{part}"' in written


def test_a_failed_question_shows_what_was_expected_found_and_weighed(written: str):
    card = written[written.index('id="q-q0"') :] if 'id="q-q0"' in written else written
    assert "value: expected 4, found 5" in card
    assert "d.md at rank 1" in card
    assert "<mark><strong>five</strong> trains</mark>" in card
    assert '<span class="fit different" title="different">✗ period</span>' in card


def test_no_number_is_missing_from_a_page_of_one_question():
    for value in (0.0, 1.0):
        done = run(value)
        assert "nan" not in page(done, summarise(done)).lower().replace("trains", "")


def test_the_same_run_gives_the_same_page():
    done = run(0.0, 1.0)
    assert page(done, summarise(done)) == page(done, summarise(done))


@pytest.mark.parametrize("values", [[0.0], [1.0], [0.004, 20000.0], [5.0] * 3, [1.0, 2.0, 5.0, 10.0]])
def test_every_latency_stands_in_a_bin(values: list[float]):
    counts = [int(part.split("<")[0]) for part in latency_histogram(values).split('class="count" text-anchor="middle">')[1:]]
    assert sum(counts) == len(values)


@pytest.fixture(scope="module")
def browser() -> Iterator[object]:
    """Return Debian's Chromium, driven by playwright."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed: pip install -e '.[browser]'")
    if CHROMIUM is None:
        pytest.skip("there is no Chromium: apt install chromium")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("width", "height"), [pytest.param(1280, 900, id="desktop"), pytest.param(390, 844, id="phone")])
def test_a_browser_shows_it_without_complaint_request_or_sideways_scrolling(
    written: str, browser, tmp_path: Path, width: int, height: int, scheme: str
):
    (tmp_path / "page.html").write_text(written, encoding="utf-8")
    shown = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
    complaints, requests = [], []
    shown.on("console", lambda message: complaints.append(message.text))
    shown.on("pageerror", lambda error: complaints.append(str(error)))
    shown.on("request", lambda request: requests.append(request.url))
    shown.goto((tmp_path / "page.html").as_uri())
    assert shown.evaluate("document.documentElement.scrollWidth") <= width
    assert shown.evaluate("[...document.querySelectorAll('main > section')].every(part => part.getBoundingClientRect().height > 20)")
    dark = shown.evaluate("getComputedStyle(document.body).backgroundColor.match(/\\d+/g).every(part => part < 64)")
    assert dark == (scheme == "dark")
    assert (complaints, len(requests)) == ([], 1)
    shown.close()


def test_a_browser_prints_it_dark_on_white_with_every_failure_whole(written: str, browser, tmp_path: Path):
    (tmp_path / "page.html").write_text(written, encoding="utf-8")
    shown = browser.new_page(color_scheme="dark")
    shown.goto((tmp_path / "page.html").as_uri())
    shown.emulate_media(media="print", color_scheme="dark")
    assert shown.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert shown.evaluate("[...document.querySelectorAll('.answer')].every(answer => answer.scrollHeight <= answer.clientHeight + 1)")
    assert shown.pdf(format="A4").startswith(b"%PDF")
    shown.close()
