"""Send a project's source types back as a lead would who has changed some."""

from uuid import uuid4

KEYS = ["named", "anonymous", "official_statement", "unattributed", "unclear"]


def source_types_url(project):
    return f"/api/v1/projects/{project.slug}/source-types/"


def kept(project, **changed):
    """Give what can be chosen, as it is but for changed fields, by key."""
    types = project.source_types.filter(archived_at=None).select_related("maps_to")
    return [
        {
            "key": one.key,
            "name": one.name,
            "definition": one.definition,
            "hotkey": one.hotkey,
            "color": one.color,
            "maps_to": one.maps_to.key if one.maps_to else None,
        }
        | changed.get(one.key, {})
        for one in types
    ]


def document(**changed):
    """Give a source type that no project has at first."""
    return {
        "name": "Document",
        "definition": "A file, a record or a leak speaks",
        "hotkey": "6",
        "color": "free_1",
        "maps_to": "official_statement",
    } | changed


def chosen(answer):
    return [one["key"] for one in answer.json()["source_types"]]


def archived(answer):
    return [one["key"] for one in answer.json()["archived_source_types"]]


def save(api, annotator, claim, source_type, confidence=2, **more):
    body = {"client_id": str(uuid4()), "source_type": source_type, **more}
    return api(annotator).put(
        f"/api/v1/claims/{claim.pk}/annotation/", body | {"confidence": confidence}
    )
