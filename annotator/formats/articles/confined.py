"""
Read a file in a process of its own, with bounded time and memory.

Pages, documents and PDFs come from anywhere, and the libraries that read them can be
made to take minutes and gigabytes, or to crash. Here that costs one child process.
"""

import json
import logging
import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

from annotator.formats.articles.article import Kind, RawArticle, Unreadable

SECONDS = 20
BYTES = 512 << 20

_ROOT = Path(__file__).resolve().parents[3]
_READERS = {"html": "web_page", "docx": "word", "pdf": "pdf"}
# What Python may need to start. No secret that a file could make its reader tell.
_PASSED_ON = ("LD_LIBRARY_PATH", "PATH", "SYSTEMROOT")
_log = logging.getLogger(__name__)


def read_confined(content: bytes, kind: Kind) -> RawArticle:
    """
    Read `content` in a child process.

    :raises Unreadable: if the child refuses, breaks, or needs too much
    """
    try:
        done = subprocess.run(  # noqa: S603
            [sys.executable, "-m", f"{__package__}.child", _READERS[kind]],
            input=content,
            capture_output=True,
            timeout=SECONDS,
            check=False,
            cwd=_ROOT,
            env={name: os.environ[name] for name in _PASSED_ON if name in os.environ},
        )
    except subprocess.TimeoutExpired as error:
        raise _too_costly() from error
    if done.returncode == 0:
        return _received(json.loads(done.stdout))
    said = done.stderr.decode(errors="replace").strip()
    _log.warning("A %s was not read (%d): %s", kind, done.returncode, said[-2_000:])
    # A library that gets no memory, or an end of its time, ends by a signal.
    if done.returncode < 0 or said.endswith("MemoryError"):
        raise _too_costly()
    raise Unreadable(
        "damaged",
        "The file cannot be read: it is damaged, or not what its name says. "
        "Save it again, or paste its text.",
    )


def _too_costly() -> Unreadable:
    return Unreadable(
        "too_costly",
        f"The file needs more than {SECONDS} seconds or {BYTES >> 20:,} MB of memory "
        "to be read, and was given up. Paste its text instead.",
    )


def _received(answer: dict[str, Any]) -> RawArticle:
    if "code" in answer:
        raise Unreadable(answer["code"], answer["reason"])
    written = answer.pop("published_on")
    return RawArticle(
        **answer | {name: _tuples(answer[name]) for name in ("outside", "notes")},
        published_on=date.fromisoformat(written) if written else None,
    )


def _tuples(listed: list[Any]) -> tuple[Any, ...]:
    return tuple(tuple(one) if isinstance(one, list) else one for one in listed)
