"""What is remembered of requests, so that a repeat does nothing again."""

from django.db import models

from annotator.models.users import User


class KeptAnswer(models.Model):
    """
    What was answered to a request that carried an idempotency key.

    The same request again, under the same key, is given it instead of being done
    again. `fingerprint` is the SHA-256 of the method, the path and the body.
    """

    user = models.ForeignKey(User, models.CASCADE, related_name="+")
    key = models.CharField(max_length=255)
    fingerprint = models.CharField(max_length=64)
    status = models.PositiveSmallIntegerField()
    body = models.JSONField(null=True)
    headers = models.JSONField(default=dict)
    created_at = models.DateTimeField(db_index=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user", "key"], name="an_idempotency_key_is_used_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.status} to {self.key}"
