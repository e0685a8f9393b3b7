"""The first account of a new installation, which is an operator's."""

from django.core.signing import Signer
from django.db import connection, transaction
from django.utils.crypto import constant_time_compare

from annotator.errors import DomainError
from annotator.models import User

PURPOSE = "first account"


class HasAccounts(DomainError):
    code = "has_accounts"


class WrongCode(DomainError):
    code = "wrong_code"


def first_account_code() -> str:
    """
    Give what shows that somebody may look into the installation.

    It is made of the secret key, so that every process says the same, and it is good
    for nothing once there is an account.
    """
    return Signer(salt=__name__).signature(PURPOSE)


def first_account_link(address: str) -> str:
    """Give the link that makes the first account at an address, such as https://a.b/."""
    # Behind the "#" it reaches no server's log.
    return f"{address.rstrip('/')}/first-account#{first_account_code()}"


@transaction.atomic
def make_first_account(*, code: str, name: str, email: str, password: str) -> User:
    """
    Make an operator's account, if there is none of anybody's.

    :raises HasAccounts: if there is one
    :raises WrongCode: if `code` is not this installation's
    """
    _check_none()
    if not constant_time_compare(code, first_account_code()):
        raise WrongCode(
            "This link is not of this installation. `manage.py first_account` prints "
            "the right one."
        )
    # Only who has the code makes others wait.
    _wait_for_others()
    _check_none()
    return User.objects.create_superuser(email, password, name=name)


def _check_none() -> None:
    if User.objects.exists():
        raise HasAccounts(
            "There are accounts here already. Sign in, or ask a lead to invite you."
        )


def _wait_for_others() -> None:
    """Let nobody else make an account until the transaction ends."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("LOCK TABLE annotator_user IN SHARE ROW EXCLUSIVE MODE")
