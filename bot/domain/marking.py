"""Mark words of the domain for the catalogue of translations, and leave them as they are.

The domain and the faces show these words in English; who writes a reply translates them where it says them
(bot.saying). The names are gettext's own for a message that is only marked.
"""

from __future__ import annotations


def N_(message: str) -> str:  # noqa: N802
    """Mark a message that is translated where it is said, not here."""
    return message


def NP_(context: str, message: str) -> str:  # noqa: ARG001, N802
    """Mark a message of one meaning among several; it is translated with the same context where it is said."""
    return message
