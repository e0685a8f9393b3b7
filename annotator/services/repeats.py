"""Do what a client asks for once, however often it asks under one key."""

from datetime import datetime, timedelta
from typing import Any

from annotator.errors import DomainError
from annotator.models import KeptAnswer, User

KEPT = timedelta(hours=24)
UNANSWERED = 0
"""The status of a row whose transaction has not ended: nobody else ever sees it."""


class KeyReused(DomainError):
    code = "idempotency_key_reused"


def take_key(*, user: User, key: str, fingerprint: str, now: datetime) -> KeptAnswer:
    """
    Take a key for a request, or find what was answered to the request under it.

    It is for within a transaction that also does what is asked for. Whoever has the
    same key at the same time waits here until that transaction ends: the one row there
    can be is given then, or if nothing came of it, the key is free.

    :raises KeyReused: if the key was another request's
    """
    KeptAnswer.objects.filter(user=user, key=key, created_at__lt=now - KEPT).delete()
    taken = KeptAnswer(
        user=user,
        key=key,
        fingerprint=fingerprint,
        status=UNANSWERED,
        created_at=now,
    )
    KeptAnswer.objects.bulk_create([taken], ignore_conflicts=True)
    found = KeptAnswer.objects.get(user=user, key=key)
    if found.fingerprint != fingerprint:
        raise KeyReused(
            "This idempotency key was used for another request. Nothing was done; take "
            "a new key for each request that is not a repeat."
        )
    return found


def is_answered(kept: KeptAnswer) -> bool:
    """Tell whether a key's request was done before."""
    return kept.status != UNANSWERED


def keep_answer(
    *, kept: KeptAnswer, status: int, body: Any, headers: dict[str, str]
) -> None:
    """Keep what was answered, in the transaction that did what was asked for."""
    kept.status, kept.body, kept.headers = status, body, headers
    kept.save(update_fields=["status", "body", "headers"])


def forget_answers(*, now: datetime) -> None:
    """Drop what was kept long enough."""
    KeptAnswer.objects.filter(created_at__lt=now - KEPT).delete()
