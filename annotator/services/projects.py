"""Make projects and let people in."""

from datetime import datetime
from pathlib import Path

from django.db import transaction

from annotator.models import (
    ActKind,
    Guidelines,
    Membership,
    Project,
    Queue,
    Role,
    SourceType,
    User,
)
from annotator.services.activity import note
from annotator.services.free_places import count_places, hold_articles
from annotator.services.participants import take_part
from annotator.services.queueing import look_again

DEFAULT_GUIDELINES = Path(__file__).parent.parent / "guidelines.md"

# Key, name, definition, color token, built in: the order is that of the hotkeys.
DEFAULT_SOURCE_TYPES = [
    ("named", "Named source", "A person the reader could look up", "named", True),
    (
        "anonymous",
        "Anonymous source",
        "Someone who is only described",
        "anonymous",
        True,
    ),
    (
        "official_statement",
        "Official statement",
        "A body, or its prepared text, speaks",
        "official",
        True,
    ),
    (
        "unattributed",
        "Unattributed",
        "Nobody is given as the source",
        "neutral_1",
        True,
    ),
    ("unclear", "Unclear", "The article does not let you tell", "neutral_2", True),
]


@transaction.atomic
def create_project(
    *, name: str, slug: str, lead: User, now: datetime, overlap: int = 3
) -> Project:
    """Make an open project with the default source types and guidelines."""
    project = Project.objects.create(name=name, slug=slug, overlap=overlap)
    Queue.objects.create(project=project, ranked_at=now)
    SourceType.objects.bulk_create(
        SourceType(
            project=project,
            key=key,
            name=title,
            definition=definition,
            color=color,
            built_in=built_in,
            order=order,
            hotkey=str(order),
        )
        for order, (key, title, definition, color, built_in) in enumerate(
            DEFAULT_SOURCE_TYPES, start=1
        )
    )
    publish_guidelines(
        project=project, author=lead, body=DEFAULT_GUIDELINES.read_text(), now=now
    )
    add_member(project=project, user=lead, role=Role.LEAD)
    note(project=project, actor=lead, kind=ActKind.PROJECT_CREATED, now=now)
    return project


@transaction.atomic
def publish_guidelines(
    *, project: Project, author: User, body: str, now: datetime, change_note: str = ""
) -> Guidelines:
    """Put the next revision of the guidelines in force."""
    newest = project.guidelines.first()
    return Guidelines.objects.create(
        project=project,
        number=newest.number + 1 if newest else 1,
        body=body,
        change_note=change_note,
        author=author,
        created_at=now,
    )


@transaction.atomic
def set_overlap(*, project: Project, overlap: int) -> None:
    """
    Let `overlap` people annotate each article from now on.

    Who has a place keeps it, also where those are more than that by now.
    """
    # With the queue locked nobody stores articles by the old number any more, and with
    # the articles locked nobody takes a place while the free ones are counted.
    look_again([project.pk])
    project.overlap = overlap
    project.save(update_fields=["overlap"])
    articles = project.articles.order_by().values("pk")
    hold_articles(articles)
    count_places(articles)


@transaction.atomic
def add_member(*, project: Project, user: User, role: Role) -> Membership:
    """Give `user` a role in `project`, instead of the one they had."""
    membership, _ = Membership.objects.update_or_create(
        project=project, user=user, defaults={"role": role}
    )
    take_part(project=project, user=user, role=role)
    return membership
