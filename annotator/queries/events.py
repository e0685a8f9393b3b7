"""What was ever changed, the newest first."""

from django.db.models import QuerySet

from annotator.models import AnnotationEvent, Project, User


def claim_events(claim_id: int, *, of: User | None = None) -> QuerySet[AnnotationEvent]:
    """Give the changes of a claim's annotations, `of` one annotator or of all."""
    events = AnnotationEvent.objects.filter(claim=claim_id).select_related("annotator")
    return events if of is None else events.filter(annotator=of)


def own_events(project: Project, annotator: User) -> QuerySet[AnnotationEvent]:
    """Give all that one annotator ever saved in a project, with the claims."""
    return AnnotationEvent.objects.filter(
        project=project, annotator=annotator
    ).select_related("claim")
