"""Fixtures that every test may ask for."""

import gc

import pytest
from django.db import connection, transaction
from django.test import TransactionTestCase
from hypothesis import settings
from rest_framework.test import APIClient

from tests import make, servers

# The same code has the same verdict, however slow the machine: what is drawn follows
# from the test alone. `--hypothesis-profile=default` draws anew.
settings.load_profile("ci")

MADE_BY_MIGRATING = {"django_content_type", "auth_permission"}


def pytest_configure():
    """Empty the tables after a test that commits by deleting: see `delete_rows`."""
    TransactionTestCase._fixture_teardown = delete_rows  # noqa: SLF001


def delete_rows(case: TransactionTestCase) -> None:
    """
    Delete what a test has committed.

    Django would truncate: a new file for each of some hundred tables and indexes takes
    longer than most tests. And it would make its permissions anew.
    """
    tables = {*connection.introspection.django_table_names()} - MADE_BY_MIGRATING
    names = sorted(map(connection.ops.quote_name, tables))
    with transaction.atomic(), connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            # As truncating does: a worker may have begun something meanwhile.
            cursor.execute(f"LOCK TABLE {', '.join(names)}")
        for name in names:
            cursor.execute(f"DELETE FROM {name}")  # noqa: S608


def pytest_collection_finish():
    """Let the garbage collector pass over what is there to the end."""
    gc.freeze()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """Show what the servers wrote with a test that failed."""
    report = yield
    if report.failed and servers.running:
        report.sections.append(("servers", servers.logs()))
    return report


@pytest.fixture(scope="session")
def handler():
    """Give the site as clients call it: one, as it looks at every file to begin."""
    made = APIClient().handler
    made.load_middleware()
    return made


@pytest.fixture
def api(handler):
    """Give a client of the API that is signed in as a user, or as nobody."""

    def sign_in(user=None) -> APIClient:
        client = APIClient()
        client.handler = handler
        client.default_format = "json"
        if user is not None:
            client.force_login(user)
        return client

    return sign_in


@pytest.fixture
def ana():
    return make.user("Ana")


@pytest.fixture
def ben():
    return make.user("Ben")


@pytest.fixture
def lead():
    return make.user("Lena")
