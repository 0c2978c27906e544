"""The words around an age, as patterns: what makes a number a child's age, and what makes it something else.

Only bot.understanding.ages reads these tables. The phrasings are the project's own collection of how parents name
ages and groups; the rows of tests/cases/ages.toml guard them. All are matched without regard to case, right
before a number (names ending in BEFORE, anchored at the end) or right after it (AFTER).
"""

# ruff: noqa: E501 -- one pattern of a table a line, however long

from __future__ import annotations

import re
from typing import Final

SMALL_NUMBERS: Final = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
NUMBER_BY_WORD: Final = {word: number for number, word in enumerate(SMALL_NUMBERS) if number} | {
    "fiveteen": 15, "forteen": 14, "fourten": 14, "thirten": 13, "twelv": 12, "elevn": 11, "elven": 11,
    "sevn": 7, "eigth": 8, "eigt": 8, "foru": 4, "theree": 3,
}  # fmt: skip
"""Number words as they are said, and slips of the pen that are no other word."""
ORDINALS: Final = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth",
)  # fmt: skip
ORDINAL_BY_WORD: Final = {word: place for place, word in enumerate(ORDINALS, start=1)} | {
    "eigth": 8, "forth": 4, "fith": 5, "nineth": 9, "twelth": 12,
}  # fmt: skip


_NUMBER_WORD = "|".join(sorted(NUMBER_BY_WORD, key=len, reverse=True))
_DIGITS = r"[0-9]{1,2}(?:\.[0-9]{1,2})?(?!\.?[0-9])(?!,[0-9]{3})"
_FRACTION = (
    r"(?:\s*[½¼¾]|[\s-]{1,2}(?:(?:and|&|n)[\s-]+)?(?:an?[\s-]+)?(?:1[/⁄]2|half)\b"
    r"|\s+(?:and|&)\s+(?:a\s+quarter|three[\s-]quarters)\b)?"
)
_WORD = rf"\b(?:{_NUMBER_WORD})(?:\b|(?=s\b))"
_FIRST = rf"(?:(?<![\w$£€#/])(?<!\bPG-)(?<!\bTV-)(?<!\bNC-)(?<![0-9][.,:]){_DIGITS}|{_WORD}){_FRACTION}"
_NEXT = rf"(?:{_DIGITS}|{_WORD}){_FRACTION}"
_TO = r"\s*(?:-+|–|—|~|\bto\b|\bthru\b|\bthrough\b|\buntil\b|\btill\b|\bup\s+to\b)\s*"
_AND = (
    r"\s*(?:,\s*(?:(?:and|or|plus|then)\b|&)?|\band\s+(?:an?\b|now\b)?|\bor\s+(?:an?\b)?|\bplus\b|&|\+|/|;|\bn\b|'n'?)\s*"
    r"|\s+"
)
NUMBERS: Final = re.compile(rf"{_FIRST}(?:(?:{_TO}|{_AND}){_NEXT}){{0,9}}", re.IGNORECASE)
"""One number, a list of numbers or a range."""
ITEM: Final = re.compile(_NEXT, re.IGNORECASE)
RANGE_JOIN: Final = re.compile(_TO, re.IGNORECASE)
HALF: Final = re.compile(r"½|1[/⁄]2|half", re.IGNORECASE)
QUARTER: Final = re.compile(r"¼|a\s+quarter", re.IGNORECASE)
THREE_QUARTERS: Final = re.compile(r"¾|three[\s-]quarters", re.IGNORECASE)

_YEAR = r"(?:y(?:ea|e|ae)?rs?|yars?|yeras?|years?|yr|y)"
YEARS_OLD_AFTER: Final = re.compile(
    rf"[\s)-]*(?:{_YEAR}['’]?s?[\s.,-]*(?:of\s+age|olds?|old's|odl|ol|lod|young)\b['’]?"
    r"|y[\s./\\-]{0,2}o\b\.?['’]?s?|yos\b|y/?os\b|yr[s]?[./]?\s?o\b|yolds?\b|-?olds\b)",
    re.IGNORECASE,
)
""" "year old", "yo", "y/o", "yr-olds" and their slips."""
MONTHS_OLD_AFTER: Final = re.compile(
    r"[\s-]*(?:(?:months?|mnths?|mths?|mos?|m)[\s.'-]*(?:of\s+age|olds?)\b|m[\s./-]{0,2}o\b\.?|mos?\b(?!vie)|mths?\b)",
    re.IGNORECASE,
)
MONTHS_AFTER: Final = re.compile(r"[\s-]*months?\b(?!\s*(?:ago|later|from|till|until|before|after))", re.IGNORECASE)
WEEKS_OLD_AFTER: Final = re.compile(r"[\s-]*(?:weeks?|wks?)[\s-]*(?:of\s+age|olds?)\b", re.IGNORECASE)
YEARS_AFTER: Final = re.compile(
    r"[\s-]*(?:years?|yrs?|y)\b(?!\s*(?:ago|later|since|of|from|after|before|in)\b)", re.IGNORECASE
)

OTHER_UNIT_AFTER: Final = re.compile(
    r"\s*-?\s*(?:(?:min(?:ute)?s?|mins|hours?|hrs?|h|sec(?:ond)?s?|days?|weeks?|nights?|months?|years?|yrs?|times?|x|movies?|films?"
    r"|flicks|tickets?|seats?|people|persons?|ppl|adults?|grown|stars?|out\s+of|o['’ ]?clock|[ap]\.?m|percent|bucks|dollars"
    r"|kids?|kiddos?|children|child|boys?|girls?|sons?|daughters?|teens?|toddlers?|twins|nieces|nephews|grand\w+|siblings?"
    r"|brothers?|sisters?|friends?|cousins?|others?|more|different|of\s+(?:them|us|my|our|the|those|these|you|\w+s)|feet|foot|ft"
    r"|inch(?:es)?|miles?|episodes?|seasons?|parts?|scenes?|jump|sharp|dvds?|discs?|thumbs|little|young"
    r"|(?:st|nd|rd|th)(?:\s|$|\W)|[0-9])\b|[%:]\s?[0-9]|%|/\s?10\b|[a-z](?![a-z]))",
    re.IGNORECASE,
)
"""What makes the number before it a run time, a clock time, a count, a mark or a name of something."""

CHILD_WORDS: Final = (
    r"(?:(?:my|our|the|her|his|their|a)\s+)?(?:(?:two|three|four|five|2|3|4|5|both|all|little|young|older|younger|oldest|youngest"
    r"|middle|big|other|step|twin)[\s-]+)*(?:kids?|kiddos?|kiddies|kiddo|children|child|childs|sons?|daughters?|daugther|doughter"
    r"|boys?|girls?|girlies|nieces?|neices?|nephews?|grand[\s-]?(?:sons?|daughters?|kids?|child(?:ren)?|baby|babies)"
    r"|step[\s-]?(?:sons?|daughters?|kids?|children)|god[\s-]?(?:sons?|daughters?|child(?:ren)?)|brothers?|sisters?|siblings?"
    r"|cousins?|twins|triplets|little\s+(?:ones?|guys?|man|men|dudes?|fella|lady|bro|sis)|lil\s+(?:ones?|guys?|bro|sis|man)"
    r"|youngest|oldest|eldest|middle\s+(?:one|child|kid)|littles?|littlest|tinies|babies|baby|bub|students?|pupils|lads?|lass(?:es)?|lassie"
    r"|munchkins?|kidlets?|bairns?|class\s+of|crew|bunch|gang|guests|grandbabies|foster\s+\w+|brood|trio|duo|pair"
    r"|toddlers?|preschoolers?|pre-?teens?|tweens?|teens?|teenagers?|first-?born|dd|ds|dsd|dss|dgd|dgs)"
)
_FILL = (
    r"(?:[\s,:;=(\[–—-]|\b(?:who|that|which|is|are|r|am|aged?|ages|age_of|both|all|only|just|now|currently|about|around"
    r"|approximately|roughly|will|be|soon|to|going|turns?|turning|turned|almost|nearly|being|respectively|barely|newly|freshly"
    r"|an|a|have|has|at|of|years)\b|['’](?:s|re|ll)\b)*"
).replace("age_of", r"age\s+of")
_FILL_NARROW = _FILL.replace("|an|a|have|has|at|of|years", "")
CHILD_BEFORE: Final = re.compile(
    rf"\b{CHILD_WORDS}(?:['’]s|s['’])?(?:,?\s+(?-i:[A-Z][a-z]+)\b)?{_FILL_NARROW}$", re.IGNORECASE
)
""" "my niece is ", "kids (", "son, Leo, "."""
WHO_BEFORE: Final = re.compile(
    r"\b(?:(?:s?he|they)(?:['’]?(?:s|re|ll)\b|\s+(?:is|are|r|will|just|only|turns?|turned))|hes|shes|theyre|(?:the\s+)?(?:one|other|oldest"
    r"|eldest|youngest|older|younger|bigger|smaller|littler|middle|first|second|third|big|little)(?:\s+one)?"
    r"(?:['’]s\b|\s+(?:is|has|turns|turned|just)\b|\s*[,:(=]|\s+one\b)|(?:the|an)other)"
    rf"{_FILL_NARROW}$",
    re.IGNORECASE,
)
""" "she's ", "they are all ", "the other is "."""
AGED_BEFORE: Final = re.compile(
    r"\b(?:aged?|ages|age\s+of|age\s+range|ages\s+of|age\s+group)\b[\s:=(-]*(?:from|between|is|about|around|of|over)?\s*$",
    re.IGNORECASE,
)
COMING_BEFORE: Final = re.compile(
    r"\b(?P<sure>turning|turns|turned|(?:about|soon|due)\s+to\s+(?:be|turn)|will\s+(?:be|turn)|gonna\s+be|soon\s+to\s+be|going\s+to\s+be"
    r"|going\s+on)\s+$|\b(?P<near>almost|nearly|nearing|close\s+to|soon|coming\s+up\s+on|practically|just\s+about)\s*-?\s*$",
    re.IGNORECASE,
)
COMING_JOIN: Final = re.compile(
    r"[\s,(-]*(?:y/?o|years?\s+old)?[\s,(-]*(?:almost|nearly|going\s+on|soon\s+(?:to\s+be)?|about\s+to\s+(?:be|turn)|turning|(?:but\s+)?(?:will|she|he)"
    r"['’\w\s]{0,8}\s(?:be|turning|turns?))[\s-]*$",
    re.IGNORECASE,
)
""" "7, almost 8" and "7 going on 8": one child, the coming age counts."""
NAMED_LIST_BEFORE: Final = re.compile(
    r"(?:\b(?:for|with|have|has|got|bringing|taking|ages?|mine\s+(?:are|is)|ours\s+(?:are|is)|between|from|mixed|mix\s+of)\s+(?:an?\s+|my\s+|our\s+)?|[(\[]\s*)$",
    re.IGNORECASE,
)
"""Before a list of two or more that nothing else follows."""
SUITABLE_BEFORE: Final = re.compile(
    r"\b(?:ok|okay|k|fine|good|suitable|appropriate|safe|alright|right|scary|intense|much|young|old|cool|great|bad|mature|suited|best)\s+"
    r"(?:for|at)\s+(?:an?\s+|my\s+|our\s+|like\s+)?$|\bfor\s+(?:an?|my|our)\s+$",
    re.IGNORECASE,
)
MINE_BEFORE: Final = re.compile(
    r"\b(?:mine|ours|hers|his|theirs)\s+(?:is|are|was|['’]s|['’]re|just|turned|both|all|\s)+$", re.IGNORECASE
)

UNDER_BEFORE: Final = re.compile(
    r"\b(?:under|below|younger\s+than|less\s+than|not\s+yet)(?:\s+the\s+age\s+of|\s+age)?[\s-]*(?:the\s+)?$",
    re.IGNORECASE,
)
UP_TO_BEFORE: Final = re.compile(
    r"\b(?:up\s+to(?!\s+at)|no\s+older\s+than|not\s+older\s+than|max(?:imum)?)(?:\s+the\s+age\s+of|\s+age)?\s*$",
    re.IGNORECASE,
)
OVER_BEFORE: Final = re.compile(
    r"\b(?:over|above|older\s+than)(?:\s+the\s+age\s+of|\s+age)?[\s-]*(?:the\s+)?$", re.IGNORECASE
)
AND_UP_AFTER: Final = re.compile(
    r"(?:['’]?s)?\s*(?:(?:and|&|or|n)\s*(?:up|upwards?|older|over|above|beyond)\b|(?<=\S)\+(?!\s*[0-9])|\s\+(?=\s*(?:$|[?.,!)]))|plus\b(?!\s*[0-9a-z])|on\s+up\b|\s-\sup\b)",
    re.IGNORECASE,
)
AND_UNDER_AFTER: Final = re.compile(r"(?:['’]?s)?\s*(?:and|&|or|n)\s*(?:under|below|younger|down)\b", re.IGNORECASE)
PLURAL_AFTER: Final = re.compile(r"['’]?s\b", re.IGNORECASE)

SPEAKER_BEFORE: Final = re.compile(
    r"\b(?:i['’]?m|i\s+am|we['’]?re|we\s+are|me|myself|husband|wife|hubby|mom|mum|mommy|mother|mama|dad|daddy|father|papa|parents?|partner"
    r"|boyfriend|girlfriend|gf|bf|spouse|fianc[eé]e?|grand(?:ma|pa|mother|father|parents?)|uncle|aunt(?:ie)?|teacher|nanny|babysitter"
    r"|adults?|roommate|friend|dog|cat)(?:['’]s|[\s,:(–—-]|\b(?:is|are|who|only|just|now|currently|already|about|almost|nearly|turning|an?|as"
    r"|the|age|aged|of\s+age|here|at|old)\b)*$",
    re.IGNORECASE,
)
"""The age of a grown-up, of the speaker, or of a pet."""
PAST_BEFORE: Final = re.compile(
    r"(?:\b(?:was|were|wasn['’]?t|weren['’]?t|been|since|when\s+i['’]?m|back\s+at|used\s+to\s+be|as|(?:saw|seen|watched|loved|enjoyed|hated"
    r"|survived|scarred|traumati[sz]ed|terrified|scared|handled|first|watching\s+(?:it|this|that))\b[^.?!;]{0,40}\b(?:at|around|by|age))\b"
    r"(?:[\s,(~]|\b(?:like|only|just|about|around|maybe|an?|my|at|age|ages|aged|still|turning|even|probably|the|of|roughly|almost|nearly|little"
    r"|young|also|all|both)\b)*|\bwhen\s+(?:i|he|she|we|they|my\s+\w+)\s+(?:turned|hit|got\s+to)\s+)$",
    re.IGNORECASE,
)
PAST_AFTER: Final = re.compile(
    r"(?:[\s,]*(?:year[s]?\s+old)?[\s,]*when\s+(?:i|he|she|we|they|it|that|this)\s+(?:was|were|saw|watched|came|first|went)|\s*(?:years?\s+old\s+)?(?:back\s+then|at\s+the\s+time))\b",
    re.IGNORECASE,
)
PLOT_BEFORE: Final = re.compile(
    r"(?:(?<!what\s)(?<!how\s)(?<!hows\s)(?<!asking\s)(?<!ask\s)(?<!thinking\s)(?<!worried\s)(?<!wondering\s)(?<!talking\s)(?<!concerned\s)"
    r"\b(?:about|plays?|played|playing|follows?|following|stars?|starring|features?|featuring|where|wherein|story\s+of|stories\s+of|tale\s+of"
    r"|adventures\s+of|life\s+of|portrays?|centers\s+on|centred\s+on|centered\s+on|involving|involves?|as\s+told\s+by|through\s+the\s+eyes\s+of)"
    r"\s+(?:(?:an?|the|this|some|two|three|young|little|orphaned|one)\s+)*"
    r"|\b(?:character|hero|heroine|protagonist|lead|star|villain|actor|actress|wizard|robot|main\s+(?:kid|boy|girl|guy|one))s?"
    r"(?:['’]s|[\s,(]|\b(?:is|are|was|who|only|just|about|an?|supposed|to|be|aged?)\b)*"
    r"|\b(?:in|of)\s+(?:it|the\s+(?:movie|film|story|book))(?:['’]s|[\s,(]|\b(?:is|are|was|who|only|just|about|an?|aged?)\b)*)$",
    re.IGNORECASE,
)
MOVIE_BEFORE: Final = re.compile(
    r"(?:\b(?:(?:movie|film|it|this|that|show|book|flick|one|cartoon|thing|musical|series|franchise|song|album|original|version)(?:\s+(?:is|was)|['’]?s)|its)"
    r"|\ufffc(?:\s+(?:is|was)|['’]s)(?!\s+an?\b))\s+(?:(?:an?|over|about|almost|nearly|like|now|already|only|just|around|basically|more|than|some|at|least|well)\s+)*$",
    re.IGNORECASE,
)
MOVIE_AFTER: Final = re.compile(
    r"[\s-]*(?:movies?(?![\s-]*nights?\b)|films?|flicks?|classics?|cartoons?|dvds?|vhs|tapes?|franchises?|shows?|series|books?|songs?|versions?|remakes?|effects"
    r"|special|cgi|animation|whisky|wine|character|actor|actress|protagonist|hero|heroine)\b",
    re.IGNORECASE,
)

ALONE: Final = re.compile(
    r"[\s\"'(]*(?:(?:and|or|so|ok|okay|what\s+about|how\s+about|what\s+if|for|at|if|she|he|they|it|the|an?|my|our|kids?|one|is|are|it['’]?s"
    r"|hes|shes|theyre|['’]s|['’]re|just|about|like|say|maybe|then|age|aged|ages|is\s+it|with|now|um+|uh+|well|both|all|hm+)[\s,:]+)*$",
    re.IGNORECASE,
)
"""What may stand before a bare number in an answer to a question about the child's age."""
ALONE_AFTER: Final = re.compile(
    r"\s*(?:years?|yrs?|now|then|please|pls|instead|ok(?:ay)?|too|also|thanks|thx|soon|in\s+\w+|next\s+\w+|[.!?,)\s\"'])*$",
    re.IGNORECASE,
)

_PLACE = rf"(?:[0-9]{{1,2}}(?:st|nd|rd|th)|{'|'.join(sorted(ORDINAL_BY_WORD, key=len, reverse=True))})"
_PLACE_JOIN = r"\s*(?:,|/|&|\band\b|\bor\b|\bto\b|\bthrough\b|\bthru\b|-|–)\s*(?:and\s+|an?\s+)?"
GRADERS: Final = re.compile(
    rf"\b(?P<places>{_PLACE}(?:{_PLACE_JOIN}{_PLACE}){{0,4}})[\s-]+(?:grad(?:ers?|es?|rs?|ders?)|gradr|greaders?|garders?)\b",
    re.IGNORECASE,
)
""" "third grader", "1st and 3rd graders", "4th grade"."""
_GRADE_NUMBER = rf"(?:[0-9]{{1,2}}(?![0-9:])|(?:{_NUMBER_WORD})\b)"
GRADES: Final = re.compile(
    rf"\bgrades?\s+(?P<places>{_GRADE_NUMBER}(?:{_PLACE_JOIN}{_GRADE_NUMBER}){{0,4}})(?![\w%])", re.IGNORECASE
)
""" "grade 5", "grades 3 to 5"."""
SCHOOL_YEARS: Final = re.compile(
    rf"(?<![0-9.]\s)(?<![0-9-])(?<!\bper\s)\b(?:years?\s+|yrs?\s*|y)(?P<places>{_GRADE_NUMBER}(?:{_PLACE_JOIN}{_GRADE_NUMBER}){{0,4}})"
    r"(?:['’]?s\b)?(?![\w%/])(?!\s*(?:years?|yrs?|minutes?|mins?|months?|old|olds|of\s+the)\b)",
    re.IGNORECASE,
)
""" The British "year 4", "Y4"."""
BIRTHDAY: Final = re.compile(rf"\b(?P<place>{_PLACE})[\s-]+(?:birthday|b-?day)\b", re.IGNORECASE)

GROUPS: Final[tuple[tuple[re.Pattern[str], float, float, str], ...]] = tuple(
    (re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE), youngest, oldest, label)
    for pattern, youngest, oldest, label in (
        ((r"(?:(?:my|our|her|his|their)\s+(?:new\s+)?|(?:with|for|and)\s+an?\s+|newborn\s+)(?:baby|infant)(?!\s+(?:brother|sister|bro|sis|boy|girl|shower|sitter|mama|daddy|driver|dies|dying))"
         r"|infants?|new-?borns?"), 0, 1, "baby"),
        (r"todd?l(?:er|re|r|ar)s?|todlers?|toddelers?|tots?(?=\W|$)", 1, 3, "toddler"),
        (r"pre[\s-]?sch?o+l(?:ers?|age[ds]?|ager)?s?|preshc?o+lers?|preschol+ers?|nursery[\s-](?:age|school|kid|child)\w*", 3, 5, "preschooler"),
        (r"pre[\s-]?k(?:er|ers|inder\w*)?", 4, 5, "pre-kindergartner"),
        (r"kinder(?:g[ae]rt[ea]?n(?:d?ers?|ers?|age)?|gard(?:en)?d?(?:n?ers?)?|garte?n?ers?|gartens?|s|gardners?)?|kindy|kindies", 5, 6, "kindergartner"),
        (r"(?:element[ae]ry|elementry|grade|primary|lower)[\s-]?(?:school|age)?(?:[\s-](?:age|kids?|children|student)|ers?)?(?<!grade)(?<!lower)(?<!primary)", 6, 11, "elementary schooler"),
        (r"twe+ns?|tweenagers?|tweenies?|pre[\s-]?te+n(?:s|agers?|age)?", 9, 12, "tween"),
        (r"(?:middle|junior\s+high|jr\.?\s+high|intermediate)[\s-]?sc?h?o+l(?:ers?|kids?)?|middle[\s-]?sch?oo?lers?|junior\s+high(?:er)?s?|jr\.?\s+high(?:er)?s?", 11, 14, "middle schooler"),
        (r"(?:high|senior|secondary)[\s-]?sch?o+l(?:ers?|kids?|age)?|highsch?oo?lers?", 14, 18, "high schooler"),
        (r"teen(?:s|ag?ers?|agers?|aged?|ies|gers?)?|tean(?:s|agers?)?|tennagers?|teeanagers?|adolescents?", 13, 17, "teen"),
    )
)  # fmt: skip
"""What a parent calls an age: pattern, youngest and oldest in years, and how to say it back."""
GROUP_IS_NO_CHILD_AFTER: Final = re.compile(
    r"[\s-]*(?:mutant|movie|film|flick|comedy|drama|romance|slasher|horror|heart\s?throb|idol|angst|wolf|spy|titans|witch|dream"
    r"|pregnancy|love\s+story|rom[\s-]?com|characters?|actors?|cast|rating|years\b(?!\s+old))",
    re.IGNORECASE,
)
GROUP_PAST_BEFORE: Final = re.compile(
    r"\b(?:i|he|she|we)\s+(?:was|were)\s+(?:still\s+|just\s+|only\s+)?(?:an?|in)?\s*(?:my\s+)?$|\bas\s+an?\s+$|\bwhen\s+(?:i|we)\s+w\w+\s+[\w\s]{0,10}$|\bi['’]?m\s+(?:an?|just\s+an?)\s+$",
    re.IGNORECASE,
)
GROUP_JOIN: Final = re.compile(
    r"(?:\s+(?:who|that)(?:\s+is|['’]s)|\s+(?:is|are|just|aged?|turned)|['’]?s|[\s,(:-]|\bages?\b|\bwho\b|\bis\b|\bonly\b)*",
    re.IGNORECASE,
)
"""Between a group and the age of the same child: "my toddler (2)", "my teen is 14"."""
NAME_BEFORE: Final = re.compile(
    r"(?:^|[.!?,;:(]\s*|\b(?:and|but|so|for|[Mm]y|[Ww]ould|[Ww]ill|[Cc]an|[Ss]hould)\s+)(?!(?:It|That|This|There|He|She|They|What|Which|Who|How|The|Is|Age|Ages|Part|Rated)\b)"
    r"[A-Z][a-zà-ÿ]+\s*(?:\s(?:is|who\s+is|who['’]s|turns|just\s+turned)|['’]s|,|\()\s*(?:(?:only|just|nearly|almost|now|she['’]s|he['’]s)\s+)*$"
)
""" "Lily is ", "for Tom (": a child's name, where a number and then a pause follow."""
PAUSE_AFTER: Final = re.compile(r"\s*(?:$|[,.!?);:]|and\b|so\b|but\b)")
