"""How passwords are hashed."""

from django.contrib.auth.hashers import Argon2PasswordHasher


class Argon2(Argon2PasswordHasher):
    """
    Argon2id at OWASP's minimum (19 MiB, two passes, one lane).

    Django's own default takes 100 MiB: eight people who sign in at once would take 800.
    """

    time_cost = 2
    memory_cost = 19456
    parallelism = 1
