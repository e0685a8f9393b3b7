"""Published rating sets through a whole site: server, worker, and back."""

import time

import pytest
import requests

from annotator.models import ArticlePosterior
from annotator.queries.posteriors import unpacked
from tests.rating_sets import RatingSet

PATIENCE = 60

# Of each set: alpha, percent agreement; and alpha of its labels as they are ordered.
EXPECTED = {
    "snow_rte": (0.241479, 0.628694),
    "dog": (0.519418, 0.64114),
    "babe_sg2_bias": (0.398801, 0.698797),
    "babe_sg2_opinion": (0.415876, 0.622234),
}
ORDINAL = {"babe_sg2_opinion": 0.605435}
BY_CONSENSUS = {"snow_rte": 0.9275, "dog": 0.842627}


def to_its_digits(value):
    return pytest.approx(value, abs=5e-7)


def wait_for(condition):
    deadline = time.monotonic() + PATIENCE
    while not (found := condition()):
        assert time.monotonic() < deadline
        time.sleep(0.2)
    return found


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("name", EXPECTED)
def test_has_the_published_figures(site, lead, name):
    given = RatingSet(name, lead)
    root = f"{site.address}/api/v1/projects/{given.project.slug}"
    with requests.Session() as session:
        session.headers.update(site.headers(lead))
        for part in given.parts():
            sent = {"annotations": part}
            answer = session.post(f"{root}/annotations/import/", json=sent, timeout=60)
            assert answer.json()["created"] == len(part)

        def counted():
            told = session.get(f"{root}/agreement/", timeout=10).json()
            is_done = not told["pending"] and not told["recomputation"]
            return told["report"] if is_done else None

        figures = wait_for(counted)["variables"]
        if name in BY_CONSENSUS:
            session.post(f"{root}/agreement/consensus/", timeout=10)
            wait_for(
                lambda: session.get(f"{root}/agreement/consensus/", timeout=10).json()[
                    "newest"
                ]
            )

    alpha, percent = EXPECTED[name]
    assert figures["source_type"]["ratings"] == len(given.rows)
    assert figures["source_type"]["value"] == to_its_digits(alpha)
    assert figures["source_type"]["percent_agreement"] == to_its_digits(percent)
    if name in ORDINAL:
        assert figures["confidence"]["value"] == to_its_digits(ORDINAL[name])
    if name in BY_CONSENSUS:
        assert accuracy(given) == pytest.approx(BY_CONSENSUS[name], abs=0.01)


def accuracy(given):
    """Give the share of items of which the likeliest source type is the true one."""
    keys = list(given.project.source_types.values_list("key", flat=True))
    gold, right = given.gold(), 0
    for row in ArticlePosterior.objects.filter(article__project=given.project):
        for claim, posterior in unpacked(row.posteriors, len(keys)).items():
            right += keys[posterior.argmax()] == gold[claim]
    return right / len(gold)
