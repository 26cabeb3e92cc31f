"""What goes into a spreadsheet."""

import pytest

from qa_bot.rendering.listing import cell as sheet_cell


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        pytest.param(None, "", id="nothing"),
        pytest.param("-5", "-5", id="a negative number"),
        pytest.param("-5%", "-5%", id="a negative share"),
        pytest.param("=1+1", "'=1+1", id="a formula"),
        pytest.param("@SUM(A1)", "'@SUM(A1)", id="a function"),
        pytest.param("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0", id="a command"),
        pytest.param("two\nlines\x1b", "two lines", id="control characters"),
    ],
)
def test_a_cell_is_no_formula(value: object, cell: str) -> None:
    assert sheet_cell(value) == cell
