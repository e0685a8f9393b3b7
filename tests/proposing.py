"""An article whose claims are changed by proposals, and what must hold of it."""

from uuid import uuid4

from annotator.models import Claim
from tests import make

TEXT = (
    "The harbor stays shut, Mayor Ana Ruiz said. "
    "Rates will rise, the bank said in a statement - a plan that Paul Cole, a clerk, "
    "called odd. Nobody objected. The fog lifted at noon."
)


def project(lead, *annotators):
    """Make a project whose one article everybody has."""
    made = make.project(lead=lead, annotators=annotators)
    make.article(made, TEXT)
    for who in annotators:
        make.lease(made, who)
    return made


def propose(client, claim, kind="exclude", *, at=None):
    body = {"client_id": str(uuid4()), "kind": kind, "at": at}
    return client.post(f"/api/v1/claims/{claim.pk}/proposals/", body).json()


def decision_on(proposal):
    return f"/api/v1/proposals/{proposal['id']}/decision/"


def current(article):
    return list(Claim.objects.current().filter(article=article).order_by("number"))


def check_whole(article):
    """Make sure that numbers, spans and quotes of an article's claims fit together."""
    article.refresh_from_db()
    claims = current(article)
    assert [one.number for one in claims] == list(range(1, len(claims) + 1))
    assert article.claim_count == len(claims)
    assert article.text == TEXT
    ends = 0
    for one in claims:
        assert ends <= one.start < one.end
        ends = one.end
        assert one.quote == TEXT[one.start : one.end]
        assert TEXT[: one.start].endswith(one.prefix)
        assert TEXT[one.end :].startswith(one.suffix)
    return [one.quote for one in claims]


def decider(api, lead):
    """Give what proposes something for a claim and decides on it as the lead."""

    def decided(claim, kind, *, accept=True, by=lead, at=None):
        path = decision_on(propose(api(by), claim, kind, at=at))
        return api(lead).post(path, {"accept": accept})

    return decided
