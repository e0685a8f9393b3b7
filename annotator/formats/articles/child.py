"""The process that reads one file: bytes in, JSON out, then it ends."""

import json
import sys
from dataclasses import asdict
from datetime import date
from importlib import import_module

from annotator.formats.articles.article import Unreadable
from annotator.formats.articles.confined import BYTES, SECONDS


def main(reader: str) -> None:
    """Read what stands on standard input with the module named `reader`."""
    content = sys.stdin.buffer.read()
    _confine()
    read = import_module(f"annotator.formats.articles.{reader}").read
    try:
        answer = asdict(read(content))
    except Unreadable as refused:
        answer = {"code": refused.code, "reason": str(refused)}
    sys.stdout.write(json.dumps(answer, default=date.isoformat))


def _confine() -> None:
    try:
        import resource  # noqa: PLC0415
    except ModuleNotFoundError:
        return  # Windows; the parent still keeps the time
    for what, limit in (
        (resource.RLIMIT_AS, BYTES),
        (resource.RLIMIT_CPU, SECONDS),  # should the parent be gone
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        hard = resource.getrlimit(what)[1]
        most = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
        resource.setrlimit(what, (most, most))


if __name__ == "__main__":
    main(sys.argv[1])
