"""Projects to read and to write, each with a client that is signed in."""

import pytest

from annotator.services import agreement
from annotator.services.annotation_import import ImportedAnnotation, import_annotations
from annotator.services.answers import Answer
from tests import make
from tests.setting_up import document, kept, source_types_url

ROWS = ["nnn", "nan", "aao"] + ["nn.", "aa.", "oo."] * 6 + ["na.", "ua.", "no."]
KEYS = {"n": "named", "a": "anonymous", "o": "official_statement", "u": "unclear"}


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
