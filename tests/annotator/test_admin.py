"""What an operator changes reaches the workers."""

import pytest

from annotator.admin import READ_ONLY, SECRETS
from annotator.models import (
    Act,
    AgreementMark,
    Assignment,
    AssignmentState,
    Role,
    User,
)
from annotator.services import invitations, tokens
from tests import make, queues

FIELDS = [
    "name", "state", "overlap", "suggestion_mode", "suggestion_threshold",
    "suggestion_hidden_share",
]  # fmt: skip


@pytest.fixture
def operator(client):
    client.force_login(
        User.objects.create_superuser("op@example.org", make.PASSWORD, name="Olga")
    )
    return client


@pytest.fixture
def save(operator):
    """Give what saves the form of a project, and gives what the page says then."""

    def save(project, sent):
        path = f"/admin/annotator/project/{project.pk}/change/"
        answer = operator.post(path, sent)
        assert answer.status_code in {200, 302}
        return "" if answer.status_code == 302 else answer.content.decode()

    return save


def acts():
    """Give what the log has, the oldest first, without the making of the project."""
    rows = Act.objects.exclude(kind="project_created").order_by("pk")
    return [(one.kind, one.actor.name) for one in rows if one.actor]


def form(project, **changed):
    """Give the admin's form of a project as a browser would send it back."""
    types = list(project.source_types.all())
    members = list(project.memberships.order_by("pk"))
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
            f"memberships-{n}-quota": "" if one.quota is None else one.quota,
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
        assert acts()[-1] == ("settings_changed", "Olga")

    def test_and_suggestions_are_noted_only_where_they_change(self, save):
        project = make.project()

        assert not save(project, form(project))
        assert acts() == []
        assert not save(project, form(project) | {"suggestion_mode": "shown"})

        project.refresh_from_db()
        assert project.suggestion_mode == "shown"
        assert acts() == [("queue_changed", "Olga")]


@pytest.mark.django_db
class TestTheRulesOfSourceTypes:
    def test_hold_here_too(self, save):
        project = make.project()
        named, anonymous = project.source_types.all()[:2]
        circle = {"named": anonymous.pk, "anonymous": named.pk}

        said = save(project, form(project, **circle))

        assert "maps to itself in the end" in said
        assert not project.source_types.exclude(maps_to=None).exists()
        assert acts() == []

    def test_are_those_of_leads_in_the_log(self, save):
        project = make.project()
        sent = form(project) | {"source_types-0-name": "By name"}

        assert not save(project, sent)

        assert project.source_types.get(key="named").name == "By name"
        assert acts() == [("source_types_changed", "Olga")]


@pytest.mark.django_db
class TestMembers:
    def test_that_are_new_are_participants(self, save, ana):
        project = make.project()
        sent = form(project) | {
            "memberships-TOTAL_FORMS": 2,
            "memberships-1-user": ana.pk,
            "memberships-1-role": "annotator",
            "memberships-1-quota": 5,
        }

        assert not save(project, sent)

        member = project.memberships.get(user=ana)
        assert (member.role, member.quota) == (Role.ANNOTATOR, 5)
        assert project.participants.get(user=ana).code
        assert acts()[0] == ("member_joined", "Olga")

    def test_that_are_removed_give_back_what_is_open(self, save, ana):
        project = make.project(annotators=(ana,))
        make.article(project)
        make.lease(project, ana)

        assert not save(project, form(project) | {"memberships-1-DELETE": "on"})

        assert not project.memberships.filter(user=ana).exists()
        assert Assignment.objects.get().state == AssignmentState.RELEASED
        assert acts()[-1] == ("member_deactivated", "Olga")
        queues.check_places(project)

    def test_keep_a_lead(self, save):
        project = make.project()

        said = save(project, form(project) | {"memberships-0-role": "viewer"})

        assert "only lead" in said
        assert project.memberships.get().role == Role.LEAD

    def test_change_the_lead_at_once(self, save, ana):
        project = make.project(annotators=(ana,))
        sent = form(project) | {
            "memberships-0-role": "annotator",
            "memberships-1-role": "lead",
        }

        assert not save(project, sent)

        assert project.memberships.get(role=Role.LEAD).user == ana


@pytest.mark.django_db
class TestWhatPeopleSaidAndDid:
    def test_can_be_read_and_not_changed(self, operator, lead, ana):
        project = make.annotated_project([ana], ["n"])
        invitations.invite(
            project=project, lead=lead, role=Role.VIEWER, origin="x", now=make.NOW
        )
        tokens.create_token(user=ana, name="notebook", now=make.NOW)
        looked_at = set()

        for model in READ_ONLY:
            name = model.__name__.lower()
            path = f"/admin/annotator/{name}/"
            assert operator.get(path).status_code == 200
            assert operator.get(f"{path}add/").status_code == 403
            row = model.objects.first()
            if row is None:
                continue
            page = operator.get(f"{path}{row.pk}/change/")
            assert page.status_code == 200
            assert operator.post(f"{path}{row.pk}/change/", {}).status_code == 403
            assert operator.post(f"{path}{row.pk}/delete/").status_code == 403
            looked_at.add(name)
            shown = page.content.decode()
            for secret in SECRETS.get(model, []):
                assert str(getattr(row, secret)) not in shown

        assert looked_at >= {"annotation", "annotationevent", "act", "invitation"}
        assert looked_at >= {"apitoken"}
