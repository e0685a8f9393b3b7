"""What an operator changes reaches the workers."""

import pytest

from annotator.models import AgreementMark, User
from tests import make, queues

FIELDS = [
    "name", "slug", "state", "overlap", "suggestion_mode", "suggestion_threshold",
    "suggestion_hidden_share",
]  # fmt: skip


@pytest.fixture
def operator(client):
    client.force_login(User.objects.create_superuser("op@example.org", make.PASSWORD))
    return client


def form(project, **changed):
    """Give the admin's form of a project as a browser would send it back."""
    types = list(project.source_types.all())
    members = list(project.memberships.all())
    sent = {
        **{name: getattr(project, name) for name in FIELDS},
        "memberships-TOTAL_FORMS": len(members),
        "memberships-INITIAL_FORMS": len(members),
        "source_types-TOTAL_FORMS": len(types),
        "source_types-INITIAL_FORMS": len(types),
    }
    for n, one in enumerate(members):
        sent |= {
            f"memberships-{n}-id": one.pk,
            f"memberships-{n}-user": one.user_id,
            f"memberships-{n}-role": one.role,
        }
    for n, one in enumerate(types):
        sent |= {
            f"source_types-{n}-{name}": getattr(one, name)
            for name in ("name", "definition", "hotkey", "color", "order")
        }
        sent |= {
            f"source_types-{n}-id": one.pk,
            f"source_types-{n}-maps_to": changed.get(one.key, ""),
        }
    return sent


@pytest.mark.django_db
class TestSourceTypes:
    def test_that_map_to_another_are_counted_anew(self, operator):
        project = make.project()
        named = project.source_types.get(key="named")

        answer = operator.post(
            f"/admin/annotator/project/{project.pk}/change/",
            form(project, unclear=named.pk),
        )

        assert answer.status_code == 302, answer.content.decode()
        assert project.source_types.get(key="unclear").maps_to == named
        assert AgreementMark.objects.get().project == project

    def test_map_to_those_of_their_own_project_only(self, operator):
        project, other = make.project(), make.project()
        foreign = other.source_types.get(key="named")

        answer = operator.post(
            f"/admin/annotator/project/{project.pk}/change/",
            form(project, unclear=foreign.pk),
        )

        assert answer.status_code == 200
        assert project.source_types.get(key="unclear").maps_to is None


@pytest.mark.django_db
class TestOverlap:
    def test_that_is_changed_frees_places(self, operator, ana):
        project = make.project(annotators=(ana,), overlap=1)
        article = make.article(project)
        make.lease(project, ana)
        sent = form(project) | {"overlap": 3}

        answer = operator.post(f"/admin/annotator/project/{project.pk}/change/", sent)

        assert answer.status_code == 302, answer.content.decode()
        article.refresh_from_db()
        assert (article.open_places, article.project.overlap) == (2, 3)
        queues.check_places(project)
