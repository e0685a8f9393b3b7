"""Who may do what on the paths of annotating: nobody learns of what is not theirs."""

import json
from dataclasses import dataclass, field
from uuid import uuid4

import pytest
from django.db import transaction
from rest_framework.test import APIClient

from annotator.models import Role
from annotator.services import projects, proposals
from tests import make

pytestmark = pytest.mark.django_db
ANSWER = {"client_id": str(uuid4()), "source_type": "named", "confidence": 2}
HOLDER = "(the holder's id)"
WHO = [
    "nobody", "outsider", "annotator_elsewhere", "lead_elsewhere", "former",
    "viewer", "without_article", "holder", "lead",
]  # fmt: skip
HIDDEN = [401, 404, 404, 404, 404]
LEADS_ONLY = [*HIDDEN, 403, 403, 403, 200]
MEMBERS = [*HIDDEN, 200, 200, 200, 200]
ANNOTATORS = [*HIDDEN, 403, 200, 200, 200]
HOLDERS = [*HIDDEN, 404, 404, 200, 404]
PATHS = [
    ("GET", "{project}/queue/", None, MEMBERS),
    ("POST", "{project}/queue/", {}, ANNOTATORS),
    ("POST", "{project}/heartbeat/", {}, ANNOTATORS),
    ("GET", "{project}/queue/settings/", None, LEADS_ONLY),
    ("PATCH", "{project}/queue/settings/", {}, LEADS_ONLY),
    (
        "POST",
        "{project}/assignments/",
        {"annotator": HOLDER, "articles": [1]},
        LEADS_ONLY,
    ),
    ("DELETE", "{project}/assignments/{assignment}/", None, [*LEADS_ONLY[:-1], 204]),
    ("PATCH", "{project}/members/{holder}/", {"quota": 3}, LEADS_ONLY),
    ("GET", "{project}/history/", None, ANNOTATORS),
    ("GET", "{project}/guidelines/", None, MEMBERS),
    ("GET", "{project}/guidelines/revisions/", None, MEMBERS),
    ("PUT", "{project}/guidelines/read/", {"number": 1}, [*HIDDEN, *[204] * 4]),
    ("GET", "{project}/proposals/", None, LEADS_ONLY),
    ("GET", "articles/{article}/", None, [*HIDDEN, 200, 404, 200, 200]),
    ("PUT", "claims/{claim}/annotation/", ANSWER, HOLDERS),
    (
        "DELETE",
        f"claims/{{claim}}/annotation/?client_id={uuid4()}",
        None,
        [204 if status == 200 else status for status in HOLDERS],
    ),
    ("GET", "claims/{claim}/events/", None, [*HIDDEN, 403, 404, 200, 200]),
    (
        "POST",
        "claims/{claim}/proposals/",
        {"client_id": str(uuid4()), "kind": "exclude"},
        [*HIDDEN, 403, 404, 201, 201],
    ),
    ("DELETE", "proposals/{proposal}/", None, [*HIDDEN, 404, 404, 204, 404]),
    (
        "POST",
        "proposals/{proposal}/decision/",
        {"accept": False},
        [*HIDDEN, 404, 404, 403, 200],
    ),
    ("PATCH", "me/preferences/", {}, [401, *[200] * 8]),
]


@dataclass
class World:
    """A project in which one has an article, and people within and around it."""

    people: dict[str, object]
    names: dict[str, object] = field(default_factory=dict)

    def ask(self, who, method, path, body, **options):
        client = APIClient(**options)
        sent = "" if body is None else json.dumps(body)
        if self.people[who] is not None:
            client.force_login(self.people[who])
        return client.generic(
            method,
            f"/api/v1/{path}".format(**self.names),
            sent.replace(json.dumps(HOLDER), str(self.names["holder"])),
            content_type="application/json",
        )


@pytest.fixture
def world():
    people = {name: None if name == "nobody" else make.user(name) for name in WHO}
    project = make.project(
        lead=people["lead"], annotators=(people["holder"], people["former"])
    )
    elsewhere = make.project(
        lead=people["lead_elsewhere"], annotators=(people["annotator_elsewhere"],)
    )
    for one in (project, elsewhere):
        make.article(one)
    for one, name in (
        *((project, "holder"), (project, "former")),
        (elsewhere, "annotator_elsewhere"),
    ):
        make.lease(one, people[name])
    people["former"].memberships.all().delete()
    for name, role in (("viewer", Role.VIEWER), ("without_article", Role.ANNOTATOR)):
        projects.add_member(project=project, user=people[name], role=role)
    article = project.articles.get()
    claim, other = article.claims.order_by("number")[:2]
    proposal, _ = proposals.propose(
        claim=other, annotator=people["holder"], kind="exclude", at=None, note="",
        client_id=uuid4(), now=make.NOW,
    )  # fmt: skip
    return World(
        people,
        {
            "project": f"projects/{project.slug}",
            "article": article.pk,
            "claim": claim.pk,
            "proposal": proposal.pk,
            "holder": people["holder"].pk,
            "assignment": people["holder"].assignments.get().pk,
        },
    )


@pytest.mark.parametrize(
    ("method", "path", "body", "statuses"),
    PATHS,
    ids=[f"{method} {path.split('?')[0]}" for method, path, *_ in PATHS],
)
class TestAPath:
    def test_is_for_those_it_is_for(self, world, method, path, body, statuses):
        answered = {}
        for who in WHO:
            with transaction.atomic():
                answered[who] = world.ask(who, method, path, body).status_code
                transaction.set_rollback(True)

        assert answered == dict(zip(WHO, statuses, strict=True))

    def test_needs_the_token_of_its_page(self, world, method, path, body, statuses):
        if method == "GET":
            pytest.skip("Reading needs none.")
        answer = world.ask("lead", method, path, body, enforce_csrf_checks=True)

        assert answer.status_code == 403
        assert answer.json()["code"] in {"csrf_failed", "permission_denied"}


class TestABatch:
    @pytest.mark.parametrize("who", WHO[1:])
    def test_saves_only_for_who_has_the_article(self, world, who):
        save = {"client_id": str(uuid4()), "claim": world.names["claim"]}
        body = {"saves": [save | {"answer": ANSWER}]}

        (result,) = world.ask(who, "POST", "annotations/batch/", body).json()["results"]

        assert result["code"] == ("" if who == "holder" else "not_assigned")
