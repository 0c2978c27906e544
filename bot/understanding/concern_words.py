"""What parents call the things they worry about: words to keys of the vocabulary, as data.

Only bot.understanding.concerns reads this table. A row is a key of GRID or QUESTIONS and the patterns that name it;
where several rows match at one place the earlier row wins, so the particular stands before the general. Patterns
match whole words without regard to case. The wording is collected from how parents ask; tests/cases/concerns.toml
guards every row.
"""

# ruff: noqa: E501 -- one pattern of a table a line, however long

from __future__ import annotations

from typing import Final

_PARENT: Final = r"(?:mom|mum|mommy|mummy|mother|mama|dad|daddy|father|papa|parent)(?:['’]?s|s['’])?"
_YOUNG: Final = r"(?:kids?|child|children|baby|babies|boy|girl|son|daughter|toddler)"
_ANIMAL: Final = r"(?:animals?|dogs?|doggy|puppy|puppies|pups?|cats?|kittens?|horses?|pets?|bunny|rabbits?|elephants?|lions?|deer|birds?|fish|wolf|bears?)"
_DIES: Final = r"(?:die|dies|dying|died|dead|death|deaths|killed|pass(?:es)?\s+away|get\s+(?:killed|hurt)|gets\s+(?:killed|hurt)|make\s+it|survive[s]?)"

CONCERN_PATTERNS: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    ("post_credit_scene", (
        r"(?:post|mid|end|after)[\s-]*credits?(?:\s+(?:scenes?|stingers?|sequence))?",
        r"(?:scenes?|anything|something|stuff|bonus|extra)\s+(?:in|during|after|at)\s+(?:the\s+)?(?:end\s+)?credits",
        r"(?:stay|sit|wait)\w*\s+(?:for|through|until|till|after)\s+(?:the\s+)?(?:end\s+)?credits", r"after\s+the\s+credits", r"stinger",
    )),
    ("santa_spoiled", (
        r"(?:santa|father\s+christmas|saint\s+nick)(?:['’]s)?\s+(?:(?:is|isn['’]?t|not|being|secret|thing|gets?|is\s+not|as)\s+){0,3}(?:real|spoil(?:ed|er|ers)?|ruin(?:ed)?|fake|truth|secret|revealed|reveal|believers?)",
        r"(?:spoil|ruin|reveal|truth\s+about|secret\s+(?:of|about)|believes?\s+in|give\s+away)\w*\s+(?:the\s+)?(?:santa|father\s+christmas)(?:\s+(?:secret|claus|magic))?",
        r"santa\s+spoilers?",
    )),
    ("sad_ending", (
        r"(?:sad|unhappy|happy|tragic|bad|depressing|downer|upsetting)\s+(?:ending|end)", r"ends?\s+(?:sad(?:ly)?|happy|happily|badly|well|in\s+tears)",
        r"ending\s+(?:is\s+)?(?:sad|happy|too\s+sad|upsetting)", r"happily\s+ever\s+after",
    )),
    ("animal_dies", (
        rf"{_ANIMAL}\s+(?:(?:that|who|gets?|have\s+to|has\s+to|actually|really|also)\s+)?{_DIES}",
        rf"{_ANIMAL}\s+(?:cruelty|abuse|harm|harmed|suffering|gets?\s+hurt|hurt)", rf"(?:dead|dying|killing|hurt|injured)\s+{_ANIMAL}",
        rf"(?:death|killing|loss)\s+of\s+(?:an?\s+|the\s+|his\s+|her\s+)?{_ANIMAL}", rf"kill(?:s|ed)?\s+(?:off\s+)?(?:the|an?|any)\s+{_ANIMAL}",
    )),
    ("parent_dies", (
        rf"{_PARENT}\s+(?:(?:that|who|gets?|have\s+to|has\s+to|actually|really|also)\s+)?{_DIES}", rf"(?:dead|dying|lost|loses?|losing)\s+(?:an?\s+|his\s+|her\s+|their\s+|the\s+)?{_PARENT}",
        rf"(?:death|loss)\s+of\s+(?:an?\s+|the\s+|his\s+|her\s+|their\s+)?{_PARENT}", rf"kill(?:s|ed)?\s+(?:off\s+)?(?:the|an?|his|her)\s+{_PARENT}", r"orphan(?:ed|s|hood)?",
    )),
    ("child_dies", (
        rf"{_YOUNG}\s+(?:(?:that|who|gets?|have\s+to|has\s+to|actually|really|also)\s+)?{_DIES}(?<!make\sit)", rf"(?:dead|dying)\s+{_YOUNG}",
        rf"(?:death|loss)\s+of\s+(?:an?\s+|the\s+)?{_YOUNG}", rf"kill(?:s|ed|ing)?\s+(?:off\s+)?(?:an?\s+|the\s+)?{_YOUNG}",
    )),
    ("self_harm", (r"suicid(?:e|al|es)", r"self[\s-]?harm(?:ing)?", r"self[\s-]?injury", r"kill(?:s|ing)?\s+(?:him|her|them)sel(?:f|ves)", r"hurt(?:s|ing)?\s+(?:him|her)self\s+on\s+purpose")),
    ("eating_disorder", (r"eating\s+disorders?", r"anorexi[ac]", r"bulimi[ac]", r"disordered\s+eating")),
    ("sexual_assault", (r"rap(?:e|es|ed|ing)", r"sexual(?:ly)?\s+(?:assault(?:s|ed)?|abus(?:e|ed)|violence|harassment)", r"molest(?:ed|ation|ing)?", r"sex(?:ual)?\s+assault")),
    ("domestic_abuse", (r"domestic\s+(?:abuse|violence)", r"abus(?:ive)\s+(?:parents?|father|mother|dad|mom|home|relationship|husband|family)", r"child\s+abuse", r"abuse(?:\s+at\s+home)?")),
    ("slurs", (r"(?:racial\s+|racist\s+|homophobic\s+)?slurs?", r"n[\s-]words?", r"the\s+n\s+word", r"racial\s+epithets?")),
    ("gun_violence", (r"gun[\s-]?(?:violence|fights?|play|fire)", r"guns?", r"(?:school\s+|mass\s+)?(?<!started\s)(?<!start\s)(?<!began\s)(?<!finished\s)shootings?", r"shoot[\s-]?(?:outs?|ing)", r"firearms?", r"shot\s+(?:at|dead|to\s+death)", r"(?:gets?|got|is|are|being|someone|anyone)\s+shot", r"pistols?", r"rifles?")),
    ("war", (r"war[\s-]?(?:scenes?|violence|fare|time)?", r"combat\s+scenes?")),
    ("blood", (r"blood(?:y|iness|shed)?", r"bleed(?:s|ing)?")),
    ("jump_scares", (r"jump[\s-]?scares?", r"jump[\s-]?scary", r"jumpy", r"jump[\s-]?out\s+(?:moments?|scenes?)", r"startl(?:es?|ing)\s+(?:moments?|scenes?)?")),
    ("flashing_lights", (r"(?:flash(?:ing|y)|flicker(?:ing)?|strob(?:e|ing))\s+(?:lights?|images?|effects?|scenes?)", r"strob(?:e|es|ing)", r"epilep(?:sy|tic)", r"photosensitiv(?:e|ity)", r"seizures?")),
    ("loud_noises", (r"(?:(?:sudden|loud|sudden\s+loud)\s+)+(?:noises?|sounds?|bangs?|explosions?|music|parts|scenes)", r"sudden\s+noises?", r"too\s+loud", r"how\s+loud", r"is\s+it\s+loud", r"loud")),
    ("clowns_dolls", (r"(?:creepy|scary|evil|killer)\s+(?:clowns?|dolls?|puppets?|mannequins?)", r"clowns?", r"dolls?")),
    ("spiders_snakes_sharks", (r"spiders?", r"snakes?", r"sharks?", r"arachnophob\w+", r"creepy\s+crawl(?:ies|y)")),
    ("ghosts", (r"ghosts?", r"possession", r"possessed", r"haunt(?:ed|ing|ings)?", r"poltergeists?", r"demons?", r"exorcisms?", r"evil\s+spirits?")),
    ("drowning", (r"drown(?:s|ing|ed)?", r"under\s?water\s+peril")),
    ("kidnapping", (r"kidnap(?:s|ped|pings?|ing|pers?)?", r"abduct(?:s|ed|ions?|ing)?", r"child\s+snatch\w*", r"(?:kids?|child|children)\s+(?:is|are|being|gets?)\s+(?:taken|stolen)")),
    ("parent_separation", (
        r"separat(?:ed|ion|ing)(?:\s+(?:from|anxiety)(?:\s+(?:an?|the|his|her|their)?\s*\w+)?)?", r"abandon(?:ed|ment|ing|s)?", r"(?:los(?:es?|ing)|gets?\s+lost\s+from|left\s+behind\s+by)\s+(?:his|her|their|its)\s+(?:family|parents?)",
        r"taken\s+(?:away\s+)?from\s+(?:his|her|their|its)\s+(?:family|parents?|mom|mum|mother|dad|father)",
    )),
    ("divorce", (r"divorc(?:e|es|ed|ing)", r"parents?\s+split(?:ting)?(?:\s+up)?", r"broken\s+(?:home|family)")),
    ("adoption", (r"adopt(?:ed|ion|ions|ive|ee)?", r"foster\s+(?:care|child|children|kids?|parents?|home|family)", r"fostering")),
    ("bullying", (r"bull(?:y|ying|ies|ied|y's|ys|ing)", r"mean\s+(?:kids?|girls)")),
    ("needles_hospital", (r"needles?", r"hospitals?", r"injections?", r"surger(?:y|ies)", r"medical\s+(?:scenes?|procedures?|stuff)", r"getting\s+shots")),
    ("vomiting", (r"vomit(?:s|ing|ed)?", r"throw(?:s|ing)?\s+up", r"puk(?:e|es|ing)", r"barf(?:s|ing)?", r"emetophob\w+", r"being\s+sick")),
    ("religion_occult", (r"religio(?:n|us)", r"occult", r"witchcraft", r"witches", r"satan(?:ic|ism)?", r"the\s+devil", r"demonic", r"sorcery", r"black\s+magic", r"spells", r"anti[\s-]?christian", r"blasphem\w+")),
    ("consumerism", (r"product\s+placements?", r"consumerism", r"commerciali[sz]\w+", r"merch(?:andise|andising)?", r"advertis(?:ing|ements?)", r"materialis\w+", r"toy\s+(?:ads?|commercials?)")),
    ("imitable_risk", (
        r"(?:dangerous|risky|unsafe|imitable|reckless)\s+(?:stunts?|behaviou?rs?|stuff|things?|tricks|acts?|situations?)", r"stunts?", r"copy[\s-]?cat\w*", r"(?:copy|imitate|re-?enact|mimic)(?:ing)?",
        r"things?\s+to\s+(?:copy|imitate)", r"bad\s+example",
    )),
    ("discrimination", (r"racis(?:m|t)", r"sexis(?:m|t)", r"misogyn\w+", r"stereotyp(?:es?|ing|ical)", r"homophob(?:ia|ic)", r"transphob(?:ia|ic)", r"discriminat\w+", r"prejudice[ds]?", r"fat[\s-]?sham\w+", r"ableis[mt]", r"bigotry")),
    ("nudity", (r"nud(?:ity|e|es)", r"naked(?:ness)?", r"topless", r"boobs?", r"bare\s+(?:butts?|bottoms?|breasts?|skin)", r"butts?", r"genital\w*", r"full[\s-]frontal")),
    ("sex_romance", (
        r"sex(?:y|ual|ually|uality|ualized|ualised|ting|scenes?)?(?:\s+(?:scenes?|content|stuff|themes?|references?|jokes?|innuendos?|humou?r|situations?|talk|things?|bits|parts))?",
        r"innuendos?", r"kiss(?:es|ing|ed|y)?", r"mak(?:e|ing)\s+out", r"snog\w*", r"romanc(?:e|es)", r"romantic(?:\s+(?:stuff|scenes?))?", r"love\s+scenes?", r"love[\s-]?making", r"hook(?:ing)?[\s-]?ups?",
        r"steamy", r"raunch(?:y|iness)?", r"adult\s+(?:content|themes?|humou?r|situations?)", r"dirty\s+jokes?", r"mak(?:e|ing)\s+love", r"one\s+night\s+stands?", r"sensual\w*", r"erotic\w*", r"pregnan(?:cy|t)",
    )),
    ("language", (
        r"(?:bad|strong|foul|crude|coarse|adult|explicit|rude|rough|naughty|harsh|vulgar|inappropriate|dirty|mature|salty)\s+(?:languages?|words?|mouth\w*)",
        r"(?<!what\s)(?<!which\s)(?<!foreign\s)(?<!sign\s)(?<!original\s)(?<!english\s)(?<!body\s)(?<!second\s)(?<!other\s)(?<!spanish\s)(?<!french\s)language(?!\s+(?:is|are)\s+it\s+in)(?!s)(?!\s+(?:film|movie|version|learner|barrier))",
        r"swear(?:s|ing|y|[\s-]?words?)?", r"sweary", r"curs(?:e|es|ing)(?:[\s-]?words?)?", r"cuss(?:es|ing)?(?:[\s-]?words?)?", r"profan(?:e|ity|ities)", r"f[\s-]*(?:words?|bombs?)", r"f[-*]+\w*", r"s[\s-](?:words?|bombs?)",
        r"four[\s-]letter\s+words?", r"potty[\s-](?:mouth\w*|talk|words?|humou?r)", r"obscenit(?:y|ies)", r"expletives?", r"vulgar(?:ity)?", r"foul[\s-]?mouth\w*", r"crude(?:ness)?(?:\s+(?:humou?r|jokes?))?", r"toilet\s+humou?r",
        r"name[\s-]calling", r"f\s?bombs?", r"(?:fart|poo|poop|bathroom|butt)(?:s|ing)?\s+(?:jokes?|humou?r)", r"farts?|farting",
    )),
    ("drugs", (
        r"drugs?(?:[\s-](?:use|abuse|taking|scenes?|references?|dealing|dealers?|addicts?|addiction))?", r"alcohol(?:ism|ic|ics)?(?:\s+use)?", r"drink(?:s|ing)(?:\s+(?:and|or)\s+(?:drugs|smoking))?", r"drunk(?:en|enness)?", r"booz(?:e|ing|y)",
        r"beers?", r"underage\s+drinking", r"smok(?:e|es|ing|ers?)", r"cigar(?:s|ettes?)?", r"vap(?:e|es|ing)", r"tobacco", r"weed", r"marijuana", r"pot\s+smoking", r"cocaine", r"heroin", r"substance(?:s|\s+(?:use|abuse))?", r"addiction", r"stoned", r"getting\s+high",
    )),
    ("violence_gore", (
        r"(?:ultra|hyper|cartoon|graphic|fantasy|action|comic)?[\s-]?violen(?:t|ce|tly|ts)", r"gor(?:e|y|ey|iness|ry)", r"fight(?:s|ing|y|[\s-]scenes?)?(?!\s+(?:over|about))", r"brutal(?:ity|ly)?", r"kill(?:ing|ings|ed|s)?", r"murder(?:s|ed|ing|ous)?",
        r"weapons?", r"stab(?:bing|bings|bed|s)", r"tortur(?:e|es|ed|ing)", r"punch(?:es|ing)?", r"sword[\s-]?(?:s|fights?|play|fighting)?", r"kni(?:fe|ves)", r"slasher", r"behead\w*", r"decapitat\w*", r"guts", r"bloodthirsty", r"battles?(?:\s+scenes?)?", r"explosions?",
        r"carnage", r"beat(?:ing)?s?[\s-]up", r"body\s+count", r"action\s+scenes", r"hitting",
    )),
    ("scariness", (
        r"scar(?:y|ey|ry|ie|ier|iest|iness|yness|ily|ryness)(?:[\s-](?:stuff|parts?|scenes?|bits?|moments?|things?|images?|monsters?|creatures?))?", r"(?:any|lots\s+of|many|some|few|big|bad|of|too\s+many)\s+scares", r"scare\s+(?:factor|level)s?",
        r"fright(?:ening|ful|ningly|ens?)?(?:\s+(?:scenes?|stuff|parts?|moments?))?", r"creep(?:y|iness|ier)", r"spook(?:y|iness|ier)", r"terrif(?:y|ying)", r"horror", r"horrific", r"horrifying", r"nightmar(?:es?|ish)(?:\s+fuel)?", r"monsters?", r"zombies?", r"vampires?", r"eerie", r"menacing",
        r"suspens(?:e|eful)", r"disturbing\s+images?",
    )),
    ("upsetting_themes", (
        r"deaths?", r"dying(?!\s+to\b)", r"(?:someone|anyone|somebody|anybody|people|characters?|grand\w+|friend|hero|who|everyone|he|she|they)\s+(?:that\s+|who\s+)?(?:die|dies|dead|passes\s+away|gets\s+killed)", r"die(?:s|d)?(?!\s+for\b)(?!\s+hard)", r"grie(?:f|ving|ve)",
        r"bereave\w*", r"funerals?", r"sad(?:ness|der|dest)?(?:[\s-](?:parts?|scenes?|bits?|moments?|stuff|themes?))?", r"upsetting(?:\s+(?:parts?|scenes?|themes?))?", r"heart[\s-]?break(?:ing)?", r"tear[\s-]?jerk\w*", r"(?:make|makes|made)\s+(?:\w+\s+){1,3}cry", r"cry(?:ing)?", r"trauma(?:tic|tizing|tising)?",
        r"disturbing", r"depress(?:ing|ion|ed)", r"heavy\s+(?:themes?|topics?|stuff|subjects?)", r"cancer", r"terminal\s+illness", r"emotional(?:ly)?(?:\s+(?:scenes?|stuff|heavy|intense))?", r"mental\s+(?:health|illness)", r"loss\b(?!\s+of\s+(?:interest|time))",
    )),
    ("messages", (r"(?:good|positive|nice|decent|bad|right|wholesome|negative)\s+messages?", r"messages?", r"moral(?:s|\s+of\s+the\s+story)?", r"life\s+lessons?", r"lessons?", r"values")),
    ("role_models", (r"role[\s-]?models?", r"(?:strong|good)\s+(?:female|male|girl)\s+(?:characters?|leads?)", r"girl\s+power")),
    ("educational_value", (r"educational(?:\s+value)?", r"learn(?:s|ing)?\s+(?:anything|something|from|much|a\s+lot)", r"teach(?:es|ing)?\s+(?:them|him|her|kids|anything|something)")),
    ("diverse_representations", (r"divers(?:e|ity)(?:\s+(?:cast|characters?|representations?))?", r"represent(?:ation|ations|ed)", r"inclusi(?:ve|vity|on)", r"lgbtq?\+?(?:ia)?", r"gay\s+(?:characters?|couples?)", r"trans\s+characters?", r"people\s+of\s+colou?r")),
)  # fmt: skip

LONG_WORDS: Final[dict[str, str]] = {
    "violence": "violence_gore", "violent": "violence_gore", "fighting": "violence_gore", "swearing": "language", "profanity": "language",
    "cursing": "language", "cussing": "language", "language": "language", "nudity": "nudity", "kissing": "sex_romance", "sexual": "sex_romance",
    "romance": "sex_romance", "alcohol": "drugs", "drinking": "drugs", "smoking": "drugs", "frightening": "scariness", "nightmares": "scariness",
    "creepy": "scariness", "scariness": "scariness", "bullying": "bullying", "suicide": "self_harm", "divorce": "divorce", "racism": "discrimination",
    "kidnapping": "kidnapping", "drowning": "drowning", "spiders": "spiders_snakes_sharks", "weapons": "violence_gore",
}  # fmt: skip
"""Words long enough to be read with a slip of the pen."""
NO_SLIPS_TEXT: Final = """
violet violets killing languages lingual sensual romanced cruising kidding spider smocking violin frowning crowning
"""
NO_SLIPS: Final = frozenset(NO_SLIPS_TEXT.split())
"""Words of their own that lie one letter from one of LONG_WORDS."""

TOUCHED_PATTERNS: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    ("scariness", (r"scar(?:e|es|ed|ing)", r"freak(?:s|ed|ing)?[\s-]*(?:\w+\s+){0,3}out", r"frighten(?:s|ed)?", r"intens(?:e|ity)", r"terrif(?:y|ies|ied)", r"afraid", r"dark(?:er|ness)?", r"spook(?:s|ed)?", r"traumati[sz]e\w*")),
    ("upsetting_themes", (r"upset(?:s)?", r"heavy", r"bawl\w*")),
)  # fmt: skip
"""Verbs and moods ("would it scare her", "how intense"): the parent asks for a verdict, and the row belongs in it."""

SENSITIVE_PATTERNS: Final[tuple[str, ...]] = (
    r"(?:very|super|quite|highly|really|rather|so|too|more|pretty|a\s+bit|kinda|extra|my|our|a|is|are|he['’]?s|she['’]?s|they['’]?re|who['’]?s)\s+sensitive(?!\s+(?:topics?|content|material|subjects?|themes?|stuff|scenes?|issues?))",
    r"sensitive\s+(?:kid|child|children|kids|son|daughter|boy|girl|one|soul|type|viewer|little|[0-9])",
    r"(?:easily|quick\s+to\s+get|quickly)\s+(?:scared|frightened|spooked|upset|startled|afraid|freaked)",
    r"(?:scare|scares|frighten|frightens|spook|spooks|startle|startles)\s+(?:very\s+|so\s+|really\s+)?easily",
    r"(?:gets?|is|are|getting)\s+(?:very\s+|really\s+|so\s+|super\s+|always\s+)?(?:scared|frightened|spooked)\s+(?:very\s+|so\s+|really\s+)?(?:easily|easy|quickly|of\s+everything|at\s+everything|by\s+everything)",
    r"anxious", r"anxiety", r"timid", r"skittish", r"fearful", r"nervous\s+(?:kid|child|son|daughter|girl|boy|one|type|[0-9]+|viewer)",
    r"(?:hates?|can['’]?t\s+(?:do|handle|stand|take)|cannot\s+handle|doesn['’]?t\s+(?:like|do))\s+(?:anything\s+)?scary(?:\s+(?:stuff|things|movies|parts))?",
    r"(?:prone\s+to|gets?|has|have|having|had)\s+(?:bad\s+|lots\s+of\s+|a\s+lot\s+of\s+)?nightmares(?:\s+easily)?", r"scaredy[\s-]?cat", r"scared\s+of\s+(?:everything|the\s+dark)", r"afraid\s+of\s+(?:everything|the\s+dark)", r"wimp(?:y)?",
    r"easy\s+to\s+scare", r"hsp",
)  # fmt: skip
"""How a child is said to be sensitive."""
NOT_SENSITIVE_BEFORE: Final = r"(?:\bnot|n['’]?t|\bnever|\bnor)\s+(?:\w+\s+){0,2}$"
