"""Saving, changing, removing and bringing back reviews, on both engines."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from bot.application.ports import Authorship
from bot.domain.errors import ConflictError, NotFoundError, StoreError
from bot.domain.movie import Movie, MovieId, OfficialRating, PartialDate
from bot.domain.review import (
    Answer,
    DiscussionQuestion,
    GridCell,
    QuestionAnswer,
    Recommendation,
    Review,
    ReviewId,
    Source,
    StoredReview,
)
from bot.domain.vocabulary import GRID
from bot.store.sql_store import SqlStore
from tests.store.examples import OURS, THEIRS, by, paddington, review_of, saved


def test_a_saved_review_comes_back_whole(store: SqlStore) -> None:
    review = Review(
        Movie(
            "Interview",
            2007,
            other_titles=("Das Interview",),
            theatrical_date=PartialDate(2007, 7, 13),
            home_date=PartialDate(2007, 12),
            cast=("Sienna Miller", "Steve Buscemi"),
            directors=("Steve Buscemi",),
            studios=("A Studio",),
            genres=("Drama",),
            run_time_minutes=83,
            official_ratings=(OfficialRating("MPAA", "R", "US", "for language"), OfficialRating("BBFC", "15", "GB")),
            popularity=1.5,
        ),
        byline="Somebody",
        grid={"language": GridCell(4, "Much."), "nudity": GridCell()},
        questions={"sad_ending": QuestionAnswer(Answer.NO, "Not quite.", spoiler=True)},
        talk=(DiscussionQuestion("Who lies?", "Both play a part."),),
        where_to_watch=("A disc",),
        recommendations=(Recommendation("Up", 2009, "for a lighter evening"),),
        last_updated=date(2024, 2, 29),
        source=Source("Us", "CC0-1.0", "https://example.org"),
    )
    stored = saved(store, review)
    with store.begin() as work:
        assert work.reviews.of_movie(stored.movie_id) == stored
        assert work.reviews.get(stored.review_id) == StoredReview(stored.review_id, stored.movie_id, None, 1, review)
        assert work.movies.get(stored.movie_id) == review.movie


@pytest.mark.parametrize(
    "text",
    [
        "'; DROP TABLE movie; --",
        '"quoted" \\ back % _ {curly} %(name)s :name ?',
        "🎬👨‍👩‍👧 family",
        "\u202eright to left\u202c שלום مرحبا",
        "two\nlines\tand a tab",
        "日本語の題名",
        "e\u0301 decomposed",
        "null",
    ],
)
def test_hostile_and_foreign_text_is_stored_unchanged(store: SqlStore, text: str) -> None:
    review = Review(
        Movie(text, 2000, other_titles=(text,), cast=(text, text)), story=text, grid={"language": GridCell(1, text)}
    )
    with store.begin() as work:
        stored = work.reviews.save(review, by(author=text, reason=text)).stored
        work.commit()
    with store.begin() as work:
        shown = work.reviews.of_movie(stored.movie_id)
        assert shown is not None
        assert shown.review == review
        assert work.movies.find(text, 2000) == stored.movie_id
        assert [entry.title for entry in work.movies.title_entries()] == [text]
        (revision,) = work.reviews.history(stored.review_id)
        assert (revision.author, revision.reason) == (text, text)


def test_without_commit_nothing_lasts(store: SqlStore) -> None:
    with store.begin() as work:
        stored = work.reviews.save(paddington(), by()).stored
        assert work.reviews.of_movie(stored.movie_id) is not None
    with store.begin() as work:
        assert (work.reviews.count(), work.movies.count(), work.movies.titles_version()) == (0, 0, 0)


def test_an_error_inside_the_block_rolls_back(store: SqlStore) -> None:
    def save_and_fail() -> None:
        with store.begin() as work:
            work.reviews.save(paddington(), by())
            raise KeyError

    with pytest.raises(KeyError):
        save_and_fail()
    with store.begin() as work:
        assert work.reviews.count() == 0


def test_a_rolled_back_change_leaves_the_earlier_review(store: SqlStore) -> None:
    stored = saved(store, paddington())
    with store.begin() as work:
        work.reviews.save(paddington(quality=1), by())
    with store.begin() as work:
        assert work.reviews.get(stored.review_id) == stored


def test_an_equal_review_makes_no_revision(store: SqlStore) -> None:
    first = saved(store, paddington())
    with store.begin() as work:
        again = work.reviews.save(paddington(), by("somebody else"))
        work.commit()
    assert (again.created, again.changed, again.stored) == (False, False, first)
    with store.begin() as work:
        assert len(work.reviews.history(first.review_id)) == 1


def test_the_same_movie_is_same_title_and_year_whatever_the_case_and_accents(store: SqlStore) -> None:
    first = saved(store, review_of("Amélie", 2001))
    second = saved(store, review_of("AMELIE!", 2001, quality=4))
    assert (second.review_id, second.movie_id, second.revision) == (first.review_id, first.movie_id, 2)
    assert saved(store, review_of("Amélie", 2002)).movie_id != first.movie_id
    assert saved(store, review_of("Amélie", None)).movie_id != first.movie_id


def test_each_change_is_a_revision_that_says_who_when_why_and_what(store: SqlStore) -> None:
    berlin = timezone(timedelta(hours=2))
    first = saved(store, paddington())
    changed = paddington(
        movie=replace(paddington().movie, run_time_minutes=95),
        grid={"scariness": GridCell(3, "A museum lady wants to stuff him."), "language": GridCell(0)},
        talk=(DiscussionQuestion("What makes a home?"),),
        quality=None,
    )
    with store.begin() as work:
        outcome = work.reviews.save(
            changed, Authorship("4711", datetime(2024, 6, 1, 12, tzinfo=berlin), "watched it again")
        )
        work.commit()
    assert (outcome.created, outcome.changed, outcome.stored.revision) == (False, True, 2)
    with store.begin() as work:
        newest, oldest = work.reviews.history(first.review_id)
    assert (newest.number, newest.author, newest.reason) == (2, "4711", "watched it again")
    assert newest.made_at == datetime(2024, 6, 1, 10, tzinfo=UTC)
    assert newest.made_at.utcoffset() == timedelta(0)
    assert newest.changed_fields == (
        "movie.run_time_minutes",
        "quality",
        "grid.language",
        "grid.scariness",
        "talk",
    )
    assert (newest.review, oldest.review) == (changed, paddington())
    assert oldest.changed_fields == ()


def test_a_stale_save_is_refused_and_changes_nothing(store: SqlStore) -> None:
    first = saved(store, paddington())
    saved(store, paddington(quality=4), expected_revision=1)
    with store.begin() as work, pytest.raises(ConflictError, match="revision 2, not 1"):
        work.reviews.save(paddington(quality=1), by(), expected_revision=1)
    with store.begin() as work:
        shown = work.reviews.get(first.review_id)
    assert shown is not None
    assert (shown.revision, shown.review.quality) == (2, 4)


def test_a_save_that_expects_no_review_is_refused_when_there_is_one(store: SqlStore) -> None:
    saved(store, paddington(), expected_revision=0)
    with store.begin() as work, pytest.raises(ConflictError):
        work.reviews.save(paddington(quality=1), by(), expected_revision=0)


def test_a_removed_review_is_unseen_but_its_movie_and_history_stay(store: SqlStore) -> None:
    stored = saved(store, paddington())
    with store.begin() as work:
        work.reviews.remove(stored.review_id, by(reason="a mistake"))
        work.commit()
    with store.begin() as work:
        assert work.reviews.of_movie(stored.movie_id) is None
        assert work.reviews.get(stored.review_id) is None
        assert work.reviews.reviewed([stored.movie_id]) == set()
        assert list(work.reviews.all()) == []
        assert list(work.reviews.for_ages(18)) == []
        assert work.reviews.count() == 0
        assert work.movies.get(stored.movie_id) == paddington().movie
        assert [entry.movie_id for entry in work.movies.title_entries()] == [stored.movie_id]
        newest, _ = work.reviews.history(stored.review_id)
        assert (newest.number, newest.review, newest.reason) == (2, None, "a mistake")


def test_every_version_of_the_librarys_review_is_found_also_when_it_is_taken_down(store: SqlStore) -> None:
    with store.begin() as work:
        stored = work.reviews.save(paddington(quality=3), by()).stored
        work.reviews.save(paddington(quality=4), by())
        work.reviews.save(paddington(quality=1), by(), OURS)
        work.reviews.save(review_of("Up"), by())
        work.reviews.remove(stored.review_id, by())
        for server_id in (None, OURS, THEIRS):
            versions = work.reviews.library_versions(stored.movie_id, server_id)
            assert [version.quality for version in versions] == [4, 3]
        assert list(work.reviews.library_versions(MovieId(999))) == []


def test_a_removed_review_cannot_be_removed_again(store: SqlStore) -> None:
    stored = saved(store, paddington())
    with store.begin() as work:
        work.reviews.remove(stored.review_id, by())
        with pytest.raises(NotFoundError):
            work.reviews.remove(stored.review_id, by())


def test_a_removed_review_can_be_brought_back_as_a_new_revision(store: SqlStore) -> None:
    stored = saved(store, paddington())
    with store.begin() as work:
        work.reviews.remove(stored.review_id, by())
        outcome = work.reviews.restore(stored.review_id, 1, by(reason="undo"))
        work.commit()
    assert outcome.changed
    with store.begin() as work:
        shown = work.reviews.of_movie(stored.movie_id)
        assert shown == replace(stored, revision=3)
        assert [revision.number for revision in work.reviews.history(stored.review_id)] == [3, 2, 1]
        assert [found.review_id for found in work.reviews.for_ages(6)] == [stored.review_id]


def test_a_review_written_anew_after_removal_counts_as_created_and_keeps_the_history(store: SqlStore) -> None:
    stored = saved(store, paddington())
    with store.begin() as work:
        work.reviews.remove(stored.review_id, by())
        outcome = work.reviews.save(paddington(quality=3), by())
        work.commit()
    assert (outcome.created, outcome.stored.review_id, outcome.stored.revision) == (True, stored.review_id, 3)


def test_any_revision_can_be_brought_back_with_its_facts(store: SqlStore) -> None:
    stored = saved(store, paddington())
    saved(store, paddington(movie=Movie("Paddington", 2014, run_time_minutes=1), quality=1))
    with store.begin() as work:
        assert work.reviews.restore(stored.review_id, 2, by()).changed is False
        outcome = work.reviews.restore(stored.review_id, 1, by())
        work.commit()
    assert (outcome.stored.revision, outcome.stored.review) == (3, paddington())
    with store.begin() as work:
        assert work.movies.get(stored.movie_id) == paddington().movie


@pytest.mark.parametrize("number", [0, 2, 99])
def test_a_revision_without_a_review_cannot_be_brought_back(store: SqlStore, number: int) -> None:
    stored = saved(store, paddington())
    with store.begin() as work:
        work.reviews.remove(stored.review_id, by())
        with pytest.raises(NotFoundError):
            work.reviews.restore(stored.review_id, number, by())


@pytest.mark.parametrize("number", [999, 0, -1, 2**31, 2**63, 10**30])
def test_what_never_was_is_not_found(store: SqlStore, number: int) -> None:
    nobody, nothing = ReviewId(number), MovieId(number)
    stored = saved(store, paddington())
    with store.begin() as work:
        assert work.reviews.of_movie(nothing) is None
        assert work.reviews.reviewed([nothing]) == set()
        assert work.movies.get(nothing) is None
        assert work.movies.title_entries_of([nothing]) == []
        with pytest.raises(NotFoundError):
            work.reviews.restore(stored.review_id, number, by())
        assert work.reviews.get(nobody) is None
        with pytest.raises(NotFoundError):
            work.reviews.history(nobody)
        with pytest.raises(NotFoundError):
            work.reviews.remove(nobody, by())
        with pytest.raises(NotFoundError):
            work.reviews.restore(nobody, 1, by())


def test_reviews_come_by_title_and_year(store: SqlStore) -> None:
    given = [review_of("b", 2000), review_of("A", 2001), review_of("a", 1999), review_of("Ä b", 1990)]
    with store.begin() as work:
        assert work.reviews.save_all(given, by()) == (4, 0, 0)
        named = [stored.review.movie.name for stored in work.reviews.all()]
    assert named == ["a (1999)", "A (2001)", "Ä b (1990)", "b (2000)"]


def test_reviews_for_an_age_are_those_recommended_from_it_or_younger_the_better_first(store: SqlStore) -> None:
    given = [
        review_of("Older", recommended_age_years=10, quality=5),
        review_of("Just right", recommended_age_years=9, quality=3),
        review_of("Better", recommended_age_years=4, quality=5),
        review_of("Younger", recommended_age_years=4, quality=3),
        review_of("Not said", quality=5),
        review_of("Not rated", recommended_age_years=9),
    ]
    with store.begin() as work:
        work.reviews.save_all(given, by())
        titles = [stored.review.movie.title for stored in work.reviews.for_ages(9)]
    assert titles == ["Better", "Just right", "Younger", "Not rated"]


def test_a_review_without_a_recommended_age_is_found_by_its_grid_or_the_lowest_of_its_ratings(store: SqlStore) -> None:
    grid = {category.key: GridCell(0) for category in GRID}
    rated = Movie("By rating", 2000, official_ratings=(OfficialRating("MPAA", "R"), OfficialRating("BBFC", "12A")))
    given = [
        review_of("By grid", grid=grid | {"scariness": GridCell(3)}),
        Review(rated),
        review_of("By half a grid", grid={"scariness": GridCell(3)}),
        review_of("Said", recommended_age_years=8, grid=grid | {"scariness": GridCell(5)}),
        review_of("Nothing known"),
    ]
    with store.begin() as work:
        work.reviews.save_all(given, by())
        found = {age: {stored.review.movie.title for stored in work.reviews.for_ages(age)} for age in (7, 8, 11, 12)}
        grown = work.reviews.save(review_of("By grid", recommended_age_years=2), by()).stored
        assert [stored.movie_id for stored in work.reviews.for_ages(2)] == [grown.movie_id]
    eight = {"By grid", "By half a grid", "Said"}
    assert found == {7: set(), 8: eight, 11: eight, 12: eight | {"By rating"}}


def test_many_reviews_are_saved_like_single_ones(store: SqlStore) -> None:
    many = [review_of(f"Movie {number}", quality=1) for number in range(1203)]
    with store.begin() as work:
        assert work.reviews.save_all(many, by()) == (1203, 0, 0)
        work.commit()
    changed = [replace(review, quality=2) if number % 3 == 0 else review for number, review in enumerate(many)]
    with store.begin() as work:
        assert work.reviews.save_all(changed, by()) == (0, 401, 802)
        assert work.reviews.save_all(changed, by()) == (0, 0, 1203)
        work.commit()
    with store.begin() as work:
        assert {stored.review.movie.title: stored.review for stored in work.reviews.all()} == {
            review.movie.title: review for review in changed
        }
        assert work.reviews.count() == 1203
        movie_ids = [entry.movie_id for entry in work.movies.title_entries()]
        assert work.reviews.reviewed(movie_ids) == set(movie_ids)


@pytest.mark.parametrize("apart", [1, 700], ids=["next to each other", "in different chunks"])
def test_of_several_reviews_of_one_movie_the_last_counts(store: SqlStore, apart: int) -> None:
    between = [review_of(f"Movie {number}") for number in range(apart)]
    first, last = review_of("Twice", recommended_age_years=3), review_of("Twice", recommended_age_years=9)
    file = [first, *between, last]
    with store.begin() as work:
        assert work.reviews.save_all(file, by()) == (apart + 1, 0, 0)
        work.commit()
    with store.begin() as work:
        assert work.reviews.save_all(file, by()) == (0, 0, apart + 1)
        work.commit()
    with store.begin() as work:
        movie_id = work.movies.find("Twice", 2000)
        assert movie_id is not None
        shown = work.reviews.of_movie(movie_id)
        assert shown is not None
        assert (shown.revision, shown.review) == (1, last)
        assert len(work.reviews.history(shown.review_id)) == 1
        assert [found.review.movie.title for found in work.reviews.for_ages(9)] == ["Twice"]
        assert list(work.reviews.for_ages(8)) == []
        # Changed by the file's first of the two, and changed on by its last: one revision.
        assert work.reviews.save_all([last, *between, first], by()) == (0, 1, apart)
        assert len(work.reviews.history(shown.review_id)) == 2


def test_a_bulk_import_that_fails_half_way_leaves_the_store_as_it_was(store: SqlStore) -> None:
    def breaking() -> object:
        yield from (review_of(f"Movie {number}") for number in range(600))
        raise OSError

    with store.begin() as work, pytest.raises(OSError):  # noqa: PT011
        work.reviews.save_all(breaking(), by())  # type: ignore[arg-type]
    with store.begin() as work:
        assert work.reviews.count() == 0


def test_text_the_database_cannot_hold_is_a_store_error_and_changes_nothing(store: SqlStore) -> None:
    with store.begin() as work, pytest.raises(StoreError):
        work.reviews.save(paddington(), by(reason="half a sign: \ud83c"))
    with store.begin() as work:
        assert work.reviews.count() == 0
