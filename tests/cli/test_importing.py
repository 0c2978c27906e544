"""`import`, `export`, `schema`, `catalogue import`, `reviews` and `stats`."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
import yaml

from bot.bootstrap import library_folder
from tests.cli.conftest import Run

PAGE = """Moonlit Kite
By A. Example,
Village Film Circle reviewer
Two sisters chase a kite over the roofs.

A Lot or a Little?
What's the Story?
Mina and Jo lose a kite on the last day of summer and follow it across the town.
Is It Any Good?
It is small and kind, and a little slow.
Talk to Your Kids About ...
Families can talk about sharing. Why does Jo let go of the string? When did you last lose something?
Movie Details
- In theaters: March 3, 2017
- Cast: Ada Example, Bo Sample
- Director: Cy Maker
- Run time: 71 minutes
- MPAA rating: PG
- MPAA explanation: some mild peril.
- Last updated: June 2, 2021
"""


def write_review(folder: Path, title: str, **review: object) -> Path:
    path = folder / f"{title.lower().replace(' ', '-')}.yaml"
    document = {"format": "parent-guide/1", "movie": {"title": title, "year": 2017}, "review": review}
    path.write_text(yaml.safe_dump(document), encoding="utf-8")
    return path


def test_the_model_page_is_read_and_answered_from_its_rating(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(PAGE, encoding="utf-8")
    done = run("import", str(page))
    assert done.code == 0, done.err
    assert "1 new" in done.out
    assert "A Lot or a Little?" in done.out
    answer = run("ask", "is moonlit kite ok for my 6 year old").out
    assert "Moonlit Kite (2017)" in answer
    assert "mild peril" in answer
    assert "For your 6-year-old: not yet" in answer


def test_an_import_fills_the_store_with_nothing_but_ones_own(run: Run, tmp_path: Path) -> None:
    run("import", str(write_review(tmp_path, "Moonlit Kite", one_line="A kite.")))
    exported = run("export").rows
    assert [row["movie"]["title"] for row in exported] == ["Moonlit Kite"]


def test_the_same_file_again_changes_nothing_and_a_changed_one_makes_one_revision(run: Run, tmp_path: Path) -> None:
    path = write_review(tmp_path, "Moonlit Kite", one_line="A kite.")
    assert "1 new, 0 changed, 0 as they were" in run("import", str(path)).out
    assert "0 new, 0 changed, 1 as they were" in run("import", str(path)).out
    write_review(tmp_path, "Moonlit Kite", one_line="A red kite.", quality=4)
    assert "0 new, 1 changed, 0 as they were" in run("import", str(path), "--reason", "a better line").out
    history = run("reviews", "history", "moonlit kite").out
    assert "a better line" in history
    assert "one_line" in history
    assert "quality" in history


def test_the_source_of_a_page_can_be_named(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(PAGE, encoding="utf-8")
    assert run("import", str(page), "--source", "Village Film Circle", "--licence", "by permission").code == 0
    assert "Village Film Circle" in run("ask", "is moonlit kite (2017) ok for my 6 year old").out
    assert run("import", str(page), "--licence", "by permission").code == 2


def test_one_bad_file_leaves_the_store_as_it_was(run: Run, tmp_path: Path) -> None:
    good = write_review(tmp_path, "Moonlit Kite", one_line="A kite.")
    bad = write_review(tmp_path, "Paper Boat", quality=9)
    done = run("import", str(good), str(bad))
    assert done.code == 2
    assert f"{bad}:" in done.err
    assert "quality" in done.err
    assert run("export").out == ""


def test_keep_going_imports_the_good_and_lists_the_rest(run: Run, tmp_path: Path) -> None:
    good = write_review(tmp_path, "Moonlit Kite", one_line="A kite.")
    bad = write_review(tmp_path, "Paper Boat", quality=9)
    done = run("import", "--keep-going", str(bad), str(good))
    assert done.code == 2
    assert "1 new" in done.out
    assert "quality" in done.err
    assert len(run("export").rows) == 1


RATED = "title,year,mpaa_rating,bbfc_rating\n"


@pytest.mark.parametrize("rating", ["X", "TV-MA", "TV-14", "GP", "18"])
def test_a_rating_that_is_none_of_its_boards_never_makes_a_movie_fine(run: Run, tmp_path: Path, rating: str) -> None:
    sheet = tmp_path / "sheet.csv"
    sheet.write_text(f"{RATED}Moonlit Kite,2017,{rating},PG\nPaper Boat,2017,PG,U\n", encoding="utf-8")
    done = run("import", "--keep-going", str(sheet))
    assert done.code == 2
    assert f"{sheet}:2: official_ratings.1.rating: '{rating}' is no rating of the board MPAA" in done.err
    assert "fine" not in run("ask", "is moonlit kite ok for my 9 year old").out
    assert "For your 9-year-old: fine" in run("ask", "is paper boat (2017) ok for my 9 year old").out


def test_a_sheet_says_which_ratings_it_left_out_because_they_say_there_is_none(run: Run, tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.csv"
    rows = "".join(f"Kite {number},2017,{said},PG\n" for number, said in enumerate(["NR", "None", "N/A", "Unrated"], 1))
    sheet.write_text(f"{RATED}{rows}", encoding="utf-8")
    done = run("import", str(sheet))
    assert done.code == 0, done.err
    assert f"{sheet}:3: Kite 2 (2017): the official rating 'None' of the board MPAA says that there is none" in done.out
    assert done.out.count("left out") == 4
    answer = run("ask", "is kite 2 (2017) ok for my 9 year old").out
    assert "Kite 2 (2017), rated PG by the BBFC (UK)" in answer
    assert "MPAA" not in answer


@pytest.mark.parametrize(
    "content",
    [b"", b"\x00\x01\x02\x03", b"{" * 5_000, b'{"format": "parent-guide/1"}', b"PK\x03\x04zip", b"\xff" * 200],
)
def test_a_file_that_is_no_review_is_refused_with_its_name(run: Run, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "odd.json"
    path.write_bytes(content)
    done = run("import", str(path))
    assert done.code == 2
    assert "odd.json" in done.err
    assert "Traceback" not in done.err
    assert run("export").out == ""


def test_a_missing_file_is_one_clear_sentence(run: Run) -> None:
    done = run("import", "not-there.yaml")
    assert done.code == 2
    assert "not-there.yaml" in done.err
    assert "Traceback" not in done.err


@pytest.mark.parametrize("form", ["jsonl", "json", "yaml", "csv"])
def test_what_is_exported_imports_back_to_the_same(with_library: Run, tmp_path: Path, form: str) -> None:
    file = tmp_path / f"all.{form}"
    assert with_library("export", "--format", form, "--output", str(file)).code == 0
    done = with_library("import", str(file))
    assert done.code == 0, done.err
    assert "0 new, 0 changed" in done.out


def test_an_unknown_export_format_names_the_known_ones(run: Run) -> None:
    done = run("export", "--format", "docx")
    assert done.code == 2
    assert "jsonl" in done.err


def test_the_schema_accepts_the_starter_library_and_refuses_a_wrong_level(run: Run) -> None:
    schema = json.loads(run("schema").out)
    document = yaml.safe_load((library_folder() / "interview-2007.yaml").read_text(encoding="utf-8"))
    document = json.loads(json.dumps(document, default=str))
    jsonschema.validate(document, schema)
    document["review"]["grid"]["language"]["level"] = 9
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(document, schema)


def test_a_catalogue_movie_is_known_but_unreviewed_and_is_not_guessed_at(run: Run, tmp_path: Path) -> None:
    known = tmp_path / "known.jsonl"
    known.write_text(
        '{"title": "Interview with the Vampire", "year": 1994, "cast": ["Tom Cruise"]}\n', encoding="utf-8"
    )
    assert "1 new" in run("catalogue", "import", str(known)).out
    answer = run("ask", "interview with the vampire for a teen?").out
    assert "Interview with the Vampire (1994)" in answer
    assert "not enough known. Nobody here has reviewed it yet." in answer


def test_undo_takes_the_last_change_back(run: Run, tmp_path: Path) -> None:
    path = write_review(tmp_path, "Moonlit Kite", one_line="A kite.")
    run("import", str(path))
    write_review(tmp_path, "Moonlit Kite", one_line="Spoiled.")
    run("import", str(path))
    assert run("reviews", "undo", "Moonlit Kite").code == 0
    assert run("export").rows[0]["review"]["one_line"] == "A kite."


def test_a_removed_review_is_no_longer_told(run: Run, tmp_path: Path) -> None:
    run("import", str(write_review(tmp_path, "Moonlit Kite", one_line="A kite.")))
    assert run("reviews", "remove", "Moonlit Kite").code == 0
    assert "A kite." not in run("ask", "is moonlit kite ok for my 6 year old").out
    assert run("reviews", "show", "Moonlit Kite").code == 2


def test_a_newer_starter_library_renews_only_what_nobody_changed(with_library: Run, tmp_path: Path) -> None:
    mine = yaml.safe_load((library_folder() / "interview-2007.yaml").read_text(encoding="utf-8"))
    mine["review"]["one_line"] = "Our own line."
    own = tmp_path / "own.json"
    own.write_text(json.dumps(mine, default=str), encoding="utf-8")
    with_library("import", str(own))
    done = with_library("reviews", "update-library")
    assert "0 new, 0 renewed, 1 kept" in done.out
    assert "Our own line." in with_library("reviews", "show", "Interview").out


def test_stats_count_the_library(with_library: Run) -> None:
    done = with_library("stats")
    assert done.code == 0
    assert "reviews" in done.out
    assert "grid cells checked: " in done.out
    assert "| To choose from at age |" in with_library("stats", "--markdown").out


@pytest.mark.parametrize(
    ("url", "said"),
    [("nonsense", "no database URL"), ("sqlite:///", "needs a file"), ("mysql://x/y", "mysql")],
)
def test_a_store_that_cannot_be_is_one_clear_sentence(run: Run, url: str, said: str) -> None:
    done = run("ask", "--db", url, "is coraline ok")
    assert done.code == 2
    assert said in done.err
    assert len(done.err.strip().splitlines()) == 1


def test_a_token_is_asked_for_in_one_sentence(run: Run) -> None:
    done = run("run")
    assert done.code == 2
    assert "DISCORD_TOKEN" in done.err.splitlines()[-1]


def test_a_setting_that_cannot_be_is_named(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RATING_SYSTEMS", "XYZ")
    done = run("ask", "is coraline ok")
    assert done.code == 2
    assert "RATING_SYSTEMS" in done.err


def test_every_command_has_help_and_stands_in_the_readme(run: Run) -> None:
    from bot.cli.app import ROOMS

    readme = (Path(__file__).resolve().parents[2] / "README.md").read_text(encoding="utf-8")
    for command in ROOMS:
        assert run(command, "--help").code == 0
        assert f"parent-guide {command}" in readme, command
