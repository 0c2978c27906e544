"""The panel of `/settings`: one message with everything that a server's moderators can set.

Each control carries what it sets and nothing else; what was picked comes with the press, so the panel works after a
restart, and two moderators who use it at once change what they pressed and not what they saw.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Self

import discord

from bot.discord_app import labels, server_labels
from bot.discord_app.render import NEUTRAL_COLOUR
from bot.discord_app.responding import handling, require_own_server
from bot.discord_app.views.handed_back import as_number
from bot.discord_app.views.private_answer import show, worked_out
from bot.domain.rating_boards import AGE_BY_RATING
from bot.domain.server_settings import MOST_GUIDE_CHANNELS, MOST_MODERATOR_ROLES, ServerSettings

if TYPE_CHECKING:
    from bot.discord_app.client import GuideBot

UNSET = "none"
"""The option that takes a rating board away."""
RATING_PLACES = 3
"""Boards that can be put in order: a country's own and two to fall back on."""
_READABLE = [
    discord.ChannelType.text,
    discord.ChannelType.news,
    discord.ChannelType.forum,
    discord.ChannelType.voice,
    discord.ChannelType.public_thread,
    discord.ChannelType.private_thread,
]
_WRITABLE = [discord.ChannelType.text, discord.ChannelType.news]


@dataclass(frozen=True, slots=True)
class Change:
    """What a control does to the settings, and how the audit says so."""

    action: str
    apply: Callable[[ServerSettings], ServerSettings]
    detail: str | None = None


def settings_view(settings: ServerSettings, guild: discord.Guild, *, hears_channels: bool) -> discord.ui.LayoutView:
    """Draw the panel. `hears_channels`: whether the bot may read messages that do not mention it."""
    guide_channels = _still_there(guild, settings.guide_channel_ids)
    own_channel = [] if settings.moderators_channel_id is None else [settings.moderators_channel_id]
    parts: list[discord.ui.Item[Any]] = [
        _text(f"### ⚙️ {server_labels.SETTINGS_TITLE}"),
        _text(
            server_labels.GUIDE_CHANNELS,
            labels.GUIDE_CHANNEL_UNREADABLE if guide_channels and not hears_channels else "",
        ),
        _row(SettingSelect("guide-channels", guide_channels)),
        _text(server_labels.MODERATOR_ROLES),
        _row(
            SettingSelect(
                "moderator-roles", [one for one in sorted(settings.moderator_role_ids) if guild.get_role(one)]
            )
        ),
        _text(server_labels.MODERATORS_CHANNEL, _channel_warning(guild, settings)),
        _row(SettingSelect("moderators-channel", _still_there(guild, own_channel))),
        _text(server_labels.RATING_BOARDS),
        *(
            _row(SettingSelect(f"rating-{place + 1}", settings.rating_systems[place : place + 1]))
            for place in range(min(len(settings.rating_systems) + 1, RATING_PLACES))
        ),
        _text(server_labels.LANGUAGES),
        _row(SettingSelect("languages", settings.movie_languages)),
        _text("\n".join(_switch_line(name, settings) for name in SWITCHES)),
        discord.ui.ActionRow(*(SettingSwitch(name, on=not getattr(settings, name)) for name in SWITCHES)),
        _text(f"-# {server_labels.SETTINGS_FOOT}"),
    ]
    view = discord.ui.LayoutView(timeout=None)
    view.add_item(discord.ui.Container(*parts, accent_colour=NEUTRAL_COLOUR))
    return view


async def open_settings(
    interaction: discord.Interaction[GuideBot], settings: ServerSettings, *, in_place: bool
) -> None:
    """Show the panel and take over at once what the listener has to know."""
    bot = interaction.client
    assert interaction.guild is not None
    bot.desk.guide_channels.remember(interaction.guild.id, settings.guide_channel_ids)
    view = settings_view(settings, interaction.guild, hears_channels=bot.intents.message_content)
    await show(interaction, view, in_place=in_place)


class SettingSelect(
    discord.ui.DynamicItem[discord.ui.Item[discord.ui.LayoutView]],
    template=r"guide:setting:(?P<name>guide-channels|moderator-roles|moderators-channel|languages|rating-[1-3])",
):
    """Channels, roles, languages or a rating board."""

    def __init__(self, name: str, chosen: Sequence[Any] = ()) -> None:
        """`chosen`: what is set now: ids of channels or roles, codes of languages, a board."""
        self.name = name
        super().__init__(_select(name, f"guide:setting:{name}", chosen))

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], _item: discord.ui.Item[Any], match: re.Match[str]
    ) -> Self:
        """Make the select again; what was picked comes with the interaction."""
        return cls(match["name"])

    async def callback(self, interaction: discord.Interaction[GuideBot]) -> None:  # type: ignore[override]
        """Set it."""
        async with interaction.client.desk.handling(interaction, "setting"):
            data: Any = interaction.data or {}
            await _set(interaction, _change(self.name, [str(value) for value in data.get("values") or ()]))


class SettingSwitch(
    discord.ui.DynamicItem[discord.ui.Button[discord.ui.LayoutView]],
    template=r"guide:switch:(?P<name>strict|show_spoilers|weekly_digest):(?P<to>on|off)",
):
    """On or off. It says which, so that two presses do the same and not the opposite."""

    def __init__(self, name: str, *, on: bool) -> None:
        self.name = name
        self.on = on
        label = server_labels.SWITCH_ON if on else server_labels.SWITCH_OFF
        super().__init__(
            discord.ui.Button(
                label=label.format(name=SWITCHES[name].words[0]),
                style=discord.ButtonStyle.secondary,
                custom_id=f"guide:switch:{name}:{'on' if on else 'off'}",
            )
        )

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], _item: discord.ui.Item[Any], match: re.Match[str]
    ) -> Self:
        """Make the switch again from what its custom id says."""
        return cls(match["name"], on=match["to"] == "on")

    async def callback(self, interaction: discord.Interaction[GuideBot]) -> None:  # type: ignore[override]
        """Switch it."""
        switch = SWITCHES[self.name]
        action = switch.action_on if self.on else switch.action_off
        await _set(interaction, Change(action, lambda settings: switch.apply(settings, self.on)))


async def _set(interaction: discord.Interaction[GuideBot], change: Change) -> None:
    async with handling(interaction, "setting") as actor:
        require_own_server(interaction)
        care = interaction.client.desk.use_cases.care
        settings = await worked_out(
            interaction,
            lambda: care.change_settings(actor, change.action, change.apply, change.detail),
            in_place=True,
        )
        await open_settings(interaction, settings, in_place=True)


@dataclass(frozen=True, slots=True)
class Switch:
    """A setting that is on or off."""

    words: tuple[str, str]
    action_on: str
    action_off: str
    apply: Callable[[ServerSettings, bool], ServerSettings]


SWITCHES: dict[str, Switch] = {
    "strict": Switch(
        server_labels.STRICT, "strict mode on", "strict mode off", lambda old, on: replace(old, strict=on)
    ),
    "show_spoilers": Switch(
        server_labels.SPOILERS,
        "spoilers shown openly",
        "spoilers hidden",
        lambda old, on: replace(old, show_spoilers=on),
    ),
    "weekly_digest": Switch(
        server_labels.DIGEST, "weekly digest on", "weekly digest off", lambda old, on: replace(old, weekly_digest=on)
    ),
}
"""By the name of the setting."""


def _change(name: str, values: list[str]) -> Change:
    """What picking these values does. Values are Discord's ids where the select offers channels or roles."""
    listed = ", ".join(values) or None
    if name == "guide-channels":
        ids = frozenset(map(as_number, values))
        return Change("guide channels set", lambda old: replace(old, guide_channel_ids=ids), listed)
    if name == "moderator-roles":
        ids = frozenset(map(as_number, values))
        return Change("moderator roles set", lambda old: replace(old, moderator_role_ids=ids), listed)
    if name == "moderators-channel":
        channel_id = as_number(values[0]) if values else None
        return Change("moderators' channel set", lambda old: replace(old, moderators_channel_id=channel_id), listed)
    if name == "languages":
        return Change("languages set", lambda old: replace(old, movie_languages=tuple(values)), listed)
    place = int(name.removeprefix("rating-")) - 1
    board = values[0] if values and values[0] != UNSET else None
    return Change(
        f"{server_labels.RATING_PLACES[place].lower()} rating board set",
        lambda old: replace(old, rating_systems=with_board(old.rating_systems, place, board)),
        board,
    )


def with_board(boards: Sequence[str], place: int, board: str | None) -> tuple[str, ...]:
    """Put a board at a place (0: first); the one that stood there is replaced. None takes it away."""
    kept = [one for number, one in enumerate(boards) if number != place and one != board]
    if board is not None:
        kept.insert(place, board)
    return tuple(kept)


def _select(name: str, custom_id: str, chosen: Sequence[Any]) -> discord.ui.Item[Any]:
    if name == "guide-channels":
        return discord.ui.ChannelSelect(
            custom_id=custom_id,
            channel_types=_READABLE,
            placeholder=server_labels.GUIDE_CHANNELS_PICK,
            min_values=0,
            max_values=MOST_GUIDE_CHANNELS,
            default_values=[discord.Object(one) for one in chosen],
        )
    if name == "moderator-roles":
        return discord.ui.RoleSelect(
            custom_id=custom_id,
            placeholder=server_labels.MODERATOR_ROLES_PICK,
            min_values=0,
            max_values=MOST_MODERATOR_ROLES,
            default_values=[discord.Object(one) for one in chosen],
        )
    if name == "moderators-channel":
        return discord.ui.ChannelSelect(
            custom_id=custom_id,
            channel_types=_WRITABLE,
            placeholder=server_labels.MODERATORS_CHANNEL_PICK,
            min_values=0,
            max_values=1,
            default_values=[discord.Object(one) for one in chosen],
        )
    if name == "languages":
        options = [
            discord.SelectOption(label=language, value=code, default=code in chosen)
            for code, language in server_labels.LANGUAGE_NAMES.items()
        ]
        return discord.ui.Select(
            custom_id=custom_id,
            placeholder=server_labels.LANGUAGES_PICK,
            min_values=0,
            max_values=len(options),
            options=options,
        )
    return _rating_select(custom_id, int(name.removeprefix("rating-")) - 1, chosen)


def _rating_select(custom_id: str, place: int, chosen: Sequence[str]) -> discord.ui.Item[Any]:
    options = [discord.SelectOption(label=server_labels.RATING_UNSET[place], value=UNSET)]
    for board in AGE_BY_RATING:
        label = f"{server_labels.RATING_PLACES[place]}: {board}" if board in chosen else board
        country = server_labels.BOARD_NAMES[board]
        options.append(discord.SelectOption(label=f"{label} ({country})", value=board, default=board in chosen))
    return discord.ui.Select(custom_id=custom_id, placeholder=server_labels.RATING_PICKS[place], options=options)


def _still_there(guild: discord.Guild, channel_ids: Sequence[int] | frozenset[int]) -> list[int]:
    """Those that exist: Discord refuses a message that names a channel which is gone."""
    return [one for one in sorted(channel_ids) if guild.get_channel_or_thread(one) is not None]


def _channel_warning(guild: discord.Guild, settings: ServerSettings) -> str:
    if settings.moderators_channel_id is None:
        return server_labels.DIGEST_NOWHERE if settings.weekly_digest else ""
    channel = guild.get_channel_or_thread(settings.moderators_channel_id)
    if channel is None or guild.me is None:
        return server_labels.CHANNEL_CLOSED if channel is None else ""
    allowed = channel.permissions_for(guild.me)
    open_to_us = allowed.view_channel and allowed.send_messages and allowed.attach_files
    return "" if open_to_us else server_labels.CHANNEL_CLOSED


def _switch_line(name: str, settings: ServerSettings) -> str:
    label, meaning = SWITCHES[name].words
    return f"{'✅' if getattr(settings, name) else '▫️'} **{label}:** {meaning}."


def _text(*lines: str) -> discord.ui.TextDisplay[Any]:
    return discord.ui.TextDisplay("\n".join(line for line in lines if line))


def _row(item: discord.ui.Item[Any]) -> discord.ui.ActionRow[Any]:
    return discord.ui.ActionRow(item)
