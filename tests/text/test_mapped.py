"""Words are the same from dictionaries that are mapped."""

import json
import subprocess
import sys

WORDS = ["отказы", "экстрадиции", "кузявыми", "поездов", "Ёлкина", "бутявок"]
PROGRAM = """
import json, sys
from qa_bot.text.mapped import map_dictionaries
if sys.argv[1] == "mapped":
    map_dictionaries()
from qa_bot.text.morphology import readings
print(json.dumps([[(reading.lemma, str(reading.form)) for reading in readings(word)] for word in json.loads(sys.argv[2])]))
"""


def read(how: str) -> object:
    command = [sys.executable, "-c", PROGRAM, how, json.dumps(WORDS)]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def test_words_are_read_the_same_from_mapped_dictionaries() -> None:
    assert read("mapped") == read("read")
