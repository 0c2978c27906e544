"""What reviews tell, as the store hands it out and says that it changed."""

from __future__ import annotations

from pathlib import Path

from bot.application import stories
from bot.application.stories import Stories
from bot.domain.movie import Movie
from bot.matching.stories import StoryIndex
from bot.store.sql_store import SqlStore
from tests.store.examples import OURS, THEIRS, by, paddington, review_of, saved


def told(store: SqlStore, words: str, index: StoryIndex) -> list[str]:
    with store.begin() as work:
        found = [work.movies.get(one.movie_id, OURS) for one in index.search(words.split())]  # type: ignore[arg-type]
    return [movie.title for movie in found if movie is not None]


def test_each_owner_has_what_its_own_reviews_tell(store: SqlStore) -> None:
    saved(store, paddington(one_line="Marmalade."))
    saved(store, paddington(one_line="Jam."), OURS)
    with store.begin() as work:
        shared, ours, theirs = (list(work.stories.entries(one)) for one in (None, OURS, THEIRS))
    assert [entry.told[1] for entry in (*shared, *ours)] == ["Marmalade.", "Jam."]
    assert theirs == []
    assert shared[0].noted == ("A museum lady wants to stuff him.",)
    assert set(shared[0].facts) == {"Family", "Ben Whishaw", "Paul King"}


def test_every_change_of_a_review_is_noted_and_of_its_titles_only_where_they_change(store: SqlStore) -> None:
    first = saved(store, paddington())
    with store.begin() as work:
        before, titles = work.stories.version(), work.movies.titles_version()
    saved(store, paddington(story="Another story."))
    with store.begin() as work:
        changes = work.stories.changes(before)
        assert work.movies.titles_version() == titles
    assert changes is not None
    assert changes.changed == (first.movie_id,)
    assert changes.version > before
    saved(store, paddington(story="Another story."))
    with store.begin() as work:
        assert work.stories.version() == changes.version
        work.reviews.remove(first.review_id, by())
        assert work.stories.changes(changes.version).changed == (first.movie_id,)  # type: ignore[union-attr]
        assert work.stories.entries_of([first.movie_id]) == []
        work.commit()


def test_a_review_that_moves_to_another_movie_is_told_of_that_one(store: SqlStore) -> None:
    index = Stories()
    first = saved(store, paddington(story="A bear and a thief."))
    saved(store, review_of("Babe", 1995, story="A pig herds sheep."))
    with store.begin() as work:
        assert told(store, "bear thief", index.index(work)) == ["Paddington"]
    with store.begin() as work:
        work.movies.add_catalogue([Movie("Paddington", 2014), Movie("Paddington Bear", 2015)])
        work.commit()
    saved(store, paddington(movie=Movie("Paddington Bear", 2015), story="A bear."), review_id=first.review_id)
    with store.begin() as work:
        assert told(store, "bear", index.index(work)) == ["Paddington Bear"]
        assert told(store, "thief", index.index(work)) == []


def test_a_large_index_is_kept_between_starts_until_a_review_changes(store: SqlStore, tmp_path: Path) -> None:
    saved_at = tmp_path / "stories.npz"
    many = [review_of(f"Movie {number}", 2001, story="A pig herds sheep.") for number in range(2_500)]
    with store.begin() as work:
        work.reviews.save_all(many, by())
        work.commit()
    with store.begin() as work:
        assert len(Stories(saved_at).index(work)) == len(many) >= stories.SAVE_FROM_REVIEWS
        kept = StoryIndex.load(saved_at, work.stories.fingerprint())
        assert kept is not None
        assert len(kept) == len(many)
        running = Stories(saved_at)
        running.index(work)
    saved(store, review_of("Movie 7", 2001, story="A falcon and a volcano."))
    with store.begin() as work:
        assert StoryIndex.load(saved_at, work.stories.fingerprint()) is None
        assert told(store, "falcon volcano", running.index(work)) == ["Movie 7"]
