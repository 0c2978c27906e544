"""The words on the moderators' controls for reviews, and what is said beside them."""

from __future__ import annotations

from bot.formats.review_files import FileFormat

REVIEW_DESCRIPTION = "Write and keep this server's reviews (moderators)"
ADD_DESCRIPTION = "Write a review of a movie"
ADD_TITLE_DESCRIPTION = "The movie. Not in the list? Type title and year: Interview (2007)"
EDIT_DESCRIPTION = "Change one of this server's reviews"
COPY_DESCRIPTION = "Make this server's own version of a library review"
REMOVE_DESCRIPTION = "Take one of this server's reviews down"
HISTORY_DESCRIPTION = "Who changed a review, when and why; look at any version, bring it back"
UNDO_DESCRIPTION = "Take the last change of a review back"
DRAFTS_DESCRIPTION = "Open a draft that is not published yet"
IMPORT_DESCRIPTION = "Read reviews from a file, or from a page's text that you paste"
IMPORT_FILE_DESCRIPTION = "JSON, JSON Lines, YAML, CSV, a page as text or HTML. Leave it out to paste a page"
EXPORT_DESCRIPTION = "Get the reviews as a file that can be imported again"
EXPORT_FORMAT_DESCRIPTION = "The kind of file; JSON Lines if you leave it out"
EXPORT_SCOPE_DESCRIPTION = "This server's own reviews, or all it sees"
OWN_TITLE_DESCRIPTION = "One of this server's own reviews"
LIBRARY_TITLE_DESCRIPTION = "A review of the shared library"
SEEN_TITLE_DESCRIPTION = "A review that this server sees"

FORM_LABELS: dict[str, tuple[str, str]] = {
    "facts": ("🎬", "Facts"),
    "people": ("👥", "People and dates"),
    "brief": ("🎯", "Age, quality, one line"),
    "story": ("📖", "Story, and is it any good?"),
    "grid": ("📊", "Content grid"),
    "questions": ("❓", "Yes/no questions"),
    "talk": ("💬", "Talk to your kids about…"),
    "around": ("🌍", "Diversity, where to watch, series, recommendations"),
    "more": ("➕", "Other titles, countries, source"),
}
"""Emoji and name of each section's form, in the words of the panel."""

FORM_BUTTONS: dict[str, str] = {
    "facts": "Facts",
    "people": "People, dates",
    "brief": "Age, quality",
    "story": "Story",
    "grid": "Grid",
    "questions": "Yes/no",
    "talk": "Talk about",
    "around": "Diversity, where, more",
    "more": "Other",
}
"""The same, short, on the sections' buttons."""
GRID_BY_ROWS = "… by rows"
QUESTIONS_BY_ONE = "… one by one"
ONE_ROW = "One row with its note…"
ONE_QUESTION = "One question: {first} … {last}"
NOT_ANSWERED = "**{number} not answered yet.** Pick one below, or type several at once."
TYPE_GRID = "Type all rows"
TYPE_QUESTIONS = "Type all answers"
LEVELS = ("Levels: violence to language", "Levels: drugs to products", "Levels: what one hopes for")
BACK = "Back"
PREVIEW = "Preview as parents see it"
PUBLISH = "Publish"
DROP = "Drop"
DROP_FOR_GOOD = "Yes, drop it for good"
OPEN_NEWEST = "Open the newest"
USE_MINE = "Use mine for this section"
BACK_TO_FORM = "Back to the form"
BRING_BACK = "Bring this version back"
UNDO_REMOVAL = "Undo"
UNDO_UNDO = "Undo this"
AS_ASKED_FOR = "Preview for a child of…"
NO_AGE = "No age named"
LOOK_AT = "Look at a version…"
OPEN_DRAFT = "Open a draft…"

PUBLISH_TITLE = "Publish"
PUBLISH_REASON = "What did you change, and why?"
PUBLISH_REASON_HINT = "For the history. You can leave it empty."
NEW_REASON = "written on Discord"
CHANGED_REASON = "changed on Discord"
IMPORT_REASON = "imported on Discord"

NEEDED_FIRST = "Before it can be published it needs: {needed}."
NEEDED = "**Needed before it can be published:** {needed}"
READY = "✅ **Ready to publish.**"
WISHED = "Would make it better: {wished}"
NEW_DRAFT = "A new review"
CHANGES_REVIEW = "Changes the published review (version {revision})"
SAVED_BY = "saved {when} by {who}"
ONLY_YOU = "Only you see this panel. It can be opened again at any time with /review drafts."
PREVIEWED = "A preview of the draft, as parents will see it. Nothing is published."

PUBLISHED_NEW = "Published: **{name}** has its first review here. Parents get it from now on."
PUBLISHED_CHANGED = "Published: **{name}** is now at version {revision}. Parents get the new text from now on."
PUBLISHED_SAME = "Nothing to publish: the review of **{name}** says the same already. The draft is closed."
DROPPED = "The draft of **{name}** is dropped."
DROP_SURE = "Drop the draft of **{name}**? What was written in it is lost; a review that is published stays as it is."
REMOVED = "The review of **{name}** is taken down. Its history is kept; *Undo* brings it back."
TAKEN_DOWN_SUFFIX = " (taken down)"
UNDONE = "**{name}**: the change of version {number} is taken back; that is version {revision} now."
VERSION_GONE = "There is no such version with a text to look at."
REVISION_OPTION = "Version {number}"
OLDER_REVISIONS = "-# … and {number} older ones in the list below."
NO_REASON = "no reason given"
NOW = "now"
THEN = "then"
SAME_AS_NOW = "It says the same as the review that is published now."
BROUGHT_BACK = "**{name}** is back as it was in version {number}; that is version {revision} now."
NO_DRAFTS = "There are no drafts. Begin one with /review add."
DRAFTS_HEADING = "### Drafts of this server"
NO_SUCH_OWN = "This server has no review of its own by that title. Pick one from the list while typing."
NO_SUCH_LIBRARY = "The shared library has no review by that title. Pick one from the list while typing."
NO_SUCH_REVIEW = "There is no review by that title here. Pick one from the list while typing."
STORE_FAILED = "My store did not take it. Try again in a minute with Back to the form."
CONTROL_TOO_OLD = "That control is from an older version of me. Open the draft again with /review drafts."

STALE = "### Somebody else saved this draft first\n{who} saved it {when}, so yours was not saved. Nothing is lost."
STALE_SAME = "Your section says the same as theirs, so there is nothing left to do."
STALE_PUBLISH = "{who} saved this draft {when}, after you opened it. Look at the newest version, then publish it."
OUTDATED = "### Not published yet\n{sentence}\nVersion {number} is by {who}, {when}."
REVIEW_IS_DOWN = "It was taken down."
IN_DRAFT = "your draft"
PUBLISH_OVER = "Publish mine over it"
YOURS = "yours"
THEIRS = "theirs"
NOTHING_THERE = "nothing"
MORE_DIFFERENCES = "-# … and {number} more: {names}"
NOT_SAVED = "### Not saved yet\n{sentence}"
YOUR_TEXT_IS_KEPT = "-# What you typed is in the file below."
FORM_TOO_LONG = (
    "This section is too long for a form. Take it out with /review export, change it, and bring it back with "
    "/review import."
)
REFUSED_FILE = "what-you-typed.json"
TEXT_GONE = "I could not read back what you typed; open the newest version and type it again."

HISTORY_HEADING = "### History of {name}"
REVISION_LINE = "**{number}.** {when}, {who}: {reason}"
REVISION_CHANGED = "-# changed: {fields}"
REVISION_REMOVED = "taken down"
VERSION_SHOWN = "Version {number} of {name}, as parents saw it."

IMPORT_TITLE = "Paste the text of a review page"
IMPORT_BOX = "The page's text"
IMPORT_BOX_MORE = "… goes on, box {number}"
IMPORT_BOX_HINT = "A box takes 4,000 characters; go on in the next one."
IMPORT_TOO_LARGE = (
    "That file has {size}; I read files up to {limit} here. Split it, or have the operator import it with "
    "`parent-guide import`."
)
IMPORT_HEADING = "### What I understood"
IMPORT_SAME = "The same as what is here already, word for word: {number}."
IMPORT_EMPTY = "There is no review in it."
IMPORT_UNREAD = "not understood: {text}"
IN_FILE = "in the file"
AND_MORE = "-# … and {number} more."
NOTHING_WAITS = "None of that import's drafts is waiting any more: they were published, changed or dropped."
IMPORT_NOT_READ = "**Could not be read:**"
IMPORT_LINE = "line {line}: {message}"
IMPORT_KEPT = "-# Kept as drafts. Nothing is published before you press Publish."
IMPORT_NEW = "new"
IMPORT_CHANGES = "changes {fields}"
IMPORT_LACKS = "needs {needed}"
IMPORT_MISSING = "the page has no {sections}"
PUBLISH_ALL = "Publish {number}"
PUBLISHED_MANY = "Published: {number}."
LEFT_AS_DRAFTS = "**Left as drafts:**"
ONE_REVIEW = "One review"
MANY_REVIEWS = "{number} reviews"
EXPORT_OWN = "This server's own"
EXPORT_ALL = "All that this server sees"
FORMAT_NAMES = {
    FileFormat.JSONL: "JSON Lines: a review a line",
    FileFormat.JSON: "JSON: a list",
    FileFormat.YAML: "YAML: best for reading and changing by hand",
    FileFormat.CSV: "CSV: for a spreadsheet",
}
EXPORTED = "{number} in {file_name}. /review import reads it again."
NOTHING_TO_EXPORT = "This server has no reviews of its own yet."
EXPORT_TOO_LARGE = (
    "That is more than the {limit} that Discord takes here. Choose this server's own reviews, or have the operator "
    "export them with `parent-guide export`."
)

PAGE_LABELS: dict[str, str] = {
    "movie.title": "Title",
    "movie.year": "Year",
    "movie.other_titles": "Other titles",
    "movie.theatrical_date": "In theaters",
    "movie.home_date": "On disc or streaming",
    "movie.cast": "Cast",
    "movie.directors": "Directors",
    "movie.studios": "Studios",
    "movie.genres": "Genres",
    "movie.countries": "Countries",
    "movie.languages": "Languages",
    "movie.run_time_minutes": "Run time",
    "movie.official_ratings": "Official ratings",
    "movie.external_ids": "Ids elsewhere",
    "movie.series": "Series",
    "movie.popularity": "Popularity",
    "byline": "Who wrote it",
    "affiliation": "Written for",
    "one_line": "One line",
    "recommended_age_years": "Recommended age",
    "age_reason": "Why that age",
    "quality": "Quality",
    "story": "The story",
    "any_good": "Is it any good?",
    "talk": "Discussion questions",
    "diversity": "Diverse representations",
    "where_to_watch": "Where to watch",
    "recommendations": "Recommendations",
    "last_updated": "Updated",
    "source": "Source",
}
"""How a review's fields are named in a difference; rows and questions have their own labels."""
