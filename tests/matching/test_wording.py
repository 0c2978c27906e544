from __future__ import annotations

import json

from bot.matching.training import count
from bot.matching.wording import WORDING_FILE, question_wording


def test_the_stored_counts_are_what_training_makes_of_the_grammar() -> None:
    stored = json.loads(WORDING_FILE.read_text(encoding="utf-8"))
    assert stored == json.loads(json.dumps(count()))


def test_question_words_are_known_and_title_words_are_not() -> None:
    wording = question_wording()
    assert all(wording.knows(word) for word in ("suitable", "scary", "year", "begging", "my", "7"))
    assert not any(wording.knows(word) for word in ("gladiator", "titanic", "vampire"))
