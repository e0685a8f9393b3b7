"""Make projects, change how they are set up, and let people in."""

from collections.abc import Collection, Iterator
from datetime import datetime
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.text import slugify

from annotator.errors import DomainError
from annotator.models import (
    ActKind,
    Annotation,
    Guidelines,
    Membership,
    Project,
    Queue,
    Role,
    User,
)
from annotator.queries.versions import settings_version
from annotator.services.activity import note
from annotator.services.agreement import mark_labels
from annotator.services.free_places import count_places, hold_articles
from annotator.services.leases import hold_answers
from annotator.services.new_source_types import copy_source_types, make_built_in
from annotator.services.participants import take_part
from annotator.services.preconditions import check_version
from annotator.services.queueing import look_again
from annotator.services.wake import nudge

DEFAULT_GUIDELINES = Path(__file__).parent.parent / "guidelines.md"
LONGEST_SLUG = 60
RESERVED = frozenset({"new"})
"""Slugs that would hide a page of the interface."""
COPIED = [
    "overlap",
    "confidence_words",
    "suggestion_mode",
    "suggestion_threshold",
    "suggestion_hidden_share",
]


class SlugTaken(DomainError):
    code = "slug_taken"


class SlugReserved(DomainError):
    code = "slug_reserved"


class ConfidenceInUse(DomainError):
    code = "confidence_in_use"


def may_create(user: User) -> bool:
    """Tell whether `user` may make projects: operators may, and who leads one."""
    return user.is_staff or user.memberships.filter(role=Role.LEAD).exists()


@transaction.atomic
def create_project(
    *,
    name: str,
    lead: User,
    now: datetime,
    slug: str | None = None,
    overlap: int | None = None,
    copy_from: Project | None = None,
) -> Project:
    """
    Make an open project: set up like another one, or by default.

    Without a `slug` one is made of the name; without an `overlap` it is that of the
    other project, or else 3.

    :raises SlugTaken, SlugReserved: if the slug that is given cannot be had
    """
    settings = {field: getattr(copy_from, field) for field in COPIED if copy_from}
    if overlap is not None:
        settings["overlap"] = overlap
    project = _create(name, slug, settings)
    queue = Queue(project=project, ranked_at=now)
    body = DEFAULT_GUIDELINES.read_text("utf-8")
    copied = {}
    if copy_from is None:
        make_built_in(project=project)
    else:
        copy_source_types(project=project, other=copy_from)
        queue.order, queue.seed = copy_from.queue.order, copy_from.queue.seed
        body = copy_from.guidelines.all()[0].body
        copied = {"copied_from": copy_from.name}
    queue.save()
    Guidelines.objects.create(
        project=project, number=1, body=body, author=lead, created_at=now
    )
    add_member(project=project, user=lead, role=Role.LEAD)
    note(
        project=project,
        actor=lead,
        kind=ActKind.PROJECT_CREATED,
        now=now,
        name=name,
        **copied,
    )
    return project


def _create(name: str, slug: str | None, settings: dict[str, Any]) -> Project:
    """Make the row of a project under the slug that is given, or under a free one."""
    if slug in RESERVED:
        raise SlugReserved(
            f"The address {slug!r} is a page of OnRecord; choose another."
        )
    for tried in [slug] if slug else _slugs(name):
        try:
            with transaction.atomic():
                return Project.objects.create(name=name, slug=tried, **settings)
        except IntegrityError:
            if not Project.objects.filter(slug=tried).exists():
                raise
    raise SlugTaken(f"A project {slug!r} exists already; choose another address.")


def _slugs(name: str) -> Iterator[str]:
    """Give slugs made of a name that were free just now, without an end."""
    plain = slugify(name)[:LONGEST_SLUG].strip("-_") or "project"
    taken = {*RESERVED, *Project.objects.values_list("slug", flat=True)}
    if plain not in taken:
        yield plain
    for number in count(2):
        ending = f"-{number}"
        slug = plain[: LONGEST_SLUG - len(ending)] + ending
        if slug not in taken:
            yield slug


@transaction.atomic
def change_project(
    *,
    project: Project,
    lead: User,
    now: datetime,
    expected: Collection[str] | None = None,
    **wanted: Any,
) -> Project:
    """
    Change fields of a project: name, state, overlap, confidence_words.

    Where the confidence scale gets more points or fewer, agreement is counted anew.
    `expected` are the versions of the settings that may be changed so.

    :raises MovedOn: if they have none of these versions by now

    :raises ConfidenceInUse: if answers have a point that would be taken away
    """
    project = Project.objects.select_for_update(no_key=True).get(pk=project.pk)
    check_version(settings_version(project), expected)
    before = {name: getattr(project, name) for name in wanted}
    after = {name: value for name, value in wanted.items() if value != before[name]}
    if not after:
        return project
    points = len(project.confidence_words)
    if len(after.get("confidence_words", project.confidence_words)) < points:
        _check_unused(project, above=len(after["confidence_words"]))
    if "overlap" in after:
        set_overlap(project=project, overlap=after["overlap"])
    for name, value in after.items():
        setattr(project, name, value)
    project.save(update_fields=list(after))
    if len(project.confidence_words) != points:
        mark_labels(project=project, now=now)
        transaction.on_commit(partial(nudge, project_id=project.pk), robust=True)
    note(
        project=project,
        actor=lead,
        kind=ActKind.SETTINGS_CHANGED,
        now=now,
        changes={name: [before[name], value] for name, value in after.items()},
    )
    return project


def _check_unused(project: Project, *, above: int) -> None:
    """Raise ConfidenceInUse if an answer has a point above that, or is getting one."""
    hold_answers(project=project)
    using = Annotation.objects.filter(
        claim__article__project=project, confidence__gt=above
    )
    if using.exists():
        raise ConfidenceInUse(
            f"Answers have a confidence above {above}, so the scale keeps those "
            "points. Nothing was changed."
        )


@transaction.atomic
def set_overlap(*, project: Project, overlap: int) -> None:
    """
    Let `overlap` people annotate each article from now on.

    Who has a place keeps it, also where those are more than that by now.
    """
    Project.objects.select_for_update(no_key=True).get(pk=project.pk)
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
