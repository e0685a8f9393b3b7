"""Which broker is chosen, and what keeps it private."""

import os
import stat
import sys

from kombu import Connection

from annotator.supervisor.broker import WHEELS, choose_broker, find_server
from tests.servers import Server, environment


def hide_wheels(monkeypatch):
    """Make the machine one on which no wheel brings a server."""
    for package, _ in WHEELS:
        monkeypatch.setitem(sys.modules, package, None)


class TestChooseBroker:
    def test_takes_the_one_that_is_given(self, tmp_path):
        broker = choose_broker(
            data_dir=tmp_path, environ={"REDIS_URL": "redis://example.test/3"}
        )

        assert broker.url == "redis://example.test/3"
        assert broker.program is None

    def test_runs_a_redis_that_only_its_user_can_reach(self, tmp_path):
        broker = choose_broker(data_dir=tmp_path, environ={"PATH": os.environ["PATH"]})
        assert broker.program is not None

        with Server(broker.program, environ=environment()):
            address = tmp_path / "broker" / "redis.sock"
            assert stat.S_IMODE(address.stat().st_mode) == 0o600
            assert stat.S_IMODE(address.parent.stat().st_mode) == 0o700
            with Connection(broker.url) as connection:
                connection.ensure_connection(max_retries=1)

        assert not address.exists()

    def test_keeps_its_messages_when_killed(self, tmp_path):
        broker = choose_broker(data_dir=tmp_path, environ={})
        assert broker.program is not None

        with Server(broker.program, environ=environment()) as server:
            with Connection(broker.url) as connection:
                connection.SimpleQueue("kept").put("still here")
            server.kill()
            server.start()
            with Connection(broker.url) as connection:
                message = connection.SimpleQueue("kept").get(timeout=10)

        assert message.payload == "still here"

    def test_keeps_the_socket_elsewhere_when_the_path_is_too_long(self, tmp_path):
        deep = tmp_path / ("x" * 100)
        deep.mkdir()

        broker = choose_broker(data_dir=deep, environ={})

        assert broker.socket_folder is not None
        assert stat.S_IMODE(broker.socket_folder.stat().st_mode) == 0o700
        broker.remove_socket_folder()
        assert not broker.socket_folder.exists()

    def test_falls_back_to_a_folder(self, tmp_path, monkeypatch):
        hide_wheels(monkeypatch)

        broker = choose_broker(data_dir=tmp_path, environ={"PATH": str(tmp_path)})

        assert broker.url == "filesystem://"
        assert (tmp_path / "queue").is_dir()

    def test_passes_over_a_server_that_does_not_run(self, tmp_path, monkeypatch):
        hide_wheels(monkeypatch)
        for name, body in (("redis-server", "exit 1"), ("valkey-server", "exit 0")):
            (tmp_path / name).write_text(f"#!/bin/sh\n{body}\n")
            (tmp_path / name).chmod(0o755)

        assert find_server(path=str(tmp_path)) == str(tmp_path / "valkey-server")
