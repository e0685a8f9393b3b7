"""What a project's own decisions teach, beside what the rules say."""

import json
import random
import subprocess
import sys

import pytest

from annotator import attribution
from annotator.attribution import Claim, extract
from annotator.attribution.learned import (
    Decided,
    DecidedText,
    Learned,
    Malformed,
    TooLittle,
    learn,
)
from tests.annotator.attribution import decided

NEW = "The mill in Ives will close, according to federal officials."
BREAKS = {
    "nothing": lambda stored: stored.clear(),
    "another format": lambda stored: stored.update(format=2),
    "no engine": lambda stored: stored.update(engine=None),
    "no labels": lambda stored: stored["types"].update(labels=[]),
    "no temperature": lambda stored: stored["types"].update(temperature=0),
    "one intercept more": lambda stored: stored["types"]["intercepts"].append(1.0),
    "fewer weights": lambda stored: stored["types"]["weights"].pop(),
    "one weight more": lambda stored: stored["types"]["weights"][0].append(0.0),
    "no number": lambda stored: stored["types"].update(temperature=float("nan")),
    "other labels": lambda stored: stored["claims"].update(labels=["claim", "other"]),
}


@pytest.fixture(scope="module")
def lesson():
    return learn(decided.articles(20), count=20)


class TestLearning:
    def test_beats_the_rules_where_a_project_decides_otherwise(self, lesson):
        types = lesson.figures["types"]

        assert types["learned"]["value"] > 0.95
        assert types["rules"]["value"] < 0.75
        assert types["gain"]["low"] > 0
        assert (types["articles"], types["claims"]) == (20, lesson.claims)

    def test_finds_what_is_no_claim_to_the_project(self, lesson):
        claims = lesson.figures["claims"]

        assert claims["learned"]["value"] == 1
        by_label = {row["label"]: row for row in claims["labels"]}
        assert by_label["no_claim"]["claims"] == 20
        assert by_label["no_claim"]["rules"] == {"precision": None, "recall": 0}

    def test_is_no_worse_than_the_rules_where_they_are_right(self):
        found = learn(decided.articles(20, decided.as_the_rules), count=20).figures

        assert found["types"]["learned"] == found["types"]["rules"]
        assert found["types"]["gain"] == {"value": 0, "low": 0, "high": 0}
        assert found["claims"] is None

    def test_finds_nothing_where_decisions_are_by_lot(self):
        chance = random.Random(5)

        def by_lot(text: str, claim: Claim) -> Decided:
            said = chance.choice(["named", "anonymous"])
            return Decided(claim.start, claim.end, source_type=said)

        types = learn(decided.articles(30, by_lot), count=30).figures["types"]

        low, high = types["learned"]["low"], types["learned"]["high"]
        assert low < 0.5 < high

    def test_says_how_far_it_is(self):
        told = []

        learn(decided.articles(15), count=15, progress=told.append)

        assert told == sorted(told)
        assert told[-1] == 1

    def test_needs_two_source_types(self):
        def named(text: str, claim: Claim) -> Decided:
            return Decided(claim.start, claim.end, source_type="named")

        with pytest.raises(TooLittle, match="At least two source types"):
            learn(decided.articles(15, named), count=15)

    def test_of_nothing_is_refused(self):
        with pytest.raises(TooLittle):
            learn([], count=0)

    def test_takes_a_source_type_of_the_projects_own(self):
        def own(text: str, claim: Claim) -> Decided:
            is_own = "people" in claim.quote(text)
            said = "bystander" if is_own else claim.source_type
            return Decided(claim.start, claim.end, source_type=said)

        learned = learn(decided.articles(20, own), count=20).learned
        text = "Two people who know the plan said that the mill is too old."

        (claim,) = learned.refine(text, extract(text).claims)
        assert claim.source_type == "bystander"


class TestTheSameArticles:
    def test_give_the_same_model_in_any_order(self, lesson):
        again = learn(reversed(decided.articles(20)), count=20)

        assert again.learned.to_json() == lesson.learned.to_json()
        assert again.learned.version == lesson.learned.version
        assert again.figures == lesson.figures

    def test_give_another_model_with_another_decision(self, lesson):
        articles = decided.articles(20)
        first = articles[0]
        changed = (
            Decided(first.claims[0].start, first.claims[0].end),
            *first.claims[1:],
        )
        articles[0] = DecidedText(first.key, first.text, "", (), changed)

        assert learn(articles, count=20).learned.version != lesson.learned.version


class TestRefining:
    def test_says_what_the_project_would_say_and_why(self, lesson):
        (by_rules,) = extract(NEW).claims

        (claim,) = lesson.learned.refine(NEW, [by_rules])

        assert by_rules.source_type == "anonymous"
        assert claim.source_type == "official_statement"
        assert claim.rule == "learned from 20 articles of this project"
        assert 0.5 < claim.score <= 1
        assert (claim.source, claim.cue) == (by_rules.source, by_rules.cue)

    def test_keeps_the_rule_that_it_agrees_with(self, lesson):
        text = "“We will build it,” Mayor Ida Marsh said."
        (by_rules,) = extract(text).claims

        (claim,) = lesson.learned.refine(text, [by_rules])

        assert claim.source_type == by_rules.source_type == "named"
        assert claim.rule.startswith(f"{by_rules.rule}; learned from")

    def test_excludes_what_is_no_claim_to_the_project(self, lesson):
        text = f"{NEW} But nobody in Ives was surprised by the news."

        kept, left_out = lesson.learned.refine(text, extract(text).claims)

        assert not kept.excluded
        assert left_out.excluded
        assert left_out.rule == lesson.learned.rule

    def test_leaves_an_article_its_claims(self, lesson):
        text = "But nobody in Ives was surprised by the news."

        (claim,) = lesson.learned.refine(text, extract(text).claims)

        assert not claim.excluded

    def test_leaves_to_the_rules_what_nobody_has_taught(self):
        def few(text: str, claim: Claim) -> Decided:
            is_known = claim.source_type in {"named", "anonymous"}
            said = claim.source_type if is_known else None
            return Decided(claim.start, claim.end, source_type=said)

        learned = learn(decided.articles(15, few), count=15).learned
        text = "The council said in a statement that it will build another mill."
        claims = extract(text).claims

        assert learned.refine(text, claims) == claims

    def test_of_nothing_is_nothing(self, lesson):
        assert lesson.learned.refine("", []) == ()


class TestWeights:
    def test_are_read_back_as_they_were_written(self, lesson):
        stored = json.loads(json.dumps(lesson.learned.to_json()))

        read = Learned.from_json(stored)

        assert read == lesson.learned
        assert read.version == lesson.learned.version
        claims = extract(NEW).claims
        assert read.refine(NEW, claims) == lesson.learned.refine(NEW, claims)

    def test_name_the_rules_that_they_refine(self, lesson):
        assert lesson.learned.engine == attribution.VERSION

    @pytest.mark.parametrize("name", BREAKS)
    def test_that_were_tampered_with_are_refused(self, lesson, name):
        stored = json.loads(json.dumps(lesson.learned.to_json()))
        BREAKS[name](stored)

        with pytest.raises(Malformed):
            Learned.from_json(stored)

    def test_are_applied_without_the_libraries_that_train(self):
        program = (
            "import sys; import annotator.attribution.learned; "
            "print(*({'sklearn', 'scipy'} & sys.modules.keys()))"
        )

        said = subprocess.run(
            [sys.executable, "-c", program], capture_output=True, text=True, check=True
        )

        assert said.stdout.strip() == ""
