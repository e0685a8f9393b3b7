"""What a lead gives to somebody by name."""

import pytest

from annotator.models import Assignment, AssignmentState
from annotator.services import assigning
from tests import make, queues

pytestmark = pytest.mark.django_db


class TestGivingBackWhatWasWithdrawn:
    @pytest.mark.parametrize(
        ("is_answered", "state"),
        [(True, AssignmentState.DONE), (False, AssignmentState.OPEN)],
    )
    def test_is_open_only_if_there_is_something_to_answer(
        self, lead, ana, is_answered, state
    ):
        project = make.project(lead=lead, annotators=(ana,))
        article = make.article(project)
        make.lease(project, ana)
        if is_answered:
            queues.answer_all(article, ana)
        assigning.withdraw_assignment(
            assignment=Assignment.objects.get(), by=lead, now=make.NOW
        )

        given = assigning.assign_by_name(
            project=project,
            annotator_id=ana.pk,
            articles=[article.pk],
            lead=lead,
            now=make.NOW,
        )

        assert [one.state for one in given.assigned] == [state]
        assert Assignment.objects.get().state == state
