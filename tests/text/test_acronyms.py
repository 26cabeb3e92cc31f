from qa_bot.text.acronyms import acronyms


def test_initials_stand_for_a_name() -> None:
    assert acronyms("The Royal Society of Ornithology counts cranes in North Vale.") == ["rso", "nv"]


def test_one_word_has_no_initials() -> None:
    assert acronyms("The Society counts cranes in Vale.") == []
