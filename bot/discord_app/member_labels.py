"""The words on the controls for what members write and what moderators decide about it."""

from __future__ import annotations

from bot.domain.community import Voice
from bot.domain.suggestion import SuggestionKind, SuggestionState
from bot.domain.vocabulary import GRID

MISSED_DIVERSITY = "Did we miss something on diversity?"
COMMUNITY_REVIEWS = "Community reviews"

SUGGEST_DESCRIPTION = "Help to keep this server's movie reviews right"
SUGGEST_DIVERSITY_DESCRIPTION = "Tell the moderators what a review misses about who is on screen"
SUGGEST_CORRECTION_DESCRIPTION = "Tell the moderators what in a review should say something else"
SUGGEST_MINE_DESCRIPTION = "What became of your suggestions"
SUGGESTIONS_DESCRIPTION = "What members suggested (moderators)"
SUGGESTIONS_WORDS_DESCRIPTION = "Only those with these words in the text or the movie's title"
SUGGESTIONS_STATE_DESCRIPTION = "Which ones; those waiting for a decision if you leave it out"
REVIEWED_MOVIE_DESCRIPTION = "The movie; start typing its title"
RATE_DESCRIPTION = "Say from what age you would show a movie, as a parent or a teen"
COMMUNITY_DESCRIPTION = "What families of this server say about movies"
COMMUNITY_REVIEWS_DESCRIPTION = "Read what families here say about a movie"
COMMUNITY_WAITING_DESCRIPTION = "Community reviews that a moderator has to look at (moderators)"
PRIVACY_DESCRIPTION = "See, take with you or delete what is kept about you"

PICK_A_MOVIE = "I don't have a review of “{typed}” here. Start typing the title and pick it from the list."
PICK_A_KNOWN_MOVIE = "I don't know “{typed}”. Start typing the title and pick it from the list."

DIVERSITY_FORM_TITLE = "Did we miss something?"
REPRESENTATIONS = "What is it about?"
ON_SCREEN = "What is on screen?"
ON_SCREEN_EXAMPLE = "A main character is deaf and signs with her family; nobody makes a joke of it."
WHERE = "Where in the movie? (if you like)"
WHERE_EXAMPLE = "From the first scene on; the dinner after about 40 minutes"
CREDIT = "Name to credit you by (empty: none)"
TELL_ME = "Send me a message when it is decided"
TELL_ME_HINT = "Without it, /suggest mine tells you at any time."
CORRECTION_FORM_TITLE = "What should be corrected?"
SECTION = "Which part of the review?"
SHOULD_SAY = "What should it say, and how do you know?"
SHOULD_SAY_EXAMPLE = "The run time is 84 minutes; it says so on the disc."

SECTIONS: tuple[str, ...] = (
    "Facts: cast, dates, run time",
    "Official rating",
    "Recommended age",
    "Quality",
    *(f"A lot or a little: {category.label}" for category in GRID),
    "Yes/no questions",
    "What's the story?",
    "Is it any good?",
    "Talk to your kids about",
    "Where to watch",
    "Recommendations",
)
"""What a correction can be about; 24 of the 25 options that a select takes."""

SEND = "Send"
CHANGE = "Change"
CANCEL = "Cancel"
NOT_SENT_YET = (
    "This is what the moderators will read. Nothing is sent yet: I hold it for {minutes} minutes, in memory only."
)
NOT_SENT = "Nothing was sent."
NO_LONGER_HELD = (
    "I no longer have this to send: it was sent already, {minutes} minutes have passed, or I was restarted meanwhile. "
    "If /suggest mine does not list it, your words are still on your screen: copy them and use /suggest once more."
)
SENT = "Thank you. It is with this server's moderators now; /suggest mine says what becomes of it."

KIND_NAMES: dict[SuggestionKind, str] = {
    SuggestionKind.DIVERSITY: "Diversity update",
    SuggestionKind.CORRECTION: "Correction",
}
STATE_SIGNS: dict[SuggestionState, str] = {
    SuggestionState.PENDING: "⏳",
    SuggestionState.APPROVED: "✅",
    SuggestionState.DECLINED: "✋",
    SuggestionState.WITHDRAWN: "↩️",
}
STATE_NAMES: dict[SuggestionState, str] = {
    SuggestionState.PENDING: "Waiting for a moderator",
    SuggestionState.APPROVED: "Approved",
    SuggestionState.DECLINED: "Declined",
    SuggestionState.WITHDRAWN: "Taken back by its author",
}

APPROVE = "Approve"
EDIT_AND_APPROVE = "Edit and approve"
DECLINE = "Decline with a reason"
EDIT_FORM_TITLE = "Edit and approve"
FINAL_TEXT = "What the review will say"
FINAL_CORRECTION = "What the review should say"
DECLINE_FORM_TITLE = "Decline with a reason"
REASON = "Why, in a sentence the member will read"
OPEN_DRAFT = "Change the review now"
LOOK = "Look"
WITHDRAW = "Take it back"
WITHDRAWN = "Taken back. The moderators no longer see it as waiting."

APPROVED_AND_DONE = "Done. The review says so now."
APPROVED_NOTHING_NEW = "Approved. The review said so already, so it has no new version."
APPROVED_BY_HAND = "Accepted. The review does not change by itself; put it in with the button below."
DECLINED = "Declined."
TOLD = "The member was told."
DM_APPROVED = "Your suggestion for **{movie}** in **{server}** was approved. Thank you for making the review better."
DM_DECLINED = "Your suggestion for **{movie}** in **{server}** was declined: {reason}"

NO_SUGGESTIONS = "There are none."
NONE_WAITING = "Nothing is waiting for you."
NONE_OF_YOURS = "You have not suggested anything here yet. /suggest diversity and /suggest correction are how."
EARLIER = "Newer"
LATER = "Older"

VOICE_NAMES: dict[Voice, str] = {Voice.PARENT: "As a parent", Voice.TEEN: "As a teen"}
RATE_FORM_TITLE = "Your review"
RATE_VOICE = "You write"
RATE_AGE = "From what age would you show it?"
RATE_STARS = "How good is it?"
RATE_TEXT = "What would you tell other families?"
RATE_TEXT_HINT = "If you like. No names of children, please."
STARS = ("1 star", "2 stars", "3 stars", "4 stars", "5 stars")
RATED = "Thank you, your review is kept."
WRITE_YOURS = "Write yours"
CHANGE_YOURS = "Change yours"
DELETE_YOURS = "Delete yours"
WAITS_BECAUSE_NEW = "⏳ Waits for a moderator before others see it"
WAITS_BECAUSE_REPORTED = "🚩 Hidden: {reports} people reported it"
DELETED_YOURS = "Your review of this movie is deleted."
REPORT = "Report"
REPORTED = "Thank you. When several people report a review, nobody sees it until a moderator has looked."
REPORTED_HIDDEN = "Thank you. Nobody sees it any more until a moderator has looked."
LET_STAND = "Let it stand"
TAKE_DOWN = "Take it down"
LET_STOOD = "It stands; reports no longer hide it."
TAKEN_DOWN = "It is taken down; only its author still sees it."
NOTHING_WAITS = "No community review is waiting for you."
MORE_WAIT = "{count} more wait; use /community waiting again when these are decided."
AUTHOR_GONE = "somebody who took their name off"

PRIVACY_TITLE = "What is kept about you"
PRIVACY_NOTHING = "Nothing that names you is kept."
PRIVACY_NEVER = (
    "What you ask, and what you say about your children, is never written down: it is held in memory for "
    "{minutes} minutes, so that you can ask on, and then forgotten."
)
PRIVACY_FOR_A_WHILE = (
    "A suggestion that you have not sent yet is held in memory for {minutes} minutes. When you press *I want this one "
    "too*, the title that you are shown is kept for the moderators, without your name; for {days} days I remember "
    "that you pressed, in memory and as a code that nobody can read, so that it counts once."
)
PRIVACY_NOTICE = "The whole notice, with why and how long, is in the project's README under “Privacy”."
PRIVACY_KINDS: dict[str, tuple[str, str]] = {
    "community_reviews": ("community review", "community reviews"),
    "suggestions": ("suggestion", "suggestions"),
    "drafts": ("draft of a review", "drafts of reviews"),
    "revisions": ("change you made to a review", "changes you made to reviews"),
    "audit_entries": ("line in a server's moderation log", "lines in servers' moderation logs"),
    "unsent": ("suggestion you have not sent yet", "suggestions you have not sent yet"),
    "blocks": ("block by a server's moderators", "blocks by servers' moderators"),
    "reports": ("report of a community review", "reports of community reviews"),
}
EXPORT = "Take a copy"
EXPORTED = "Everything that names you, as a file."
DELETE = "Delete…"
DELETE_TITLE = "What should be deleted?"
DELETE_EXPLAINED = (
    "**Keep my words, take my name off:** your community reviews and approved suggestions stay for other families, "
    "and nobody can tell that they are yours, nor can you change them any more.\n"
    "**Delete everything:** they are deleted as well.\n"
    "Either way your name is taken off everything else. A block by a server's moderators stays."
)
KEEP_WORDS = "Keep my words, take my name off"
DELETE_ALL = "Delete everything"
SURE = "This cannot be undone. Are you sure?"
YES_DELETE = "Yes, do it"
NOT_DELETED = "Nothing was deleted."
ERASED = "Done. {count} had your name on them, and none has any more."
NOTHING_TO_ERASE = "There was nothing with your name on it."
