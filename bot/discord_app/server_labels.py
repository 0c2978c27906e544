"""The words on the moderators' controls for their server: settings, audit, blocks, requests, the weekly digest."""

from __future__ import annotations

from bot.domain.rating_boards import SYSTEM_COUNTRY

SETTINGS_DESCRIPTION = "How the guide behaves in this server (moderators)"
AUDIT_DESCRIPTION = "Who of the moderators changed what (moderators)"
BLOCK_DESCRIPTION = "Stop a member from writing suggestions, reviews, reports and wishes (moderators)"
UNBLOCK_DESCRIPTION = "Let a blocked member write again (moderators)"
BLOCKED_DESCRIPTION = "Who is blocked in this server (moderators)"
BLOCK_MEMBER_DESCRIPTION = "The member"
REQUESTS_DESCRIPTION = "Movies that were asked for and have no review yet (moderators)"

SETTINGS_TITLE = "Settings of this server"
SETTINGS_FOOT = "Every change counts at once and is noted in /audit."
GUIDE_CHANNELS = "**Guide channels**\nThere I answer movie questions without being mentioned."
GUIDE_CHANNELS_PICK = "No guide channel yet"
MODERATOR_ROLES = "**Moderators**\nWho has one of these roles, and everybody with *Manage Server*."
MODERATOR_ROLES_PICK = "No role yet"
MODERATORS_CHANNEL = "**Moderators' channel**\nSuggestions, reported reviews and the weekly digest are put there."
MODERATORS_CHANNEL_PICK = "No channel yet"
CHANNEL_CLOSED = "⚠️ I cannot write there. Give me *View Channel*, *Send Messages* and *Attach Files* in it."
RATING_BOARDS = "**Official ratings**\nWhich board I show first and rely on where a review gives no age."
RATING_PICKS = ("First: as the guide is set up", "Second: none", "Third: none")
RATING_UNSET = ("As the guide is set up", "None", "None")
RATING_PLACES = ("First", "Second", "Third")
LANGUAGES = (
    "**Languages of movies I recommend**\nOnly movies known to be in one of these; none picked means any. "
    "A movie that is asked for by name is always answered."
)
LANGUAGES_PICK = "Any language"
STRICT = ("Strict", "what members write is shown to others only after a moderator let it")
SPOILERS = ("Spoilers shown openly", "what gives the story away is not hidden behind a bar")
DIGEST = ("Weekly digest", "what was asked and what is wanted, once a week in the moderators' channel")
DIGEST_NOWHERE = "⚠️ The weekly digest needs a moderators' channel."
SWITCH_ON = "{name}: switch on"
SWITCH_OFF = "{name}: switch off"

COUNTRY_NAMES: dict[str, str] = {
    "US": "United States", "GB": "United Kingdom", "DE": "Germany", "AU": "Australia", "CA": "Canada",
    "IE": "Ireland", "FR": "France", "NL": "Netherlands", "JP": "Japan",
}  # fmt: skip
BOARD_NAMES: dict[str, str] = {system: COUNTRY_NAMES[country] for system, country in SYSTEM_COUNTRY.items()}
"""Each rating board's country; the boards' own names are known to nobody abroad."""

LANGUAGE_NAMES: dict[str, str] = {
    "en": "English", "es": "Spanish", "fr": "French", "de": "German", "it": "Italian", "pt": "Portuguese",
    "nl": "Dutch", "sv": "Swedish", "da": "Danish", "no": "Norwegian", "fi": "Finnish", "pl": "Polish",
    "cs": "Czech", "ru": "Russian", "uk": "Ukrainian", "tr": "Turkish", "ar": "Arabic", "he": "Hebrew",
    "fa": "Persian", "hi": "Hindi", "ta": "Tamil", "ja": "Japanese", "ko": "Korean", "zh": "Chinese", "th": "Thai",
}  # fmt: skip
"""ISO 639 codes that can be picked: as many as one select on Discord takes."""

AUDIT_TITLE = "Who changed what"
AUDIT_EMPTY = "Nothing was changed yet."
AUDIT_NO_MORE = "There is nothing older."
NEWER = "Newer"
OLDER = "Older"

BLOCKED = "Done. <@{user_id}> can ask, but no longer write suggestions, reviews, reports or wishes here."
UNBLOCKED = "Done. <@{user_id}> can write again."
BLOCKED_TITLE = "Blocked here"
NOBODY_BLOCKED = "Nobody is blocked here."
AND_MORE = "… and {count} more"

REQUESTS_TITLE = "Asked for, and not reviewed yet"
REQUESTS_EMPTY = "Nothing is waiting: no movie I know was asked for without a review, and nobody wished for another."
REQUESTS_FOOT = (
    "Titles and counts only; who asked is never kept. A title I don't know is here because somebody pressed "
    "“I want this one too”."
)
NOT_IN_CATALOGUE = "not in my catalogue"
WRITE_REVIEW = "Write this review…"
DISMISS = "Dismiss…"
ASKED = ("asked once", "asked {count} times")
WISHED = ("1 wish", "{count} wishes")
LAST_ASKED = "last on {day}"

WANT = "I want this one too"
WANTED = "Noted. {title}: {counts}. The moderators see the title and the count, never who."
WANTED_UNKNOWN = "Noted as “{title}”: {counts}. The moderators see these words and the count, never who."
WANTED_BEFORE = "You wished for this one already; it is on the moderators' list."

DIGEST_TITLE = "Movie questions of the last week"
DIGEST_NO_QUESTIONS = "Nobody asked about a movie."
DIGEST_SERIES: tuple[str, ...] = ("answered", "asked which movie", "without a review")
"""What is counted, in the order in which the chart stacks it."""
DIGEST_QUESTIONS = ("1 question", "{count} questions")
DIGEST_WANTED = "**Wanted most**"
DIGEST_SUGGESTIONS = ("1 suggestion is waiting: /suggestions", "{count} suggestions are waiting: /suggestions")
DIGEST_REVIEWS = (
    "1 community review is waiting: /community waiting",
    "{count} community reviews are waiting: /community waiting",
)
DIGEST_FOOT = "Switch it off in /settings."
DIGEST_ALT = "Bar chart of movie questions by day. {days}."


def counted(words: tuple[str, str], count: int) -> str:
    """One or several of something, in words."""
    return words[0] if count == 1 else words[1].format(count=count)
