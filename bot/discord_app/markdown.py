"""Make stored text harmless for Discord: no formatting, no mention, no link, no timestamp comes from it.

discord.utils has escape_markdown and escape_mentions, but they leave masked links, `<…>` tags and list markers
alone, and leave a lone `|` that would close a spoiler of ours; so each character that starts something is escaped.
"""

from __future__ import annotations

import re

_ANYWHERE = re.compile(r"[\\*_~`|\[\]<>]")
_LINE_START = re.compile(r"^(\s*)([#+-])", re.MULTILINE)
_LIST_NUMBER = re.compile(r"^(\s*\d+)([.)])", re.MULTILINE)
_LINK = re.compile(r"(?<=[a-zA-Z])://")
_MENTION = re.compile(r"@(?=everyone|here)")
_BLANK_LINES = re.compile(r"\n\s*\n\s*")


def plain(text: str) -> str:
    """Write text so that Discord shows it as it stands; paragraphs stay."""
    text = _ANYWHERE.sub(r"\\\g<0>", text)
    text = _LINE_START.sub(r"\1\\\2", text)
    text = _LIST_NUMBER.sub(r"\1\\\2", text)
    text = _LINK.sub(r"\\://", text)
    text = _MENTION.sub("@\u200b", text)
    return _BLANK_LINES.sub("\n\n", text.strip())


def plain_line(text: str) -> str:
    """Write text as one line, for headings and labels."""
    return plain(" ".join(text.split()))
