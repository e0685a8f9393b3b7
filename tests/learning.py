"""Projects in which enough is decided to learn from."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction

from annotator.models import Article, Project, SuggestionModel, User
from annotator.services import learning
from annotator.services.annotation_import import ImportedAnnotation, import_annotations
from annotator.services.answers import Answer
from tests import make
from tests.annotator.attribution import decided


def clock():
    return make.NOW


def answer(project: Project, annotator: User, articles: list[Article]) -> None:
    """Answer every claim as the made-up project decides."""
    lead = project.memberships.get(role="lead").user
    rows = []
    for article in articles:
        for claim in article.claims.all():
            key = (claim.suggestion or {})["source_type"]
            own = "official_statement" if "officials" in claim.quote else key
            none = claim.quote.startswith("But")
            said = (
                Answer(skipped=True, skip_reason="no claim")
                if none
                else Answer(source_type=own, confidence=3)
            )
            rows.append(ImportedAnnotation(claim.pk, annotator.email, said))
    import_annotations(project=project, lead=lead, rows=rows, now=make.NOW)


def decided_project(*, lead: User, annotator: User, articles: int) -> Project:
    """Make a project with articles that its one annotator has answered."""
    project = make.project(lead=lead, annotators=(annotator,), overlap=1)
    made = [make.article(project, decided.text_of(n)) for n in range(articles)]
    answer(project, annotator, made)
    return project


@contextmanager
def decided_once(blocker, *, articles: int) -> Iterator[int]:
    """Make such a project for a module and give its key: what tests do is undone."""
    with blocker.unblock(), transaction.atomic():
        lead, annotator = make.user("Lena"), make.user("Ana")
        made = decided_project(lead=lead, annotator=annotator, articles=articles)
        yield made.pk
        transaction.set_rollback(True)


def trained(project: Project) -> SuggestionModel:
    """Train a model in this process, as a worker would."""
    asked = learning.request_training(project=project, by=None, now=make.NOW)
    assert learning.train(model_id=asked.pk, clock=clock)
    asked.refresh_from_db()
    return asked
