"""Versions of what people edit: equal where nothing that can be edited differs."""

import hashlib
import json
from collections.abc import Iterable
from typing import Any

from annotator.models import Project, SourceType

LENGTH = 20  # hexadecimal digits


def version_of(value: Any) -> str:
    """Give a short digest of a JSON value."""
    text = json.dumps(value, sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:LENGTH]


def settings_version(project: Project) -> str:
    """Give the version of a project's settings."""
    return version_of(
        [project.name, project.state, project.overlap, project.confidence_words]
    )


def source_types_version(types: Iterable[SourceType]) -> str:
    """Give the version of all of a project's source types, in their order."""
    return version_of(
        [
            [
                one.key,
                one.name,
                one.definition,
                one.hotkey,
                one.color,
                one.maps_to.key if one.maps_to else None,
                one.archived_at is not None,
            ]
            for one in sorted(types, key=lambda one: (one.order, one.pk))
        ]
    )


def queue_version(project: Project) -> str:
    """Give the version of how a project's articles are handed out."""
    queue = project.queue
    return version_of(
        [
            queue.order,
            queue.seed,
            project.suggestion_mode,
            project.suggestion_hidden_share,
            project.suggestion_threshold,
        ]
    )
