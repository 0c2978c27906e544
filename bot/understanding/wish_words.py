"""How parents say what a movie should be like: patterns and what they stand for, as data for bot.understanding.wishes.

Genres are named as the library names them, languages by their two-letter codes.
"""

# ruff: noqa: E501 -- one pattern of a table a line, however long

from __future__ import annotations

from typing import Final

GENRES: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    (r"rom[\s-]?coms?", ("Romance", "Comedy")),
    (r"fun(?:ny|nier|niest)|comed(?:y|ies)|hilarious|silly|sillier|(?:a|good|big|lots\s+of)\s+laughs?", ("Comedy",)),
    (r"animat(?:ed|ions?)|cartoons?|anime", ("Animation",)),
    (r"musicals?|sing[\s-]?alongs?|(?:with|lots\s+of|good|great|fun|catchy)\s+(?:\w+\s+)?(?:songs?|singing|music|dancing)", ("Musical",)),
    (r"adventur(?:e|es|ous)", ("Adventure",)),
    (r"fantasy|magical|magic", ("Fantasy",)),
    (r"sci[\s-]?fi|science[\s-]fiction", ("Science Fiction",)),
    (r"romantic|romances?|love\s+stor(?:y|ies)", ("Romance",)),
    (r"myster(?:y|ies)|detectives?|whodunn?its?", ("Mystery",)),
    (r"sports?|sporty", ("Sport",)),
    (r"documentar(?:y|ies)", ("Documentary",)),
    (r"historical|history", ("History",)),
    (r"true\s+stor(?:y|ies)|biopics?|biograph(?:y|ies|ical)", ("Biography",)),
    (r"action(?:[\s-]packed)?", ("Action",)),
    (r"thrillers?", ("Thriller",)),
    (r"dramas?", ("Drama",)),
)  # fmt: skip
LIVE_ACTION: Final = r"live[\s-]?action|(?:with\s+)?real\s+(?:people|actors)"
"""Wished for: no animation."""
LANGUAGES: Final = {
    "spanish": "es", "french": "fr", "german": "de", "japanese": "ja", "italian": "it", "korean": "ko", "chinese": "zh",
    "mandarin": "zh", "hindi": "hi", "arabic": "ar", "polish": "pl", "portuguese": "pt", "russian": "ru", "swedish": "sv",
    "danish": "da", "dutch": "nl", "irish": "ga", "hebrew": "he", "turkish": "tr", "persian": "fa", "farsi": "fa",
    "english": "en", "norwegian": "no", "urdu": "ur", "punjabi": "pa", "mongolian": "mn",
}  # fmt: skip
STUDIOS: Final = {
    "disney": "Disney", "pixar": "Pixar", "ghibli": "Ghibli", "dreamworks": "DreamWorks", "marvel": "Marvel",
    "illumination": "Illumination", "aardman": "Aardman", "laika": "Laika",
}  # fmt: skip
TOPICS: Final = (
    r"dinosaurs?|dragons?|princess(?:es)?|horses?|pon(?:y|ies)|dogs?|cats?|christmas|halloween|easter|hanukkah|thanksgiving|super\s?hero(?:es)?|pirates?|robots?|space|trains?|cars?|unicorns?|mermaids?|fair(?:y|ies)|wizards?|witch(?:es)?"
    r"|animals?|penguins?|bears?|ballet|danc(?:e|ing)|football|soccer|baseball|basketball|cricket|hockey|ninjas?|knights?|spies|spy|aliens?|monkeys?|rabbits?|bunn(?:y|ies)|dolphins?|whales?|elephants?|lions?|school|summer\s+camp|time\s+travel|toys?|trucks?|planes?|cooking|chess"
)
"""What a movie is said to be about by a word right before "movie": "a dinosaur movie"."""
UNSEARCHABLE: Final[tuple[str, ...]] = (
    r"(?:an?\s+|some\s+)?(?:(?:strong|brave|clever|young|main|positive)\s+)*(?:girls?|female|wom[ae]n|boys?|male|black|brown|asian|african[\s-]american|latin[oax]|hispanic|indian|native|muslim|jewish|hijabi|disabled|deaf|blind|autistic|neurodivergent|adhd|gay|lesbian|queer|trans|lgbtq?\+?|adopted|fat|plus[\s-]size)[\s-]+(?:(?:main|lead|central)\s+)?(?:hero(?:es|ine|ines)?|leads?|protagonists?|main\s+characters?|characters?|kids?\s+as\s+(?:the\s+)?heroe?s?|power)\b",
    r"(?:an?\s+|strong\s+)*heroines?\b",
    r"(?:an?\s+|the\s+)?(?:main\s+characters?|lead|hero|protagonist)\s+(?:is|who\s+is|being)\s+(?:an?\s+)?\w+",
    r"(?:that['’]?s\s+|streaming\s+|available\s+)?on\s+(?:netflix|disney\s*(?:\+|plus)|hulu|(?:amazon\s+)?prime(?:\s+video)?|amazon|hbo(?:\s+max)?|max|apple(?:\s+tv\+?)?|peacock|paramount(?:\s*(?:\+|plus))?|youtube|(?:bbc\s+)?iplayer|sky|now\s+tv|tv)(?!\w)",
    r"(?:in|at)\s+(?:the\s+)?(?:theat(?:er|re)s?|cinemas?|movies)(?:\s+(?:right\s+)?now)?",
    r"(?:based\s+on|from)\s+(?:an?\s+|the\s+)?(?:children['’]?s\s+)?books?|book\s+adaptations?",
    r"oscar[\s-]?\w*|award[\s-]?winning",
    r"heart[\s-]?warming|feel[\s-]?good|uplifting|inspiring|exciting|thought[\s-]?provoking|clever|foreign|relaxing",
    r"(?:that\s+)?(?:i|we|adults|parents|mom|mum|dad|grown[\s-]?ups)\s+(?:will|would|can|also|might)\s+(?:also\s+)?(?:enjoy|like|love|stand)(?:\s+too)?",
)  # fmt: skip
"""Wishes that no field of a review answers."""
GENTLE: Final = r"gentle[r]?|calm(?:er|ing)?|co[sz]y|mild(?:er)?|soft(?:er)?|not\s+(?:too|so|very)\s+(?:intense|exciting|stressful|loud)|low[\s-]stakes|less\s+intense"
"""Wished for: little that frightens, little violence."""
