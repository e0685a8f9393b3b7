"""Make API tokens and find whose they are."""

import hashlib
import hmac
import secrets
from datetime import datetime, timedelta

from django.db.models import Q

from annotator.models import ApiToken, User

SEEN_EVERY = timedelta(minutes=1)


def create_token(
    *, user: User, name: str, now: datetime, expires_at: datetime | None = None
) -> tuple[ApiToken, str]:
    """Make a token; give it with its secret, which is not kept."""
    secret = f"onr_{secrets.token_urlsafe(32)}"
    token = ApiToken.objects.create(
        user=user,
        name=name,
        prefix=secret[:12],
        digest=_digest(secret),
        session_hash=user.get_session_auth_hash(),
        created_at=now,
        expires_at=expires_at,
    )
    return token, secret


def user_of(*, secret: str, now: datetime) -> User | None:
    """Give the active user whose live token this is, and note that it was used."""
    token = (
        ApiToken.objects.select_related("user")
        .filter(Q(expires_at=None) | Q(expires_at__gt=now), digest=_digest(secret))
        .first()
    )
    if token is None or not token.user.is_active:
        return None
    if not hmac.compare_digest(token.session_hash, token.user.get_session_auth_hash()):
        return None  # the password was changed since
    if token.last_used_at is None or now - token.last_used_at > SEEN_EVERY:
        ApiToken.objects.filter(pk=token.pk).update(last_used_at=now)
    return token.user


def _digest(secret: str) -> str:
    """A secret of 256 random bits needs no slow hash."""
    return hashlib.sha256(secret.encode()).hexdigest()
