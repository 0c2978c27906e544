"""Two servers, everybody who may press something there, and things to press: made new for every press."""

from __future__ import annotations

import io
import itertools
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import discord
import simcord
from structlog.testing import capture_logs

from bot.application.ports import Authorship
from bot.bootstrap import Application
from bot.discord_app import review_labels
from bot.discord_app.client import GuideBot
from bot.domain.actor import Actor, DiscordUserId
from bot.domain.community import Voice
from bot.domain.draft import Draft
from bot.domain.movie import Movie, MovieId, ServerId
from bot.domain.review import DiscussionQuestion, Review, StoredReview
from bot.domain.suggestion import Suggestion, SuggestionKind
from tests.discord_app.conftest import texts

BY_OPERATOR = Authorship("operator", datetime(2026, 1, 1, tzinfo=UTC), "test")
PEOPLE = ("owner", "moderator", "moderator by role", "member", "blocked", "stranger in DM", "another's moderator")
"""In the order of the letters of a row's outcome. They act from the right to the left: who is refused first."""
ANSWERED, REFUSED, NOT_THERE = "A", "R", "-"
CANNOT_TRY = "the simulation has no message menu in direct messages"
_HANDED_BACK = review_labels.NOT_SAVED.partition("{")[0]
"""How a refusal begins that gives back what was typed."""


class RightsWorld:
    """Everybody of PEOPLE, over one store."""

    def __init__(self, env: simcord.Env, app: Application) -> None:
        self.env = env
        self.app = app
        self._numbers = itertools.count(1)
        boss = env.create_user("owner")
        self.server = env.create_guild("Family movies", owner=boss)
        keeper = self.server.create_role("Keeper", permissions=discord.Permissions(manage_guild=True))
        self.council = self.server.create_role("Council")
        self.channel = self.server.create_text_channel("movie-night")
        self.other = env.create_guild("Another server")
        other_keeper = self.other.create_role("Keeper", permissions=discord.Permissions(manage_guild=True))
        self.other_channel = self.other.create_text_channel("elsewhere")
        self.acting = "member"
        """Whose turn it is; what they name in a command has to be in their server."""
        bystander = env.create_user("bystander")
        self._bystanders = [self.server.add_member(bystander), self.other.add_member(bystander)]
        self.people: dict[str, Any] = {
            "owner": self.server.add_member(boss),
            "moderator": self.server.add_member(env.create_user("moderator"), roles=[keeper]),
            "moderator by role": self.server.add_member(env.create_user("council"), roles=[self.council]),
            "member": self.server.add_member(env.create_user("member")),
            "blocked": self.server.add_member(env.create_user("blocked")),
            "stranger in DM": env.create_user("stranger"),
            "another's moderator": self.other.add_member(env.create_user("elsewhere"), roles=[other_keeper]),
        }
        self.keeper = Actor(DiscordUserId(self.people["moderator"].id), self.server_id, manages_server=True)
        app.care.change_settings(
            self.keeper, "roles", lambda old: type(old)(moderator_role_ids=frozenset({self.council.id}))
        )
        app.care.block(self.keeper, DiscordUserId(self.people["blocked"].id))

    @property
    def bystander(self) -> Any:
        return self._bystanders[self.acting == "another's moderator"]

    @property
    def server_id(self) -> ServerId:
        return ServerId(self.server.id)

    @property
    def bot(self) -> GuideBot:
        assert isinstance(self.env.bot, GuideBot)
        return self.env.bot

    def actor(self, person: str) -> Actor:
        return Actor(DiscordUserId(self.people[person].id), self.server_id)

    def where(self, person: str) -> Any:
        """The channel a person acts in; None: their direct messages."""
        if person == "stranger in DM":
            return None
        return self.other_channel if person == "another's moderator" else self.channel

    async def show_all_commands(self) -> None:
        """Let everybody see what Discord hides, as a server may: the use case has to refuse."""
        for command in await self.bot.tree.fetch_commands():
            for server in (self.server, self.other):
                server.set_command_permissions(command, {server.default_role: True})

    # Things to press. Each call makes one that nobody pressed yet.

    def movie(self, title: str, year: int) -> MovieId:
        with self.app.store.begin() as work:
            movie_id = work.movies.find(title, year, self.server_id)
        assert movie_id is not None
        return movie_id

    @property
    def coda(self) -> MovieId:
        return self.movie("Coda", 2021)

    @property
    def unreviewed(self) -> MovieId:
        return self.movie("Unreviewed Thing", 2011)

    def own_review(self) -> StoredReview:
        """A review of this server with two revisions."""
        title = f"Own Movie {next(self._numbers)}"
        talk = (DiscussionQuestion("What would you have done?"),)
        review = Review(Movie(title, 2001), byline="x", one_line="A line.", recommended_age_years=9, talk=talk)
        with self.app.store.begin() as work:
            work.reviews.save(review, BY_OPERATOR, self.server_id)
            later = Review(Movie(title, 2001), byline="x", one_line="Two lines.", recommended_age_years=9, talk=talk)
            saved = work.reviews.save(later, BY_OPERATOR, self.server_id)
            work.commit()
        return saved.stored

    def own_name(self) -> str:
        return self.own_review().review.movie.name

    def draft(self) -> Draft:
        return self.app.drafting.edit(self.keeper, self.own_review().review_id)

    def suggestion(self, by: str = "member") -> int:
        with self.app.store.begin() as work:
            stored = work.suggestions.add(self._unsent(f"They are deaf, {next(self._numbers)}.", by))
            work.commit()
        assert stored.suggestion_id is not None
        return stored.suggestion_id

    def unsent(self) -> str:
        return self.bot.desk.unsent.hold(self._unsent(f"They are deaf, {next(self._numbers)}.", "member"))

    def _unsent(self, text: str, by: str) -> Suggestion:
        kind, author = SuggestionKind.DIVERSITY, self.actor(by).user_id
        return Suggestion(self.server_id, self.coda, kind, text, datetime.now(UTC), author, ("gender",))

    def community_review(self, by: str = "bystander") -> int:
        author = Actor(DiscordUserId(self._bystanders[0].id), self.server_id) if by == "bystander" else self.actor(by)
        saved = self.app.community.rate(author, self.coda, Voice.PARENT, 12, 4, "Good.")
        assert saved.community_review_id is not None
        return saved.community_review_id

    def wanted(self) -> str:
        with self.app.store.begin() as work:
            for server in (self.server, self.other):
                day = self.app.clock.now().date()
                work.demand.note_wanted(ServerId(server.id), self.unreviewed, day)
            work.commit()
        return f"m{self.unreviewed}"

    # Acting.

    async def message(self, person: str, *items: discord.ui.Item[Any], file: bytes | None = None) -> Any:
        """A message of the bot with these controls, where the person can see it."""
        channel = self.where(person)
        view = discord.ui.LayoutView(timeout=None)
        view.add_item(discord.ui.ActionRow(*items))
        files = []
        if file is not None:
            files.append(discord.File(io.BytesIO(file), "typed.json"))
            view.add_item(discord.ui.File("attachment://typed.json"))
        if channel is None:
            user = await self.bot.fetch_user(self.people[person].id)
            return await user.send(view=view, files=files)
        target = self.bot.get_channel(channel.id)
        assert isinstance(target, discord.TextChannel)
        return await target.send(view=view, files=files)

    async def slash(self, person: str, name: str, options: dict[str, Any]) -> Any:
        channel = self.where(person)
        if channel is None:
            return await self.people[person].slash(name, **options)
        return await self.people[person].slash(channel, name, **options)

    async def context_menu(self, person: str, name: str) -> Any:
        channel = self.where(person)
        if channel is None:
            raise simcord.SetupError(CANNOT_TRY)
        actor = self.people[person]
        return await actor.context_menu(channel, name, await actor.send(channel, "Bambi (1942)?"))

    async def fill(self, person: str, custom_id: str, boxes: dict[str, str]) -> Any:
        """Send a modal with this custom id, as if it had been opened before."""
        modal = discord.ui.Modal(title="x", custom_id=custom_id, timeout=60)
        for key in boxes:
            box: discord.ui.TextInput[Any] = discord.ui.TextInput(custom_id=key, required=False)
            modal.add_item(discord.ui.Label(text=key[:45], component=box))

        class Opener(discord.ui.Button[Any]):
            async def callback(self, interaction: discord.Interaction[Any]) -> None:
                await interaction.response.send_modal(modal)

        shown = await self.people[person].click(
            await self.message(person, Opener(label="x", custom_id="opener")), label="x"
        )
        return await self.people[person].submit_modal(shown, boxes)

    async def outcome(self, act: Callable[[], Any]) -> tuple[str, str]:
        """What came of it, and what was said."""
        with capture_logs() as logs:
            try:
                result = await act()
            except simcord.SetupError as error:
                if "not visible to this user" in str(error):
                    return NOT_THERE, str(error)
                if str(error) == CANNOT_TRY:
                    return "?", CANNOT_TRY
                raise
        failures = [entry for entry in logs if entry["event"] == "failed"]
        assert not failures, failures
        shown = [message for message in (result.response, *result.followups) if message is not None]
        said = "\n".join(texts(message) for message in shown)
        if said.startswith(_HANDED_BACK):
            return REFUSED, said
        refused = any(entry["event"] == "refused" for entry in logs)
        if refused:
            assert len(shown) == 1, said
            assert shown[0].ephemeral
            assert 10 < len(said) < 250
        else:
            assert shown or result.modal is not None or result.deferred, "nothing was answered"
        return (REFUSED if refused else ANSWERED), said
