import pytest

from qa_bot.errors import UnreadableDocumentError
from qa_bot.ingest.decode import decode, encoding_of, storable

RUSSIAN = (
    "В этом году хозяйства района собрали больше двухсот тысяч тонн пшеницы. Урожай ячменя оказался ниже прошлогоднего, "
    "сообщил глава управления сельского хозяйства."
)
WESTERN = "The café in Besançon sold 340 crêpes; the mayor of Málaga was “très” content — naïve as he is."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        pytest.param(RUSSIAN, "utf-8", id="utf-8"),
        pytest.param(RUSSIAN, "utf-8-sig", id="utf-8 with a mark"),
        pytest.param(RUSSIAN, "utf-16", id="utf-16 with a mark"),
        pytest.param(RUSSIAN, "utf-16-le", id="russian utf-16 little-endian without a mark"),
        pytest.param(RUSSIAN, "utf-16-be", id="russian utf-16 big-endian without a mark"),
        pytest.param(WESTERN, "utf-16-le", id="western utf-16 without a mark"),
        pytest.param("Wheat: 340 t", "utf-16-be", id="a short ascii line in utf-16"),
        pytest.param(RUSSIAN, "utf-32", id="utf-32"),
        pytest.param(RUSSIAN, "cp1251", id="cp1251"),
        pytest.param(RUSSIAN.upper(), "cp1251", id="cp1251 in capitals"),
        pytest.param(RUSSIAN, "koi8-r", id="koi8-r"),
        pytest.param(RUSSIAN, "cp866", id="cp866"),
        pytest.param("Урожай", "cp1251", id="a single word in cp1251"),
        pytest.param("Сегодня, 5 мая, в районе собрали 40 тонн", "koi8-r", id="a short line in koi8-r"),
        pytest.param(WESTERN, "cp1252", id="cp1252"),
        pytest.param("Zürich schloss 12 Schulen, Genève dix.", "latin-1", id="latin-1"),
        pytest.param("plain words, 12 of them", "ascii", id="ascii"),
        pytest.param(RUSSIAN, "mac-cyrillic", id="russian as old Macs wrote it"),
        pytest.param(RUSSIAN, "iso8859-5", id="russian in iso-8859-5"),
        pytest.param(WESTERN, "mac-roman", id="western as old Macs wrote it"),
        pytest.param("The owner’s café – he’d paid £12 – served “12 meals” a day.", "mac-roman", id="quotes, dashes and pounds of a Mac"),
        pytest.param("Rents rose by £12 and the rates by £3 in Besançon.", "cp850", id="pounds as DOS wrote them"),
        pytest.param("Der Bezirk schloss 12 Bäder; für 38 Schüler ist die Straße gesperrt.", "cp850", id="german as DOS wrote it"),
        pytest.param("38 boats\nThe skipper’s nets: 12", "cp1252", id="one apostrophe"),
        pytest.param("<tr><td>Oats</td><td>—</td><td>64.7</td></tr>", "cp1252", id="a dash alone in a cell of a page"),
        pytest.param("<p>– We sold 12 boats.</p><p>“None”</p><li>• 3</li>", "cp1252", id="dashes and quotation marks beside tags"),
        pytest.param('crop;2021;2022\noats;–;12\n"rye";"–";"4"\n', "cp1252", id="a dash alone in a cell of a table"),
        pytest.param("The boats – as they say – carried 412 sacks.", "cp1252", id="two dashes and nothing else"),
        pytest.param("Rada miejska Łodzi zamknęła 12 szkół, w tym część średnich.", "cp1250", id="polish of windows"),
        pytest.param("Rada miejska Łodzi zamknęła 12 szkół, w tym część średnich.", "iso8859-2", id="polish in iso-8859-2"),
        pytest.param("Město Třebíč letos zavřelo 12 škol, z toho dvě střední.", "cp1250", id="czech of windows"),
        pytest.param("A város idén 12 iskolát zárt be; az őszi félévre bővült a többi.", "cp1250", id="hungarian of windows"),
        pytest.param("Belediye bu yıl 12 okulu kapattı; şehir dışındaki ikisi açıldı.", "cp1254", id="turkish of windows"),
        pytest.param("Рада села закрила цього року 12 шкіл, із них дві — середні, її рішення є чинним.", "cp1251", id="ukrainian"),
        pytest.param("Рада села закрила цього року 12 шкіл, із них дві середні, її рішення є чинним.", "koi8-u", id="ukrainian in koi8"),
        pytest.param("Площадь леса: 1\xa0204 га", "cp1251", id="a hard space in a number"),
    ],
)
def test_text_is_read_in_the_encoding_it_was_written_in(text: str, encoding: str) -> None:
    assert storable(decode(text.encode(encoding), "a.txt")) == text


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"%PDF-1.7\n1 0 obj\n", id="a pdf"),
        pytest.param(b"PK\x03\x04\x14\x00\x06\x00", id="a zip"),
        pytest.param(b"\x89PNG\r\n\x1a\n\x00\x00", id="a picture"),
        pytest.param(bytes(range(256)) * 8, id="all bytes"),
        pytest.param("Τα αγροκτήματα συγκόμισαν σιτάρι φέτος".encode("cp1253"), id="greek in an encoding not read"),
        pytest.param("農場では今年、小麦の収穫が増えた。".encode("shift-jis"), id="japanese in an encoding not read"),
        pytest.param("今年各农场的小麦产量有所增加。".encode("gbk"), id="chinese in an encoding not read"),
        pytest.param(b"caf\xe9 na\x95ve \xd7x\x81\x8dy \xb3z\xac", id="signs that no language has"),
    ],
)
def test_what_is_no_text_is_refused_with_the_file_and_the_next_step(data: bytes) -> None:
    with pytest.raises(UnreadableDocumentError, match=r"reports/a\.txt: .*; (convert|save|let its name end)"):
        decode(data, "reports/a.txt")


def test_a_rare_damaged_character_does_not_lose_a_file() -> None:
    data = (RUSSIAN * 5).encode().replace("Урожай".encode(), b"\xd0rozhai", 1)
    assert encoding_of(data, "a.txt") == "utf-8"
    assert "двухсот тысяч тонн" in decode(data, "a.txt")


def test_a_character_cut_at_the_sample_end_does_not_change_the_encoding() -> None:
    assert encoding_of(("ж" * 40_000).encode()[:65_535], "a.txt") == "utf-8"


@pytest.mark.parametrize(
    ("raw", "stored"),
    [
        pytest.param("one\r\ntwo\rthree", "one\ntwo\nthree", id="line ends"),
        pytest.param("one\x0ctwo\u2028three\x85four", "one\ntwo\nthree\nfour", id="page and line breaks"),
        pytest.param("a\x00\x00b\x07c\tд\x9bе", "a  b c\tд е", id="control characters one for one"),
        pytest.param("20\x0023: 1,2\x0004 tr\x00ains\x00", "2023: 1,204 trains", id="a zero in a word"),
        pytest.param("Larn\x00\x00\x001204", "Larn   1204", id="zeros that fill a field"),
        pytest.param("a\ud800b", "a b", id="a lone surrogate"),
        pytest.param("har\u00advest and hec\u00ad\n  tares", "harvest and hectares", id="where a word may break, or did"),
        pytest.param("95 \x1b[31mwhales\x1b[0m, \x1b[1;38;5;9m12\x1b[m seals", "95 whales, 12 seals", id="colours of a terminal"),
        pytest.param(
            "a \x9b2Kfox\x1b[?25l, \x1b]0;a title\x07an owl\x1b]8;;x\x1b\\\x1b(B", "a fox, an owl", id="other codes of a terminal"
        ),
        pytest.param("rye [31m] \x1b oats \x9bRye", "rye [31m]   oats  Rye", id="brackets, and what opens no code"),
        pytest.param("12\u2060\u200b,\u200e400\u202e t", "12,400 t", id="what nobody sees"),
        pytest.param("и\u0306е\u0308 cafe\u0301", "йё café", id="letters and their marks"),
        pytest.param("за\u0301мок", "за\u0301мок", id="a stress mark that has no letter of its own stays"),
    ],
)
def test_cleaning_leaves_only_what_can_be_stored(raw: str, stored: str) -> None:
    assert storable(raw) == stored


def test_a_short_text_with_codes_for_a_terminal_is_read() -> None:
    assert "12 boats" in decode(b"In 2023, \x1b[1m12 boats\x1b[0m sank.\x07 \x1b[2J", "log.txt")
