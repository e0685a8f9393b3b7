"""Tell whether sweeps are carried out: beat sends them, and a worker is there."""

from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from annotator.models import WorkerHeartbeat

STALE = timedelta(minutes=1)


class Command(BaseCommand):
    """Fail if the last sweep was too long ago; a deployment's health check."""

    help = "Fail if no sweep was carried out in the last minute."
    requires_system_checks = []

    def handle(self, *args: Any, **options: Any) -> None:
        """Look at the mark that every sweep leaves."""
        last = WorkerHeartbeat.objects.order_by("-seen_at").first()
        if last is None or timezone.now() - last.seen_at > STALE:
            raise CommandError("No sweep was carried out in the last minute.")
