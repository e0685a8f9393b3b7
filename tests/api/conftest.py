"""Projects to read and to write, each with a client that is signed in."""

import pytest
from django.conf import settings
from django.db import transaction
from django.test import override_settings

from annotator.services import agreement
from annotator.services.annotation_import import ImportedAnnotation, import_annotations
from annotator.services.answers import Answer
from tests import make
from tests.api.access_world import ELSEWHERE, LISTS, NOWHERE, around, fill, people
from tests.setting_up import document, kept, source_types_url

ROWS = ["nnn", "nan", "aao"] + ["nn.", "aa.", "oo."] * 6 + ["na.", "ua.", "no."]
KEYS = {"n": "named", "a": "anonymous", "o": "official_statement", "u": "unclear"}


@pytest.fixture(scope="session", autouse=True)
def refusals_are_declared():
    """Fail where a view refuses what its description does not tell of."""
    handled = {"EXCEPTION_HANDLER": "tests.api.declared.problem"}
    with override_settings(REST_FRAMEWORK=settings.REST_FRAMEWORK | handled):
        yield


@pytest.fixture
def cleo():
    return make.user("Cleo")


@pytest.fixture
def measured(lead, ana, ben, cleo):
    """Give a project with 24 claims: Ana and Ben answered all, Cleo three."""
    people = (ana, ben, cleo)
    project = make.project(lead=lead, annotators=people)
    text = " ".join(f"This is made-up claim number {n} here." for n in range(len(ROWS)))
    claims = make.article(project, text).claims.all()
    rows = [
        ImportedAnnotation(
            claim=claim.pk,
            annotator=who.email,
            answer=Answer(
                source_type=KEYS[key], confidence=3 if len(set(row)) == 1 else 1
            ),
        )
        for claim, row in zip(claims, ROWS, strict=True)
        for who, key in zip(people, row, strict=True)
        if key != "."
    ]
    import_annotations(project=project, lead=lead, rows=rows, now=make.NOW)
    agreement.report_agreement(project=project, now=make.NOW)
    return project


@pytest.fixture
def reader(api, lead, measured):
    """Give a client that is signed in as the lead of the measured project."""
    return api(lead)


@pytest.fixture
def project(lead, ana, ben):
    """Give a project with one article of three claims, and places for two."""
    made = make.project(lead=lead, annotators=(ana, ben), overlap=2)
    make.article(made)
    return made


@pytest.fixture
def claims(project):
    return list(project.articles.get().claims.all())


@pytest.fixture
def send(api, lead, project):
    """Give what sends rows of annotations to the project, as its lead."""
    client = api(lead)
    url = f"/api/v1/projects/{project.slug}/annotations/import/"
    return lambda *rows: client.post(url, {"annotations": list(rows)})


@pytest.fixture
def put_types(api, lead, project):
    """Give what puts a list of source types in the place of the project's."""
    client = api(lead)
    return lambda *rows: client.put(
        source_types_url(project), {"source_types": list(rows)}
    )


@pytest.fixture
def with_document(put_types, project):
    assert put_types(*kept(project), document()).status_code == 200
    return project


@pytest.fixture(scope="module")
def front_end(tmp_path_factory):
    """Put a front end in place, which need not have been built for these tests."""
    dist = tmp_path_factory.mktemp("dist")
    (dist / "index.html").write_text("<title>OnRecord</title>")
    (dist / "service-worker.js").write_text("// keeps the page")
    with override_settings(FRONTEND_DIST=dist):
        yield


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker, front_end):
    """
    Give the world, made once: whatever is asked of it is undone.

    `world.before` is what people elsewhere read before the project was there.
    """
    with django_db_blocker.unblock(), transaction.atomic():
        made = around(people())
        made.sign_everybody_in()
        own = {**NOWHERE, "slug": made.elsewhere.slug}
        made.before = {
            (who, one.name): made.ask(who, one, own)
            for who in ELSEWHERE
            for one in LISTS
        }
        fill(made)
        made.own = {"slug": made.elsewhere.slug}
        made.names |= names_of(made)
        yield made
        transaction.set_rollback(True)


def names_of(world):
    """Give what the lead elsewhere names of their own."""
    return {
        "own": world.elsewhere.slug,
        "own_user": world.people["lead_elsewhere"].pk,
        "own_article": world.elsewhere.articles.get().pk,
    }
