"""What a message asks for. The keyword tables and the function that reads them are in this module too."""

# ruff: noqa: E501 -- one pattern of a table a line, however long

from __future__ import annotations

import enum
import re
from functools import lru_cache
from typing import Final

from bot.matching.recognition import Span
from bot.understanding.masking import lowered


class Intent(enum.Enum):
    """What the parent wants to know; VERDICT when a movie is named and nothing else is said."""

    VERDICT = "verdict"
    CONCERN = "concern"
    """How much of something is in it ("how scary is", "any swearing in", "does the dog die")."""
    CONTENT = "content"
    """What is in it, in general ("what should I know about")."""
    WHY = "why"
    """Why the last verdict was as it was."""
    TALK = "talk"
    STORY = "story"
    QUALITY = "quality"
    RATING = "rating"
    FACTS = "facts"
    """Who made it, who plays in it, how long it is, when it came out."""
    DIVERSITY = "diversity"
    WHERE = "where"
    """Where to watch it."""
    COMPARE = "compare"
    RECOMMEND = "recommend"
    HOW_WE_RATE = "how_we_rate"
    HELP = "help"
    GREETING = "greeting"
    THANKS = "thanks"
    CORRECTION = "correction"
    """ "no, I meant …": the movie of the last turn was not the one."""


_WHOLE_MESSAGE: Final[tuple[tuple[Intent, tuple[str, ...]], ...]] = (
    (Intent.GREETING, (
        r"(?:hi+|hello+|hey+|hiya|yo|howdy|greetings|good\s+(?:morning|afternoon|evening|day)|sup|hola)(?:\s+(?:there|all|everyone|guide|bot|parent\s+guide|folks|again))*",
        r"how\s+are\s+you(?:\s+(?:doing|today))*", r"(?:hi|hello|hey)[\s,]+how\s+are\s+you(?:\s+today)?",
    )),
    (Intent.THANKS, (
        r"(?:(?:ok(?:ay)?|great|perfect|cool|awesome|oh|good|nice|lovely|alright|no)[\s,.!]+)*(?:thanks?|thank\s*(?:you|u)|thx|ty|tysm|cheers|much\s+appreciated)(?:[\s,]+(?:a\s+lot|so\s+much|very\s+much|a\s+bunch|for\s+\w+(?:\s+\w+){0,3}|you|guide|bot|again|that\s+helps|that['’]?s\s+\w+|appreciated|man|all|bye|have\s+a\s+\w+\s+\w+))*",
        r"(?:(?:that['’]?s|thats|that\s+is|that\s+was|very|really|so|super)\s+)*(?:helpful|great|perfect|awesome|good\s+to\s+know)(?:[\s,]+(?:thanks?|thank\s+you))?", r"that\s+helps(?:\s+a\s+lot)?(?:[\s,]+thanks?)?",
    )),
    (Intent.HELP, (
        r"help(?:\s+me)?(?:\s+please)?", r"(?:what|how)\s+(?:can|do|does)\s+(?:you|this|it|the\s+bot|i)\s+(?:do|work|use\s+(?:this|you)|help)(?:\s+for\s+me)?", r"who\s+are\s+you", r"what\s+are\s+you", r"commands?", r"what\s+is\s+this", r"how\s+does\s+this\s+work",
    )),
)  # fmt: skip
"""Messages that are nothing else."""

_ANYWHERE: Final[tuple[tuple[Intent, tuple[str, ...]], ...]] = (
    (Intent.HOW_WE_RATE, (
        r"how\s+(?:do|are|does)\s+(?:you|these|the|your|this|it)(?:\s+\w+){0,2}\s+(?:rate|rated|decide|decided|judge|judged|work\s+out|come\s+up|made|written|get|know)\b", r"who\s+(?:writes|wrote|makes|made|does|rates|decides)\s+(?:these|the|your|this|those)\s+(?:reviews?|ratings?|verdicts?)",
        r"where\s+(?:do|does|did)\s+(?:you|this|these|your)\s+.{0,20}\b(?:come\s+from|get)\b", r"how\s+we\s+rate", r"(?:are\s+you|is\s+this)\s+(?:independent|unbiased|sponsored|paid)", r"who\s+(?:pays|funds)\s+(?:you|this)",
    )),
    (Intent.CORRECTION, (
        r"\bi\s+(?:mean|meant)\b", r"^(?:no|nope|nah|not)\b[\s,.!]*(?:it['’]?s\s+)?(?:the|that|i|wrong|a\s+different|another)\b", r"wrong\s+(?:movie|film|one)", r"not\s+(?:that|this)\s+(?:one|movie|film)", r"(?:different|another)\s+(?:movie|film|one)$", r"that['’]?s\s+not\s+(?:it|the\s+one|what\s+i|the\s+(?:movie|film))",
    )),
    (Intent.TALK, (
        r"(?:talk|chat|speak)\s+(?:about\s+)?(?:with|to|over|after|afterwards?|together)\b", r"(?:what|things?|anything|something|stuff|topics?)\s+(?:\w+\s+){0,4}(?:talk|chat|discuss)\w*(?:\s+about)?", r"discuss(?:ion|ing)?(?:\s+(?:questions?|topics?|prompts?|guide))?", r"conversation[\s-]*(?:starters?|topics?|prompts?)?",
        r"questions?\s+(?:to|i\s+can|we\s+can|i\s+could|should\s+i)\s+ask", r"ask\s+(?:my|the|our|them|him|her)\s*(?:\w+\s+){0,3}(?:after|afterwards|about\s+it)", r"talking\s+points?", r"talk\s+about\s+(?:it|after|this)",
    )),
    (Intent.WHERE, (
        r"where\s+(?:can|could|do|to|should|would|might|is|are)\b.{0,60}\b(?:watch|stream|streaming|rent|buy|see|find|get|available|showing|playing)\b", r"where\s+to\s+watch", r"(?:is|are)\s+.{0,60}\bon\s+(?:netflix|disney|hulu|prime|amazon|max|hbo|apple|peacock|paramount|dvd|streaming|youtube)\b",
        r"on\s+(?:netflix|disney\s*(?:\+|plus)?|hulu|prime|amazon|peacock|paramount|streaming)\s*\??$", r"(?:which|what)\s+(?:streaming|platform|service|channel|app)", r"streaming\s+(?:anywhere|on|service)", r"who\s+(?:streams|has)\s+it",
    )),
    (Intent.WHY, (r"^(?:(?:but|ok|okay|and|so|huh|hm+)[\s,]+)*why\b(?!\s+(?:is|was|did)\s+.{0,80}\brated)", r"how\s+come\b", r"what\s+makes\s+you\s+(?:say|think)", r"says\s+who", r"\bwhy\s+(?:not|so|that|is\s+(?:that|it|this))\b", r"what['’]?s\s+the\s+reason", r"(?:can|could)\s+you\s+explain", r"based\s+on\s+what", r"\bwhy\s*\?")),
    (Intent.DIVERSITY, (r"divers(?:e|ity)\b", r"represent(?:ation|ations|ed)\b", r"inclusi(?:ve|vity|on)\b", r"lgbtq?", r"people\s+of\s+colou?r")),
    (Intent.STORY, (
        r"what(?:['’]?s|\s+is|\s+was)\s+.{0,80}\babout\b\s*[?.!]*\s*$", r"what\s+(?:is|was)\s+(?:it|that|this)\s+about", r"what['’]?s\s+(?:it|that|this)\s+about", r"\bplot\b", r"\bstor(?:y|y\s*line)\b(?!\s+[0-9])", r"synopsis", r"what\s+happens\s+(?:in|at|to)\b", r"\bsummary\b", r"(?:tell|remind)\s+me\s+what\s+.{0,40}\babout\b", r"what\s+kind\s+of\s+(?:movie|film)\s+is\b", r"premise",
    )),
    (Intent.FACTS, (
        r"who\s+(?:directed|made|wrote|stars|plays|is\s+in|was\s+in|acts|starred|voices|voiced)\b", r"who(?:['’]?s|\s+is|\s+are)\s+(?:in\s+(?:it|this|that)|the\s+(?:director|actors?|cast|stars?))", r"\bdirector\b", r"\bcast\b(?!\s+away)", r"\bactors?\b", r"how\s+long\b", r"\brun(?:ning)?[\s-]?time\b", r"how\s+many\s+minutes", r"when\s+(?:did|was|does|is)\s+.{0,60}\b(?:come\s+out|released?|made)\b",
        r"what\s+year\b", r"release\s+date", r"what\s+genre", r"is\s+(?:it|this|that)\s+(?:an?\s+)?(?:musical|cartoon|comedy|animated|live[\s-]action|documentary|romance|true\s+story)\b", r"which\s+studio", r"^(?:\w+\s+){0,2}length\b",
    )),
    (Intent.RATING, (
        r"\b(?:age|movie|official|film|mpaa|bbfc|content|parental)?[\s-]*rating\b(?!s?\s+system)", r"what(?:['’]?s|\s+is|\s+was|s)?\s+.{0,80}\brated\b", r"(?:is|was)\s+(?:it|this|that|.{1,80})\s+(?:really\s+)?rated\b", r"why\s+(?:is|was|did)\s+.{1,80}\brated\b", r"\bmpaa\b", r"\bbbfc\b", r"\bfsk\b", r"certificate\b", r"^rated\b", r"\bpg[\s-]?13\s*\?", r"(?:is|was)\s+.{1,60}\b(?:pg|pg[\s-]?13|r[\s-]rated|an?\s+r|nc[\s-]?17)\s*\??$",
    )),
    (Intent.QUALITY, (
        r"any\s+good\b", r"worth\s+(?:it|watching|seeing|a\s+watch|the\s+(?:time|money|ticket)|renting|buying)", r"(?:is|was)\s+(?:it|.{1,60})\s+(?:actually\s+|really\s+|even\s+)?(?:good|boring|funny|entertaining|fun|enjoyable)\s*[?.!]*$", r"how\s+good\b", r"good\s+(?:movie|film)\b", r"\breviews?\b(?!\s+for\s+(?:kids|parents))", r"(?:will|would)\s+(?:i|we|they|he|she|my\s+\w+)\s+(?:like|enjoy|love)\b", r"\bquality\b", r"do\s+(?:kids|people|parents)\s+(?:like|love|enjoy)\b",
    )),
    (Intent.CONTENT, (
        r"(?:parents?|i|we|one|mom|dad)\s+(?:should|need\s+to|ought\s+to|must|might\s+want\s+to)\s+(?:know|be\s+aware|watch\s+out|worry|look\s+out)", r"anything\s+(?:(?:i|we|parents?|to)\s+)?(?:(?:should|need\s+to|to)\s+)?(?:know|worry|watch\s+(?:out\s+)?for|bad|inappropriate|be\s+aware|concerning|objectionable|questionable|i\s+should)", r"what['’]?s?\s+(?:is\s+)?in\s+(?:it|there|this)\b", r"^what['’]?s?\s+(?:is\s+)?in\s+",
        r"\bcontents?\b", r"heads[\s-]?up", r"(?:content|trigger)\s+warnings?", r"\btriggers?\b", r"inappropriate\s+(?:stuff|content|parts?|scenes?|things?|for)", r"(?:bad|worst|mature|adult)\s+(?:stuff|parts?|bits)", r"things?\s+to\s+(?:know|watch\s+(?:out\s+)?for|worry)", r"know\s+before", r"what\s+(?:else\s+)?(?:should|do)\s+(?:i|we)\s+(?:need\s+to\s+)?(?:know|worry)", r"what\s+to\s+(?:expect|watch\s+out|know)", r"how\s+bad\s+is\s+it\b", r"red\s+flags?", r"a\s+lot\s+or\s+a\s+little",
    )),
)  # fmt: skip
"""Earlier rows win."""

_MOVIES: Final = r"(?:movies?|films?|flicks?|cartoons?|musicals?|comed(?:y|ies)|documentar(?:y|ies)|animations?)"
_RECOMMEND: Final[tuple[str, ...]] = (
    r"\brecommend(?:ations?|ed|s)?\b(?!\s+age)", r"\bsuggest(?:ions?|ed|s)?\b", r"what\s+(?:can|could|should|would|do|might)\s+(?:we|i|they|he|she|a|an|my|our|the|you)\b.{0,50}\b(?:watch|see|put\s+on|show)\b(?!\s+out)", r"what\s+to\s+(?:watch|see|put\s+on|show)\b(?!\s+(?:out|for\s+in))",
    r"(?:what|which)\s+(?:are\s+)?(?:(?:some|other|good|great|the\s+best|best|fun|nice|new|scary|family|kids?)\s+)*(?:movies?|films?)\s+(?:are|is|can|could|would|should|do|for|to|with|that|like)\b", r"(?:any|some|a|an|good|great|best|other|more|another|nice|family|the\s+best|fun|first|decent|funny|scary|not\s+too\s+scary|animated|safe|r[\s-]rated)\s+(?:\w+\s+){0,3}(?:movies?|films?|flicks?)\s+(?:for|that|to|with|like|my|suitable|appropriate|without|a|an|good|ok|we|i)\b",
    r"movie\s*(?:-|\s)?night\b(?!\s+is\b)", r"(?<!the\s)(?<!this\s)(?<!that\s)movies?\s+(?:for|that|without|with\s+no)\b", r"\b(?:is|are)\s+there\s+(?:an?|any|some)\s+(?:\w+\s+){0,2}(?:movies?|films?)\b", r"(?:need|want|looking\s+for|find|give|get|pick|choose|show|search)\s+(?:me\s+|us\s+|for\s+)*(?:an?|some|any|something|good|kids?|family|movies?|films?)\b(?:\s+\w+){0,4}\s*(?:movies?|films?|flicks?|to\s+watch|to\s+see)\b", r"something\s+(?:(?:else|good|fun|nice|funny|scary|similar|to\s+watch|new|not\s+too\s+\w+)\s*)+(?:for|to|like|that|we|$)?", r"something\s+(?:for|like|similar|that|to\s+watch|we|less|more|milder|gentler|funnier|lighter|not\s+(?:so|as|too))\b", r"(?:anything|ideas?|options?)\s+(?:for|to\s+watch|like|good|similar|suitable)\b",
    rf"^\W*(?:(?:hey|hi|hello|please|pls|ok|okay|and|so|got|have\s+you\s+got|do\s+you\s+have|i\s+(?:want|need|would\s+like)|i['’]?d\s+like|looking\s+for|list|show\s+me|give\s+me|find\s+me)[\s,!]+)*(?:(?!(?:what|which|is|was|the|this|that|who|when|where|how|does|did|showtimes?|schedules?|tickets?)\b)[\w'’-]+\s+){{0,4}}{_MOVIES}\s+(?:with(?!\s+the\s+(?:title|name))|about|in|under|from|where|starring|based|over|by|set|less|shorter|of|on|before|after)\b",
    rf"^\W*(?:(?:good|great|best|fun|nice|funny|scary|spooky|old|older|new|classic|family|kids?|short|animated|disney|pixar|ghibli|christmas|halloween|educational|gentle)\s+)+{_MOVIES}\b",
    r"\bwhat(?:['’]?s)?\s+next\b", r"\bwhat\s+(?:should|can|could|would|do|shall|might)\s+.{0,40}\bnext\b", r"\bwhat\s+else\b(?!\s+(?:did|has|have|was|were)\b)(?!.{0,30}\b(?:know|worry|worried|happens?|in\s+it|aware|expect|scary|bad|say|ask|talk|discuss)\b)", r"\b(?:our|my|his|her|their|a)\s+next\s+(?:movie|film)\b",
    r"\bwhat\s+(?:would|could|might|will)\s+(?:be|you\s+suggest|work)\b(?:\s+(?:good|best|fun|ok|suitable|appropriate|nice))?(?=\s*(?:$|[?.!,]|for\b))", r"^\W*(?:an?\s+|some\s+|good\s+)*films?\s+for\b", r"\b(?:smth|sth|sthg|smthg)\b", r"\b(?:movie|film)\s+recs?\b|\brecs\b", r"\bsimilar\b(?!\s+to\s+(?:it|this|that)\s+in)", r"\bwatch\s+anything\b", r"^\W*(?:\w+\s+){0,2}(?:movies?|films?)\s+rated\b", r"\bsomething\s+(?:with|without|about|in|under|short|shorter|calm|gentle|animated|old|new|magical|musical)\b",
    r"\b(?:scariest|funniest|saddest|shortest|gentlest)\s+(?:\w+\s+){0,2}(?:movies?|films?)\b", r"(?:^|[.!?,])\W*(?:nothing|something|anything)\s+(?:with(?:out)?|too|about|under|in|from|short|funny|gentle|calm|old|new|scary|animated|educational)\b", r"\b(?:movies?|films?)\s+like\s+(?:this|that|it)\b",
    r"(?:movies?|films?|ones?|more|anything|something)\s+(?:else\s+)?(?:(?:just\s+)?like|similar\s+to|in\s+the\s+style\s+of|such\s+as)\b", r"\bfirst\s+(?:r|pg[\s-]?13|pg|horror|scary|r[\s-]rated|superhero|animated|christmas|halloween)\b(?:\s+(?:movie|film))?\s+(?:for|with)\b", r"what\s+(?:else\s+)?(?:is|are)\s+(?:there|good|ok|fine|appropriate|suitable|fun)\s+for\b", r"^(?:any\s+)?(?:ideas?|suggestions?|recommendations?)\b", r"instead\s*\??$",
)  # fmt: skip

LIKE_BEFORE: Final = re.compile(
    r"\b(?:something|anything|movies?|films?|more|ones?|stuff|similar|else)\s+(?:else\s+)?(?:(?:a\s+bit\s+|just\s+|kind\s+of\s+|sort\s+of\s+)?like|(?:similar\s+)?to|in\s+the\s+style\s+of|such\s+as|along\s+the\s+lines\s+of)\s+(?:the\s+(?:movie|film)\s+)?[\"'“‘]?$",
    re.IGNORECASE,
)
"""Before a title that stands for the kind of movie wanted, not for the movie asked about."""
_LOVED_BEFORE: Final = re.compile(
    r"\b(?:loved|loves|love|likes?|liked|enjoyed|enjoys|adore[sd]?|obsessed\s+with|(?:really\s+|so\s+|big\s+)?into|fans?\s+of|(?:crazy|mad|nuts)\s+(?:about|for|on)|finished|(?:just\s+)?(?:watched|saw|seen)|favou?rites?\s+(?:\w+\s+)?(?:is|are|was))\s+(?:the\s+(?:movie|film)\s+)?(?:both\s+)?[\"'“‘]?$",
    re.IGNORECASE,
)
_KIND_BEFORE: Final = re.compile(
    r"\b(?:something|anything|movies?|films?|more|ones?|stuff|similar|else)\s+(?:like|to)\s+|\b(?:loved|loves|liked|likes|enjoyed|adores?|into|obsessed\s+with)\s+",
    re.IGNORECASE,
)
_KIND: Final = re.compile(
    r"(?!(?:this|that|it|these|those|them)\b)[^,.;?!\n]{1,50}?(?=\s+(?:but|for|and|or|with|that|which|only|what|so|except|my)\b|\s*[,.;?!\n]|\s*$)",
    re.IGNORECASE,
)
LIKE_THIS: Final = re.compile(
    r"\b(?:like|similar\s+to)\s+(?:it|this|that|these|those|them)\b|\bsimilar\b(?!\s+to\s+\w)|\bmore\s+(?:of\s+)?(?:this|those|these)\b",
    re.IGNORECASE,
)
"""Suggestions like the movie spoken of."""
ASKS_OF_ONE: Final = re.compile(
    r"^\W*(?:(?:hey|hi|hello|so|ok|okay|and|but)[\s,]+)*(?:is|was|are|does|do|did|would|will|how|has)\b(?!\s+(?:you|there)\b)",
    re.IGNORECASE,
)
"""Begins a question about one movie ("is … a good movie for"), hardly a request for some."""
_TO_AVOID: Final = re.compile(
    r"\b(?:should|to|must)\s+(?:\w+\s+)?(?:avoid|stay\s+away|steer\s+clear|skip|ban)\b", re.IGNORECASE
)
_ASKS_FOR_OTHERS: Final = re.compile(
    r"\b(?:others?|more|else|another|different)\b|\bseen\s+(?:them|those|these|that|all|most|it)\b|\bnone\s+of\s+(?:them|those|these)\b|\b(?:what|which)\s+next\b",
    re.IGNORECASE,
)
THAN: Final = re.compile(r"\b(?:than|compared)\b", re.IGNORECASE)
TITLES_JOINED: Final = re.compile(r"\s+(?:or|vs\.?|versus)\s+", re.IGNORECASE)
NEGATED_TITLE_BEFORE: Final = re.compile(
    r"\b(?:not|isn['’]?t|instead\s+of|rather\s+than)\s+(?:the\s+(?:movie|film)\s+)?[\"'“‘]?$", re.IGNORECASE
)


@lru_cache(maxsize=1)
def _tables() -> tuple[list[tuple[Intent, re.Pattern[str]]], list[tuple[Intent, re.Pattern[str]]], re.Pattern[str]]:
    """Compile the tables once, on first use."""
    whole = [(intent, re.compile(rf"[\s\W]*(?:{'|'.join(patterns)})[\s\W]*")) for intent, patterns in _WHOLE_MESSAGE]
    anywhere = [(intent, re.compile("|".join(patterns))) for intent, patterns in _ANYWHERE]
    return whole, anywhere, re.compile("|".join(_RECOMMEND))


def whole_message_intent(text: str) -> Intent | None:
    """Tell whether the message is nothing but a greeting, thanks or a call for help; None when it is more."""
    small = lowered(text)
    for intent, pattern in _tables()[0]:
        if pattern.fullmatch(small):
            return intent
    return None


def read_intent(text: str) -> Intent | None:
    """Read what is asked for from the words around the title (blanked in `text`); None when nothing is said of it."""
    small = lowered(text)
    for intent, pattern in _tables()[1]:
        if pattern.search(small):
            return intent
    return None


def asks_how_we_rate(text: str) -> bool:
    """Whether it is asked how ratings are made, whatever else stands in the message."""
    first_intent, pattern = _tables()[1][0]
    assert first_intent is Intent.HOW_WE_RATE
    return pattern.search(lowered(text)) is not None


def stands_for_kind(text: str, start: int) -> bool:
    """Whether a title that begins here stands for the kind of movie wanted: "something like", "loved …, what next?"."""
    before = text[:start]
    if LIKE_BEFORE.search(before) or LIKE_THIS.search(text, start):
        return True
    return _LOVED_BEFORE.search(before) is not None and asks_for_movies(text)


def kinds_named(text: str) -> list[Span]:
    """Find the words behind "something like" and "loved", which may be titles."""
    return [
        Span(match.end(), behind.end())
        for match in _KIND_BEFORE.finditer(text)
        if (behind := _KIND.match(text, match.end())) is not None
    ]


def asks_for_others(text: str) -> bool:
    """Whether a message after suggestions asks for further ones."""
    return _ASKS_FOR_OTHERS.search(text) is not None


def asks_for_movies(text: str) -> bool:
    """Whether the words ask for movies to watch rather than about one, or for movies to avoid."""
    return _tables()[2].search(lowered(text)) is not None and _TO_AVOID.search(text) is None


_FACTS: Final[tuple[tuple[str, str], ...]] = (
    ("run_time", r"how\s+long\b|\brun(?:ning)?[\s-]?time\b|\bminutes\b|\blength\b|\bhow\s+short\b"),
    (
        "genres",
        r"\bgenre|\bmusical\b|\bcartoon\b|\bcomedy\b|\banimated\b|\blive[\s-]action\b|\bdocumentary\b|\bromance\b",
    ),
    ("dates", r"\bwhen\b|\bwhat\s+year\b|\brelease"),
    ("directors", r"\bdirect(?:ed|or|s)\b"),
    (
        "cast",
        r"\bwho(?:['’]?s|\s+is|\s+are|\s+was)?\s+(?:in|plays|played|stars|starred|starring|acts|voices|voiced)\b|\bcast\b|\bactors?\b|\bstars\b",
    ),
)


def wanted_fact(text: str) -> str | None:
    """Read which fact about the movie is asked for, as bot.saying.sections names them; None for all of them."""
    small = lowered(text)
    return next((fact for fact, pattern in _FACTS if re.search(pattern, small)), None)


_WANTED_RATING: Final = re.compile(
    r"\b(?:first|an?|any|good|only|rated)\s+(?P<rating>nc-?17|pg[\s-]?13|pg|g|r)(?:[\s-]+rated)?\b(?=\s*(?:$|[?.!,]|movies?|films?|for|with|or|that|to))",
    re.IGNORECASE,
)


def wanted_rating(text: str) -> str | None:
    """Read the official rating that suggestions should have ("a first R for…"), as the board writes it; None for any."""
    match = _WANTED_RATING.search(text)
    if match is None:
        return None
    rating = match["rating"].upper().replace(" ", "-")
    return {"PG13": "PG-13", "NC17": "NC-17"}.get(rating, rating)
