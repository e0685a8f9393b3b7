"""Start OnRecord."""

import os
import sys
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import OperationalError, connections

from annotator.models import Membership, Role
from annotator.services.first_account import first_account_link
from annotator.supervisor import site
from annotator.supervisor.broker import choose_broker
from annotator.supervisor.supervise import Supervisor


class Command(BaseCommand):
    """Run the broker, the web server, the worker and its timer, until told to stop."""

    help = "Run everything: broker, web server, worker and beat. Ctrl-C stops it."
    requires_system_checks = []  # `migrate` makes them

    def add_arguments(self, parser: CommandParser) -> None:
        """Take --dev."""
        parser.add_argument(
            "--dev", action="store_true", help="reload what is edited; adds Vite"
        )

    def handle(self, *args: Any, dev: bool, **options: Any) -> None:
        """Prepare the database, then supervise the programs."""
        os.umask(0o077)  # what is kept here is for nobody else's eyes
        try:
            site.check_port(host=settings.HOST, port=settings.PORT)
            lock = site.lock(settings.DATA_DIR)
        except site.CannotStart as reason:
            raise CommandError(str(reason)) from reason
        load_demo = self._prepare_database()
        broker = choose_broker(data_dir=settings.DATA_DIR, environ=os.environ)
        celery_level = site.celery_log_level(settings.LOG_LEVEL)
        supervisor = Supervisor(
            [
                [broker.program] if broker.program else [],
                [site.demo()] if load_demo else [],
                [
                    site.web(host=settings.HOST, port=settings.PORT, reload=dev),
                    site.worker(log_level=celery_level),
                    site.beat(log_level=celery_level),
                    *([site.vite(api_port=settings.PORT)] if dev else []),
                ],
            ],
            environ=site.child_environ(os.environ, broker=broker),
            cwd=str(settings.ROOT),
            out=sys.stdout,
            keep_open=[lock],
        )
        supervisor.say(f"broker: {broker.words}")
        address = site.address(host=settings.HOST, port=settings.PORT, dev=dev)
        try:
            code = supervisor.run(
                when_ready=lambda: supervisor.announce(welcome(address))
            )
        finally:
            broker.remove_socket_folder()
        sys.exit(code)

    def _prepare_database(self) -> bool:
        """Migrate, and tell whether the demo is to be loaded."""
        try:
            call_command("migrate", interactive=False, verbosity=0)
            return settings.DEMO and not get_user_model().objects.exists()
        except OperationalError as error:
            reason = str(error).strip().splitlines()[0]
            raise CommandError(f"The database cannot be used: {reason}") from error
        finally:
            connections.close_all()


def welcome(address: str) -> str:
    """Say where OnRecord is, and who can sign in."""
    demo = Membership.objects.filter(user__email__endswith=f"@{settings.DEMO_DOMAIN}")
    accounts = sorted(
        set(demo.values_list("role", "user__email")),
        key=lambda account: (account[0] != Role.LEAD, account),
    )
    some_user = get_user_model().objects.exists()
    connections.close_all()
    lines = ["", f"  OnRecord is ready at {address}", ""]
    if settings.DEMO and accounts:
        lines.append(
            f"  Demo accounts, all with the password: {settings.DEMO_PASSWORD}"
        )
        lines += [f"    {role:<10} {email}" for role, email in accounts]
    elif not some_user:
        lines += [
            "  Nobody has an account yet. Open this to make the first one:",
            f"    {first_account_link(address)}",
        ]
    return "\n".join([*lines, "", "  Ctrl-C stops it.", ""])
