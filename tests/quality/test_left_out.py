"""Half of each article is left out, and two runs are held against each other question by question."""

import json
from pathlib import Path

import pytest

from tests.quality.left_out import Verdict, changed, drawn, is_right, read_run, run, table

TEXTS = {
    "Orm": ["The library of Orm has 41 rooms.", "Its mill was built in 1702.", "Orm has 12 schools.", "Its bridge is 90 metres long."],
    "Kesh": ["The harbour of Kesh has 7 cranes.", "Kesh sold 300 boats in 2019."],
}
CORPUS = [{"_id": f"{title}#{number}", "title": title, "text": text} for title, texts in TEXTS.items() for number, text in enumerate(texts)]


def test_every_second_paragraph_stays() -> None:
    stay, gone = drawn(CORPUS, articles=2, seed=1)
    assert {each["_id"] for each in stay} == {"Orm#0", "Orm#2", "Kesh#0"}
    assert {each["_id"] for each in gone} == {"Orm#1", "Orm#3", "Kesh#1"}


def test_whole_articles_are_drawn() -> None:
    stay, gone = drawn(CORPUS, articles=1, seed=1)
    assert len({each["title"] for each in (*stay, *gone)}) == 1


@pytest.mark.parametrize(
    ("short", "answers", "right"),
    [
        pytest.param("41 rooms", ["41"], True, id="holds-the-answer"),
        pytest.param("Tor Ask", ["Lord Tor Ask"], True, id="within-the-answer"),
        pytest.param("141 rooms", ["41"], False, id="other-number"),
        pytest.param("", ["41"], False, id="nothing-shown"),
    ],
)
def test_an_answer_is_right_word_for_word(short: str, answers: list[str], right: bool) -> None:
    assert is_right(short, answers) is right


def test_a_run_asks_about_what_stays_and_what_is_gone(tmp_path: Path) -> None:
    (tmp_path / "corpus_of_two.jsonl").write_text("".join(json.dumps(each) + "\n" for each in CORPUS))
    asked = [
        {"id": "a", "question": "How many rooms does the library of Orm have?", "answers": ["41"], "doc_id": "Orm#0"},
        {"id": "b", "question": "How many boats did Kesh sell in 2019?", "answers": ["300"], "doc_id": "Kesh#1"},
    ]
    (tmp_path / "numeric.jsonl").write_text("".join(json.dumps(each) + "\n" for each in asked))
    verdicts = {each.id: (each.file, each.place, each.verdict) for each in run(tmp_path, articles=2, seed=1)}
    assert verdicts == {"a": ("numeric", "there", "right"), "b": ("numeric", "gone", "declined")}


def test_a_folder_without_questions_says_what_it_lacks(tmp_path: Path) -> None:
    (tmp_path / "corpus.jsonl").write_text("")
    with pytest.raises(SystemExit, match="needs one corpus"):
        run(tmp_path, articles=1, seed=1)


def test_what_changed_between_two_runs_is_told(tmp_path: Path) -> None:
    before = [
        Verdict("a", "How many?", ["41"], "numeric", "there", "right", "41"),
        Verdict("b", "Who?", ["Ask"], "other", "gone", "wrong", "Tor"),
    ]
    after = [before[0]._replace(verdict="declined", short=""), before[1]]
    (tmp_path / "run.jsonl").write_text("".join(json.dumps(each._asdict()) + "\n" for each in before))
    told = changed(read_run(tmp_path / "run.jsonl"), after).splitlines()
    assert told == ["there: right -> declined | How many? | 41 | 41 -> ", "there: right -> declined: 1"]
    assert table(after).splitlines()[1:] == [f"{'numeric there':24}{0:8}{0:8}{1:10}", f"{'other gone':24}{0:8}{1:8}{0:10}"]
