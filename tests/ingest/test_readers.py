"""Of files that are not read it is said what to do with them."""

from pathlib import PurePath

import pytest

from qa_bot.ingest.readers import formats, unread


@pytest.mark.parametrize(
    ("name", "advice"),
    [
        ("book.XLSX", "a .xlsx file is not read; save each sheet as .csv"),
        ("letter.doc", "a .doc file is not read; save it as .docx"),
        ("talk.pptx", "a .pptx file is not read; save it as .pdf"),
        ("scan.png", "a .png file is not read; it is a picture or a recording: have its text recognised, and save that as .txt"),
        ("data.json", "a .json file is not read; write one document a line as .jsonl"),
        ("thing.xyz", f"a .xyz file is not read; if it holds text, save it as one of {formats()}"),
        ("README", f"a file without a suffix is not read; if it holds text, save it as one of {formats()}"),
    ],
)
def test_the_next_step_fits_the_kind_of_file(name, advice):
    assert unread(PurePath(name)) == advice
