"""The Django application."""

from django.apps import AppConfig


class AnnotatorConfig(AppConfig):
    name = "annotator"
    verbose_name = "OnRecord"

    def ready(self) -> None:
        """Load the Celery app, so that tasks and senders find their settings."""
        from annotator import celery  # noqa: F401, PLC0415
