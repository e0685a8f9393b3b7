"""What one person did in a project and how they stand, as JSON values."""

from typing import Any

from annotator.models import Project
from annotator.queries.overviews import overview_standing
from annotator.queries.pairs import pair_figures
from annotator.queries.people import people_of
from annotator.queries.standings import annotator_standings
from annotator.queries.stored import Asked

NOTHING: dict[str, Any] = {
    "answered": 0,
    "skipped": 0,
    "assigned": 0,
    "articles_done": 0,
    "articles_open": 0,
    "last_saved_at": None,
    "days": [],
    "per_active_day": None,
}


def annotator_page(
    project: Project, user_id: int, asked: Asked
) -> dict[str, Any] | None:
    """
    Give an annotator's page; None for who never had a part in the project.

    Counts and times are those of the stored overview of the scope, agreement is made of
    the stored sums. It costs 14 queries, however much was answered.
    """
    people = people_of(project, user_id)
    if not people:
        return None
    (person,) = people
    overview = overview_standing(project, asked.scope)
    done = _done(overview["figures"], user_id)
    standings = annotator_standings(project, asked)
    pairs = pair_figures(project, asked, of=user_id)
    cells = pairs["cells"]
    shown = {one[side] for one in cells for side in ("one", "other")}
    return {
        "id": person.id,
        "name": person.name,
        "code": person.code,
        "role": person.role,
        "active": person.active,
        "quota": person.quota,
        "scope": asked.scope,
        "computed_at": overview["computed_at"],
        "is_current": overview["is_current"],
        **done,
        "standing": next(
            (one for one in standings["annotators"] if one["id"] == user_id), None
        ),
        "labels": standings["labels"],
        "error_rate_labels": standings["error_rate_labels"],
        "pairs": cells,
        "annotators": [one for one in pairs["annotators"] if one["id"] in shown],
        "enough_shared": pairs["enough_shared"],
    }


def _done(figures: dict[str, Any] | None, user_id: int) -> dict[str, Any]:
    """Give what an overview's figures say of one person; zeros if nothing."""
    everybody = figures or {"people": [], "seconds": {"bins": []}}
    bins = everybody["seconds"]["bins"]
    nothing = NOTHING | {"median_seconds": None, "bins": [0] * len(bins)}
    done = next((one for one in everybody["people"] if one["id"] == user_id), nothing)
    return {
        **{name: done[name] for name in NOTHING},
        "days": [{"day": day, "answers": answers} for day, answers in done["days"]],
        "seconds": {
            "n": sum(done["bins"]),
            "median": done["median_seconds"],
            "bins": [
                {**one, "claims": claims}
                for one, claims in zip(bins, done["bins"], strict=True)
            ],
        },
    }
