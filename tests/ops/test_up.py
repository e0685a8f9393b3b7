"""`manage.py up`, from its start to the last process."""

import os
import signal
import socket
import sys
from urllib.request import urlopen

import pytest

READY = "OnRecord is ready at"
SWEPT = r"Task annotator\.sweep\[[^\n]* succeeded"
TALKATIVE = {"LOG_LEVEL": "DEBUG", "SWEEP_SECONDS": "1"}

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")


def health(port: str) -> int:
    try:
        with urlopen(f"http://127.0.0.1:{port}/healthz", timeout=10) as answer:
            status: int = answer.status
            return status
    except OSError:  # of which URLError is one, and a connection that is cut another
        return 0


class TestStart:
    def test_answers_and_loads_the_demo_once(self, start_up):
        first = start_up(DEMO="1")
        first.wait_for(READY)

        assert health(first.port) == 200
        assert f"OnRecord is ready at http://127.0.0.1:{first.port}/" in first.said
        assert "password: on the record" in first.said
        assert "lead " in first.said
        first.popen.terminate()
        assert first.end() == 0

        second = start_up(DEMO="1")
        second.wait_for(READY)

        assert "demo  " not in second.said
        assert "password: on the record" in second.said

    def test_keeps_everything_private(self, start_up, tmp_path):
        up = start_up()
        up.wait_for(READY)

        kept = [p for p in (tmp_path / "data").rglob("*") if not p.is_symlink()]
        assert {p.name for p in kept} >= {"onrecord.sqlite3", "redis.sock"}
        assert [p for p in kept if p.stat().st_mode & 0o077] == []

    @pytest.mark.parametrize("broker", ["", "filesystem://"])
    def test_works_in_a_long_path_with_odd_characters(self, start_up, tmp_path, broker):
        folder = tmp_path / "a folder of 100% café" / ("x" * 120) / "data"
        folder.mkdir(parents=True)
        up = start_up(data_dir=folder, REDIS_URL=broker, **TALKATIVE)

        up.wait_for(SWEPT)

        up.popen.terminate()
        assert up.end() == 0
        up.wait_until(lambda: up.processes() == {})

    def test_says_when_the_port_is_in_use(self, start_up):
        with socket.create_server(("127.0.0.1", 0)) as taken:
            port = taken.getsockname()[1]
            up = start_up(PORT=str(port))

            assert up.end() == 1
        assert up.said == (
            f"CommandError: Port {port} is in use. Stop what uses it, or choose "
            f"another: PORT={port + 1} make run\n"
        )

    @pytest.mark.usefixtures("started_before")
    def test_says_when_the_data_is_in_use(self, start_up, tmp_path):
        first = start_up()
        first.wait_for(READY)
        second = start_up()

        assert second.end() == 1
        assert second.said == (
            f"CommandError: OnRecord already runs on the data in {tmp_path / 'data'}. "
            "Stop it, or choose another folder: DATA_DIR=… make run\n"
        )

    def test_says_when_the_database_is_away(self, start_up, tmp_path):
        up = start_up(
            DATABASE_URL=f"postgresql://nobody@/none?host={tmp_path}",
            SECRET_KEY="x" * 50,
        )

        assert up.end() == 1
        assert up.said.startswith("CommandError: The database cannot be used: ")
        assert up.said.count("\n") == 1


@pytest.mark.usefixtures("started_before")
class TestStop:
    @pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
    def test_leaves_nothing_behind(self, start_up, tmp_path, number):
        up = start_up()
        up.wait_for(READY)
        assert len(up.processes()) >= 6  # with gunicorn's own worker

        os.killpg(up.popen.pid, number)  # a shell signals the whole group

        assert up.end() == 0
        up.wait_until(lambda: up.processes() == {})
        assert not (tmp_path / "data" / "broker" / "redis.sock").exists()

    def test_leaves_nothing_behind_when_killed(self, start_up, tmp_path):
        up = start_up(**TALKATIVE)
        up.wait_for(r"onrecord@\S+ ready")

        up.popen.kill()

        up.end()
        up.wait_until(lambda: up.processes() == {})
        assert not (tmp_path / "data" / "broker" / "redis.sock").exists()
        again = start_up()
        again.wait_for(READY)


@pytest.mark.usefixtures("started_before")
class TestRestart:
    def test_starts_again_whatever_ends(self, start_up):
        up = start_up(**TALKATIVE)
        up.wait_for(SWEPT)

        for name, *words in (
            ("broker", "redis.sock"),
            ("web", "gunicorn"),
            ("worker", "celery", "worker"),
            ("beat", "celery", "beat"),
        ):
            os.kill(up.one_of(*words), signal.SIGKILL)
            up.wait_for(rf"{name} ended \(killed by SIGKILL\); starting it again")

        up.wait_for(r"(?s)beat ended.*" + SWEPT)
        up.wait_until(lambda: health(up.port) == 200)
