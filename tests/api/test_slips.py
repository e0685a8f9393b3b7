"""What a program asks for by mistake: it is told, and nothing seems to have worked."""

import pytest
from django.conf import settings

from tests import make

pytestmark = pytest.mark.django_db


class TestAParameterThatIsNotKnown:
    @pytest.mark.parametrize(
        "path",
        [
            "{project}export/annotations.jsonl?revision=2",
            "{project}export/claims.parquet?annotator=k7m2qp",
            "{project}export/tokens.conll?names=true",
            "{project}activity/?who=7",
            "{project}activity.csv?since_day=2026-05-04",
            "{project}agreement/?scopes=all",
            "{project}agreement/history/?weeks=2",
            "{project}agreement/disputed/?scope=all",
            "{project}articles/?state=done",
            "{project}proposals/?status=open",
            "{project}guidelines/?number=2",
            "{project}imports/?format=json",
            "projects/?limit=5",
            "tokens/?page=2",
        ],
    )
    def test_is_refused_by_name(self, api, lead, project, path):
        here = path.format(project=f"projects/{project.slug}/")
        name = path.partition("?")[2].partition("=")[0]

        answer = api(lead).get(f"/api/v1/{here}")

        assert answer.status_code == 400
        assert answer.json()["errors"] == {name: ["There is no such parameter."]}

    @pytest.mark.parametrize(
        "path",
        [
            "{project}activity/?kind=answers&page_size=2",
            "{project}proposals/?state=open&page_size=2",
            "{project}articles/?page_size=2",
        ],
    )
    def test_is_none_of_pages(self, api, lead, project, path):
        here = path.format(project=f"projects/{project.slug}/")

        assert api(lead).get(f"/api/v1/{here}").status_code == 200


class TestABodyThatIsTooLong:
    def test_is_refused_before_it_is_read(self, api, lead, project):
        most = settings.DATA_UPLOAD_MAX_MEMORY_SIZE
        for length, status in [(most - 100, 400), (most, 413)]:
            answer = api(lead).patch(
                f"/api/v1/projects/{project.slug}/", {"name": "x" * length}
            )

            assert answer.status_code == status
        assert answer.json()["code"] == "too_large"

    def test_may_hold_the_longest_article(self, api, lead, project):
        text = make.TEXT + "é" * 1_100_000

        answer = api(lead).post(
            f"/api/v1/projects/{project.slug}/articles/preview/", {"text": text}
        )

        assert answer.status_code == 200
