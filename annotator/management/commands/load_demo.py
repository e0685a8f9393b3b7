"""Load the demo project."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from annotator.errors import DomainError
from annotator.services.demo import load_demo


class Command(BaseCommand):
    help = "Load the demo project, unless it is there already."

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Load it and say what happened."""
        try:
            project = load_demo(password=settings.DEMO_PASSWORD, now=timezone.now())
        except DomainError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(
            f"Loaded the demo project, {project}."
            if project
            else "The demo project is there already; nothing was changed."
        )
