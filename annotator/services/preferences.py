"""How somebody likes the interface: its keys and its language."""

from typing import Any, TypedDict

from django.db import transaction

from annotator.models import User

# The digits answer and the palette is always there: their keys are nobody's to change.
COMMANDS = [
    "next", "previous", "nextArticle", "previousArticle", "confirm", "back", "undo",
    "redo", "skip", "flag", "note", "guide", "help", "source", "cue", "accept",
    "select", "extendDown", "extendUp", "jump", "history", "propose",
]  # fmt: skip
LANGUAGES = ["", "en", "de"]
"""What the interface speaks; empty is the language of the browser."""


class Preferences(TypedDict):
    """What somebody chose; `keys` holds only the commands whose keys they changed."""

    keys: dict[str, list[str]]
    single_keys: bool
    auto_advance: bool
    language: str


def preferences_of(user: User) -> Preferences:
    """Give what `user` chose, and the defaults where they chose nothing."""
    chosen: dict[str, Any] = user.preferences
    return {
        "keys": chosen.get("keys", {}),
        "single_keys": chosen.get("single_keys", True),
        "auto_advance": chosen.get("auto_advance", True),
        "language": chosen.get("language", ""),
    }


@transaction.atomic
def change_preferences(*, user: User, changes: dict[str, Any]) -> Preferences:
    """Put `changes` in the place of what was chosen before; the rest stays."""
    # Two tabs may each change something, and neither may lose what the other did.
    stored = User.objects.select_for_update(no_key=True).get(pk=user.pk)
    stored.preferences = {**stored.preferences, **changes}
    stored.save(update_fields=["preferences"])
    return preferences_of(stored)
