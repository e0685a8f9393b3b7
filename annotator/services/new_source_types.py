"""The source types that a new project begins with."""

from annotator.models import Project, SourceType

# Key, name, definition, color: the order is that of the hotkeys.
BUILT_IN = [
    ("named", "Named source", "A person the reader could look up", "named"),
    ("anonymous", "Anonymous source", "Someone who is only described", "anonymous"),
    (
        "official_statement",
        "Official statement",
        "A body, or its prepared text, speaks",
        "official",
    ),
    (
        "unattributed",
        "Unattributed",
        "Nobody is given as the source",
        "neutral_1",
    ),
    ("unclear", "Unclear", "The article does not let you tell", "neutral_2"),
]


def make_built_in(*, project: Project) -> None:
    """Give a new project the source types that every project has."""
    SourceType.objects.bulk_create(
        SourceType(
            project=project,
            key=key,
            name=name,
            definition=definition,
            color=color,
            built_in=True,
            order=order,
            hotkey=str(order),
        )
        for order, (key, name, definition, color) in enumerate(BUILT_IN, start=1)
    )


def copy_source_types(*, project: Project, other: Project) -> None:
    """Give a new project what can be chosen in another one."""
    types = list(other.source_types.filter(archived_at=None).select_related("maps_to"))
    targets = {one.key: one.maps_to.key for one in types if one.maps_to}
    for one in types:
        one.pk, one.project, one.maps_to = None, project, None
    made = {one.key: one for one in SourceType.objects.bulk_create(types)}
    for key, target in targets.items():
        made[key].maps_to = made[target]
    SourceType.objects.bulk_update(made.values(), ["maps_to"])
