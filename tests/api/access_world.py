"""A project full of a word that is nowhere else, and people within and around it."""

import json
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from typing import Any
from uuid import uuid4

from django.db import transaction
from django.utils import timezone
from rest_framework.test import APIClient

from annotator.models import Assignment, Project, Role, User
from annotator.queries.selections import Filters
from annotator.services import (
    agreement,
    annotations,
    consensus,
    guidelines,
    imports,
    invitations,
    overviews,
    projects,
    proposals,
    selections,
)
from annotator.services.answers import Answer
from annotator.services.articles import import_article
from annotator.services.people import change_member
from annotator.services.tokens import create_token
from tests import importing, make, snapshotting
from tests.api.access_table import A_FILE, HIDDEN, TABLE, WHO, Entry

MARK = "Zquark"
REQUEST = str(uuid4())
TEXT = make.TEXT.replace("The ", f"The {MARK} ").replace("said", f"{MARK} said")
NOWHERE = {"slug": "no-such-project"} | dict.fromkeys(
    [
        "article_id", "assignment_id", "claim_id", "import_id", "invitation_id", "one",
        "other", "other_id", "proposal_id", "snapshot_id", "token_id", "user_id",
    ],
    10**15,
)  # fmt: skip

ELSEWHERE = ["outsider", "annotator_elsewhere", "lead_elsewhere"]
LISTS = [
    one
    for one in TABLE
    if one.method == "GET" and "<id:" not in one.route and "(?" not in one.route
]


@dataclass
class Answered:
    """What a request was answered with, all of it."""

    status: int
    body: bytes
    headers: str

    @property
    def whole(self) -> str:
        return f"{self.headers}\n{self.body.decode(errors='replace')}"


@dataclass
class World:
    people: dict[str, User | None]
    elsewhere: Project
    own: dict[str, Any] = field(default_factory=dict)
    handlers: dict[bool, Any] = field(default_factory=dict)
    cookies: dict[str, SimpleCookie] = field(default_factory=dict)
    before: dict[tuple[str, str], Answered] = field(default_factory=dict)
    names: dict[str, Any] = field(default_factory=dict)
    secrets: set[str] = field(default_factory=set)

    def client(self, who: str, **options: Any) -> APIClient:
        """Give a client that is signed in as somebody; its requests have one id."""
        client = APIClient(headers={"X-Request-ID": REQUEST}, **options)
        # One for all clients, as each takes long to begin.
        checks = client.handler.enforce_csrf_checks
        client.handler = self.handlers.setdefault(checks, client.handler)
        client.cookies = SimpleCookie(self.cookies.get(who))
        return client

    def sign_everybody_in(self) -> None:
        """Begin a session of everybody, once for all that they ask."""
        for who, user in self.people.items():
            if user is not None:
                client = self.client(who)
                client.force_login(user)
                self.cookies[who] = client.cookies

    def ask(
        self,
        who: str,
        entry: Entry,
        names: dict[str, Any] | None = None,
        query: str = "",
        **options: Any,
    ) -> Answered:
        """Make an entry's request as somebody, and undo what it did."""
        client = self.client(who, **options)
        names = self.names | (names or {})
        path = f"{path_of(entry.route, names)}?{query or entry.query}"
        body = entry.body(names) if callable(entry.body) else entry.body
        with transaction.atomic():
            if body is A_FILE:
                sent = {"file": make.jsonl({"text": make.TEXT})}
                response = client.post(path, sent, format="multipart")
            else:
                response = client.generic(
                    entry.method,
                    path,
                    "" if body is None else json.dumps(body),
                    content_type="application/json",
                )
            answered = Answered(
                response.status_code,
                response.getvalue(),
                "\n".join(f"{name}: {value}" for name, value in response.items()),
            )
            transaction.set_rollback(True)
        return answered

    def leaked(self, answered: Answered) -> list[str]:
        """Give what of the project stands in an answer."""
        whole = answered.whole
        found = [code for code in self.secrets if code in whole]
        return found + [MARK] * (MARK.lower() in whole.lower())


def path_of(route: str, names: dict[str, Any]) -> str:
    """Give an address of a route of the table."""
    if route in {"healthz", "readyz", "service-worker.js"}:
        return f"/{route}"
    if route.startswith("^"):
        return "/api/nothing" if "api" in route else "/projects/anything"
    for name, value in names.items():
        for kind in ("id", "slug", "path"):
            route = route.replace(f"<{kind}:{name}>", str(value))
    return f"/api/v1/{route}"


def people() -> dict[str, User | None]:
    """Make everybody: those who are in the project bear its mark."""
    made: dict[str, User | None] = {
        who: make.user(who if who in HIDDEN else f"{MARK} {who}")
        for who in WHO
        if who != "nobody"
    }
    return made | {"nobody": None}


def around(everybody: dict[str, User | None]) -> World:
    """Make a project elsewhere, with a lead and an annotator at work."""
    lead, annotator = everybody["lead_elsewhere"], everybody["annotator_elsewhere"]
    assert lead
    assert annotator
    elsewhere = make.project(lead=lead, annotators=(annotator,))
    claims = make.article(elsewhere).claims.all()
    make.lease(elsewhere, annotator)
    make.annotate(claims[0], annotator)
    agreement.report_agreement(project=elsewhere, now=make.NOW)
    overviews.count_overviews(project=elsewhere, clock=clock)
    return World(everybody, elsewhere)


def clock():
    return make.NOW


def fill(world: World) -> None:
    """Make the project with the mark, and have everything happen in it."""
    people: dict[str, Any] = world.people
    lead, holder = people["lead"], people["holder"]
    project = projects.create_project(
        name=f"{MARK} project", slug="the-project", lead=lead, now=make.NOW
    )
    for who in ("holder", "annotator", "without_article", "former", "deactivated"):
        projects.add_member(project=project, user=people[who], role=Role.ANNOTATOR)
    projects.add_member(project=project, user=people["viewer"], role=Role.VIEWER)
    named = project.source_types.get(key="unclear")
    named.name, named.definition = f"{MARK} type", f"What {MARK} is"
    named.save()
    revision = guidelines.publish_guidelines(
        project=project, author=lead, body=f"# {MARK}", change_note=f"More {MARK}",
        base=1, now=make.NOW,
    )  # fmt: skip
    article, other = (
        import_article(
            project=project, lead=lead, text=f"{TEXT} Number {n}.", now=make.NOW,
            title=f"{MARK} title {n}", outlet=f"{MARK} outlet",
            url=f"https://{MARK}.example.org/{n}",
        )
        for n in range(2)
    )  # fmt: skip
    for place, who in enumerate(["former", "deactivated", "holder", "annotator"]):
        Assignment.objects.create(
            article=other if who == "annotator" else article,
            annotator=people[who],
            position=place % 3,
            created_at=make.NOW,
            lease_until=make.NOW,
        )
    claims = list(article.claims.order_by("number"))
    for who, label in (
        ("former", "anonymous"),
        ("deactivated", "named"),
        ("holder", "unclear"),
    ):
        for claim in claims:
            annotations.annotate(
                claim=claim, annotator=people[who], client_id=uuid4(), now=make.NOW,
                answer=Answer(source_type=label, confidence=2, note=f"{MARK} note"),
            )  # fmt: skip
    proposal, _ = proposals.propose(
        claim=claims[1], annotator=holder, kind="exclude", at=None,
        note=f"{MARK} proposal", client_id=uuid4(), now=make.NOW,
    )  # fmt: skip
    invitation = invitations.invite(
        project=project, lead=lead, role=Role.ANNOTATOR, now=timezone.now(),
        origin="https://onrecord.example.org", email=f"{MARK}@example.org",
    )  # fmt: skip
    begun = importing.start(project, make.jsonl({"text": f"{MARK} again"}))
    begun.name = f"{MARK}.jsonl"
    begun.save()
    begun.failures.create(row=1, code="no_text", reason="None.", raw=f"{MARK} in vain")
    imports.cancel_import(article_import=begun, by=lead, now=timezone.now())
    people["former"].memberships.all().delete()
    change_member(
        participant=project.participants.get(user=people["deactivated"]), lead=lead,
        changes={"active": False}, now=make.NOW,
    )  # fmt: skip
    token, secret = create_token(user=lead, name=f"{MARK} token", now=make.NOW)
    run = consensus.ask_for_consensus(project=project, now=make.NOW)
    consensus.find_consensus(consensus_id=run.pk, clock=clock)
    agreement.report_agreement(project=project, now=make.NOW)
    chosen = selections.ask_for_selection(
        project=project, now=make.NOW, filters=Filters(outlets=(f"{MARK} outlet",))
    )
    overviews.count_overviews(project=project, clock=clock)
    taken = [snapshotting.take(project, text=text) for text in (False, True)]
    world.secrets = {
        secret,
        token.prefix,
        *project.participants.values_list("code", flat=True),
    }
    world.names = {
        "slug": project.slug,
        "article_id": article.pk,
        "claim_id": claims[0].pk,
        "proposal_id": proposal.pk,
        "assignment_id": holder.assignments.get().pk,
        "user_id": holder.pk,
        "email": holder.email,
        "one": holder.pk,
        "other": people["former"].pk,
        "import_id": begun.pk,
        "invitation_id": invitation.pk,
        "token_id": token.pk,
        "snapshot_id": taken[0].pk,
        "other_id": taken[1].pk,
        "path": "README.md",
        "revision": revision.number,
        "selection": chosen.digest,
        "source_types": [
            {"key": one.key, "name": one.name, "definition": one.definition,
             "hotkey": one.hotkey, "color": one.color}
            for one in project.source_types.all()
        ],
    }  # fmt: skip
