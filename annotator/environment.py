"""What the environment says of the secret and the database."""

import secrets
from pathlib import Path
from typing import Any

import environ
from django.core.exceptions import ImproperlyConfigured

env = environ.Env()


def secret_key(kept: Path | None) -> str:
    """
    Give SECRET_KEY, or for an embedded installation one made at its first start.

    `kept` is where that one is kept, None for an installation that is not embedded.

    :raises ImproperlyConfigured: if it is missing or short where it must be given
    """
    given: str = env.str("SECRET_KEY", default="")
    if given:
        if len(given) < 50:  # noqa: PLR2004  # as `check --deploy` has it
            raise ImproperlyConfigured(
                "SECRET_KEY must be random and at least 50 characters long."
            )
        return given
    if kept is None:
        raise ImproperlyConfigured(
            "Set SECRET_KEY: with DATABASE_URL there is no default secret."
        )
    if not kept.exists():
        kept.parent.mkdir(parents=True, exist_ok=True)
        # Written aside and linked, so that two processes that start at once agree.
        fresh = kept.with_name(f"{kept.name}.{secrets.token_hex(4)}")
        fresh.touch(mode=0o600)
        fresh.write_text(secrets.token_urlsafe(64))
        try:
            kept.hardlink_to(fresh)
        except FileExistsError:
            pass
        finally:
            fresh.unlink()
    return kept.read_text()


def postgresql() -> dict[str, Any]:
    """
    Read DATABASE_URL.

    :raises ImproperlyConfigured: if it is not the address of a PostgreSQL database
    """
    url = env.str("DATABASE_URL")
    if not url.startswith(("postgres://", "postgresql://")):
        raise ImproperlyConfigured(
            "DATABASE_URL must begin with postgresql://. Leave it out for SQLite, "
            "which is then kept in DATA_DIR."
        )
    return {
        **env.db_url("DATABASE_URL"),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }
