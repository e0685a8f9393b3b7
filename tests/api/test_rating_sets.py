"""Published rating sets, through the API: imported, computed, read back."""

import pytest

from annotator.services import agreement
from tests import make
from tests.rating_sets import RatingSet

pytestmark = pytest.mark.django_db


def measure(client, lead, name):
    """Take a set in; give the path of its project, and the report that is read."""
    given = RatingSet(name, lead)
    root = f"/api/v1/projects/{given.project.slug}"
    for part in given.parts():
        answer = client.post(f"{root}/annotations/import/", {"annotations": part})
        assert answer.json() == {"created": len(part), "changed": 0, "unchanged": 0}
    agreement.report_agreement(project=given.project, now=make.NOW)
    return root, client.get(f"{root}/agreement/").json()["report"]


def to_its_digits(value):
    return pytest.approx(value, abs=5e-7)


class TestRatingSets:
    def test_of_dogs_has_the_published_figures(self, api, lead):
        _, report = measure(api(lead), lead, "dog")

        figures = report["variables"]["source_type"]
        assert (figures["units"], figures["annotators"]) == (807, 109)
        assert figures["ratings"] == 8070
        assert figures["value"] == to_its_digits(0.519418)
        assert figures["percent_agreement"] == to_its_digits(0.64114)
        assert figures["others"]["fleiss_kappa"]["value"] == to_its_digits(0.519358)

    def test_of_opinions_has_the_published_figures(self, api, lead):
        client = api(lead)
        root, report = measure(client, lead, "babe_sg2_opinion")
        pairs = client.get(f"{root}/agreement/pairs/").json()

        figures, ordinal = (
            report["variables"][name] for name in ("source_type", "confidence")
        )
        assert (figures["units"], figures["annotators"]) == (3699, 8)
        assert figures["ratings"] == 18361
        assert figures["value"] == to_its_digits(0.415876)
        assert figures["percent_agreement"] == to_its_digits(0.622234)
        assert ordinal["value"] == to_its_digits(0.605435)
        kappas = [
            cell["value"]
            for cell in pairs["cells"]
            if cell["units"] >= pairs["enough_shared"]
        ]
        assert len(kappas) == 21
        assert sum(kappas) / len(kappas) == to_its_digits(0.442162)
