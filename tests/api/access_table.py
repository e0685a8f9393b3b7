"""Every path of the API with what each kind of person may do there."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from django.urls import URLPattern, URLResolver

from api.urls import urlpatterns

METHODS = ["get", "post", "put", "patch", "delete"]
HIDDEN = [
    "nobody", "outsider", "annotator_elsewhere", "lead_elsewhere", "former",
    "deactivated",
]  # fmt: skip
"""Those who must not even learn that the project is there."""
MEMBERS = ["viewer", "without_article", "annotator", "holder", "lead"]
WHO = [*HIDDEN, *MEMBERS]
ANSWER = {"client_id": str(uuid4()), "source_type": "named", "confidence": 2}
ARTICLE = {"text": "The mayor said that the bridge is safe. It was built in 1931."}
A_FILE = object()
"""Stands for a table of articles, as a browser uploads it."""

Body = dict[str, Any] | None


def routes(
    patterns: list[URLPattern | URLResolver] | None = None, before: str = ""
) -> Iterator[tuple[str, str]]:
    """Give each method and path of the URL configuration, all but the admin's."""
    found: list[Any] = urlpatterns if patterns is None else patterns
    for one in found:
        route = before + str(one.pattern)
        if isinstance(one, URLResolver):
            if route != "admin/":
                yield from routes(one.url_patterns, route)
            continue
        view = getattr(one.callback, "view_class", None) or one.callback.__dict__.get(
            "cls"
        )
        for method in METHODS if view else ["get"]:
            if view is None or hasattr(view, method):
                yield method.upper(), route.removeprefix("api/v1/")


@dataclass(frozen=True)
class Entry:
    """One method of one path: a request that a lead may make, and what comes of it."""

    method: str
    route: str
    statuses: dict[str, int]
    body: Body | Callable[[dict[str, Any]], Body] = None
    query: str = ""

    @property
    def name(self) -> str:
        return f"{self.method} {self.route}"


def to(members: list[int], *, hidden: int = 404, nobody: int = 401) -> dict[str, int]:
    """Say what is answered to MEMBERS, in their order, and to all others."""
    around = [nobody] + [hidden] * (len(HIDDEN) - 1)
    return dict(zip(WHO, [*around, *members], strict=True))


def leads(status: int = 200) -> dict[str, int]:
    return to([403] * 4 + [status])


def overseers(status: int = 200) -> dict[str, int]:
    return to([status, 403, 403, 403, status])


def annotators(status: int = 200) -> dict[str, int]:
    return to([403] + [status] * 4)


def members(status: int = 200) -> dict[str, int]:
    return to([status] * 5)


def users(status: int = 200, *, nobody: int = 401) -> dict[str, int]:
    return to([status] * 5, hidden=status, nobody=nobody)


def anybody(status: int = 200) -> dict[str, int]:
    return users(status, nobody=status)


HOLDERS = to([404, 404, 404, 200, 404])
P = "projects/<slug:slug>/"
TABLE = [
    # The installation, and what is the user's own.
    Entry("GET", "healthz", anybody()),
    Entry("GET", "readyz", anybody()),
    Entry("GET", "^api/", anybody(404)),
    Entry("GET", "^(?!admin/|static/).*$", anybody(200)),
    Entry("GET", "service-worker.js", anybody()),
    Entry("GET", "schema/", anybody()),
    Entry("GET", "docs/", anybody()),
    Entry("GET", "session/", anybody()),
    Entry(
        "POST", "session/", anybody(400),
        {"email": "who@example.org", "password": "a wrong one"},
    ),
    Entry("DELETE", "session/", anybody(204)),
    Entry(
        "POST", "session/first-account/", anybody(409),
        {
            "code": "x", "name": "X", "email": "x@example.org",
            "password": "correct horse battery",
        },
    ),
    Entry("PATCH", "me/preferences/", users(), {}),
    Entry("GET", "tokens/", users()),
    Entry("POST", "tokens/", users(201, nobody=401), {"name": "Mine"}),
    Entry("DELETE", "tokens/<id:token_id>/", to([404] * 4 + [204])),
    Entry("POST", "invitations/look/", anybody(404), {"secret": "1-x"}),
    Entry("POST", "invitations/accept/", users(404), {"secret": "1-x"}),
    # Projects and how they are set up.
    Entry("GET", "projects/", users()),
    Entry(
        "POST", "projects/",
        to([403] * 4 + [201], hidden=403) | {"lead_elsewhere": 201},
        {"name": "Bridges"},
    ),
    Entry("GET", P, members()),
    Entry("PATCH", P, leads(), {"state": "closed"}),
    Entry(
        "PUT", f"{P}source-types/", leads(),
        lambda names: {"source_types": names["source_types"]},
    ),
    Entry("GET", f"{P}source-types/", members()),
    Entry("GET", f"{P}guidelines/", members()),
    Entry(
        "POST", f"{P}guidelines/", leads(201),
        lambda names: {
            "body": "Be kind.", "change_note": "Shorter", "base": names["revision"]
        },
    ),
    Entry("GET", f"{P}guidelines/revisions/", members()),
    Entry("PUT", f"{P}guidelines/read/", members(204), {"number": 1}),
    Entry("GET", f"{P}queue/settings/", leads()),
    Entry("PATCH", f"{P}queue/settings/", leads(), {}),
    Entry("GET", f"{P}suggestions/", leads()),
    Entry("POST", f"{P}suggestions/", leads(409)),
    Entry("PATCH", f"{P}suggestions/", leads(409), {"is_on": True}),
    # People.
    Entry("GET", f"{P}members/", leads()),
    Entry("PATCH", f"{P}members/<id:user_id>/", leads(), {"quota": 3}),
    Entry("GET", f"{P}invitations/", leads()),
    Entry("POST", f"{P}invitations/", leads(201), {"role": "annotator"}),
    Entry("DELETE", f"{P}invitations/<id:invitation_id>/", leads(204)),
    Entry("GET", f"{P}annotators/<id:user_id>/", leads()),
    Entry("GET", f"{P}progress/", members()),
    Entry("GET", f"{P}activity/", leads()),
    Entry("GET", f"{P}activity.csv", leads()),
    # Articles and imports.
    Entry("GET", f"{P}articles/", overseers()),
    Entry("POST", f"{P}articles/", leads(201), ARTICLE),
    Entry("POST", f"{P}articles/preview/", leads(), ARTICLE),
    Entry("GET", "articles/<id:article_id>/", to([200, 404, 404, 200, 200])),
    Entry(
        "PATCH", "articles/<id:article_id>/", to([403, 404, 404, 403, 200]),
        {"language": "de"},
    ),
    Entry("GET", "articles/<id:article_id>/claims/", to([200, 404, 404, 403, 200])),
    Entry("GET", "articles/<id:article_id>/neighbors/", to([200, 404, 404, 403, 200])),
    Entry("GET", f"{P}imports/", leads()),
    Entry("POST", f"{P}imports/", leads(202), A_FILE),  # type: ignore[arg-type]
    Entry("POST", f"{P}imports/preview/", leads(), A_FILE),  # type: ignore[arg-type]
    Entry("GET", f"{P}imports/<id:import_id>/", leads()),
    Entry("POST", f"{P}imports/<id:import_id>/cancel/", leads(409)),
    Entry("POST", f"{P}imports/<id:import_id>/resume/", leads()),
    Entry("GET", f"{P}imports/<id:import_id>/failures/", leads()),
    Entry("GET", f"{P}imports/<id:import_id>/failures.csv", leads()),
    Entry(
        "POST", f"{P}annotations/import/", leads(),
        lambda names: {"annotations": [
            {"claim": names["claim_id"], "annotator": names["email"]} | ANSWER
        ]},
    ),
    *(
        Entry("GET", f"{P}export/{table}.{form}", overseers())
        for table in ("annotations", "claims")
        for form in ("jsonl", "csv", "parquet")
    ),
    Entry("GET", f"{P}export/claims.jsonld", overseers()),
    Entry("GET", f"{P}export/tokens.conll", overseers()),
    Entry("GET", f"{P}export/filters/", overseers()),
    Entry("GET", f"{P}snapshots/", overseers()),
    Entry("POST", f"{P}snapshots/", overseers(202), {}),
    Entry("GET", f"{P}snapshots/<id:snapshot_id>/", overseers()),
    Entry("DELETE", f"{P}snapshots/<id:snapshot_id>/", leads(204)),
    Entry("GET", f"{P}snapshots/<id:snapshot_id>/files/<path:path>", overseers()),
    Entry(
        "GET", f"{P}snapshots/<id:snapshot_id>/compare/<id:other_id>/",
        overseers(202),
    ),
    # Who has which article.
    Entry("GET", f"{P}queue/", members()),
    Entry("POST", f"{P}queue/", annotators(), {}),
    Entry("POST", f"{P}heartbeat/", annotators(), {}),
    Entry(
        "POST", f"{P}assignments/", leads(),
        lambda names: {
            "annotator": names["user_id"], "articles": [names["article_id"]]
        },
    ),
    Entry("DELETE", f"{P}assignments/<id:assignment_id>/", leads(204)),
    # Annotating.
    Entry("GET", "claims/<id:claim_id>/annotation/", HOLDERS),
    Entry("PUT", "claims/<id:claim_id>/annotation/", HOLDERS, ANSWER),
    Entry(
        "DELETE", "claims/<id:claim_id>/annotation/",
        to([404, 404, 404, 204, 404]),
        query=f"client_id={uuid4()}",
    ),
    Entry("GET", "claims/<id:claim_id>/events/", to([403, 404, 404, 200, 200])),
    Entry(
        "POST", "annotations/batch/", users(),
        lambda names: {"saves": [
            {
                "client_id": str(uuid4()), "claim": names["claim_id"],
                "answer": {"source_type": "named", "confidence": 2},
            }
        ]},
    ),
    Entry("GET", f"{P}history/", annotators()),
    Entry("GET", f"{P}proposals/", leads()),
    Entry(
        "POST", "claims/<id:claim_id>/proposals/", to([403, 404, 404, 201, 201]),
        {"client_id": str(uuid4()), "kind": "exclude"},
    ),
    Entry("DELETE", "proposals/<id:proposal_id>/", to([404, 404, 404, 204, 404])),
    Entry(
        "POST", "proposals/<id:proposal_id>/decision/",
        to([404, 404, 404, 403, 200]),
        {"accept": False},
    ),
    # The dashboard.
    Entry("GET", f"{P}overview/", overseers()),
    Entry("GET", f"{P}agreement/", overseers()),
    Entry("GET", f"{P}agreement/history/", leads()),
    Entry("GET", f"{P}agreement/scopes/", leads()),
    Entry("GET", f"{P}agreement/filters/", leads()),
    Entry("POST", f"{P}agreement/selections/", leads(202), {"revisions": [1]}),
    Entry("GET", f"{P}agreement/pairs/", leads()),
    Entry("GET", f"{P}agreement/pairs/<id:one>/<id:other>/", leads()),
    Entry("GET", f"{P}agreement/pairs/<id:one>/<id:other>/claims/", leads()),
    Entry("GET", f"{P}agreement/annotators/", leads()),
    Entry("GET", f"{P}agreement/labels/", leads()),
    Entry("GET", f"{P}agreement/calibration/", leads()),
    Entry("GET", f"{P}agreement/disputed/", leads()),
    Entry("GET", f"{P}agreement/methods/", leads()),
    Entry("POST", f"{P}agreement/recompute/", leads(202)),
    Entry("GET", f"{P}agreement/consensus/", leads()),
    Entry("POST", f"{P}agreement/consensus/", leads(202)),
]  # fmt: skip
