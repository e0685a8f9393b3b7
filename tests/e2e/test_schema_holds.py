"""The API's description is true: everybody asks the running server everything."""

import os

import pytest
import requests
from django.conf import settings
from django.test import Client

from annotator.models import TokenScope
from annotator.services.tokens import create_token
from tests import make, servers
from tests.api.access_world import around, fill, people
from tests.e2e.schema_asking import Asking

FEW = 2
EXAMPLES = int(os.environ.get("SCHEMA_EXAMPLES", FEW))
"""
So many requests an operation that it allows, and as many that it does not.

The gate asks little. `SCHEMA_EXAMPLES=50 pytest tests/e2e/test_schema_holds.py` asks
for some minutes, also at every limit of every value.
"""
ASKING = ["nobody", "outsider", "viewer", "holder"]
CSRF = "x" * 32
NEVER_DONE = {
    # What cannot be done, or was done before: here by a lead's decision.
    "DELETE /api/v1/claims/{claim_id}/annotation/",
    "DELETE /api/v1/proposals/{proposal_id}/",
    "POST /api/v1/session/",
    "POST /api/v1/session/first-account/",
    "POST /api/v1/invitations/accept/",
    "POST /api/v1/invitations/look/",
    "POST /api/v1/projects/{slug}/suggestions/",
    "PATCH /api/v1/projects/{slug}/suggestions/",
    "POST /api/v1/projects/{slug}/imports/{import_id}/cancel/",
}


@pytest.fixture
def world(site):
    """Give people and projects, which no worker changes."""
    site.worker.freeze()
    made = around(people())
    fill(made)
    yield made
    site.worker.thaw()


@pytest.fixture
def address(site):
    """Give the address of a server that lets everybody ask as often as they like."""
    web, address = servers.web(
        site.environ
        | {"API_RATE": "0", "EXPORT_RATE": "0"}
        | {"SNAPSHOTS_DIR": str(settings.SNAPSHOTS_DIR)}
    )
    with web:
        yield address


def browser_of(user) -> requests.Session:
    """Give a browser in which somebody is signed in."""
    session = requests.Session()
    if user is not None:
        client = Client()
        client.force_login(user)
        session.cookies.set("sessionid", client.cookies["sessionid"].value)
        session.cookies.set("csrftoken", CSRF)
        session.headers["X-CSRFToken"] = CSRF
    return session


def program_of(user, scope) -> requests.Session:
    """Give a program that asks with a token of somebody's."""
    _, secret = create_token(user=user, name="test", scope=scope, now=make.NOW)
    session = requests.Session()
    session.headers["Authorization"] = f"Bearer {secret}"
    return session


class TestTheDescription:
    def test_holds_whoever_asks(self, world, address):
        lead = world.people["lead"]
        sessions = {who: browser_of(world.people[who]) for who in ASKING}
        sessions |= {f"token {scope}": program_of(lead, scope) for scope in TokenScope}
        asking = Asking(address, world.names, EXAMPLES, is_thorough=EXAMPLES > FEW)

        asking.ask_all("lead", sessions | {"lead": browser_of(lead)})

        assert not asking.wrong, "\n\n".join(
            f"{what}\n{why}" for what, why in asking.wrong.items()
        )
        known = {one.label for one in asking.operations()}
        assert known - asking.done <= NEVER_DONE
