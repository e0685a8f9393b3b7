"""The one rule by which votes decide a claim."""

import pytest

from annotator.queries.decisions import Decision, decision_of, most_said


def decide(votes, overlap=3):
    """Decide by a letter a vote: n, a for types, x for no claim, - for another skip."""
    types = [{"n": "named", "a": "anonymous"}[one] for one in votes if one in "na"]
    reasons = [{"x": " No claim", "-": ""}[one] for one in votes if one in "x-"]
    return decision_of(types, reasons, overlap=overlap)


@pytest.mark.parametrize(
    ("votes", "source_type", "answers", "by"),
    [
        ("nnn", "named", 3, "unanimity"),
        ("nna", "named", 2, "majority"),
        ("nn-", "named", 2, "majority"),
        ("n--", "named", 1, "majority"),
        ("xxx", None, 3, "unanimity"),
        ("xxn", None, 2, "majority"),
        ("xn-", "named", 1, "majority"),
        ("nnaaa", "anonymous", 3, "majority"),
    ],
)
def test_a_claim_is_decided_by_most(votes, source_type, answers, by):
    decision = decide(votes)

    assert decision == Decision(source_type, answers, len(votes))
    assert decision.by == by


@pytest.mark.parametrize("votes", ["", "nn", "na-", "---", "x-", "xx--", "nnaa"])
def test_a_claim_is_undecided_with_too_few_votes_or_a_tie(votes):
    assert decide(votes) is None


def test_types_that_tie_are_told_in_one_order():
    assert most_said(["named", "anonymous", "named", "anonymous", "unclear"]) == (
        ["anonymous", "named"],
        2,
    )
    assert most_said([]) == ([], 0)
