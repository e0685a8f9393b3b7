"""The Celery application; its settings are those of Django that begin with CELERY_."""

from celery import Celery

app = Celery("annotator")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
