"""
Every setting. What differs between installations comes from the environment.

With no DATABASE_URL the installation is *embedded*: SQLite and a generated secret in
DATA_DIR, for one person or a small team. README.md lists every variable.
"""

from pathlib import Path
from typing import Any

from celery.schedules import schedule
from django_guid.integrations import CeleryIntegration

from annotator.environment import cache, env, postgresql, secret_key, snapshot_storage

ROOT = Path(__file__).resolve().parent.parent

DATA_DIR = Path(env.str("DATA_DIR", default=str(ROOT / "data"))).resolve()
EMBEDDED = not env.str("DATABASE_URL", default="")
DEBUG = env.bool("DEBUG", default=False)
DEMO = env.bool("DEMO", default=False)
DEMO_PASSWORD = "on the record"  # noqa: S105  # shown on the sign-in page of a demo
DEMO_DOMAIN = "demo.onrecord.example"
DEMO_PROJECT = "harbor-city-pilot"
HTTPS = env.bool("HTTPS", default=not EMBEDDED)
HOST = env.str("HOST", default="127.0.0.1")
PORT = env.int("PORT", default=8000)
LOG_LEVEL = env.str("LOG_LEVEL", default="INFO").upper()
SECRET_KEY = secret_key(DATA_DIR / "secret.key" if EMBEDDED else None)
# Health checks come from this machine, whatever names the world uses.
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[])
ALLOWED_HOSTS += ["localhost", "127.0.0.1", "[::1]"]
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])

INSTALLED_APPS = [
    "annotator",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "axes",
    "csp",
    "django_guid",
    "rest_framework",
    "drf_spectacular",
    "drf_spectacular_sidecar",
]
MIDDLEWARE = [
    "api.request_ids.as_uuid",
    "django_guid.middleware.guid_middleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "axes.middleware.AxesMiddleware",
    "api.throttling.say_what_is_left",
]
ROOT_URLCONF = "api.urls"
WSGI_APPLICATION = "api.wsgi.application"
TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "api" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]

# -- data
DATABASES: dict[str, dict[str, Any]] = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": DATA_DIR / "onrecord.sqlite3",
        "OPTIONS": {
            # A read before the write in a deferred transaction ends in "database is
            # locked" under two savers; an immediate one waits its turn.
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        },
        # A file, as in use: databases in memory lock in another way.
        "TEST": {"NAME": DATA_DIR / "test.sqlite3"},
    }
    if EMBEDDED
    else postgresql()
}
if EMBEDDED:
    DATA_DIR.mkdir(parents=True, exist_ok=True)
# Workers make snapshots here, also where a bucket keeps them.
SNAPSHOTS_DIR = Path(env.str("SNAPSHOTS_DIR", default=str(DATA_DIR / "snapshots")))
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    "snapshots": snapshot_storage(SNAPSHOTS_DIR),
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
TIME_ZONE = "UTC"
LANGUAGE_CODE = "en"
USE_I18N = False
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024

# -- people
CSRF_FAILURE_VIEW = "api.errors.csrf_failure"
AUTH_USER_MODEL = "annotator.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
PASSWORD_HASHERS = [
    "annotator.passwords.Argon2",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
AXES_USERNAME_FORM_FIELD = "username"  # as `authenticate` is called
AXES_USERNAME_CALLABLE = "annotator.passwords.name_tried"
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_LOCKOUT_CALLABLE = "api.errors.locked_out"
AXES_VERBOSE = False

# -- letters: printed by the worker until there is a mail server
EMAIL_HOST = env.str("EMAIL_HOST", default="")
EMAIL_BACKEND = "django.core.mail.backends.{}.EmailBackend".format(
    "smtp" if EMAIL_HOST else "console"
)
EMAIL_PORT = env.int("EMAIL_PORT", default=587)
EMAIL_HOST_USER = env.str("EMAIL_HOST_USER", default="")
EMAIL_HOST_PASSWORD = env.str("EMAIL_HOST_PASSWORD", default="")
EMAIL_USE_SSL = EMAIL_PORT == 465  # noqa: PLR2004  # where TLS begins at once
EMAIL_USE_TLS = env.bool("EMAIL_USE_TLS", default=True) and not EMAIL_USE_SSL
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = env.str("EMAIL_FROM", default="OnRecord <onrecord@localhost>")
# Where links lead; empty: to where the lead was who asked for them.
PUBLIC_URL = env.str("PUBLIC_URL", default="").rstrip("/")

# -- HTTP
SESSION_ENGINE = "api.sessions"
SESSION_COOKIE_NAME = "__Host-sessionid" if HTTPS else "sessionid"
SESSION_COOKIE_AGE = 14 * 24 * 3600
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
    }
}
# Whether browsers keep the annotate screen, so that it opens without the server.
OFFLINE = env.bool("OFFLINE", default=True)
FRONTEND_DIST = ROOT / "frontend" / "dist"
STATIC_URL = "/static/"
STATICFILES_DIRS = [("app", FRONTEND_DIST)] if FRONTEND_DIST.is_dir() else []
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG
# Vite puts a hash of the content into the name of every asset.
WHITENOISE_IMMUTABLE_FILE_TEST = r"^/static/app/assets/.+$"

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "api.authentication.TokenAuthentication",  # first: it makes a lack of both 401
        "rest_framework.authentication.SessionAuthentication",
    ],
    "DEFAULT_PERMISSION_CLASSES": [
        "rest_framework.permissions.IsAuthenticated",
        "api.permissions.TokenAllows",
    ],
    "DEFAULT_THROTTLE_CLASSES": ["api.throttling.TokenThrottle"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["api.parsers.Json"],
    "DEFAULT_PAGINATION_CLASS": "api.pages.Pages",
    "DEFAULT_SCHEMA_CLASS": "api.schema.Schema",
    "URL_FORMAT_OVERRIDE": None,
    "EXCEPTION_HANDLER": "api.errors.problem",
}
SPECTACULAR_SETTINGS = {
    "TITLE": "OnRecord",
    "DESCRIPTION": "Who stands behind each claim of a news article, and how surely.",
    "VERSION": "1",
    "OAS_VERSION": "3.1.0",
    "SERVE_INCLUDE_SCHEMA": False,
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    "SCHEMA_PATH_PREFIX": "/api/v1",
    "COMPONENT_SPLIT_REQUEST": True,
    "PATH_CONVERTER_OVERRIDES": {"id": int},
    "ENUM_NAME_OVERRIDES": {
        "AgreementStatusEnum": "annotator.metrics.Status",
        "ArticleFieldEnum": "annotator.formats.articles.FIELDS",
        "EventKindEnum": "annotator.models.annotations.EventKind",
        "TokenStateEnum": "annotator.services.tokens.TokenState",
    }
    | {
        f"{name}Enum": f"annotator.models.{name}"
        for name in (
            *("AlarmKind", "AssignmentState", "ImportState", "LearningState", "Role"),
            *("ProjectState", "ProposalKind", "ProposalState", "RecomputationReason"),
            *("TokenScope", "SnapshotState"),
        )
    },
}

# -- work: a message is only a hint (docs/decisions/0003), so nobody waits for a broker
REDIS_URL = env.str("REDIS_URL", default="redis://127.0.0.1:6379/0")
CELERY_BROKER_URL = REDIS_URL
CACHES = {"default": cache(REDIS_URL)}
CELERY_BROKER_TRANSPORT_OPTIONS: dict[str, Any] = (
    {
        "data_folder_in": str(DATA_DIR / "queue"),
        "data_folder_out": str(DATA_DIR / "queue"),
        "control_folder": str(DATA_DIR / "queue-control"),
    }
    if REDIS_URL.startswith("filesystem:")
    else {
        "max_retries": 0,
        "socket_timeout": 0.5,
        "socket_connect_timeout": 0.5,
        "visibility_timeout": 900,
        "unacked_restore_interval": 10,
        "unacked_restore_throttle": 1,
    }
)
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_CONNECTION_MAX_RETRIES = None
CELERY_TASK_PUBLISH_RETRY = False
CELERY_TASK_ACKS_LATE = CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_REJECT_ON_WORKER_LOST = False
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_HIJACK_ROOT_LOGGER = CELERY_WORKER_REDIRECT_STDOUTS = False
# Of several messages workers take those of agreement first: somebody waits for them.
CELERY_TASK_ROUTES = {
    name: {"priority": 9} for name in ("*import*", "*.train_*", "*_snapshot*")
}
SWEEP_SECONDS = env.int("SWEEP_SECONDS", default=10)
CELERY_BEAT_SCHEDULE = {
    "sweep": {
        "task": "annotator.sweep",
        "schedule": schedule(SWEEP_SECONDS),
        # A sweep that waited behind a broker's absence is worth nothing.
        "options": {"expires": SWEEP_SECONDS},
    }
}
NIGHTLY_HOUR = 3  # UTC; the first sweep after it begins the night's work
# One entry that is always due again soon: there is nothing to remember on disk.
CELERY_BEAT_SCHEDULER = "celery.beat:Scheduler"
LEASE_HOURS = env.int("LEASE_HOURS", default=24)
# How often a minute a token may ask, and may ask for whole tables; 0: as it likes.
API_RATE = env.int("API_RATE", default=600)
EXPORT_RATE = env.int("EXPORT_RATE", default=60)

DJANGO_GUID = {
    "GUID_HEADER_NAME": "X-Request-ID",
    "UUID_FORMAT": "string",
    "EXPOSE_HEADER": False,
    "INTEGRATIONS": [CeleryIntegration()],
}
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"()": "api.request_ids.LogLine"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": LOG_LEVEL},
    # The last says of every request that it has an id.
    "loggers": {name: {"level": "WARNING"} for name in ("axes", "django_guid")},
}
