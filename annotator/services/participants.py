"""Who has a part in a project, and the code that stands for them in exports."""

import secrets

from django.db import IntegrityError, transaction

from annotator.models import Participant, Project, Role, User

ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
"""Without letters and digits that are taken for one another."""
LENGTH = 6


def take_part(*, project: Project, user: User, role: Role) -> Participant:
    """Note the role that `user` has in `project`; the first time, draw their code."""
    while True:
        try:
            with transaction.atomic():
                participant, _ = Participant.objects.update_or_create(
                    project=project,
                    user=user,
                    defaults={"role": role},
                    create_defaults={"role": role, "code": _draw()},
                )
        except IntegrityError:
            # The code is somebody else's: of so many, that is a rare day.
            continue
        return participant


def _draw() -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
