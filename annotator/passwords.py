"""How passwords are hashed, and whose failed tries are counted together."""

from typing import Any

from django.contrib.auth.hashers import Argon2PasswordHasher


class Argon2(Argon2PasswordHasher):
    """
    Argon2id at OWASP's minimum (19 MiB, two passes, one lane).

    Django's own default takes 100 MiB: eight people who sign in at once would take 800.
    """

    time_cost = 2
    memory_cost = 19456
    parallelism = 1


def name_tried(request: object, credentials: dict[str, Any] | None) -> str:
    """Give the name somebody tries to sign in with, in the form that finds accounts."""
    name: str = (credentials or {}).get("username") or ""
    return name.strip().lower()
