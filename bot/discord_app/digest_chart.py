"""The digest's chart as a small picture: for each day a bar of what was answered, asked back and not reviewed.

Drawn with Pillow's own font, so that it looks the same on every machine. It tells nothing that the text beside it
does not: who cannot see it loses nothing.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PIL import Image, ImageDraw, ImageFont

from bot.discord_app.server_labels import DIGEST_ALT, DIGEST_SERIES
from bot.domain.demand import DayCount
from bot.saying.reply import Outcome

WIDTH, HEIGHT = 800, 360
"""Pixels; Discord shows a picture of this shape about as wide as a message on a phone."""
_MARGIN, _TOP, _BOTTOM = 28, 64, 44
_BAR_SHARE = 0.62
"""How much of a day's width its bar takes."""
_SMALLEST_LABELLED = 20
"""Pixels of height from which a part of a bar has room for its number."""
_BACKGROUND, _INK, _FAINT = "#2b2d31", "#f2f3f5", "#80848e"
_COLOURS = ("#56b4e9", "#b5bac1", "#e69f00")
"""One for each series: blue and orange of the palette by Okabe and Ito (2008), which are told apart with any kind of
colour vision, and grey between them."""
_SERIES_OF: dict[str, int] = {
    Outcome.ANSWER.value: 0,
    Outcome.COMPARE.value: 0,
    Outcome.RECOMMEND.value: 0,
    Outcome.CHOOSE.value: 1,
    Outcome.UNREVIEWED.value: 2,
    Outcome.UNKNOWN.value: 2,
}
"""Which of DIGEST_SERIES a reply counts to. Help and greetings are no movie questions."""


@dataclass(frozen=True, slots=True)
class Day:
    """How many movie questions one day had, by series."""

    day: date
    counts: tuple[int, ...]

    @property
    def total(self) -> int:
        """All of them."""
        return sum(self.counts)


def by_day(days: Sequence[date], counted: Sequence[DayCount]) -> list[Day]:
    """Gather the counts of these days into the chart's series."""
    table = {day: [0] * len(DIGEST_SERIES) for day in days}
    for one in counted:
        series = _SERIES_OF.get(one.outcome)
        if series is not None and one.day in table:
            table[one.day][series] += one.count
    return [Day(day, tuple(counts)) for day, counts in table.items()]


def alt_text(days: Sequence[Day]) -> str:
    """The chart in words, for those who do not see it."""
    said = []
    for day in days:
        parts = [f"{count} {name}" for name, count in zip(DIGEST_SERIES, day.counts, strict=True) if count]
        said.append(f"{day.day:%A}: {', '.join(parts) or 'none'}")
    return DIGEST_ALT.format(days="; ".join(said))


def chart_png(days: Sequence[Day]) -> bytes:
    """Draw the chart; returns a PNG file."""
    picture = Image.new("RGB", (WIDTH, HEIGHT), _BACKGROUND)
    draw = ImageDraw.Draw(picture)
    font, small = ImageFont.load_default(size=20), ImageFont.load_default(size=16)
    left = float(_MARGIN)
    for colour, name in zip(_COLOURS, DIGEST_SERIES, strict=True):
        draw.rectangle((left, 22, left + 18, 40), fill=colour)
        draw.text((left + 26, 31), name, fill=_INK, font=font, anchor="lm")
        left += 26 + draw.textlength(name, font=font) + 36
    floor = HEIGHT - _BOTTOM
    draw.line((_MARGIN, floor, WIDTH - _MARGIN, floor), fill=_FAINT, width=2)
    highest = max((day.total for day in days), default=0)
    # Room above the highest bar for its sum.
    pixels_each = (floor - _TOP - 26) / max(highest, 1)
    step = (WIDTH - 2 * _MARGIN) / max(len(days), 1)
    for number, day in enumerate(days):
        middle = _MARGIN + step * (number + 0.5)
        half = step * _BAR_SHARE / 2
        draw.text((middle, floor + 24), f"{day.day:%a}", fill=_INK, font=font, anchor="mm")
        top = float(floor)
        for colour, count in zip(_COLOURS, day.counts, strict=True):
            height = count * pixels_each
            if count:
                draw.rectangle((middle - half, top - height, middle + half, top - 1), fill=colour)
            if height >= _SMALLEST_LABELLED:
                draw.text((middle, top - height / 2), str(count), fill=_BACKGROUND, font=small, anchor="mm")
            top -= height
        draw.text((middle, top - 14), str(day.total), fill=_INK if day.total else _FAINT, font=font, anchor="mm")
    file = io.BytesIO()
    picture.save(file, "PNG", optimize=True)
    return file.getvalue()
