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


def cache(redis: str) -> dict[str, Any]:
    """
    Say where requests are counted: in the Redis that has the messages, if it is one.

    Else each process counts for itself.
    """
    prefix = "redis+socket://"
    if not redis.startswith(("redis://", "rediss://", prefix)):
        memory = "django.core.cache.backends.locmem.LocMemCache"
        return {"BACKEND": memory, "OPTIONS": {"MAX_ENTRIES": 10_000}}
    wait = {"socket_timeout": 0.25, "socket_connect_timeout": 0.25}
    return {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        # A list, for in a text commas would part the addresses of several.
        "LOCATION": [redis.replace(prefix, "unix://", 1)],
        "KEY_PREFIX": "onrecord",
        "OPTIONS": wait,
    }


def snapshot_storage(folder: Path) -> dict[str, Any]:
    """Say where snapshots are kept: in a folder, or in the bucket that is named."""
    bucket = env.str("SNAPSHOTS_BUCKET", default="")
    if not bucket:
        backend = "annotator.services.snapshot_storage.LocalSnapshots"
        return {"BACKEND": backend, "OPTIONS": {"location": folder}}
    named = {
        "endpoint_url": "SNAPSHOTS_ENDPOINT",
        "region_name": "SNAPSHOTS_REGION",
        "access_key": "SNAPSHOTS_ACCESS_KEY",
        "secret_key": "SNAPSHOTS_SECRET_KEY",
        "location": "SNAPSHOTS_PREFIX",
    }
    given = {option: env.str(name, default="") for option, name in named.items()}
    return {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {
            "bucket_name": bucket,
            "default_acl": None,
            "file_overwrite": True,
            "max_memory_size": 10_000_000,  # more of a file is read by way of the disk
            "querystring_expire": 300,
            "signature_version": "s3v4",
            **{option: value for option, value in given.items() if value},
        },
    }
