"""What tests of invitations and of letters begin with."""

from typing import Any

from rest_framework.response import Response
from rest_framework.test import APIClient

from annotator.models import Invitation, Project, Role
from annotator.services import invitations
from tests import make

ORIGIN = "https://onrecord.example.org"
LOOK = "/api/v1/invitations/look/"
ACCEPT = "/api/v1/invitations/accept/"


def invite(project: Project, role: Role = Role.ANNOTATOR, **more: Any) -> Invitation:
    lead = project.memberships.filter(role=Role.LEAD)[0].user
    given: dict[str, Any] = {"lead": lead, "origin": ORIGIN, "now": make.NOW} | more
    return invitations.invite(project=project, role=role, **given)


def secret(invitation: Invitation) -> str:
    return invitations.link_to(invitation).partition("#")[2]


def account(name: str = "Eve") -> dict[str, str]:
    """Say what somebody without an account says of themselves."""
    return {
        "name": name,
        "email": f"{name.lower()}@example.org",
        "password": make.PASSWORD,
    }


def roles(project: Project) -> dict[str, str]:
    members = project.memberships.values_list("user__name", "role")
    return dict(members)


def join(client: APIClient, invitation: Invitation, **account: str) -> Response:
    """Accept an invitation over REST, with an account to make if one is given."""
    body = {"secret": secret(invitation)}
    return client.post(ACCEPT, body | ({"account": account} if account else {}))
