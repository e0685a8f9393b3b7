"""Celery's way in: load by id, make one call."""

import logging

from celery import shared_task
from django.utils import timezone

from annotator.models import Project
from annotator.services import agreement

log = logging.getLogger(__name__)


@shared_task(name="annotator.report_agreement")
def report_agreement(*, project_id: int) -> None:
    """Report agreement in a project, if something in it changed."""
    project = Project.objects.filter(pk=project_id).first()
    if project is not None:
        agreement.report_agreement(project=project, now=timezone.now())


@shared_task(name="annotator.sweep")
def sweep() -> None:
    """Find work whose message was lost; show that a worker is alive."""
    for project_id in agreement.sweep(now=timezone.now()):
        try:
            report_agreement(project_id=project_id)
        except Exception:
            # One project that cannot be computed must not hold up the others.
            log.exception("Agreement of project %s failed.", project_id)
