"""The Celery application; its settings are those of Django that begin with CELERY_."""

import os

from celery import Celery
from kombu.transport.redis import Channel

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "annotator.settings")
app = Celery("annotator")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()

# A worker that loses its broker would give back what it was working on, to the broker
# that it just lost, and end of it. The database knows what is due; see decision 3.
Channel.do_restore = False
