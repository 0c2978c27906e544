"""`ask`, `chat`, `explain` and the batch door."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run


def test_the_first_question_of_a_new_store_is_answered_from_the_starter_library(run: Run, tmp_path: Path) -> None:
    done = run("ask", "is Interview ok for my teen")
    assert done.code == 0
    assert "Interview (2007)" in done.out
    assert "R by the MPAA" in done.out
    assert "Starter library" in done.err
    assert (tmp_path / "guide.db").exists()


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("how scary is coraline for a sensitive 7yo?", "Coraline (2009)"),
        ("my kids are 4, 7 and 12 — finding nemo?", "For your 12-year-old"),
        ("hey can my 9 year old watch the lion king 1994", "The Lion King (1994)"),
        ("hey can my 9 year old watch the lion king", "The Lion King (2019)"),
    ],
)
def test_questions_as_parents_write_them(with_library: Run, message: str, said: str) -> None:
    done = with_library("ask", message)
    assert done.code == 0
    assert said in done.out


def test_a_question_may_come_by_pipe(with_library: Run) -> None:
    assert "Coraline (2009)" in with_library("ask", stdin="is coraline ok for a 10 year old\n").out


def test_without_a_question_the_remedy_is_named(run: Run) -> None:
    done = run("ask")
    assert done.code == 2
    assert "write your question" in done.err
    assert len(done.err.strip().splitlines()) == 1


def test_the_batch_door_answers_line_by_line_in_order(with_library: Run) -> None:
    lines = [
        {"id": "a", "message": "is coraline ok for my 8 year old and my teen"},
        {"id": "b", "message": "nice weather today", "addressed": False},
        {"id": 3, "message": "how much swearing is in Interview"},
    ]
    rows = with_library("ask", "--json", stdin="\n".join(json.dumps(line) for line in lines)).rows
    assert [row["id"] for row in rows] == ["a", "b", 3]
    assert rows[0]["outcome"] == "answer"
    assert rows[0]["movie"] == {"title": "Coraline", "year": 2009}
    assert rows[0]["ages"] == [8, [13, 17]]
    assert [verdict["age"] for verdict in rows[0]["verdicts"]] == [8, [13, 17]]
    assert rows[1]["outcome"] == "silent"
    assert rows[1]["text"] == ""
    assert rows[2]["concerns"] == ["language"]


def test_lines_of_one_conversation_share_their_context_and_others_do_not(with_library: Run) -> None:
    lines = [
        {"id": 1, "conversation": "x", "message": "is coraline ok for my 7 year old"},
        {"id": 2, "conversation": "y", "message": "what about the language?"},
        {"id": 3, "conversation": "x", "message": "what about the language?"},
        {"id": 4, "message": "what about the language?"},
    ]
    rows = with_library("ask", "--json", stdin="\n".join(json.dumps(line) for line in lines)).rows
    assert rows[2]["movie"] == {"title": "Coraline", "year": 2009}
    assert rows[2]["ages"] == [7]
    assert rows[1]["movie"] is None
    assert rows[3]["movie"] is None


@pytest.mark.parametrize(
    "bad",
    ["{", "[]", "7", '{"id": 5}', '{"id": 5, "message": 7}', '{"id": 5, "message": "x", "addressed": "yes"}', "\x00"],
)
def test_a_bad_line_gets_an_error_with_its_number_and_the_run_goes_on(with_library: Run, bad: str) -> None:
    good = json.dumps({"id": 1, "message": "is coraline ok"})
    rows = with_library("ask", "--json", stdin=f"{good}\n{bad}\n{good}\n").rows
    assert [row.get("outcome") for row in rows] == ["answer", None, "answer"]
    assert rows[1]["error"]["line"] == 2
    assert rows[1]["id"] == (5 if "5" in bad else None)


def test_bytes_that_are_no_text_are_a_bad_line_too(with_library: Run) -> None:
    rows = with_library("ask", "--json", stdin=b'\xff\xfe\xfa\n{"id": 1, "message": "is coraline ok"}\n').rows
    assert "error" in rows[0]
    assert rows[1]["outcome"] == "answer"


def test_a_piped_conversation_keeps_the_movie_and_the_child(with_library: Run) -> None:
    said = "is coraline ok for my 7 year old\nand for my 12 year old?\nexit\nis up ok\n"
    done = with_library("chat", stdin=said)
    assert done.code == 0
    assert "12-year-old" in done.out
    assert "Up (2009)" not in done.out


def test_explain_shows_the_candidates_and_why(with_library: Run) -> None:
    done = with_library("explain", "is corline ok for my 7 year old")
    assert done.code == 0
    assert "Coraline" in done.out
    assert "titles searched" in done.out


def test_what_was_asked_is_nowhere_in_the_store(with_library: Run, tmp_path: Path) -> None:
    with_library("ask", "is coraline ok for my zanzibarian 7 year old")
    kept = b"".join(part.read_bytes() for part in tmp_path.glob("guide.db*"))
    assert b"zanzibarian" not in kept


COCO = "https://www.imdb.com/title/tt2380307/"
NOBODYS = "https://www.imdb.com/title/tt9999999/"


def test_a_pasted_link_is_its_movie_in_every_line_of_the_batch_door(with_library: Run) -> None:
    messages = [
        f"{COCO} ok for 7?", f"is <{COCO}> ok for my 7 year old", "imdb.com/title/tt2380307 my son is 7",
        f"Coco {COCO}?ref_=nv_sr_1 for a 7yo", f"{COCO} or {NOBODYS} for a 7 year old?",
    ]  # fmt: skip
    lines = "\n".join(json.dumps({"id": number, "message": one}) for number, one in enumerate(messages))
    rows = with_library("ask", "--json", stdin=lines).rows
    assert [(row["outcome"], row["movie"], row["ages"]) for row in rows] == [
        ("answer", {"title": "Coco", "year": 2017}, [7])
    ] * len(messages)


def test_a_link_that_nobody_stored_is_unknown_and_not_written_out(with_library: Run) -> None:
    messages = [
        f"{NOBODYS} ok for 7?", NOBODYS, f"is {NOBODYS}?ref_=x ok for my 7 year old", f"<{NOBODYS}> for a 7yo",
        "https://www.themoviedb.org/tv/1396 for my 7yo?",
    ]  # fmt: skip
    lines = "\n".join(json.dumps({"id": number, "message": one}) for number, one in enumerate(messages))
    done = with_library("ask", "--json", stdin=lines)
    assert [(row["outcome"], row["movie"], row["choices"]) for row in done.rows] == [("unknown", None, [])] * 5
    assert all(row["text"].startswith("I don't have the movie behind that link") for row in done.rows)
    assert not any(part in done.out + done.err for part in ("tt9999999", "imdb.com", "themoviedb"))


def test_explain_says_that_a_link_decided(with_library: Run) -> None:
    shown = " ".join(with_library("explain", f"is coco {COCO} ok for my 7 year old").out.split())
    for part in ("a link by its id", "strong", "IMDb id", "one movie is named", "Coco (2017)"):
        assert part in shown
    assert "a link to a movie that nobody stored" in " ".join(with_library("explain", f"{NOBODYS} ok?").out.split())
