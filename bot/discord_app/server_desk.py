"""Everything for the care of a server, as the client needs to know it: its controls, and the wish for a review."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord

from bot.discord_app import server_labels
from bot.discord_app.desk import tell
from bot.discord_app.responding import handling, keeps_pace, require_own_server
from bot.discord_app.views.audit_page import AuditPageButton
from bot.discord_app.views.private_answer import worked_out
from bot.discord_app.views.requests_list import RequestSelect, counts
from bot.discord_app.views.settings_panel import SettingSelect, SettingSwitch
from bot.discord_app.views.want_button import WantButton
from bot.domain.movie import MovieId

if TYPE_CHECKING:
    from bot.discord_app.client import GuideBot

SERVER_ITEMS = (AuditPageButton, RequestSelect, SettingSelect, SettingSwitch, WantButton)


class ServerDesk:
    """Answers the button that stands under replies; the other controls answer themselves."""

    async def wished(self, interaction: discord.Interaction[GuideBot], movie_id: MovieId | None, title: str) -> None:
        """Count a member's wish, once a person and movie."""
        async with handling(interaction, "wish") as actor:
            require_own_server(interaction)
            if not await keeps_pace(interaction):
                return
            wish = (interaction.guild_id or 0, interaction.user.id, title if movie_id is None else str(movie_id))
            wishes = interaction.client.desk.wishes
            if not wishes.make(*wish):
                await tell(interaction, server_labels.WANTED_BEFORE)
                return
            care = interaction.client.desk.use_cases.care
            try:
                wanted = await worked_out(interaction, lambda: care.vote(actor, title, movie_id))
            except BaseException:
                wishes.take_back(*wish)
                raise
            said = server_labels.WANTED_UNKNOWN if wanted.movie_id is None else server_labels.WANTED
            await tell(interaction, said.format(title=wanted.title, counts=counts(wanted)))
