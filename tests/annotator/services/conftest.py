"""A project that takes several blocks to count anew."""

import pytest

from annotator.services import recomputation
from tests import make


@pytest.fixture
def wide_project(monkeypatch):
    """Give a project with five articles, which make three blocks."""
    monkeypatch.setattr(recomputation, "BLOCK", 2)
    monkeypatch.setattr(recomputation, "EMBEDDED_BLOCK", 2)
    ana, ben = make.user("Ana"), make.user("Ben")
    made = make.annotated_project([ana, ben], ["nn", "na", "aa"])
    for number, article in enumerate(make.articles_of(made, 4)):
        for who in (ana, ben):
            make.lease(made, who)
        for claim in article.claims.all():
            make.annotate(claim, ana, "named", 2, minutes=number * 5000)
            make.annotate(claim, ben, "unclear" if claim.number == 1 else "named", 3)
    return made
