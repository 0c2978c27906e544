"""The command line `parent-guide` with Discord's address replaced: run_guide.py ADDRESS ARGUMENTS…"""

from __future__ import annotations

import sys

import discord

from bot.cli.app import main

if __name__ == "__main__":
    discord.http.Route.BASE = sys.argv.pop(1)
    main()
