"""The demo: what a newcomer finds, and that its files fit together."""

import csv
import shutil
from collections import Counter
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from django.core.management import call_command
from django.db import transaction

from annotator.models import (
    Annotation,
    AnnotationEvent,
    Assignment,
    Claim,
    Project,
    Role,
    User,
)
from annotator.services.agreement import report_agreement
from annotator.services.annotations import withdraw
from annotator.services.assignment import lease_articles
from annotator.services.demo import DEMO, DemoOutOfStep, load_demo

NOW = datetime(2026, 9, 14, 15, 30, tzinfo=UTC)
PASSWORD = "only for this test"  # noqa: S105
FURNITURE = {
    "Published",
    "Continue Reading",
    "By Ines Calloway",
    "Share this story: Email · Print · Copy link",
    "By Hamish Oyelaran and Lucía Brandt",
    "Share · Save · Print",
    "Read more: How a strike ballot is counted",
    "SCIENCE",
    "By Saskia Wren, Senior Correspondent",
    "Advertisement",
    "Sign up for our newsletter",
}


def answer_rows():
    with (DEMO / "answers.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


@pytest.fixture(scope="class")
def demo(django_db_setup, django_db_blocker):
    """Load the demo once for the tests of a class, and take it back after them."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield load_demo(password=PASSWORD, now=NOW)
        transaction.set_rollback(True)


@pytest.fixture
def copy(tmp_path):
    return shutil.copytree(DEMO, tmp_path / "demo")


@pytest.mark.django_db
class TestDemo:
    def test_has_a_lead_and_three_annotators_who_can_sign_in(self, demo):
        roles = Counter(demo.memberships.values_list("role", flat=True))
        people = User.objects.filter(memberships__project=demo)

        assert roles == {Role.LEAD: 1, Role.ANNOTATOR: 3}
        assert all(user.check_password(PASSWORD) for user in people)
        assert {user.email.partition("@")[2] for user in people} == {
            "demo.onrecord.example"
        }

    def test_has_seven_articles_as_they_lie_in_the_folder(self, demo):
        files = sorted((DEMO / "articles").iterdir())

        stored = list(demo.articles.order_by("pk").values_list("text", flat=True))

        assert [text.encode() for text in stored] == [f.read_bytes() for f in files]
        assert len(files) == 7
        assert {article.language for article in demo.articles.all()} == {"en"}

    def test_has_articles_of_250_to_600_words(self, demo):
        for article in demo.articles.all():
            kept = sum(len(claim.quote.split()) for claim in article.claims.all())

            assert kept >= 250, article.title
            assert article.words <= 600, article.title

    def test_keeps_page_furniture_out_of_the_claims(self, demo):
        dropped = {
            article.text[line["start"] : line["end"]].strip()
            for article in demo.articles.all()
            for line in article.dropped
        }
        claims = set(Claim.objects.values_list("quote", flat=True))

        assert dropped >= FURNITURE
        assert not dropped & claims

    def test_has_the_characters_that_upset_offsets(self, demo):
        quotes = " ".join(
            Claim.objects.filter(article__project=demo).values_list("quote", flat=True)
        )

        assert {"\u00a0", "🥪", "ن", "“", '"', "—"} <= set(quotes)

    def test_stores_every_answer_of_the_table(self, demo):
        given = Counter(
            (who, row[who])
            for row in answer_rows()
            for who in ("amal", "ben", "chloe")
            if row[who]
        )

        stored = Counter(
            (
                annotation.annotator.email.partition("@")[0],
                f"skip:{annotation.skip_reason}"
                if annotation.skipped
                else f"{annotation.source_type.key}/{annotation.confidence}",
            )
            for annotation in Annotation.objects.filter(
                claim__article__project=demo
            ).select_related("annotator", "source_type")
        )

        assert stored == given
        assert stored.total() > 350

    def test_shows_finished_work_work_in_progress_and_an_open_queue(self, demo):
        work = {
            user.name: Counter(
                Assignment.objects.filter(annotator=user).values_list(
                    "state", flat=True
                )
            )
            for user in User.objects.filter(memberships__project=demo)
        }
        waiting = [
            lease_articles(project=demo, annotator=user, limit=1, now=NOW)
            for user in User.objects.filter(memberships__role=Role.ANNOTATOR)
        ]

        assert work == {
            "Lena Ortiz": {},
            "Amal Rahal": {"done": 6},
            "Ben Kessler": {"done": 5, "open": 1},
            "Chloé Marin": {"done": 5},
        }
        assert all(waiting)

    def test_leaves_the_last_article_to_the_newcomer(self, demo):
        assert not demo.articles.latest("pk").assignments.exists()

    def test_tells_a_history_of_ten_days_in_order(self, demo):
        events = AnnotationEvent.objects.filter(project=demo).order_by("pk")
        times = list(events.values_list("at", flat=True))

        assert times == sorted(times)
        assert times[0] > NOW - timedelta(days=10)
        assert times[-1] < NOW
        assert len({at.date() for at in times}) >= 7
        assert events.filter(kind="changed").count() >= 4

    def test_took_believable_times(self, demo):
        seconds = list(
            Annotation.objects.filter(claim__article__project=demo).values_list(
                "seconds", flat=True
            )
        )

        assert min(seconds) >= 2
        assert max(seconds) <= 90
        assert len(set(seconds)) > 100

    def test_explains_nearly_every_low_confidence(self, demo):
        low = Annotation.objects.filter(claim__article__project=demo, confidence=1)

        assert low.exclude(note="").count() / low.count() > 0.9

    def test_disagrees_believably(self, demo):
        report = report_agreement(project=demo, now=NOW)

        assert report is not None
        assert 0.65 <= report.variables["source_type"]["value"] <= 0.78
        assert 0.25 <= report.variables["confidence"]["value"] <= 0.50
        assert report.variables["source_type"]["annotators"] == 3

    def test_is_not_loaded_a_second_time(self, demo):
        newest = AnnotationEvent.objects.filter(project=demo).latest("pk")
        withdraw(
            claim=newest.claim, annotator=newest.annotator, client_id=uuid4(), now=NOW
        )
        before = rows()

        again = load_demo(password="another", now=NOW + timedelta(days=1))  # noqa: S106

        assert again is None
        assert rows() == before


@pytest.mark.django_db
class TestLoadDemo:
    def test_says_what_it_did(self, capsys):
        call_command("load_demo")
        call_command("load_demo")

        assert capsys.readouterr().out.splitlines() == [
            "Loaded the demo project, Harbor City pilot.",
            "The demo project is there already; nothing was changed.",
        ]

    def test_names_the_row_that_is_about_another_claim(self, copy):
        table = copy / "answers.csv"
        table.write_text(
            table.read_text("utf-8").replace(",Two council aides", ",Three mayors"),
            "utf-8",
        )

        with pytest.raises(
            DemoOutOfStep, match=r"answers.csv, line 8 \(01-water-rates, claim 7\)"
        ):
            load_demo(password=PASSWORD, now=NOW, folder=copy)

        assert not Project.objects.exists()
        assert not User.objects.exists()

    def test_refuses_a_table_that_lacks_a_claim(self, copy):
        table = copy / "answers.csv"
        lines = table.read_text("utf-8").splitlines(keepends=True)
        table.write_text("".join(lines[:-1]), "utf-8")

        with pytest.raises(DemoOutOfStep, match=r"25 rows .* 26 claims"):
            load_demo(password=PASSWORD, now=NOW, folder=copy)

    def test_refuses_a_schedule_that_the_queue_would_not_give(self, copy):
        about = copy / "articles.json"
        about.write_text(
            about.read_text("utf-8").replace('"amal": 197.5', '"amal": 230'), "utf-8"
        )

        with pytest.raises(DemoOutOfStep, match="Amal Rahal cannot begin with"):
            load_demo(password=PASSWORD, now=NOW, folder=copy)


def rows() -> dict[str, list[tuple[object, ...]]]:
    return {
        model.__name__: list(model.objects.order_by("pk").values_list())
        for model in (User, Project, Claim, Assignment, Annotation, AnnotationEvent)
    }
