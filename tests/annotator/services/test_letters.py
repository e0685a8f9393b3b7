"""Letters: what they say, that they are sent once, and what a failure leaves."""

import threading
from datetime import timedelta

import pytest
from django.db import connection

from annotator import tasks
from annotator.models import Invitation
from annotator.services import letters
from tests import inviting, mail, make

NOW = make.NOW
pytestmark = pytest.mark.django_db


@pytest.fixture
def project():
    return make.project(lead=make.user("Lena"))


@pytest.fixture
def server(settings):
    with mail.serving() as server:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", server.port
        settings.EMAIL_USE_TLS = False
        settings.DEFAULT_FROM_EMAIL = "OnRecord <onrecord@example.org>"
        yield server


def send(now=NOW):
    letters.send_letters(clock=lambda: now)


def invite(project, email="eve@example.org", **more):
    return inviting.invite(project, email=email, **more)


class TestALetter:
    def test_says_who_invites_to_what_as_what_by_which_link_and_until_when(
        self, project, server
    ):
        made = invite(project)

        send()

        (letter,) = server.letters
        assert letter["To"] == "eve@example.org"
        assert letter["From"] == "OnRecord <onrecord@example.org>"
        assert letter["Reply-To"] == "lena@example.org"
        assert letter["Subject"] == "Lena invites you to Ferries"
        assert letter.get_content_type() == "text/plain"
        assert letter.get_content().replace("\r\n", "\n") == (
            "Lena invites you to Ferries on OnRecord, as an annotator.\n"
            "\n"
            "Join here:\n"
            f"https://onrecord.example.org/join#{inviting.secret(made)}\n"
            "\n"
            "The link is for eve@example.org alone. It works once, and until "
            "18 May 2026, 12:00 UTC.\n"
        )

    def test_is_one_however_names_are_written(self, project, server):
        project.name = "Ferries\r\nBcc: everybody@example.org\r\n\r\nand Füße"
        project.save()
        invite(project)

        send()

        (letter,) = server.letters
        assert letter["Bcc"] is None
        assert letter["Subject"].endswith("Bcc: everybody@example.org and Füße")

    def test_is_noted_as_sent(self, project, server):
        made = invite(project)

        send(NOW + timedelta(seconds=3))

        made.refresh_from_db()
        assert (made.sent_at, made.failure) == (NOW + timedelta(seconds=3), "")

    def test_is_not_written_for_a_link_without_an_address(self, project, server):
        inviting.invite(project, places=3)

        send()

        assert server.letters == []

    @pytest.mark.parametrize(
        "changes",
        [
            {"revoked_at": NOW},
            {"expires_at": NOW},
            {"taken": 1},
            {"sent_at": NOW},
        ],
        ids=lambda changes: next(iter(changes)),
    )
    def test_is_not_sent_once_there_is_no_need(self, project, server, changes):
        invite(project)
        Invitation.objects.update(**changes)

        send()

        assert server.letters == []


class TestTheSweep:
    def test_finds_what_no_message_told_of(self, project, server, monkeypatch):
        sent = []
        invite(project)  # Redis is away: nothing listens where tests look for it
        monkeypatch.setattr(letters, "send", sent.append)

        tasks.sweep()
        tasks.send_letters()

        assert sent == []  # by now this invitation is too old
        Invitation.objects.update(expires_at=NOW + timedelta(days=9999))
        tasks.sweep()
        tasks.send_letters()
        tasks.sweep()

        assert sent == ["annotator.send_letters"]
        assert len(server.letters) == 1


class TestAMailServerThatFails:
    def test_by_being_away_is_noted(self, project, settings, server):
        made = invite(project)
        settings.EMAIL_PORT = 1

        send()

        made.refresh_from_db()
        assert made.sent_at is None
        assert made.failure.startswith("The mail server could not be used: ")
        assert "refused" in made.failure

    @pytest.mark.parametrize(
        ("command", "answer", "failure"),
        [
            (
                "RCPT",
                "550 No such person",
                "The mail server refused the address: 550 No such person",
            ),
            (
                "MAIL",
                "530 Sign in first",
                "The mail server refused the letter: 530 Sign in first",
            ),
            ("DATA", "554 Spam", "The mail server refused the letter: 554 Spam"),
        ],
    )
    def test_by_refusing_is_noted_in_its_words(
        self, project, server, command, answer, failure
    ):
        made = invite(project)
        server.answer[command] = answer

        send()

        made.refresh_from_db()
        assert (made.sent_at, made.failure) == (None, failure)

    def test_with_many_words_is_noted_shortly(self, project, server):
        made = invite(project)
        server.answer["DATA"] = f"554 {'no ' * 200}"

        send()

        made.refresh_from_db()
        assert len(made.failure) == 300

    def test_is_not_tried_again_and_again(self, project, server):
        invite(project)
        server.answer["DATA"] = "554 Spam"
        send()
        server.answer.clear()

        send(NOW + timedelta(hours=1))

        assert server.letters == []

    def test_is_tried_again_when_the_lead_invites_again(self, project, server):
        invite(project)
        server.answer["DATA"] = "554 Spam"
        send()
        server.answer.clear()

        invite(project)
        send()

        assert len(server.letters) == 1

    def test_does_not_hold_up_other_letters(self, project, server):
        broken = invite(project, "eve@example.org")
        invite(project, "ida@example.org")
        Invitation.objects.filter(pk=broken.pk).update(email="eve@example.org\nx")

        send()

        broken.refresh_from_db()
        assert broken.failure.startswith("The letter could not be written.")
        assert [one["To"] for one in server.letters] == ["ida@example.org"]

    def test_leaves_a_link_that_works(self, api, project, server):
        server.answer["DATA"] = "554 Spam"
        made = invite(project)
        send()
        Invitation.objects.update(expires_at=NOW + timedelta(days=9999))

        answer = api(make.user("Eve")).post(
            "/api/v1/invitations/accept/", {"secret": inviting.secret(made)}
        )

        assert answer.status_code == 200

    def test_is_shown_to_the_lead(self, api, project, server):
        server.answer["DATA"] = "554 Spam"
        invite(project)
        send()
        Invitation.objects.update(expires_at=NOW + timedelta(days=9999))
        lead = project.memberships.get().user

        (listed,) = (
            api(lead).get(f"/api/v1/projects/{project.slug}/invitations/").json()
        )

        assert listed["failure"] == "The mail server refused the letter: 554 Spam"
        assert listed["sent_at"] is None

    def test_has_neither_secret_nor_address_in_the_log(self, project, server, caplog):
        server.answer["RCPT"] = "550 No eve@example.org"
        made = invite(project)

        send()

        assert f"invitation {made.pk}" in caplog.text
        assert "eve@" not in caplog.text
        assert made.nonce not in caplog.text


@pytest.mark.django_db(transaction=True)
class TestSeveralWorkers:
    def test_send_a_letter_once(self, project, server):
        for n in range(4):
            invite(project, f"eve{n}@example.org")
        start = threading.Barrier(3)

        def work():
            start.wait()
            try:
                send()
            finally:
                connection.close()

        workers = [threading.Thread(target=work) for _ in range(3)]
        for one in workers:
            one.start()
        for one in workers:
            one.join()

        addresses = sorted(one["To"] for one in server.letters)
        assert addresses == [f"eve{n}@example.org" for n in range(4)]

    def test_leave_a_letter_to_who_is_at_it(self, project, server):
        made = invite(project)
        server.before_taking = lambda: seen.append(second())
        seen = []

        def second():
            worker = threading.Thread(target=lambda: (send(), connection.close()))
            worker.start()
            worker.join()
            return len(server.letters)

        send()

        assert (seen, len(server.letters)) == ([0], 1)
        made.refresh_from_db()
        assert made.sent_at == NOW

    def test_send_what_one_of_them_left_behind(self, project, server):
        invite(project)
        Invitation.objects.update(sending_at=NOW)

        send(NOW + letters.LOST)
        assert server.letters == []

        send(NOW + letters.LOST + timedelta(seconds=1))
        assert len(server.letters) == 1
