"""Measure agreement."""

import csv
import json
import sys
from argparse import ArgumentTypeError
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from annotator.errors import DomainError
from annotator.management.agreement_tables import agreement_lines
from annotator.management.report_tables import project_lines
from annotator.models import Project, RecomputationReason
from annotator.queries.agreement import agreement_standing, newest_by_scope
from annotator.services.rating_files import LEVELS, WEIGHTS, measure_ratings
from annotator.services.recomputation import run_recomputation


class Command(BaseCommand):
    """Print the agreement in a project, or in a file of ratings without a database."""

    help = "Measure the agreement in a project, or in a CSV of ratings."
    requires_system_checks = []  # a file is measured without a database

    def add_arguments(self, parser: CommandParser) -> None:
        """Take a project or a file."""
        given = parser.add_mutually_exclusive_group(required=True)
        given.add_argument("project", nargs="?", help="the project's slug")
        given.add_argument(
            "--file",
            metavar="CSV",
            help="ratings with the columns item, annotator, label and, if known, "
            "article and gold; - for standard input",
        )
        parser.add_argument(
            "--recompute",
            action="store_true",
            help="count all of the project's answers anew first",
        )
        of_file = parser.add_argument_group("with --file")
        of_file.add_argument(
            "--level",
            choices=LEVELS,
            default=LEVELS[0],
            help="Krippendorff's, of alpha",
        )
        of_file.add_argument(
            "--weights",
            choices=WEIGHTS,
            default=WEIGHTS[0],
            help="Gwet's, of the other coefficients",
        )
        of_file.add_argument(
            "--labels",
            type=label_list,
            metavar="A,B,C",
            help="all labels, lowest first; left out: those in the file, by number or "
            "alphabet",
        )
        parser.add_argument(
            "--json", action="store_true", help="print every figure as a JSON object"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Measure, and print what was found."""
        if options["file"] is None:
            self.show_project(options)
        elif options["recompute"]:
            raise CommandError("--recompute goes with a project, not with --file.")
        else:
            self.measure_file(options)

    def show_project(self, options: dict[str, Any]) -> None:
        """Print the newest report of a project, counted anew if that is asked for."""
        project = Project.objects.filter(slug=options["project"]).first()
        if project is None:
            raise CommandError(f"There is no project {options['project']}.")
        if options["recompute"]:
            self.recompute(project)
        standing = agreement_standing(project)
        if standing.report is None:
            raise CommandError(
                f"Nothing of {project} was counted yet. Workers do it when somebody "
                "has answered; --recompute does it now."
            )
        if options["json"]:
            self.stdout.write(json.dumps(standing.report.variables, allow_nan=False))
            return
        scopes = newest_by_scope(project)
        self.stdout.write("\n".join(project_lines(standing, scopes)))

    def recompute(self, project: Project) -> None:
        """Count everything anew, and show how far that is."""

        def progress(done: int, blocks: int) -> None:
            self.stderr.write(f"Counted {done} of {blocks} parts.")

        try:
            run_recomputation(
                project=project,
                reason=RecomputationReason.REPAIR,
                clock=timezone.now,
                progress=progress,
            )
        except DomainError as error:
            raise CommandError(str(error)) from error

    def measure_file(self, options: dict[str, Any]) -> None:
        """Print the agreement in a file."""
        try:
            with opened(options["file"]) as file:
                measured = measure_ratings(
                    file=file,
                    level=options["level"],
                    weights=options["weights"],
                    labels=options["labels"],
                )
        except OSError as error:
            raise CommandError(f"{options['file']}: {error.strerror}.") from error
        except DomainError as error:
            raise CommandError(str(error)) from error
        if options["json"]:
            self.stdout.write(json.dumps(measured["figures"], allow_nan=False))
        else:
            self.stdout.write("\n".join(agreement_lines(measured)))


def label_list(text: str) -> list[str]:
    """Read labels parted by commas; in quotes where a label holds one."""
    labels = next(csv.reader([text], skipinitialspace=True), [])
    if not labels or not all(labels):
        raise ArgumentTypeError("give labels parted by commas, such as a,b,c")
    return labels


@contextmanager
def opened(name: str) -> Iterator[BinaryIO]:
    """Open a file to read, or standard input, which stays open."""
    if name == "-":
        yield sys.stdin.buffer
        return
    with Path(name).open("rb") as file:
        yield file
