"""Runs a reader in a process of its own, with limits on time and memory.

The library that reads PDF is native code: a hostile file may make it loop, grow or crash, and
nothing inside one process can stop that.
"""

from __future__ import annotations

import subprocess
import sys

from sayso.errors import ReadingError

MOST_SECONDS = 8
"""Five hundred full pages of text take four (measured); every file should end within ten."""

MOST_MEMORY = 800_000_000
"""Bytes of address space, where the system can limit that."""

MOST_OUTPUT = 50_000_000


def run_confined(module: str, raw: bytes, *, file: str, remedy: str) -> bytes:
    """What a module prints when it gets these bytes on standard input.

    Args:
        module: One whose ``main`` reads standard input after ``confine()``.
        raw: What it gets.
        file: The name for messages.
        remedy: What the user should do if it fails.

    Raises:
        ReadingError: It took too long or too much memory, or stopped in another way.
    """
    # -P: a file in the working folder must not be taken for a module of the standard library
    command = [sys.executable, "-P", "-m", module]
    try:
        done = subprocess.run(  # noqa: S603 - our own module, no word of the command is from outside
            command, input=raw, capture_output=True, timeout=MOST_SECONDS + 1, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise ReadingError(
            f"reading {file} took longer than {MOST_SECONDS} seconds and was stopped", remedy=remedy
        ) from error
    if done.returncode != 0 or len(done.stdout) > MOST_OUTPUT:
        why = done.stderr.decode("utf-8", "replace").strip().rpartition("\n")[2]
        told = f": {why[:200]}" if why else ""
        raise ReadingError(f"reading {file} was given up (exit code {done.returncode}{told})", remedy=remedy)
    return done.stdout


def confine() -> None:
    """Limit the time and memory of this process, where the system can."""
    try:
        import resource  # noqa: PLC0415 - there is none on Windows, where the time limit alone must do
    except ImportError:
        return
    limits = (
        (resource.RLIMIT_CPU, MOST_SECONDS),
        (resource.RLIMIT_AS, MOST_MEMORY),
        (resource.RLIMIT_CORE, 0),
    )
    for kind, most in limits:
        try:
            resource.setrlimit(kind, (most, most))
        except (OSError, ValueError):
            continue  # a tighter limit holds already, or this system knows none of the kind
