"""`manage.py create_project`."""

import pytest
from django.core.management import CommandError, call_command

from annotator.models import Project

pytestmark = pytest.mark.django_db


class TestCreateProject:
    def test_makes_a_project_that_is_ready_to_use(self, lead):
        call_command("create_project", "River watch", lead="LENA@example.org")

        project = Project.objects.get(slug="river-watch")
        assert project.memberships.get().user == lead
        assert project.source_types.count() == 5
        assert project.guidelines.get().number == 1

    @pytest.mark.parametrize(
        ("name", "options", "word"),
        [
            ("River", {"lead": "nobody@example.org"}, "No account"),
            ("Наводнение", {"lead": "lena@example.org"}, "--slug"),
            ("River", {"lead": "lena@example.org", "overlap": 0}, "overlap"),
        ],
    )
    def test_says_what_is_wrong(self, lead, name, options, word):
        with pytest.raises(CommandError, match=word):
            call_command("create_project", name, **options)

        assert not Project.objects.exists()

    def test_does_not_touch_a_project_of_that_name(self, lead):
        call_command("create_project", "River", lead=lead.email)

        with pytest.raises(CommandError, match="exists already"):
            call_command("create_project", "River", lead=lead.email)
