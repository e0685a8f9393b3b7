"""The Celery application; its settings are those of Django that begin with CELERY_."""

import os

from celery import Celery
from kombu.transport.redis import Channel, Transport

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "annotator.settings")
app = Celery("annotator")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


class ForgivingChannel(Channel):
    """
    A channel that a worker can lose while it is at work, and go on.

    A worker that loses its broker would give back what it was working on, to the broker
    that it just lost, or acknowledge it there once it is done, and end of either. The
    database knows what is due; see decision 3.
    """

    do_restore = False

    def basic_ack(self, delivery_tag: str, multiple: bool = False) -> None:  # noqa: FBT001, FBT002
        if not self.closed:
            super().basic_ack(delivery_tag, multiple=multiple)

    def basic_reject(self, delivery_tag: str, requeue: bool = False) -> None:  # noqa: FBT001, FBT002
        if not self.closed:
            super().basic_reject(delivery_tag, requeue=requeue)


Transport.Channel = ForgivingChannel
