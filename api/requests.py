"""What views need to know of a request."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from rest_framework.exceptions import PermissionDenied
from rest_framework.request import Request

from annotator.models import ApiToken, Project, Role, User

LARGEST_ID = 2**63 - 1
"""The largest id that the databases keep."""
LARGEST_NUMBER = 2**31 - 1
"""The largest that they keep of what is counted: revisions, code points."""


def signed_in(request: Request) -> User:
    """Give the request's user, whom the permission classes have made sure of."""
    assert isinstance(request.user, User)  # noqa: S101  # for the type checker
    return request.user


def token_of(request: Request) -> ApiToken | None:
    """Give the token that a request came with, None for a browser's session."""
    return request.auth if isinstance(request.auth, ApiToken) else None


def find_project(request: Request, slug: str, *roles: Role) -> Project:
    """
    Find a project that the user may see: 404 if there is none.

    :raises PermissionDenied: if `roles` are given and the user's is none of them
    """
    user = signed_in(request)
    project = get_object_or_404(Project.objects.visible_to(user), slug=slug)
    if roles:
        check_role(project, user, *roles)
    return project


def check_role(project: Project, user: User, *roles: Role) -> None:
    """
    Make sure that somebody who sees a project has one of `roles` in it.

    :raises PermissionDenied: if they have another
    """
    role = role_in(project, user)
    if role not in roles:
        raise PermissionDenied(f"As {role} you cannot do this in {project}.")


def role_in(project: Project, user: User) -> Role:
    """
    Give the role of somebody who sees a project; costs one query.

    :raises Http404: if they have just been taken out of it
    """
    role = project.memberships.filter(user=user).values_list("role", flat=True).first()
    if role is None:
        raise Http404
    return Role(role)


def is_lead(request: Request, project: Project) -> bool:
    """Tell whether the user leads a project; costs one query."""
    return project.memberships.filter(user=signed_in(request), role=Role.LEAD).exists()
