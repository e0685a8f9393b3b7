"""Make API tokens, end them, and say whose they are and what they may do."""

import hashlib
import hmac
import secrets
from datetime import datetime, timedelta

from django.db.models import Q, QuerySet, TextChoices

from annotator.errors import DomainError
from annotator.models import ApiToken, Project, TokenScope, User

SEEN_EVERY = timedelta(minutes=1)
SHOWN_AFTER_ITS_END = timedelta(days=30)


class TokenState(TextChoices):
    """What became of a token."""

    LIVE = "live"
    REVOKED = "revoked"
    EXPIRED = "expired"
    ENDED = "ended"


class TokenRefused(DomainError):
    """Whoever asks cannot be known by this token."""


class TokenUnknown(TokenRefused):
    code = "token_unknown"


class TokenRevoked(TokenRefused):
    code = "token_revoked"


class TokenExpired(TokenRefused):
    code = "token_expired"


class TokenEnded(TokenRefused):
    code = "token_ended"


class ScopeTooNarrow(DomainError):
    code = "token_scope"


class OtherProject(DomainError):
    code = "token_project"


REFUSALS: dict[TokenState, TokenRefused] = {
    TokenState.REVOKED: TokenRevoked(
        "This token was revoked. Make another under Account."
    ),
    TokenState.EXPIRED: TokenExpired(
        "This token has expired. Make another under Account."
    ),
    TokenState.ENDED: TokenEnded(
        "This token ended when its account's password changed, or with the account. "
        "Make another under Account."
    ),
}
UNKNOWN = (
    "This is no token of this installation. Copy all of it, or make another under "
    "Account."
)


def create_token(
    *,
    user: User,
    name: str,
    now: datetime,
    scope: TokenScope = TokenScope.READ,
    project: Project | None = None,
    expires_at: datetime | None = None,
) -> tuple[ApiToken, str]:
    """Make a token; give it with its secret, which is not kept."""
    secret = f"onr_{secrets.token_urlsafe(32)}"
    token = ApiToken.objects.create(
        user=user,
        name=name,
        scope=scope,
        project=project,
        prefix=secret[:12],
        digest=_digest(secret),
        session_hash=user.get_session_auth_hash(),
        created_at=now,
        expires_at=expires_at,
    )
    return token, secret


def revoke_token(*, token: ApiToken, now: datetime) -> None:
    """End a token; one that was revoked before stays as it was."""
    ApiToken.objects.filter(pk=token.pk, revoked_at=None).update(revoked_at=now)


def tokens_of(*, user: User, now: datetime) -> QuerySet[ApiToken]:
    """Give a user's tokens, and for a while those that were revoked or expired."""
    since = now - SHOWN_AFTER_ITS_END
    return user.tokens.select_related("user", "project").exclude(
        Q(revoked_at__lt=since) | Q(expires_at__lt=since)
    )


def state_of(token: ApiToken, *, now: datetime) -> TokenState:
    """Say what became of a token."""
    if token.revoked_at is not None:
        return TokenState.REVOKED
    if token.expires_at is not None and token.expires_at <= now:
        return TokenState.EXPIRED
    current = token.user.get_session_auth_hash()
    is_current = hmac.compare_digest(token.session_hash, current)
    return TokenState.LIVE if token.user.is_active and is_current else TokenState.ENDED


def find_token(*, secret: str, now: datetime) -> ApiToken:
    """
    Find the live token of a secret with its user and project, and note its use.

    The database compares digests, of which whoever guesses secrets chooses no part: how
    long that takes tells nothing.

    :raises TokenRefused: if there is none, or it is none any more
    """
    found = ApiToken.objects.select_related("user", "project")
    token = found.filter(digest=_digest(secret)).first()
    if token is None:
        raise TokenUnknown(UNKNOWN)
    if refusal := REFUSALS.get(state_of(token, now=now)):
        raise refusal
    if token.last_used_at is None or now - token.last_used_at > SEEN_EVERY:
        ApiToken.objects.filter(pk=token.pk).update(last_used_at=now)
    return token


def check_scope(token: ApiToken, needed: TokenScope | None) -> None:
    """
    Make sure that a token goes as far as is needed; None is further than any goes.

    :raises ScopeTooNarrow: if it does not
    """
    if needed is None:
        raise ScopeTooNarrow("No token may do this. Sign in with a browser.")
    order = list(TokenScope)
    if order.index(TokenScope(token.scope)) < order.index(needed):
        raise ScopeTooNarrow(
            f"This needs a token with the scope “{needed}”; this one's is "
            f"“{token.scope}”. Make one under Account."
        )


def _digest(secret: str) -> str:
    """A secret of 256 random bits needs no slow hash."""
    return hashlib.sha256(secret.encode()).hexdigest()
