"""Accounts and the tokens they make."""

from typing import Any, ClassVar

from django.contrib.auth.models import (
    AbstractBaseUser,
    BaseUserManager,
    PermissionsMixin,
)
from django.db import models
from django.db.models.functions import Lower


class UserManager(BaseUserManager["User"]):
    """Make accounts; the e-mail address is the name one signs in with."""

    def create_user(
        self, email: str, password: str | None = None, **more: Any
    ) -> "User":
        """Make an account that can sign in, or not, if there is no password."""
        user = self.model(email=self.normalize_email(email), **more)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(
        self, email: str, password: str | None = None, **more: Any
    ) -> "User":
        """Make an operator's account, as `manage.py createsuperuser` does."""
        return self.create_user(
            email, password, is_staff=True, is_superuser=True, **more
        )

    def get_by_natural_key(self, username: str | None) -> "User":
        """Find an account by its address, in whatever case it was typed."""
        return self.get(email__iexact=username)


class User(AbstractBaseUser, PermissionsMixin):
    """
    An account. What it may do in a project is said by its Membership.

    `preferences` is how the person likes the interface: keys, language.
    """

    email = models.EmailField("e-mail", max_length=254, unique=True)
    name = models.CharField(max_length=100)
    is_active = models.BooleanField(default=True)
    is_staff = models.BooleanField(default=False)
    preferences = models.JSONField(default=dict, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    objects: ClassVar[UserManager] = UserManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(Lower("email"), name="one_account_per_email"),
        ]

    def __str__(self) -> str:
        return self.name or self.email


class TokenScope(models.TextChoices):
    """What a token may do of what its user may; each includes those before it."""

    READ = "read"
    ANNOTATE = "annotate"
    MANAGE = "manage"


class ApiToken(models.Model):
    """
    A secret that acts as its user over REST, as far as its scope and project go.

    Only the SHA-256 of the secret is kept. `session_hash` is the user's session hash
    when the token was made: a changed password ends tokens just as it ends sessions.
    Without a `project` it is for all of the user's. A revoked one is kept, so that
    whoever still uses it is told what became of it.
    """

    user = models.ForeignKey(User, models.CASCADE, related_name="tokens")
    name = models.CharField(max_length=100)
    scope = models.CharField(
        max_length=8, choices=TokenScope, default=TokenScope.MANAGE
    )
    project = models.ForeignKey(
        "Project", models.CASCADE, null=True, blank=True, related_name="tokens"
    )
    prefix = models.CharField(max_length=16)
    digest = models.CharField(max_length=64, unique=True)
    session_hash = models.CharField(max_length=64)
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField(null=True, blank=True)
    last_used_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return f"{self.name} ({self.prefix}…)"
