"""The labels that an export's columns speak of."""

from dataclasses import dataclass

from annotator.models import Project
from annotator.queries.ratings import declared_labels


@dataclass(frozen=True)
class ExportLabels:
    """
    The keys of a project's source types in their order, and what they map to.

    `collapsed` follows each key to the end of what it maps to. `overlap` is how many
    votes decide a claim.
    """

    keys: tuple[str, ...]
    collapsed: dict[str, str]
    overlap: int


def export_labels(project: Project) -> ExportLabels:
    """Give the labels that a project declares, with one query."""
    declared = declared_labels(project)
    ends = (declared.collapsed[place] for place in declared.into)
    return ExportLabels(
        keys=declared.source_types,
        collapsed=dict(zip(declared.source_types, ends, strict=True)),
        overlap=project.overlap,
    )
