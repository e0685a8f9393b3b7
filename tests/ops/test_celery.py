"""A worker outlives its broker, whatever it was doing for it."""

import pytest
from kombu import Connection, Exchange, Queue

from annotator.celery import app
from tests import servers

QUEUE = Queue("work", Exchange("work"), routing_key="work")


@pytest.fixture
def message():
    """Give a message that was taken and is not done, and the channel it came by."""
    with servers.redis() as (_, url), Connection(url) as connection:
        channel = connection.channel()
        queue = QUEUE(channel)
        queue.declare()
        with connection.Producer() as producer:
            producer.publish({"do": "this"}, exchange="work", routing_key="work")
        yield queue.get(), channel


class TestAMessageOfALostChannel:
    @pytest.mark.parametrize("settle", ["ack", "reject", "requeue"])
    def test_is_settled_without_a_word(self, message, settle):
        taken, channel = message
        channel.close()

        getattr(taken, settle)()

        assert app.connection().transport.Channel is type(channel)

    def test_of_an_open_one_is_gone_once_it_is_done(self, message):
        taken, channel = message
        taken.ack()

        assert channel.client.hlen(channel.unacked_key) == 0
