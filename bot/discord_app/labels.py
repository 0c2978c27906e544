"""The words on Discord's own controls, and the few sentences that only make sense on Discord.

Everything said about movies is worded by bot.saying; this module knows none of it.
"""

from __future__ import annotations

from bot.domain.suitability import Verdict
from bot.saying.reply import Action, SectionKind

ACTION_LABELS: dict[Action, tuple[str, str]] = {
    Action.TALK: ("💬", "Talk about it"),
    Action.CONTENT: ("📋", "What's in it"),
    Action.STORY: ("📖", "The story"),
    Action.QUALITY: ("⭐", "Is it any good?"),
}
"""Emoji and label of each action's button."""

ACTION_OF_SECTION: dict[SectionKind, Action] = {
    SectionKind.TALK: Action.TALK,
    SectionKind.CONTENT: Action.CONTENT,
    SectionKind.STORY: Action.STORY,
    SectionKind.QUALITY: Action.QUALITY,
}
"""The button under which the whole of a section is found."""

VERDICT_SIGNS: dict[Verdict, str] = {
    Verdict.FINE: "✅",
    Verdict.WITH_YOU: "🤝",
    Verdict.NOT_YET: "⛔",
    Verdict.NOT_ENOUGH_KNOWN: "❔",
}
"""A sign in front of each verdict. The words beside it say the same, so nothing hangs on colour alone."""
BUT_SIGN = "⚠️"
"""The sign in its place where the words say what stands against it."""

NOT_CHECKED_SIGN = "❔"
LEVEL_FULL = "●"
LEVEL_EMPTY = "○"
"""Of one width in the fonts that phones and desktops use, so that the bars of a grid line up."""

ASK_MORE = "Ask more"
ASK_MORE_TITLE = "Ask the parent guide"
ASK_MORE_QUESTION = "Your question"
ASK_MORE_EXAMPLE = "And for my 10 year old? How scary is it?"
CHOOSE_PLACEHOLDER = "Which movie do you mean?"

ASK_DESCRIPTION = "Ask whether a movie is right for your child"
ASK_QUESTION_DESCRIPTION = 'What you want to know: "is Interview ok for my teen"'
ASK_MOVIE_DESCRIPTION = "The movie, if you would rather pick it from a list"
ASK_PRIVATE_DESCRIPTION = "Show the answer to you alone"
CONTEXT_MENU_NAME = "Ask the parent guide"
HELP_DESCRIPTION = "What the parent guide can do and how to ask it"
GUIDE_CHANNEL_DESCRIPTION = "Choose where the guide answers without being mentioned (moderators)"
GUIDE_CHANNEL_ON_DESCRIPTION = "Answer movie questions in this channel without being mentioned"
GUIDE_CHANNEL_OFF_DESCRIPTION = "Answer in this channel only when mentioned"

GUIDE_CHANNEL_IS_ON = "Done. I answer movie questions in <#{channel_id}> now, without being mentioned."
GUIDE_CHANNEL_IS_OFF = "Done. In <#{channel_id}> I answer only when I am mentioned."
GUIDE_CHANNEL_UNREADABLE = (
    "I cannot read messages that do not mention me yet: whoever runs me has to switch on "
    "the message content intent first."
)
SERVERS_ONLY = "That works in a server's channel only."

FAILED = "Sorry, something went wrong on my side. If it happens again, tell whoever runs me: reference {reference}."
CONTROL_UNKNOWN = "I do not know that button or list any more. Ask me again, or use the command again, for a new one."
FORM_UNKNOWN = "I cannot read that form; it may be from an older version of me. Please open it again."
CHOICE_UNKNOWN = "That is not one of the choices I gave. Please pick again from the newest message."
SLOW_DOWN = "That was a lot at once. Give me a few seconds, then ask again."
SERVER_BUSY = "Many are asking here right now. Give me a few seconds, then ask again."
NO_TEXT = "There is no text in that message that I could answer."
NOTHING_TO_SAY = "I found no movie question in that. Try: is Interview ok for my teen?"
REPLY_UNREADABLE = "I could not see your reply. Switch the @ on when you reply to me, or mention me."
WAYS_TO_ASK = (
    "Ask by mentioning me, in a direct message, by replying to an answer, with /ask, "
    "or with Apps > Ask the parent guide on any message."
)
