"""A pasted link is the movie whose id it carries, whatever words stand around it; one that nobody stored is unknown."""

from __future__ import annotations

from functools import cache

import pytest

from bot.language.lexicon import lexicon
from bot.language.words import tokenise
from bot.matching.mention import Grade
from bot.matching.titles import TitleEntry, TitleIndex
from bot.understanding.dialogue import DialogueContext
from bot.understanding.features import views
from bot.understanding.learned import learned
from bot.understanding.links import link_places
from bot.understanding.meaning import Meaning, Topic
from bot.understanding.tagger import ASIDE, IN_ASIDE, IN_TITLE, TITLE
from tests.understanding.recognising import only_mention
from tests.understanding.world import index, meant, movie_id, movie_name

IDS = {
    "Coraline (2009)": ("imdb:tt0327597", "tmdb:14836", "wikidata:Q725987"),
    "Frozen (2013)": ("imdb:tt2294629",),
    "The Lion King (1994)": ("imdb:tt0110357",),
    "The Lion King (2019)": ("imdb:tt6105098",),
    "Toy Story 3 (2010)": ("imdb:tt0435761",),
    "It (2017)": ("imdb:tt1396484",),
}
CORALINE = "https://www.imdb.com/title/tt0327597/"
FROZEN = "https://www.imdb.com/title/tt2294629/"
LION_KING_1994 = "https://www.imdb.com/title/tt0110357/"
TOY_STORY_3 = "https://www.imdb.com/title/tt0435761/"
NOBODYS = "https://www.imdb.com/title/tt9999999/"


@cache
def linked_index() -> TitleIndex:
    numbered = {movie_id(name): ids for name, ids in IDS.items()}
    return TitleIndex.build(
        TitleEntry(
            entry.movie_id, entry.title, entry.year, entry.other_titles, entry.people, entry.genres, entry.popularity,
            external_ids=numbered.get(entry.movie_id, ()),  # type: ignore[call-overload]
        )
        for entry in index()
    )  # fmt: skip


def said(message: str, context: DialogueContext | None = None, *, addressed: bool = True) -> Meaning:
    return meant(message, context, titles=linked_index(), addressed=addressed)


def names(meaning: Meaning) -> list[str]:
    return [movie_name(number) for number in meaning.movies]


@pytest.mark.parametrize(
    ("message", "ages"),
    [
        (f"{CORALINE} ok for 7?", [7]),
        (f"is {CORALINE} ok for my 7 year old", [7]),
        (CORALINE, []),
        (f"how scary is <{CORALINE}> for a sensitive 6yo", [6]),
        ("imdb.com/title/tt0327597 for a 5yo?", [5]),
        (f"can my kids (4 and 9) watch {CORALINE}?ref_=nv_sr_1 tonight", [4, 9]),
        ("www.themoviedb.org/movie/14836-coraline, 7 and 9", [7, 9]),
        ("would you let a 3 year old watch https://www.wikidata.org/wiki/Q725987", [3]),
        ("https://www.wikidata.org/entity/Q725987 my daughter is turning nine", [9]),
        ("My son (8) found this: https://m.imdb.com/title/tt0327597/?ref_=ext_shr. Is it ok?", [8]),
        (f"[this one]({CORALINE}) for my 10 yo?", [10]),
        (f"||{CORALINE}|| ok for a 12 year old?", [12]),
    ],
)
def test_a_link_to_a_stored_id_is_its_movie(message: str, ages: list[float]) -> None:
    meaning = said(message)
    assert (meaning.topic, names(meaning)) == (Topic.MOVIE, ["Coraline (2009)"])
    assert [age.youngest_years for age in meaning.ages] == ages
    assert (meaning.missing, meaning.unknown_links, meaning.others) == ((), 0, ())


def test_a_link_is_a_sure_mention_that_explain_can_name() -> None:
    mention = only_mention(f"is {CORALINE} ok for 7", linked_index())
    (candidate,) = mention.candidates
    assert (mention.grade, mention.link, mention.text) == (Grade.STRONG, True, CORALINE)
    assert candidate.reason == "the link leads to its page on IMDb"
    assert [part.name for part in candidate.parts] == ["IMDb id"]


@pytest.mark.parametrize(
    ("message", "movies"),
    [
        (f"{CORALINE} or {FROZEN} for a 6 year old?", ["Coraline (2009)", "Frozen (2013)"]),
        (f"{FROZEN} {CORALINE} for 6?", ["Frozen (2013)", "Coraline (2009)"]),
        (f"which is scarier, {CORALINE} or {FROZEN}?", ["Coraline (2009)", "Frozen (2013)"]),
        (f"{CORALINE},{FROZEN} ok for 7?", ["Coraline (2009)", "Frozen (2013)"]),
        (f"compare {CORALINE} with frozen for a 7yo", ["Coraline (2009)", "Frozen (2013)"]),
        (f"is paddington or {FROZEN} better for a 4 year old", ["Paddington (2014)", "Frozen (2013)"]),
        (f"is it scarier than matilda: {CORALINE}, for a 7 year old", ["Matilda (1996)", "Coraline (2009)"]),
    ],
)
def test_two_movies_are_compared_however_each_is_named(message: str, movies: list[str]) -> None:
    meaning = said(message)
    assert (meaning.topic, names(meaning)) == (Topic.SEVERAL, movies)


@pytest.mark.parametrize(
    "message",
    [
        f"Coraline {CORALINE} ok for 7?",
        f"is coraline ok for 7? {CORALINE}",
        f"Coraline (2009) - IMDb {CORALINE}",
        f"{CORALINE}: coraline, 5yo",
        f"[Coraline]({CORALINE}) for a 9 year old",
        f"corlaine {CORALINE} for my 8 year old",
        f"Coraline y la puerta secreta {CORALINE} for a 9 year old?",
        f"{CORALINE} https://www.themoviedb.org/movie/14836-coraline ok for 7?",
        f"is the film coraline {CORALINE} too scary for a 6yo",
    ],
)
def test_a_link_beside_its_own_title_is_one_movie(message: str) -> None:
    meaning = said(message)
    assert (meaning.topic, names(meaning), meaning.missing) == (Topic.MOVIE, ["Coraline (2009)"], ())


@pytest.mark.parametrize(
    "message",
    [
        f"the lion king {LION_KING_1994} ok for 5?",
        f"is the lion king ok for my 5 year old? {LION_KING_1994}",
        f"{LION_KING_1994} the lion king for a 5yo?",
        f"lion king ({LION_KING_1994}) for 5",
        f"can we watch the lion king tonight, she is 5. This one: {LION_KING_1994}",
    ],
)
def test_a_link_tells_which_of_the_movies_of_one_title_is_meant(message: str) -> None:
    meaning = said(message)
    assert (meaning.topic, names(meaning)) == (Topic.MOVIE, ["The Lion King (1994)"])


@pytest.mark.parametrize(
    "message",
    [
        f"the second {FROZEN} for 7",
        f"the last {FROZEN} ok for my 7 year old?",
        f"{FROZEN} part 1 or 2?",
        f"{FROZEN} 2 kids, 4 and 6",
        f"is {FROZEN} up your street? my kid is 6",
        f"is it ok at home {FROZEN}",
        f"the new {FROZEN} for a 6yo?",
        f"the lion king {FROZEN} for a 6yo",
    ],
)
def test_no_words_make_another_movie_of_a_link(message: str) -> None:
    meaning = said(message)
    assert (meaning.topic, names(meaning)) == (Topic.MOVIE, ["Frozen (2013)"])


@pytest.mark.parametrize(
    ("message", "ages"),
    [
        (f"{NOBODYS} ok for 7?", [7]),
        (NOBODYS, []),
        (f"is {NOBODYS} ok for my 7 year old", [7]),
        (f"is it ok {NOBODYS}", []),
        ("how scary is <https://www.themoviedb.org/movie/1-nothing> for a 6yo", [6]),
        ("https://www.wikidata.org/wiki/Q1 for my 9 year old?", [9]),
        ("https://www.themoviedb.org/tv/14836-coraline for my 9 year old?", [9]),
        (f"can my 4 and 9 year old watch up to the end of {NOBODYS}", [4, 9]),
    ],
)
def test_a_link_that_nobody_stored_is_unknown_and_never_said_back(message: str, ages: list[float]) -> None:
    meaning = said(message)
    assert (meaning.topic, meaning.movies, meaning.unknown_links) == (Topic.UNKNOWN, (), 1)
    assert (meaning.asked_title, meaning.missing) == (None, ())
    assert [age.youngest_years for age in meaning.ages] == ages


@pytest.mark.parametrize(
    "message",
    [
        f"Zorbulax Prime {NOBODYS} ok for 7?",
        f"{NOBODYS} Zorbulax Prime ok for my 7 year old?",
        f"is Zorbulax Prime ({NOBODYS}) ok for 7",
        f"Zorbulax Prime - {NOBODYS} for a 9yo?",
        f'is "Zorbulax Prime" {NOBODYS} too scary for a 5 year old',
    ],
)
def test_an_unknown_title_beside_its_unknown_link_is_said_by_its_title(message: str) -> None:
    meaning = said(message)
    assert (meaning.topic, meaning.asked_title) == (Topic.UNKNOWN, "Zorbulax Prime")


@pytest.mark.parametrize(
    ("message", "left_out"),
    [
        (f"{NOBODYS} or {CORALINE} for a 6yo?", 1),
        (f"is coraline ok for 7? {NOBODYS}", 1),
        (f"coraline, {NOBODYS} for a 9 year old?", 1),
        (f"coraline or {NOBODYS} for 9?", 1),
        (f"{CORALINE} vs {NOBODYS} vs themoviedb.org/tv/1 for a 9yo", 2),
        (f"Coraline {NOBODYS} ok for 7?", 0),
        (f"is Coraline ({NOBODYS}) ok for 7?", 0),
        (f"[Coraline]({NOBODYS}) ok for 7?", 0),
    ],
)
def test_an_unknown_link_beside_a_known_movie_is_told_unless_it_is_of_that_movie(message: str, left_out: int) -> None:
    meaning = said(message)
    assert (meaning.topic, names(meaning), meaning.missing) == (Topic.MOVIE, ["Coraline (2009)"], ())
    assert meaning.unknown_links == left_out


@pytest.mark.parametrize("link", ["https://youtu.be/a?t=1", "https://www.youtube.com/watch?v=up", "www.amazon.com/it"])
@pytest.mark.parametrize("message", ["is coraline ok for 7? {}", "coraline {} for a 7yo", "{} coraline, my kid is 7"])
def test_any_other_link_names_nothing_and_hides_no_title(message: str, link: str) -> None:
    meaning = said(message.format(link))
    assert (meaning.topic, names(meaning), meaning.unknown_links) == (Topic.MOVIE, ["Coraline (2009)"], 0)
    assert [age.youngest_years for age in meaning.ages] == [7]


@pytest.mark.parametrize(
    "message",
    [
        "https://youtu.be/abc ok for 7?",
        "is https://www.youtube.com/watch?v=frozen ok for my 7 year old",
        "www.amazon.com/Coraline-DVD/dp/B001 for a 7yo?",
        "https://en.wikipedia.org/wiki/It_(2017_film) ok for my 7 year old?",
        "https://www.imdb.com/name/nm0266824/ ok for my 7 year old?",
    ],
)
def test_a_link_to_anything_else_is_no_movie_and_the_movie_is_asked_for(message: str) -> None:
    meaning = said(message)
    assert (meaning.topic, meaning.movies, meaning.unknown_links) == (Topic.HELP, (), 0)
    assert [age.youngest_years for age in meaning.ages] == [7]


@pytest.mark.parametrize(
    "message",
    [
        CORALINE,
        f"{CORALINE}?ref_=ext_shr_lnk",
        f"we watched this last night {CORALINE}",
        f"lol {CORALINE}",
        f"just got tickets for {CORALINE}?ref_=a on saturday",
        f"{NOBODYS} this looks great",
        f"{NOBODYS}?ref_=a",
        "trailer is out https://youtu.be/abc?t=3",
    ],
)
def test_a_link_in_talk_that_asks_nothing_stays_silent(message: str) -> None:
    assert said(message, addressed=False).topic is Topic.SILENT


@pytest.mark.parametrize(
    ("message", "topic"),
    [
        (f"{CORALINE} ok for my 7 year old?", Topic.MOVIE),
        (f"is {CORALINE} too scary for a 5yo", Topic.MOVIE),
        (f"{CORALINE}?", Topic.MOVIE),
        (f"how scary is {CORALINE} for a 6 year old", Topic.MOVIE),
        (f"{CORALINE} or {FROZEN} for a 6 year old?", Topic.SEVERAL),
        (f"{NOBODYS} ok for my 7 year old?", Topic.UNKNOWN),
    ],
)
def test_a_link_in_talk_that_asks_is_answered(message: str, topic: Topic) -> None:
    assert said(message, addressed=False).topic is topic


@pytest.mark.parametrize(
    ("before", "message", "topic", "movies"),
    [
        ("is frozen ok for 5?", f"and {CORALINE}?", Topic.MOVIE, ["Coraline (2009)"]),
        ("is frozen ok for 5?", f"no, I meant {CORALINE}", Topic.MOVIE, ["Coraline (2009)"]),
        ("is frozen ok for 5?", f"is it scarier than {CORALINE}?", Topic.SEVERAL, ["Frozen (2013)", "Coraline (2009)"]),
        ("is frozen ok for 5?", f"{NOBODYS}?", Topic.UNKNOWN, []),
        ("is frozen ok for 5?", f"and the next one {NOBODYS}?", Topic.UNKNOWN, []),
        ("is the lion king ok for 5?", LION_KING_1994, Topic.MOVIE, ["The Lion King (1994)"]),
        ("is the lion king ok for 5?", f"yes, the second one {CORALINE}", Topic.MOVIE, ["Coraline (2009)"]),
        ("is the lion king ok for 5?", NOBODYS, Topic.UNKNOWN, []),
    ],
)
def test_a_link_in_a_talk_is_its_movie_and_no_other(before: str, message: str, topic: Topic, movies: list[str]) -> None:
    meaning = said(message, said(before).context)
    assert (meaning.topic, names(meaning)) == (topic, movies)
    assert [age.youngest_years for age in meaning.ages] == [5]


@pytest.mark.parametrize("liked", [f"something like {CORALINE} for a 7yo", f"movies like {CORALINE} for my 7yo?"])
def test_a_link_may_say_what_kind_of_movie_is_wished_for(liked: str) -> None:
    meaning = said(liked)
    assert (meaning.topic, names(meaning)) == (Topic.RECOMMEND, ["Coraline (2009)"])


@pytest.mark.parametrize(
    "message",
    [
        "something like {} for a 7yo",
        "movies like {} for my 7 year old?",
        "can you recommend something similar to {} for a 7 year old",
        "any funny movies like {} for a 7yo",
        "what else is there like {}, my kid is 7",
    ],
)
def test_nothing_of_an_unknown_link_is_a_wish(message: str) -> None:
    meaning = said(message.format(NOBODYS))
    assert (meaning.topic, meaning.movies, meaning.unknown_links) == (Topic.RECOMMEND, (), 1)
    assert (meaning.wishes.about, meaning.missing) == ((), ())


def test_an_id_that_two_movies_have_asks_which_without_saying_the_link() -> None:
    twice = linked_index().with_changes([TitleEntry(99, "Coraline on Ice", 2012, external_ids=("imdb:tt0327597",))])
    meaning = meant(f"{CORALINE} ok for 7?", titles=twice)
    assert (meaning.topic, set(meaning.movies)) == (Topic.CHOOSE, {movie_id("Coraline (2009)"), 99})
    assert meaning.asked_title is None


@pytest.mark.parametrize(
    "message", [f"{CORALINE} paddington for 5", f"is {NOBODYS} ok", CORALINE, f"7yo {CORALINE}", f"hm {FROZEN} part 3"]
)
def test_a_link_is_a_whole_title_for_whoever_reads_the_words_around(message: str) -> None:
    tokens = tokenise(message)
    tagger = learned().tagger
    shares = tagger.tag_views(views(tokens, lexicon(), tagger.vocabulary), link_places(tokens)).shares
    (place,) = link_places(tokens)
    assert shares[place, [TITLE, ASIDE]].sum() > 0.999
    assert shares[place + 1 :, :][:1, [IN_TITLE, IN_ASIDE]].sum() < 0.001
