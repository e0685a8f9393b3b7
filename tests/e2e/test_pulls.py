"""The program in the docs keeps a copy of the running site, whoever saves meanwhile."""

import random
from concurrent.futures import ThreadPoolExecutor
from threading import Event
from uuid import uuid4

import pytest
import requests

from annotator.models import Claim
from tests import make
from tests.e2e.exporting import token_of
from tests.pulling import as_streamed, shown_in_docs, stream

WRITERS, SAVES = 8, 30
PATIENCE = 20  # seconds for an answer
KEYS = ["named", "anonymous", "official_statement"]


def write(address, headers, claims, seed, pulled):
    """Answer claims at random, half of them once all was pulled that there was."""
    chance = random.Random(seed)
    with requests.Session() as session:
        session.headers.update(headers)
        for number in range(SAVES):
            if number == SAVES // 2:
                pulled.wait(PATIENCE)
            url = f"{address}/api/v1/claims/{chance.choice(claims)}/annotation/"
            client_id = str(uuid4())
            # An answer is taken back now and then.
            if chance.random() < 0.2:
                given = {"params": {"client_id": client_id}}
                answer = session.delete(url, timeout=PATIENCE, **given)
            else:
                given = {"source_type": chance.choice(KEYS), "confidence": 2}
                body = {"client_id": client_id, **given}
                answer = session.put(url, json=body, timeout=PATIENCE)
            assert answer.status_code in {200, 204}, answer.text


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("about", ["annotations", "claims"])
def test_a_copy_ends_as_the_stream(site, lead, about):
    people = [make.user(f"Person {number}") for number in range(WRITERS)]
    project = make.project(lead=lead, annotators=tuple(people), overlap=WRITERS)
    make.articles_of(project, 2)
    for who in people:
        make.lease(project, who)
    claims = [*Claim.objects.values_list("pk", flat=True)]
    headers = [site.headers(who) for who in people]
    token = token_of(lead)
    url = f"{site.address}/api/v1/projects/{project.slug}/export/{about}.jsonl"
    catch_up, copy = shown_in_docs(), {"cursor": "start", "rows": {}}
    pulled, done = Event(), Event()

    def keep_up():
        pulls = 0
        while not done.is_set():
            catch_up(copy, url, token)
            pulls += 1
            pulled.set()
        return pulls

    with ThreadPoolExecutor(WRITERS + 1) as pool:
        reader = pool.submit(keep_up)
        work = [
            pool.submit(write, site.address, one, claims, seed, pulled)
            for seed, one in enumerate(headers)
        ]
        try:
            for one in work:
                one.result()
        finally:
            done.set()
        pulls = reader.result()

    catch_up(copy, url, token)
    assert as_streamed(copy) == stream(url, token)
    assert len(copy["rows"]) > len(claims) / 2
    assert pulls > 1
