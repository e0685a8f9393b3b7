"""Make a project."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.text import slugify

from annotator.errors import DomainError
from annotator.models import User
from annotator.services.projects import create_project


class Command(BaseCommand):
    help = "Make an open project with the default source types and guidelines."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("name")
        parser.add_argument("--lead", required=True, help="the lead's e-mail address")
        parser.add_argument("--slug", help="its name in addresses; made from the name")
        parser.add_argument("--overlap", type=int, default=3, help="answers a claim")

    def handle(self, *args: object, **options: Any) -> None:
        lead = User.objects.filter(email__iexact=options["lead"]).first()
        if lead is None:
            raise CommandError(
                f"No account has the address {options['lead']}. Make it first: "
                "manage.py first_account, or createsuperuser"
            )
        slug = options["slug"] or slugify(options["name"])[:60]
        if not slug:
            raise CommandError("Give a --slug: this name has no letters for one.")
        if not 1 <= options["overlap"] <= 20:  # noqa: PLR2004  # as the model has it
            raise CommandError("The overlap goes from 1 to 20.")
        try:
            create_project(
                name=options["name"],
                slug=slug,
                lead=lead,
                overlap=options["overlap"],
                now=timezone.now(),
            )
        except DomainError as refusal:
            raise CommandError(str(refusal)) from refusal
        self.stdout.write(f"Made the project {slug}; {lead} leads it.")
