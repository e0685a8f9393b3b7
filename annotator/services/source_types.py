"""Change what annotators choose from, and keep what was chosen countable."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from itertools import count
from typing import Any

from django.db import transaction
from django.utils.text import slugify

from annotator.errors import DomainError
from annotator.models import (
    ActKind,
    Annotation,
    AnnotationEvent,
    Claim,
    Project,
    SourceType,
    User,
)
from annotator.queries.ratings import declared_labels
from annotator.queries.versions import source_types_version
from annotator.services.activity import note
from annotator.services.agreement import mark_labels
from annotator.services.answers import UnknownSourceType
from annotator.services.leases import hold_members
from annotator.services.preconditions import check_version
from annotator.services.wake import nudge

HOTKEYS = [str(digit) for digit in range(1, 10)]
"""The digits choose; letters have other meanings, and people may change which."""
MOST = len(HOTKEYS)
COLORS = [
    "named",
    "anonymous",
    "official",
    "neutral_1",
    "neutral_2",
    "free_1",
    "free_2",
    "free_3",
    "free_4",
]
LONGEST_KEY = 40
FIELDS = ["name", "definition", "hotkey", "color", "maps_to"]


class BuiltInSourceTypesStay(DomainError):
    code = "built_in_source_types_stay"


class SourceTypesClash(DomainError):
    code = "source_types_clash"


class MapsToNothing(DomainError):
    code = "maps_to_nothing"


class MapsInACircle(DomainError):
    code = "maps_in_a_circle"


@dataclass(frozen=True)
class Wanted:
    """A source type as it shall be; without a `key`, a new one."""

    name: str
    definition: str
    hotkey: str
    color: str
    key: str | None = None
    maps_to: str | None = None


@dataclass
class _Done:
    """What became of source types, by their names: the log's words."""

    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    restored: list[str] = field(default_factory=list)
    archived: list[str] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)
    reordered: bool = False

    def details(self) -> dict[str, Any]:
        """Give what is not empty."""
        return {name: value for name, value in vars(self).items() if value}


@transaction.atomic
def set_source_types(
    *,
    project: Project,
    lead: User,
    wanted: Sequence[Wanted],
    now: datetime,
    expected: Collection[str] | None = None,
) -> None:
    """
    Put source types, in order, in the place of those that can be chosen.

    One that is left out is deleted if no answer or suggestion ever had it, and archived
    otherwise; an archived one that is named by its key can be chosen again. Where
    labels change, agreement is counted anew. `expected` are the versions of the list
    that may be replaced so.

    :raises MovedOn: if it has none of these versions by now
    :raises UnknownSourceType: if a key is none of the project's
    :raises BuiltInSourceTypesStay: if a built-in one is left out
    :raises SourceTypesClash: if two have one key, name or hotkey
    :raises MapsToNothing, MapsInACircle: if one cannot map to what it shall map to
    """
    project = Project.objects.select_for_update(no_key=True).get(pk=project.pk)
    # Imports name many types, and so they and this take turns. Whoever saves with a
    # type that is deleted meanwhile finds out in the end, and is told.
    hold_members(project=project)
    types = _hold_types(project)
    check_version(source_types_version(types.values()), expected)
    _check(wanted, types)
    labels = declared_labels(project)
    done = _Done()
    _take_away(project, types, {one.key for one in wanted}, now, done)
    _write(project, types, wanted, done)
    if not done.details():
        return
    if declared_labels(project) != labels:
        mark_labels(project=project, now=now)
        transaction.on_commit(partial(nudge, project_id=project.pk), robust=True)
    note(
        project=project,
        actor=lead,
        kind=ActKind.SOURCE_TYPES_CHANGED,
        now=now,
        **done.details(),
    )


def _hold_types(project: Project) -> dict[str, SourceType]:
    """Lock a project's source types; give them in order, by key."""
    rows = project.source_types.select_for_update().order_by("order", "pk")
    by_pk = {one.pk: one for one in rows}
    for one in by_pk.values():
        one.maps_to = by_pk.get(one.maps_to_id or 0)
    return {one.key: one for one in by_pk.values()}


def _check(wanted: Sequence[Wanted], types: Mapping[str, SourceType]) -> None:
    """Raise what is wrong with a list of source types, if anything is."""
    keys = [one.key for one in wanted if one.key is not None]
    for key in keys:
        if key not in types:
            raise UnknownSourceType(f"This project has no source type {key!r}.")
    left_out = [
        one.name for one in types.values() if one.built_in and one.key not in keys
    ]
    if left_out:
        raise BuiltInSourceTypesStay(
            f"{left_out[0]} is built in and stays; it can be renamed and moved."
        )
    _check_differ("key", keys)
    _check_differ("name", [one.name.casefold() for one in wanted])
    _check_differ("hotkey", [one.hotkey for one in wanted])
    _check_mapping({one.key: one for one in wanted if one.key is not None}, wanted)


def _check_differ(what: str, values: Iterable[str]) -> None:
    value, times = Counter(values).most_common(1)[0]
    if times > 1:
        raise SourceTypesClash(f"Two source types have the {what} {value!r}.")


def _check_mapping(by_key: Mapping[str, Wanted], wanted: Sequence[Wanted]) -> None:
    for one in wanted:
        if one.maps_to is not None and one.maps_to not in by_key:
            raise MapsToNothing(
                f"{one.name} maps to {one.maps_to!r}, which is none of the list."
            )
        seen, target = {one.key}, one.maps_to
        while target is not None:
            if target in seen:
                raise MapsInACircle(f"{one.name} maps to itself in the end.")
            seen.add(target)
            target = by_key[target].maps_to


def _take_away(
    project: Project,
    types: dict[str, SourceType],
    kept: Collection[str | None],
    now: datetime,
    done: _Done,
) -> None:
    """Archive what is left out, or delete it if it was never used."""
    for one in [*types.values()]:
        if one.key in kept or one.archived_at is not None:
            continue
        if _was_used(project, one):
            project.source_types.filter(pk=one.pk).update(archived_at=now)
            done.archived.append(one.name)
        else:
            types.pop(one.key).delete()
            done.deleted.append(one.name)


def _was_used(project: Project, one: SourceType) -> bool:
    """Tell whether an answer has or had a type, or a suggestion names it."""
    events = AnnotationEvent.objects.filter(project=project)
    claims = Claim.objects.filter(article__project=project)
    return (
        Annotation.objects.filter(source_type=one).exists()
        or events.filter(after__source_type=one.key).exists()
        or claims.filter(suggestion__source_type=one.key).exists()
    )


def _write(
    project: Project,
    types: Mapping[str, SourceType],
    wanted: Sequence[Wanted],
    done: _Done,
) -> None:
    """Write the types that can be chosen from now on."""
    after = [one.key for one in wanted]
    stay = [key for key in types if key in after and types[key].archived_at is None]
    done.reordered = stay != [key for key in after if key in stay]
    _park_hotkeys([types[key] for key in stay])
    kept: list[SourceType] = []
    new: list[SourceType] = []
    for order, one in enumerate(wanted, start=1):
        if one.key is None:
            row = SourceType(project=project, key=_key_of(one.name, types, new))
            done.added.append(one.name)
            new.append(row)
        else:
            row = types[one.key]
            _tell_change(row, one, done)
            kept.append(row)
        row.name, row.definition = one.name, one.definition
        row.hotkey, row.color = one.hotkey, one.color
        row.maps_to = types[one.maps_to] if one.maps_to is not None else None
        row.order, row.archived_at = order, None
    SourceType.objects.bulk_update(kept, [*FIELDS, "order", "archived_at"])
    SourceType.objects.bulk_create(new)
    _put_last(project, after=len(wanted))


def _tell_change(row: SourceType, one: Wanted, done: _Done) -> None:
    if row.archived_at is not None:
        done.restored.append(one.name)
        return
    target = row.maps_to.key if row.maps_to else None
    old = (row.name, row.definition, row.hotkey, row.color, target)
    if old != (one.name, one.definition, one.hotkey, one.color, one.maps_to):
        done.changed.append(one.name)


def _park_hotkeys(rows: Sequence[SourceType]) -> None:
    """Give types hotkeys that no keyboard has, so that they can be given any."""
    # Hotkeys differ after each row that is written, not only in the end.
    parked = [
        SourceType(pk=one.pk, hotkey=chr(0xE000 + n)) for n, one in enumerate(rows)
    ]
    SourceType.objects.bulk_update(parked, ["hotkey"])


def _key_of(name: str, types: Iterable[str], new: Iterable[SourceType]) -> str:
    """Make a key of a name that no type of the project has."""
    taken = {*types, *(one.key for one in new)}
    plain = slugify(name).replace("-", "_")[:LONGEST_KEY].strip("_") or "type"
    if plain not in taken:
        return plain
    for number in count(2):
        ending = f"_{number}"
        key = plain[: LONGEST_KEY - len(ending)] + ending
        if key not in taken:
            return key
    raise AssertionError


def _put_last(project: Project, *, after: int) -> None:
    """Put what is archived behind what can be chosen, in the order it had."""
    archived = list(
        project.source_types.exclude(archived_at=None).order_by("order", "pk")
    )
    for order, one in enumerate(archived, start=after + 1):
        one.order = order
    SourceType.objects.bulk_update(archived, ["order"])
