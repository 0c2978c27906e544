"""Tell a question to a parents' guide from talk, and small words from words that may be a title.

In a guide channel people also talk to each other about movies; the guide speaks only when it is asked. The words
are the project's own; tests/cases/silence.toml guards them.
"""

from __future__ import annotations

import re
from typing import Final

_CHILD: Final = (
    r"(?:kids?|kiddos?|child|children|sons?|daughters?|boys?|girls?|niece|nephew|toddlers?|teens?|teenagers?|tweens?|grand\w+"
    r"|little\s+(?:one|ones|guy|girl|boy|man|brother|sister)|youngest|oldest|eldest|family|families|baby|stepson|stepdaughter|students?"
    r"|young\s+(?:viewers?|audiences?|children|kids|ones?)|parents?)"
)
SUFFICIENT: Final = re.compile(
    r"\bage[\s-]?(?:rating|appropriate|limit|range|recommendation|suitable|group)\b|\b(?:what|which)\s+ages?\b|\bminimum\s+age\b|\bhow\s+old\s+(?:should|do|does|must|would)\b"
    r"|\bparents?\s+(?:should|need\s+to|ought)\b|\bshould\s+(?:a\s+)?parents?\b|\b(?:kid|child|family|toddler|teen)[\s-](?:friendly|appropriate|safe|suitable)\b|\bparent(?:s|al)?['’]?\s+guid(?:e|ance)\b"
    rf"|\b(?:ok(?:ay)?|fine|good|suitable|appropriate|safe|alright|all\s+right|right|scary|intense|mature|violent|inappropriate|bad|recommended|suited|meant|made|much|old|young|long)\s+(?:for|to\s+(?:show|watch\s+with)|with)\s+(?:(?:my|our|the|a|an|little|younger|young|small|most|all|whole|entire)\s+)*{_CHILD}\b"
    rf"|\b(?:can|could|should|may|would|will|let|is)\s+(?:(?:my|our|the|a|an|little|younger|young|small)\s+)+{_CHILD}\s+(?:watch|see|handle|be\s+(?:ok|fine|scared)|like|enjoy|sit\s+through|go\s+to|understand)\b"
    rf"|\b(?:for|with)\s+(?:(?:my|our|the|a|little|younger|young|small)\s+)*{_CHILD}\s*(?:\?|$)|\btoo\s+(?:scary|intense|mature|violent|sad|adult|dark|graphic)\s+for\b",
    re.IGNORECASE,
)
"""Words that only a question about a movie's fitness uses."""
CONCERN_ASKED: Final = re.compile(
    r"\b(?:is|are|was)\s+there\b|\bhow\s+(?:much|many|bad|graphic|scary|violent|gory|bloody|sexual|intense|sad|strong)\b|\b(?:lots?|much|any|tons?|loads|plenty|lot)\s+of\b|\bany\s+\w+|\bworr(?:y|ied)\s+about\b|\b(?:check|scan|look)\s+\W*.{0,80}\bfor\b"
    r"|\bdo(?:es)?\s+(?:the|a|an|any|it|they|someone|anyone|he|she)\b|\bdoes\b|\bhas\s+(?:it|any|a)\b|\bcontain|\btoo\s+(?:much|many|\w+y)\b|\bhow['’]?s\s+the\b|\bwhat\s+about\b|\blevel\s+of\b|\bis\s+it\b|\bfull\s+of\b|\bheavy\s+on\b|\bfree\s+of\b|\bno\s+\w+\s+in\b",
    re.IGNORECASE,
)
"""How a worry is asked about, rather than talked of."""
SUITABLE: Final = re.compile(
    r"\b(?:ok(?:ay)?|fine|suitable|appropriate|inappropriate|safe|alright|all\s+right|too\s+(?:\w+)|handle|ready\s+for|old\s+enough|let\s+(?:him|her|them|my|our)|allow(?:ed)?|scar(?:e|es|y)|freak|okay|work\s+for|good\s+for|good\s+(?:idea|choice|pick|fit)|bad\s+idea|yes\s+or\s+no|thoughts|advice|opinions?|help|anything\s+to\s+know|go\s+for\s+it|worth|suited|nightmares|kids?)\b",
    re.IGNORECASE,
)
_STARTS_AS_QUESTION = (
    r"^\W*(?:(?:hey|hi|hello|so|ok|okay|and|but|um+|please|pls|quick\s+question|quick\s+q|question|guide|bot)[\s,:!-]+)*"
    r"(?:is|are|can|could|would|will|should|shall|do|does|did|has|have|how|hows|how['’]s|what|whats|what['’]s|any|anyone|anybody|which|when|where"
    r"|why|who|may|am|isnt|isn['’]t|thoughts|advice|too\s+\w+|tell\s+me|please|wondering|opinions?|much|many)\b"
)
STARTS_AS_QUESTION: Final = re.compile(_STARTS_AS_QUESTION, re.IGNORECASE)
QUESTION: Final = re.compile(
    rf"\?|{_STARTS_AS_QUESTION}|\b(?:thoughts|yes\s+or\s+no|good\s+or\s+bad\s+idea|good\s+idea|bad\s+idea|any\s+(?:advice|thoughts|idea|ideas|good|concerns?|issues?|problems?)|anything\s+(?:to\s+know|i\s+should|we\s+should|else)|help|opinions?|advice|does\s+\S.{{0,80}}\s+work|is\s+it\s+(?:ok|alright|fine|too)|should\s+(?:i|we)|can\s+(?:i|we|he|she|they)|would\s+(?:it|that|he|she|they)|wondering|let\s+me\s+know|anyone\s+know)\b",
    re.IGNORECASE,
)
TOLD: Final = re.compile(
    r"\b(?:loved|liked|enjoyed|hated|watched|saw|seen|cried|thought|favou?rite|laughed|was|were|obsessed|adored|went|bored|slept|started|already)\b",
    re.IGNORECASE,
)
"""Words of somebody who tells, rather than asks."""
_OTHERS_SPOKEN_TO: Final = re.compile(
    r"\b(?:you(?:['’]?(?:re|ve|d|ll))?|your|ur|u|dude|bro|lol|lmao|haha+|imo|imho|wtf|amirite|reddit|\w+\.(?:jpe?g|png|gif)|downvot\w+|upvot\w+)\b",
    re.IGNORECASE,
)
_OTHER_ERRAND: Final = re.compile(
    r"^\W*(?:please\s+|can\s+you\s+|could\s+you\s+|i\s+(?:want|need|would\s+like)\s+(?:you\s+)?to\s+)?(?:add|put|play|book|rate|give|hear|eat|order|reserve|remind|set|turn|call|buy)\b"
    r"|\b(?:tickets?|showtimes?|reservations?|playlist|album|songs?|weather|forecast|restaurant|warmer|colder|hotter|chillier|rain(?:y|ing)?|snow(?:y|ing)?|sunny|cloudy|humid|temperature|storm|degrees|freezing)\b|\bis\s+there\s+going\s+to\s+be\b",
    re.IGNORECASE,
)
"""Errands for some other bot: music, tables, tickets, the weather."""
_OPINION: Final = re.compile(
    r"\b(?:in\s+my\s+opinion|to\s+me\b|i\s+(?:think|thought|guess|feel|agree|remember|believe)|i['’]d\s+say|for\s+me)\b",
    re.IGNORECASE,
)


_BREAK_WITHIN: Final = re.compile(r"\w{4,}[.?!]\s+\w")
"""Two sentences; "co. rated" and "W. rated" are none."""
WORDS_OF_A_SHORT_QUESTION: Final = 8
"""Words besides the title up to which a worry beside a title ("Heat: cursing?") is a question, not a story."""


def is_asked(
    text: str, *, names_movie: bool, may_name_movie: bool, has_ages: bool, has_concerns: bool, asks_for_part: bool
) -> bool:
    """Whether talk that was not said to the guide asks it something; `text` has the titles blanked out.

    `names_movie`: a title was found, known or not. `may_name_movie`: none was, but words are left over that may be one.
    `asks_for_part`: it asks for something a review has a section for, such as the rating.
    """
    suitable = SUITABLE.search(text) is not None
    question = QUESTION.search(text) is not None
    told = TOLD.search(text) is not None or text.rstrip().endswith(".") or _BREAK_WITHIN.search(text) is not None
    sufficient = SUFFICIENT.search(text) is not None and (question or not told)
    if _OTHER_ERRAND.search(text) and not sufficient and not (has_ages and suitable):
        return False
    if sufficient and (names_movie or may_name_movie or has_ages or question):
        return names_movie or has_ages or not _OTHERS_SPOKEN_TO.search(text)
    if _rambling(text) or (_OPINION.search(text) and not has_ages):
        return False
    if has_ages:
        return question or suitable or ((names_movie or may_name_movie) and not TOLD.search(text))
    if _OTHERS_SPOKEN_TO.search(text):
        return False
    starts = STARTS_AS_QUESTION.search(text) is not None
    if has_concerns and CONCERN_ASKED.search(text):
        return question or names_movie or may_name_movie
    if has_concerns and not told:
        return starts or (names_movie and len(_TOKEN.findall(text)) <= WORDS_OF_A_SHORT_QUESTION)
    return names_movie and not told and ((suitable and question) or (asks_for_part and starts))


def _rambling(text: str) -> bool:
    """Whether this is talk of several sentences; a question to the guide is short."""
    return len(text) > 200 or len(re.findall(r"[.!?]+(?:\s|$)", text)) > 2


_GRAMMAR_WORDS_TEXT: Final = """
a an the and or but so is isn't isnt are was be been do does did don't dont doesn't doesnt has have had can can't
could would will should may might must shall i i'm im we we're you your he she they him her them hes shes theyre his
their it it's its this that that's thats there there's theres these those my our me us mine ours who what whats what's
how hows how's why when where which about for of in on at to from with without by as if than he's she's they're what'd
he'd she'd you'd would've wouldn't couldn't won't wont not no nope yes yeah yep ok okay k please pls thanks thank hm
hmm um uh oh ah hey hi hello wot u ur btw tbh lol one ones kid kids child children son daughter boy girl boys girls
family niece nephew sister brother cousin friend friends younger older youngest oldest year years old yo age ages aged
movie film show
"""
_GRAMMAR_WORDS: Final = frozenset(_GRAMMAR_WORDS_TEXT.split())
"""Words that hold a follow-up together; no run of them alone is taken for a title there."""
_SMALL_WORDS_TEXT: Final = """
then too very really actually still just only also even else again more less much many lot lots any some all both good
bad alright right well great cool other little turning almost nearly watch see seeing watching know say said tell think
mean sure want need like suitable appropriate scary scare handle ready safe enough young part parts scene scenes stuff
thing things anything something anyone someone after afterwards before later now soon today tonight tomorrow together
talk discuss discussion question questions ask story plot happen happens rating rated content inside quality worth
reason explain because long made directed director cast streaming stream netflix bother wait let allow allowed
sensitive easily scared give gives makes make get gets getting wondering curious way end ending between maybe perhaps
instead though tho whole here going go come comes out level levels exactly kind sort type happened half min minutes hour
hours version first second third fourth fifth sixth sequel original prequel
better worse scarier milder compared
"""
_SMALL_WORDS: Final = _GRAMMAR_WORDS | frozenset(_SMALL_WORDS_TEXT.split())
_LEADS_TO_TITLE: Final = re.compile(r"(?:\b(?:what|how)\s+about|^\W*(?:and|ok|okay|or|now))\s+$", re.IGNORECASE)
_TOKEN: Final = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def is_small_talk(text: str) -> bool:
    """Whether nothing but small words is left in `text` (ages, concerns and intents blanked): no title can hide there.

    A capital inside a message that has small letters too ("is It ok") keeps a word from being small.
    """
    shouting = text.upper() == text
    for number, match in enumerate(_TOKEN.finditer(text)):
        word = match.group()
        if word.lower().replace("’", "'") not in _SMALL_WORDS:
            return False
        if number and not shouting and word[0].isupper() and word.lower() not in {"i", "i'm", "im", "i’m", "ok"}:
            return False
    return True


def telling_words(text: str) -> list[str]:
    """Return the words of a message that are not small ones, in small letters."""
    return [word for word in _TOKEN.findall(text.lower()) if word.replace("’", "'") not in _SMALL_WORDS]


def may_be_title(text: str, start: int, end: int) -> bool:
    """Whether a run of small words that is some movie's title is meant as one: "inside out", "what about after?".

    It has to hold a word of its own beside grammar, and two words unless "what about" leads to it.
    """
    words = [word.replace("’", "'") for word in _TOKEN.findall(text[start:end].lower())]
    own = [word for word in words if word not in _GRAMMAR_WORDS]
    return bool(own) and (len(words) > 1 or _LEADS_TO_TITLE.search(text[:start]) is not None)
