"""What tokens may do of what their users may: every path that there is."""

import pytest
from django.utils import timezone

from annotator.models import Project, Role, TokenScope
from annotator.services import projects, tokens
from tests.api.access_table import TABLE
from tests.api.access_world import NOWHERE

pytestmark = pytest.mark.django_db
OPEN = {"session/", "session/first-account/", "invitations/look/"}
"""Paths for which nobody has to be signed in: a token opens nothing there."""
OF_SESSIONS = {"tokens/", "tokens/<id:token_id>/"}
CHANGES = [
    one for one in TABLE if one.method != "GET" and one.route not in OPEN | OF_SESSIONS
]
READS = [
    one for one in TABLE if one.method == "GET" and one.route not in OPEN | OF_SESSIONS
]
ANNOTATING = {
    "PATCH me/preferences/",
    "PUT projects/<slug:slug>/guidelines/read/",
    "POST projects/<slug:slug>/queue/",
    "POST projects/<slug:slug>/heartbeat/",
    "PUT claims/<id:claim_id>/annotation/",
    "DELETE claims/<id:claim_id>/annotation/",
    "POST annotations/batch/",
    "POST claims/<id:claim_id>/proposals/",
    "DELETE proposals/<id:proposal_id>/",
}
OF_NO_PROJECT = {
    "PATCH me/preferences/",
    "POST invitations/accept/",
    "POST projects/",
}
IN_A_PROJECT = [
    one
    for one in TABLE
    if ("<" in one.route or one.name in OF_NO_PROJECT)
    and "(?" not in one.route
    and one.route not in OF_SESSIONS
]


def each(entries):
    return pytest.mark.parametrize("entry", entries, ids=[one.name for one in entries])


@pytest.fixture
def ask(world):
    """Give what asks the world with a token of somebody, and gives status and code."""

    def answered(entry, scope, *, who="lead", project=None, names=None):
        asked = world.ask(
            "nobody",
            entry,
            names,
            HTTP_AUTHORIZATION=bearer(world, who, scope, project),
        )
        return asked.status, code_of(asked)

    return answered


def bearer(world, who, scope, project):
    _, secret = tokens.create_token(
        user=world.people[who],
        name="test",
        scope=scope,
        project=project,
        now=timezone.now(),
    )
    return f"Bearer {secret}"


def code_of(answered):
    found = answered.body.partition(b'"code":')[2].split(b'"')
    return found[1].decode() if answered.status >= 400 else ""


@each(CHANGES)
class TestAChange:
    def test_is_refused_to_a_token_that_reads(self, ask, entry):
        assert ask(entry, TokenScope.READ) == (403, "token_scope")

    def test_is_made_by_a_token_that_annotates_if_annotators_make_it(self, ask, entry):
        answered = ask(entry, TokenScope.ANNOTATE)

        assert (answered != (403, "token_scope")) == (entry.name in ANNOTATING)

    def test_is_made_by_a_token_that_manages(self, ask, entry):
        status, _ = ask(entry, TokenScope.MANAGE)

        assert status == entry.statuses["lead"]


@each(READS)
class TestAReading:
    def test_is_given_to_every_token(self, ask, entry):
        status, _ = ask(entry, TokenScope.READ)

        assert status == entry.statuses["lead"]


@each([one for one in TABLE if one.route in OF_SESSIONS])
class TestTokens:
    def test_are_not_read_or_made_by_a_token(self, ask, entry):
        assert ask(entry, TokenScope.MANAGE) == (403, "token_scope")


@each(IN_A_PROJECT)
class TestATokenOfAProject:
    def test_does_in_it_what_another_does(self, world, ask, entry):
        project = Project.objects.get(slug=world.names["slug"])

        status, code = ask(entry, TokenScope.MANAGE, project=project)

        if entry.name in OF_NO_PROJECT:
            assert (status, code) == (403, "token_project")
        else:
            assert status == entry.statuses["lead"]

    def test_is_refused_in_another_project_of_its_user(self, world, ask, entry):
        both, project = world.people["lead"], world.elsewhere
        projects.add_member(project=project, user=both, role=Role.LEAD)

        answered = ask(entry, TokenScope.MANAGE, project=project)

        assert answered == (403, "token_project")

    def test_learns_nothing_of_what_its_user_may_not_see(self, world, entry):
        if entry.name in OF_NO_PROJECT:
            return
        header = bearer(world, "lead_elsewhere", TokenScope.MANAGE, world.elsewhere)

        hidden = world.ask("nobody", entry, HTTP_AUTHORIZATION=header)

        assert hidden.status == 404
        assert hidden == world.ask("nobody", entry, NOWHERE, HTTP_AUTHORIZATION=header)
