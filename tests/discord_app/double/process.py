"""The real `parent-guide run` as a process of its own, signed in to the double, with its log in a file."""

from __future__ import annotations

import asyncio
import os
import re
import signal
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.discord_app.double.server import DiscordDouble

STARTER = Path(__file__).with_name("run_guide.py")
START_SECONDS = 180.0
STOP_SECONDS = 30.0


@dataclass
class GuideProcess:
    """A running guide."""

    process: asyncio.subprocess.Process
    log_file: Path

    def log(self) -> str:
        """All that it wrote so far."""
        return self.log_file.read_text(encoding="utf-8")

    def cpu_seconds(self) -> float | None:
        """Processor time it has used since its start; None where the system has no /proc."""
        stat = Path(f"/proc/{self.process.pid}/stat")
        if not stat.exists():
            return None
        # The name in brackets may hold anything; user and system time are the 12th and 13th behind it.
        fields = re.sub(r"^.*\) ", "", stat.read_text()).split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    async def stop(self) -> int:
        """Send SIGTERM and wait; returns the exit code, raises TimeoutError when it does not stop."""
        if self.process.returncode is None:
            self.process.send_signal(signal.SIGTERM)
        async with asyncio.timeout(STOP_SECONDS):
            return await self.process.wait()


@asynccontextmanager
async def running_guide(
    double: DiscordDouble, store_url: str, folder: Path, settings: Mapping[str, str] | None = None
) -> AsyncIterator[GuideProcess]:
    """Run the guide over a store until the block ends; `settings` are further environment variables."""
    log_file = folder / "guide.log"
    inherited = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "LANG", "TMPDIR")}
    environment = {
        **inherited, "DISCORD_TOKEN": double.token, "DATABASE_URL": store_url, "STARTER_LIBRARY": "false",
        "PYTHONPATH": os.pathsep.join(sys.path), **(settings or {}),
    }  # fmt: skip
    with log_file.open("wb") as log:
        process = await asyncio.create_subprocess_exec(
            sys.executable, str(STARTER), double.base, "run", cwd=folder, env=environment, stdout=log, stderr=log
        )
        guide = GuideProcess(process, log_file)
        try:
            async with asyncio.timeout(START_SECONDS):
                await double.gateway.ready.wait()
            yield guide
        finally:
            if process.returncode is None:
                try:
                    await guide.stop()
                except TimeoutError:
                    process.kill()
                    await process.wait()
