"""Print the link that makes the first account."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from annotator.models import User
from annotator.services.first_account import first_account_link
from annotator.supervisor import site


class Command(BaseCommand):
    """Say where the first account of a new installation is made."""

    help = "Print the link that makes the first account, an operator's."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take --address."""
        parser.add_argument(
            "--address",
            default=_address(),
            help="where people open OnRecord, such as https://onrecord.example.org; "
            "else PUBLIC_URL, the first of CSRF_TRUSTED_ORIGINS, or this machine",
        )

    def handle(self, *args: Any, address: str, **options: Any) -> None:
        """Print it, if there is no account."""
        if User.objects.exists():
            raise CommandError(
                "There are accounts already. Leads invite people; operators make "
                "accounts at /admin/, or with manage.py createsuperuser."
            )
        self.stdout.write(first_account_link(address))


def _address() -> str:
    """Give the address at which people most likely open OnRecord."""
    public: list[str] = [settings.PUBLIC_URL, *settings.CSRF_TRUSTED_ORIGINS]
    here = site.address(host=settings.HOST, port=settings.PORT)
    return next(filter(None, public), here)
