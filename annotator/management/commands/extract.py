"""Find claims and sources in files."""

import json
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedReader, TextIOWrapper
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from annotator.formats.articles import Unreadable
from annotator.management.extract_tables import extract_lines
from annotator.services.extracts import Extract, extract_file

_SHELL_SIGNALS = 128  # a shell adds this to the number of a signal


class Command(BaseCommand):
    """Print the claims of articles and who stands behind them; no database needed."""

    help = (
        "Find the claims in articles, their sources and the types of these. Offsets "
        "(start, end) count code points of the text as read, half open: of the file "
        "without a byte order mark, of the cell of a table, and for HTML, DOCX and PDF "
        "of the text taken from the file, which --jsonl gives as “text”."
    )
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Take files."""
        parser.add_argument(
            "files",
            nargs="+",
            metavar="FILE",
            help="an article (txt, md, html, docx, pdf) or a table of articles (csv, "
            "jsonl); - for standard input",
        )
        parser.add_argument(
            "--jsonl", action="store_true", help="print one article a line, as JSON"
        )
        parser.add_argument(
            "--no-clean",
            action="store_true",
            help="take every line for the article's, also navigation and the headline",
        )

    def run_from_argv(self, argv: list[str]) -> None:
        """Print UTF-8 whatever the locale, and end quietly if nobody reads on."""
        if isinstance(sys.stdout, TextIOWrapper):
            sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
        try:
            super().run_from_argv(argv)
        except BrokenPipeError:
            # Python would try once more at its end, and complain.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            sys.exit(_SHELL_SIGNALS + signal.SIGPIPE)

    def handle(self, *args: Any, **options: Any) -> None:
        """Read file by file, and print what was found as it is found."""
        failed = 0
        for name in options["files"]:
            try:
                noted: set[str] = set()
                for one in self.extracts(name, clean=not options["no_clean"]):
                    failed += bool(one.problem)
                    self.note(one, noted)
                    self.show(one, as_json=options["jsonl"])
            except BrokenPipeError:
                raise
            except (OSError, Unreadable) as error:
                failed += 1
                reason = error.strerror if isinstance(error, OSError) else error
                self.stderr.write(f"{name}: {reason}")
        self.stdout.flush()
        if failed:
            raise CommandError(f"{failed} could not be read; the rest is above.")

    def extracts(self, name: str, *, clean: bool) -> Iterator[Extract]:
        """Give what is found in a file, article by article."""
        with opened(name) as file:
            yield from extract_file(file, name, clean=clean)

    def note(self, one: Extract, noted: set[str]) -> None:
        """Say what was assumed of a file, once."""
        for note in one.notes:
            if note not in noted:
                self.stderr.write(f"{one.file}: {note}", self.style.WARNING)
        noted.update(one.notes)

    def show(self, one: Extract, *, as_json: bool) -> None:
        """Print an article's claims, or what is wrong with a row."""
        if one.problem:
            self.stderr.write(f"{one.file}, row {one.row}: {one.problem}")
        elif as_json:
            self.stdout.write(json.dumps(one.as_object(), ensure_ascii=False))
        else:
            self.stdout.write("\n".join(extract_lines(one)))


@contextmanager
def opened(name: str) -> Iterator[BufferedReader]:
    """Open a file to read, or standard input, which stays open."""
    if name == "-":
        with open(sys.stdin.fileno(), "rb", closefd=False) as given:
            yield given
        return
    with Path(name).open("rb") as file:
        yield file
