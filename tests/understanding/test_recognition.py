from __future__ import annotations

import pytest

from bot.matching.mention import Grade, Mention
from bot.matching.titles import TitleEntry, TitleIndex
from tests.matching.movies import world
from tests.understanding import recognising
from tests.understanding.recognising import ANSWERED, recognise


def only_mention(text: str, index: TitleIndex | None = None) -> Mention:
    return recognising.only_mention(text, index or world())


def answered(text: str, index: TitleIndex | None = None) -> list[tuple[str, int | None]]:
    return recognising.answered(recognise(text, index or world()))


@pytest.mark.parametrize(
    ("text", "title", "year", "words"),
    [
        ("is coraline ok for my 7 year old", "Coraline", 2009, "coraline"),
        ("Toy Story 3 for my 4 year old", "Toy Story 3", 2010, "Toy Story 3"),
        ("can a 6yo watch toy story two", "Toy Story 2", 1999, "toy story two"),
        ("(500) days of summer, and my 3 yr old is in the room", "(500) Days of Summer", 2009, "500) days of summer"),
        ("this is 40 for my 2nd grader", "This Is 40", 2012, "this is 40"),
        ("how scary is finding nemo for toddlers?", "Finding Nemo", 2003, "finding nemo"),
        ("any swearing in the princess bride", "The Princess Bride", 1987, "the princess bride"),
        ("we are watching princess bride tonight with the kids", "The Princess Bride", 1987, "princess bride"),
        ("guardians of the galaxy volume two too violent?", "Guardians of the Galaxy Vol. 2", 2017, None),
        ("lilo and stitch for a 5 year old", "Lilo & Stitch", 2002, "lilo and stitch"),
        ("is amelie ok for teens", "Amélie", 2001, "amelie"),
        ("IS JURASSIC PARK TOO SCARY FOR MY SON", "Jurassic Park", 1993, "JURASSIC PARK"),
        ("whats in spiderman into the spiderverse", "Spider-Man: Into the Spider-Verse", 2018, None),
        ("is big hero 6 ok for my 6 year old", "Big Hero 6", 2014, "big hero 6"),
        ("home alone 2 with a 7 year old?", "Home Alone 2: Lost in New York", 1992, "home alone 2"),
        ("my daughter keeps begging for ghost busters", "Ghostbusters", 1984, "ghost busters"),
    ],
)
def test_a_named_movie_is_answered_and_its_words_are_set_aside(
    text: str, title: str, year: int, words: str | None
) -> None:
    mention = only_mention(text)
    assert mention.grade in ANSWERED
    assert (mention.candidates[0].title, mention.candidates[0].year) == (title, year)
    assert mention.text == text[mention.span.start : mention.span.end]
    if words is not None:
        assert mention.text.strip("() ") == words.strip("() ")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("is finding nmeo ok for my 4 year old", "Finding Nemo"),
        ("is jurrasic park too scary for a 9 year old", "Jurassic Park"),
        ("can my son watch ratattouille", "Ratatouille"),
        ("is charlie and the chocolat factroy fine for kids", "Charlie and the Chocolate Factory"),
        ("how to train you dragon for a 5 yo", "How to Train Your Dragon"),
    ],
)
def test_slips_of_the_pen_still_find_the_movie(text: str, title: str) -> None:
    assert only_mention(text).candidates[0].title == title


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("is mulan ok for my 5 year old", {1998, 2020}),
        ("the lion king for a 4 year old?", {1994, 2019}),
        ("can a 7 year old watch robin hood", {1973, 2010, 2018}),
    ],
)
def test_a_title_that_several_movies_share_is_asked_about(text: str, years: set[int]) -> None:
    mention = only_mention(text)
    assert mention.grade is Grade.SHARED
    assert {candidate.year for candidate in mention.candidates} >= years


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("is mulan (1998) ok for my 5 year old", 1998),
        ("is mulan 2020 ok for my 5 year old", 2020),
        ("mulan from 1998 with a preschooler", 1998),
        ("what age for the 2020 mulan", 2020),
        ("the lion king the 2019 one for a 4 year old", 2019),
        ("is the lion king (the old one) ok for kids", 1994),
        ("the animated mulan for my daughter", 1998),
        ("is the karate kid with jaden smith ok for my son", 2010),
        ("is robin hood starring russell crowe too violent", 2010),
        ("robin hood the cartoon for a 3 year old", 1973),
    ],
)
def test_a_year_a_kind_or_a_person_tells_namesakes_apart(text: str, year: int) -> None:
    mention = only_mention(text)
    assert mention.grade in ANSWERED
    assert mention.candidates[0].year == year


def test_a_new_movie_of_an_old_title_is_asked_about_with_the_newest_known_first() -> None:
    mention = only_mention("is the new lion king ok for kids")
    assert mention.grade is Grade.WEAK
    assert [candidate.year for candidate in mention.candidates[:2]] == [2019, 1994]


def test_a_year_that_no_such_movie_has_is_not_answered() -> None:
    assert answered("is coraline 1985 ok for my son") == []


@pytest.mark.parametrize(
    "text",
    [
        "it was a big day, we drove up to see her at home",
        "thanks, that was fun",
        "my son is brave and loves cars",
        "she has taken us home",
        "is it ok?",
        "what's up everyone",
        "he is 9 and she is 300 miles away",
        "Matilda is 4, is it too much for her?",
        "𑁒 " + "7" * 5000,
    ],
)
def test_everyday_words_are_not_taken_for_short_titles(text: str) -> None:
    assert answered(text) == []


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("is Frozen ok for my daughter Matilda, she's 6", ["Frozen"]),
        ("can I show Coraline to my niece Moana", ["Coraline"]),
        ("Matilda (6) and Annie (9) are desperate for Coraline", ["Coraline"]),
        ("Frozen for Matilda (7)?", ["Frozen"]),
        ("Matilda is 4, too young for Coraline?", ["Coraline"]),
        ("should we show the kids Coraline", ["Coraline"]),
        ("Moana (4)?", ["Moana"]),
        ("is my daughter ok with Matilda, she's 6", ["Matilda"]),
    ],
)
def test_a_word_in_the_place_of_a_childs_name_is_no_movie(text: str, titles: list[str]) -> None:
    assert [title for title, _ in answered(text)] == titles


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ('is "Up" ok for a 5 year old', "Up"),
        ('would "It" scare my teen', "It"),
        ('is "Her" fine for a 15 year old', "Her"),
        ("is frozen ok for my 3 year old", "Frozen"),
    ],
)
def test_a_short_title_is_recognised_with_quotes_or_a_clear_place(text: str, title: str) -> None:
    assert answered(text) == [(title, only_mention(text).candidates[0].year)]


def interviews(*titles: tuple[str, int]) -> TitleIndex:
    return TitleIndex.build(TitleEntry(number, title, year) for number, (title, year) in enumerate(titles, 1))


def test_the_interview_is_not_answered_with_interview() -> None:
    index = interviews(("Interview", 2007))
    assert only_mention("is The Interview ok", index).grade is Grade.WEAK
    assert answered("is the interview ok for my teen", index) == []
    assert answered("is Interview ok for my teen", index) == [("Interview", 2007)]


def test_interview_with_the_vampire_is_not_answered_with_interview() -> None:
    index = interviews(("Interview", 2007), ("The Interview", 2014))
    assert answered("interview with the vampire for a teen?", index) == []


def test_all_three_interviews_stay_apart() -> None:
    index = interviews(("Interview", 2007), ("The Interview", 2014), ("Interview with the Vampire", 1994))
    assert answered("interview with the vampire for a teen?", index) == [("Interview with the Vampire", 1994)]
    asked = only_mention("is interview ok for my teen", index)
    assert asked.grade is Grade.SHARED
    assert {candidate.title for candidate in asked.candidates[:2]} == {"Interview", "The Interview"}


@pytest.mark.parametrize(
    "text",
    [
        "is jurassic park 3 ok for my 9 year old",
        "can we watch finding nemo 2",
        "is the incredible journey ok for kids",
        "please check killers for cussing",
        "is high school musical ok for my 7 year old",
        "is coraline returns ok for my kid",
        "would the iron lady bore my kids",
    ],
)
def test_a_movie_that_is_not_here_is_never_replaced_by_a_neighbour(text: str) -> None:
    index = TitleIndex.build(
        (*world(), TitleEntry(900, "Killers from Space", 1954), TitleEntry(901, "High School", 2010))
    )
    assert answered(text, index) == []


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("coraline or matilda for my 8 year old?", ["Coraline", "Matilda"]),
        ("which is better for a 5yo, frozen or moana", ["Frozen", "Moana"]),
        ("are toy story and finding nemo ok for toddlers", ["Toy Story", "Finding Nemo"]),
    ],
)
def test_two_movies_in_one_message_give_two_mentions(text: str, titles: list[str]) -> None:
    assert [title for title, _ in answered(text)] == titles


def test_an_unknown_title_is_handed_back_as_unknown() -> None:
    text = "is zombieland ok for my 12 year old"
    found = recognise(text, world())
    assert found.mentions == ()
    assert [text[span.start : span.end] for span in found.unknown] == ["zombieland"]


def test_every_candidate_says_why() -> None:
    for candidate in only_mention("is finding nmeo ok").candidates:
        assert candidate.reason
        assert candidate.parts


def test_at_most_eight_candidates_are_handed_out() -> None:
    index = TitleIndex.build(TitleEntry(number, "Hamlet", 1900 + number) for number in range(1, 30))
    assert len(only_mention("is hamlet ok for a teen", index).candidates) == 8


def test_an_other_title_finds_the_movie() -> None:
    index = TitleIndex.build([TitleEntry(1, "Zootopia", 2016, other_titles=("Zootropolis",))])
    assert answered("is zootropolis ok for my 5 year old", index) == [("Zootopia", 2016)]
    assert only_mention("is zootropolis ok", index).candidates[0].matched_title == "Zootropolis"


@pytest.mark.parametrize("text", ["is 40 deys and 40 nigjts ok for my kid", "is six deys ok for my kid"])
def test_another_number_is_never_a_slip_of_the_pen(text: str) -> None:
    index = TitleIndex.build([TitleEntry(1, "Six Days, Seven Nights", 1998), TitleEntry(2, "7 Days", 2010)])
    assert answered(text, index) == []


@pytest.mark.parametrize(
    "text",
    ["is the serpent and the rainbow ok for my kid", "what age for the serpent and i", "the serpent with a witch"],
)
def test_a_title_that_goes_on_is_not_answered_with_its_beginning(text: str) -> None:
    index = TitleIndex.build([TitleEntry(1, "The Serpent", 1973), TitleEntry(2, "Rainbow", 1996)])
    assert "The Serpent" not in [title for title, _ in answered(text, index)]


def test_a_badly_spelled_title_is_at_least_offered() -> None:
    index = TitleIndex.build([*world(), TitleEntry(990, "Androcles and the Lion", 1952)])
    assert only_mention("the kids picked androkles ad the lyon for friday", index).candidates[0].movie_id == 990
