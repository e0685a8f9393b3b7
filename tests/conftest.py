"""Fixtures that every test may ask for."""

import gc

import pytest
from rest_framework.test import APIClient

from tests import make, servers


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
