"""The program in docs/export.md keeps a copy, against a server that listens."""

from uuid import uuid4

import pytest
from django.utils import timezone

from annotator.models import TokenScope
from annotator.services import annotations, tokens
from tests import make
from tests.pulling import as_streamed, shown_in_docs, stream


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("about", ["annotations", "claims"])
def test_keeps_a_copy(live_server, lead, ana, about):
    project = make.project(lead=lead, annotators=(ana,))
    claims = list(make.article(project).claims.all())
    make.lease(project, ana)
    for claim in claims:
        make.annotate(claim, ana)
    _, token = tokens.create_token(
        user=lead, name="A reader", scope=TokenScope.READ, now=timezone.now()
    )
    url = f"{live_server}/api/v1/projects/{project.slug}/export/{about}.jsonl"
    catch_up, copy = shown_in_docs(), {"cursor": "start", "rows": {}}

    def check():
        catch_up(copy, url, token)
        assert as_streamed(copy) == stream(url, token)

    check()
    annotations.withdraw(
        claim=claims[0], annotator=ana, client_id=uuid4(), now=make.NOW
    )
    make.annotate(claims[1], ana, "anonymous")
    check()
    seen = copy["cursor"]
    check()
    assert copy["cursor"] == seen
