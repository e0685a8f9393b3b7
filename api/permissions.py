"""What a token may do: the one place in which its scope and its project are checked."""

from collections.abc import Collection
from typing import TYPE_CHECKING, Any

from django.db.models import Model, QuerySet
from rest_framework.exceptions import NotFound
from rest_framework.permissions import SAFE_METHODS, BasePermission
from rest_framework.request import Request

from annotator.errors import DomainError
from annotator.models import ApiToken, Article, Claim, Project, TokenScope, User
from annotator.queries.proposals import visible_proposals
from annotator.services import tokens
from annotator.services.annotations import NotAssigned
from api.requests import token_of

if TYPE_CHECKING:  # the views import this
    from rest_framework.views import APIView


class TokenAllows(BasePermission):
    """
    Keep a token to its scope and its project; nothing else is kept from anything.

    Reading needs the scope `read`, all else `manage`, unless the view's `scope` says
    another; None is for no token. A token of one project reaches what lies under it
    and, by their ids, its articles, claims and proposals. A path of no project is
    refused, unless the view's `keeps_to_project` names the method: there the view sees
    to it.
    """

    def has_permission(self, request: Request, view: "APIView") -> bool:
        """
        Tell that it may, for it is an exception if not.

        :raises DomainError: if the token does not go as far
        :raises NotFound: if it is of another project, and the user may not see it
        """
        token = token_of(request)
        if token is None:
            return True
        stated: TokenScope | None = getattr(view, "scope", TokenScope.MANAGE)
        if stated and request.method in SAFE_METHODS:
            stated = TokenScope.READ
        tokens.check_scope(token, stated)
        if token.project and request.method not in keeps_to_project(view):
            check_project(token, token.project, view.kwargs)
        return True


def keeps_to_project(view: "APIView") -> Collection[str]:
    """Give the methods in which a view keeps to a token's project by itself."""
    stated: Collection[str] = getattr(view, "keeps_to_project", ())
    return stated


def check_project(token: ApiToken, project: Project, path: dict[str, Any]) -> None:
    """
    Make sure that a path is one of a token's project.

    :raises OtherProject: if it is not
    :raises NotFound: if the user may not even see what it names
    """
    user = token.user
    if "slug" in path:
        if path["slug"] != project.slug:
            projects = Project.objects.visible_to(user)
            raise elsewhere(project, projects.filter(slug=path["slug"]))
        return
    for name, (seen, where) in seen_by(user).items():
        if name in path:
            named = seen.model._default_manager.filter(pk=path[name])  # noqa: SLF001
            if not named.filter(**{where: project}).exists():
                raise elsewhere(project, seen.filter(pk=path[name]))
            return
    raise other(project)


def seen_by(user: User) -> dict[str, tuple[QuerySet[Any], str]]:
    """Give what of paths names, as `user` sees it, and the way to its project."""
    articles = Article.objects.visible_to(user)
    return {
        "article_id": (articles, "project"),
        "claim_id": (Claim.objects.filter(article__in=articles), "article__project"),
        "proposal_id": (visible_proposals(user), "claim__article__project"),
    }


def elsewhere(project: Project, seen: QuerySet[Model]) -> Exception:
    """Give the refusal of what is not a token's project's, if it is to be `seen`."""
    return other(project) if seen.exists() else NotFound()


def other(project: Project) -> tokens.OtherProject:
    """Give the refusal of what is another project's."""
    return tokens.OtherProject(
        f"This token is for the project “{project.slug}” alone. Make another under "
        "Account."
    )


def refused_claims(
    token: ApiToken | None, claims: Collection[int]
) -> dict[int, DomainError]:
    """Give a refusal for each of `claims` that is not one of the token's project."""
    if token is None or token.project is None:
        return {}
    theirs = Claim.objects.filter(pk__in=claims, article__project=token.project)
    outside = set(claims) - set(theirs.values_list("pk", flat=True))
    if not outside:
        return {}
    seen, _ = seen_by(token.user)["claim_id"]
    known = set(seen.filter(pk__in=outside).values_list("pk", flat=True))
    unknown = NotAssigned("This article is not assigned to you.")
    return {one: other(token.project) if one in known else unknown for one in outside}
