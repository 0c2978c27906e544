"""Files that are broken, oversized or meant to do harm: one clear sentence each, and nothing else happens."""

from __future__ import annotations

import gzip
import json
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.errors import InvalidReviewError
from bot.formats.catalogue import read_catalogue
from bot.formats.reading import LARGEST_PAGE_BYTES, LARGEST_WHOLE_BYTES, LONGEST_LINE_BYTES
from bot.formats.review_files import FileFormat, ReadReview, read_reviews


def document(**movie: Any) -> dict[str, Any]:
    return {"format": "parent-guide/1", "movie": {"title": "Paper Boats", "year": 2011, **movie}}


def refusal(path: Path) -> InvalidReviewError:
    """The only thing that reading gives."""
    (found,) = read_reviews(path)
    assert isinstance(found, InvalidReviewError)
    assert path.name not in str(found)
    assert len(str(found)) < 500
    return found


def nested(depth: int) -> str:
    return "[" * depth + "]" * depth


YAML_HEAD = "format: parent-guide/1\nmovie:\n  title: Paper Boats\n"

BROKEN = [
    ("empty.yaml", b"", None, None, "is empty"),
    ("blank.json", b" \n\n ", None, None, "is empty"),
    ("comment.yaml", b"# nothing here\n", None, None, "holds no review"),
    ("list.json", b"[]", None, None, "holds no review"),
    ("header.csv", b"title,year\n", None, None, "holds no review"),
    ("cut.json", b'{"format": "parent-guide/1",\n "movie": {', 2, None, "not valid JSON"),
    ("cut.jsonl", b'{"format": \n', 1, None, "not valid JSON"),
    ("comma.json", b'[{"format": "parent-guide/1",}]', 1, None, "not valid JSON"),
    ("nan.json", json.dumps(document(popularity=float("nan"))).encode(), 1, None, "NaN"),
    ("huge-number.json", b'{"format": ' + b"9" * 5_000 + b"}", 1, None, "thousands of digits"),
    ("endless-number.json", b'{"movie": {"title": "x", "popularity": 1e999}, "format": "parent-guide/1"}', 1,
     "movie.popularity", "number"),
    ("deep.json", nested(100_000).encode(), 1, None, "levels deep"),
    ("quite-deep.json", nested(21).encode(), 1, None, "levels deep"),
    ("quite-deep.yaml", nested(21).encode(), 1, None, "levels deep"),
    ("odd-key.json", b'{"format": "parent-guide/1", "mo\\nvie": 1}', 1, "'mo\\nvie'", "unknown field"),
    ("deep.jsonl", b'{"a": ' + nested(100_000).encode() + b"}", 1, None, "levels deep"),
    ("deep.yaml", nested(100_000).encode(), 1, None, "levels deep"),
    ("twice.json", b'{"format": "parent-guide/1", "format": "parent-guide/1"}', 1, "format", "twice"),
    ("twice.yaml", (YAML_HEAD + "  title: Other\n").encode(), 4, "movie.title", "twice"),
    ("alias.yaml", b"a: &a [x]\nb: *a\n", 1, None, "anchor"),
    ("tag.yaml", b"movie: !!python/object/apply:os.system [ls]\n", 1, None, "tag"),
    ("tabs.yaml", b"movie:\n\ttitle: x\n", 2, None, "not valid YAML"),
    ("colon.yaml", b"movie:\n  title: Up: a story\n", 2, None, "in quotes"),
    ("bell.yaml", b"movie:\n  title: Ding\x07\n", None, None, "control character"),
    ("text.yaml", b"just some words\n", 1, None, "table with the fields"),
    ("numbers.json", b"[1]", 1, None, "table with the fields"),
    ("nul.jsonl", b'{"a": "\x00"}\n', 1, None, "NUL"),
    ("nul.yaml", b"format: parent-guide/1\nmovie: \x00\n", 2, None, "NUL"),
    ("quote.csv", b'title,year\n"Up,2009\nUp,2009\n', 2, None, "not valid CSV"),
    ("unknown.txt", b"Dear all, here is what I thought of it.\n", None, None, "headings"),
    ("unknown.doc", b"Dear all, here is what I thought of it.\n", None, None, "in no format"),
    ("movie.zip", b"PK\x03\x04rest", None, None, "ZIP"),
    ("page.pdf", b"%PDF-1.7 rest", None, None, "PDF"),
    ("still.png", b"\x89PNG\r\n\x1a\nrest", None, None, "picture"),
    ("guide.db", b"SQLite format 3\x00rest", None, None, "database"),
    ("noise.csv", bytes(range(1, 256)) * 20, None, None, "binary"),
    ("latin.jsonl", b'{"a": "\xff\xfe\x81"}\n', 1, None, "UTF-8"),
    ("mixed.yaml", "# Amélie\nformat: x ".encode() + b"\xe9\n", 2, None, "UTF-8"),
    ("bad-utf-16.csv", b"\xff\xfet\x00\x00\xd8", 1, None, "utf-16"),
    ("damaged.json.gz", gzip.compress(b'{"a": 1}' * 500)[:-30], None, None, "gzip"),
    ("twice.json.gz", gzip.compress(gzip.compress(b"{}")), None, None, "packed twice"),
    ("pages.html", b"<html><body><p>Up is a movie.</p></body></html>", None, None, "JSON-LD"),
    ("script.html", b'<script type="application/ld+json">{"@type": </script>', 1, None, "not valid JSON"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "data", "line", "field", "said"), BROKEN, ids=[case[0] for case in BROKEN])
def test_a_broken_file_is_refused_with_its_place(
    tmp_path: Path, name: str, data: bytes, line: int | None, field: str | None, said: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    found = refusal(path)
    assert said in str(found)
    assert (found.line, found.field) == (line, field)


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    assert "no such file" in str(refusal(tmp_path / "nowhere.json"))
    assert "folder" in str(refusal(tmp_path))
    assert "no ordinary file" in str(refusal(Path("/dev/zero")))
    assert "cannot be opened" in str(refusal(Path("a\0b")))


def test_a_title_of_10_megabytes_is_refused_in_every_format(tmp_path: Path) -> None:
    title = "x" * 10_000_000
    page = f"{title}\nIs It Any Good?\nYes.\nMovie Details\n- Genre: Drama\n"
    files = {
        "a.json": json.dumps(document(title=title), indent=1),
        "b.jsonl": json.dumps(document(title=title)),
        "c.yaml": f"format: parent-guide/1\nmovie:\n  title: {title}\n",
        "d.csv": f"title\n{title}\n",
        "e.txt": page,
        "f.html": f'<script type="application/ld+json">{{"@type": "Movie", "name": "{title}"}}</script>',
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
        found = refusal(tmp_path / name)
        assert "fit" in str(found) or "larger than" in str(found) or "longer than" in str(found), name


@pytest.mark.parametrize(
    ("name", "size"),
    [("a.yaml", LARGEST_WHOLE_BYTES + 1), ("a.txt", LARGEST_PAGE_BYTES + 1), ("a.html", LARGEST_PAGE_BYTES + 1)],
)
def test_a_file_over_its_limit_is_refused_with_the_limit(tmp_path: Path, name: str, size: int) -> None:
    start = b"<p>" if name.endswith("html") else b"What's the story?\nIs it any good?\n"
    (tmp_path / name).write_bytes(start.ljust(size))
    assert "MB; split it" in str(refusal(tmp_path / name))


def test_a_file_of_many_gigabytes_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.jsonl"
    with path.open("wb") as file:
        file.truncate(50_000_000_000)  # sparse: takes no room on the disk
    started = time.perf_counter()
    assert "MB; split it" in str(refusal(path))
    (found,) = read_catalogue(path)
    assert "MB; split it" in str(found)
    assert time.perf_counter() - started < 0.5


@pytest.mark.parametrize("line", [b"", b"\n" * 1_000], ids=["one line", "blank lines"])
def test_a_zip_bomb_is_refused_early(tmp_path: Path, line: bytes) -> None:
    path = tmp_path / "bomb.jsonl.gz"
    with gzip.open(path, "wb", compresslevel=9) as file:
        file.write(b"{")
        for _ in range(1_500):
            file.write(line * 100 or b" " * 100_000)
    started = time.process_time()
    found = list(read_reviews(path))
    assert isinstance(found[-1], InvalidReviewError)
    assert "times its size" in str(found[-1]) or f"longer than {LONGEST_LINE_BYTES // 1_000_000} MB" in str(found[-1])
    assert time.process_time() - started < 5


def test_a_billion_laughs_are_refused_at_the_first(tmp_path: Path) -> None:
    lines = ["a0: &a0 [ha, ha]"] + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30)]
    path = tmp_path / "laughs.yaml"
    path.write_text("\n".join(lines))
    assert "anchor" in str(refusal(path))


@pytest.mark.parametrize("place", ["title", "cast", "explanation", "note", "question", "reason"])
@pytest.mark.parametrize("mention", ["@everyone", "@here", "<@123>", "<@&1>", "<#1>"])
def test_a_mention_is_refused_wherever_it_stands(place: str, mention: str) -> None:
    text = f"Look {mention}"
    whole = document(
        title=text if place == "title" else "Paper Boats",
        cast=[text] if place == "cast" else [],
        official_ratings=[{"system": "MPAA", "rating": "R", "explanation": text}] if place == "explanation" else [],
    )
    whole["review"] = {
        "grid": {"language": {"level": 1, "note": text}} if place == "note" else {},
        "talk": [{"question": text}] if place == "question" else [],
        "recommendations": [{"title": "Up", "reason": text}] if place == "reason" else [],
    }
    (found,) = read_reviews(json.dumps(whole).encode())
    assert isinstance(found, InvalidReviewError)
    assert "mention" in str(found)
    assert place in (found.field or "")


SQL = "Robert'); DROP TABLE reviews;-- \" OR 1=1 /* ; */"


@pytest.mark.parametrize("name", ["a.json", "a.yaml", "a.csv", "a.txt"])
def test_sql_in_a_field_is_only_text(tmp_path: Path, name: str) -> None:
    quoted = SQL.replace('"', '""')
    text = {
        "a.json": json.dumps(document(title=SQL)),
        "a.yaml": f"format: parent-guide/1\nmovie:\n  title: {json.dumps(SQL)}\n",
        "a.csv": f'title,year\n"{quoted}",2011\n',
        "a.txt": f"{SQL}\nWhat's the Story?\nA tale.\nMovie Details\n- Genre: Drama\n",
    }[name]
    (tmp_path / name).write_text(text, encoding="utf-8")
    (found,) = read_reviews(tmp_path / name)
    assert isinstance(found, ReadReview)
    assert found.review.movie.title == SQL


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
@pytest.mark.parametrize("name", ["a.json", "a.jsonl", "a.yaml", "a.csv", "a.txt"])
def test_the_usual_encodings_are_read(tmp_path: Path, name: str, encoding: str) -> None:
    title = "Amélie – l’été"
    text = {
        "a.json": json.dumps([document(title=title)], ensure_ascii=False, indent=1),
        "a.jsonl": json.dumps(document(title=title), ensure_ascii=False) + "\r\n",
        "a.yaml": f"format: parent-guide/1\r\nmovie:\r\n  title: {title}\r\n",
        "a.csv": f"title;year\r\n{title};2011\r\n",
        "a.txt": f"{title}\r\n\r\nWhat’s the Story?\r\nA tale.\r\n\r\nIs It Any Good?\r\nYes.\r\n",
    }[name]
    (tmp_path / name).write_bytes(text.encode(encoding))
    (found,) = read_reviews(tmp_path / name)
    assert isinstance(found, ReadReview), str(found)
    assert found.review.movie.title == title


def test_another_old_encoding_is_not_taken_for_western_text() -> None:
    (found,) = read_reviews("title;year\nЧебурашка;1971\n".encode("cp1251"))
    assert isinstance(found, InvalidReviewError)
    assert found.line == 2


def test_after_a_wrong_line_the_next_is_read() -> None:
    lines = [json.dumps(document(title="One")), '{"format": "parent-guide/1"}', "nonsense", "", json.dumps(document())]
    found = list(read_reviews("\n".join(lines).encode(), name="x.jsonl"))
    assert [one.line for one in found] == [1, 2, 3, 5]
    assert [isinstance(one, ReadReview) for one in found] == [True, False, False, True]


@given(st.binary(max_size=400), st.sampled_from([None, *FileFormat]))
@settings(max_examples=200, deadline=None)
def test_no_bytes_bring_anything_but_reviews_and_refusals(data: bytes, file_format: FileFormat | None) -> None:
    for found in read_reviews(data, file_format=file_format):
        assert isinstance(found, (ReadReview, InvalidReviewError))
        str(found).encode()


_PIECES = st.sampled_from(
    ["{", "}", "[", "]", ":", ",", '"', "'", "\n", "  ", "- ", "---\n", "title", "year", "movie", "review", "format",
     "parent-guide/1", "1", "-1e9", "null", "true", "What's the Story?\n", "A Lot or a Little?\n", "Movie Details\n",
     "Violence: a lot\n", "By X,\n", "Cast: A, B\n", "Talk to Your Kids About...\n", "Why? \n", "é", "\ud800", "\x0c",
     '<script type="application/ld+json">', '"@type": "Movie"', '"@graph"', "</script>", "&amp;", "|", ";", "=1"]
)  # fmt: skip


@given(st.lists(_PIECES, max_size=40), st.sampled_from([None, *FileFormat]))
@settings(max_examples=250, deadline=None)
def test_no_scraps_of_the_formats_bring_anything_else_either(pieces: list[str], file_format: FileFormat | None) -> None:
    for found in read_reviews("".join(pieces).encode(errors="surrogatepass"), file_format=file_format):
        assert isinstance(found, (ReadReview, InvalidReviewError))
        str(found).encode()


_NAMES = st.sampled_from(
    ["@type", "@graph", "name", "Movie", "review", "movie", "title", "grid", "talk", "format", "actor",
     "contentRating", "itemReviewed", "reviewRating"]
)  # fmt: skip
_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            _NAMES | st.text(max_size=3), inner | st.sampled_from(["Movie", "Review", "parent-guide/1"]), max_size=6
        )
    ),
    max_leaves=30,
)


@given(_VALUES, st.booleans())
@settings(max_examples=200, deadline=None)
def test_no_shape_of_json_brings_anything_else_either(value: Any, as_html: bool) -> None:
    text = json.dumps(value)
    for found in read_reviews((f'<script type="application/ld+json">{text}</script>' if as_html else text).encode()):
        assert isinstance(found, (ReadReview, InvalidReviewError))
        str(found).encode()


HEAD = "T\nMovie Details\nGenre: Drama\nTalk to Your Kids About\n"
SLOW = [
    ("comments", FileFormat.HTML, "<!--" * 500_000),
    ("tags", FileFormat.HTML, "<a " * 700_000),
    ("scripts", FileFormat.HTML, '<script type="application/ld+json">' * 60_000),
    ("dots", FileFormat.PAGE, HEAD + "." * 2_000_000),
    ("marks", FileFormat.PAGE, HEAD + "." + '"' * 2_000_000),
    ("short lines", FileFormat.PAGE, HEAD + "abc def ghi jkl\n" * 4_900),
    ("no format", None, "abc def\n" * 250_000),
    ("flow", FileFormat.YAML, "[" * 2_000_000),
    ("commas", FileFormat.CSV, "title" + "," * 2_000_000),
    ("bad ones", FileFormat.JSON, "[" + ",".join(["{}"] * 5_000) + "]"),
]


@pytest.mark.parametrize(("file_format", "text"), [case[1:] for case in SLOW], ids=[case[0] for case in SLOW])
def test_text_that_is_made_to_be_slow_is_not(file_format: FileFormat | None, text: str) -> None:
    started = time.process_time()
    assert all(
        isinstance(found, (ReadReview, InvalidReviewError))
        for found in read_reviews(text.encode(), file_format=file_format)
    )
    assert time.process_time() - started < 5
