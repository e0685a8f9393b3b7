"""The servers that other tests rely on start, stop and die as they say."""

import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psycopg
import pytest
from kombu import Connection
from kombu.exceptions import OperationalError

from annotator.supervisor.broker import find_server
from annotator.supervisor.process import Program
from tests import chromium, postgres, servers


class TestPostgres:
    @pytest.mark.parametrize(
        "find", [postgres.installed_binaries, postgres.wheel_binaries]
    )
    def test_runs_on_a_socket_only(self, find):
        binaries = find()
        if binaries is None:
            pytest.skip("not on this machine")

        with postgres.own_postgres(binaries) as server:
            with server.database() as url, psycopg.connect(url) as connection:
                row = connection.execute("SHOW listen_addresses").fetchone()
            assert server.answers()

        assert row == ("",)
        assert not server.answers()

    def test_runs_from_a_private_folder(self):
        binaries = postgres.wheel_binaries()
        if binaries is None or not servers.is_root():
            pytest.skip("only root has to change its user")
        with tempfile.TemporaryDirectory(dir="/tmp") as private:
            copy = postgres.copy_of_wheel(binaries, Path(private))

            with postgres.own_postgres(copy) as server:
                assert server.answers()


class TestRedis:
    def test_comes_back_at_the_same_address(self):
        with servers.redis() as (server, url):
            for end in (server.kill, server.stop):
                end()
                with pytest.raises(OperationalError), Connection(url) as connection:
                    connection.ensure_connection(max_retries=1, timeout=1)
                server.start()
            with Connection(url) as connection:
                connection.ensure_connection(max_retries=1)

    def test_runs_on_this_machine(self):
        assert find_server(path=os.environ["PATH"])


class TestServer:
    @pytest.mark.skipif(sys.platform != "linux", reason="asks for Linux's prctl")
    def test_dies_with_the_tests(self):
        child = subprocess.Popen(
            [
                *(sys.executable, "-c"),
                "from tests import servers\n"
                "with servers.redis() as (server, url):\n"
                "    print(server.popen.pid, flush=True)\n"
                "    input()",
            ],
            cwd=servers.ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        assert child.stdout
        assert child.stdin
        pid = int(child.stdout.readline())

        child.send_signal(signal.SIGKILL)

        child.wait()
        child.stdout.close()
        child.stdin.close()
        deadline = time.monotonic() + 30
        while Path(f"/proc/{pid}/cmdline").exists() and time.monotonic() < deadline:
            time.sleep(0.05)
        assert not Path(f"/proc/{pid}/cmdline").exists()

    def test_shows_what_it_wrote_when_it_does_not_start(self):
        program = Program(
            "broken", [sys.executable, "-c", "print('why')"], ready=lambda: False
        )

        with (
            pytest.raises(AssertionError, match=r"(?s)broken ended.*why"),
            servers.Server(program, environ=servers.environment()),
        ):
            pass

    def test_tells_what_it_wrote_since_it_was_started_again(self):
        command = [sys.executable, "-c", "import time; print(1); time.sleep(60)"]
        server = servers.Server(
            Program("twice", command, ready=lambda: "1" in server.log_since_start),
            environ=servers.environment(),
        )

        with server:
            server.kill()
            server.start()
            assert (server.log_since_start, server.log) == ("1\n", "1\n1\n")


class TestChromium:
    def test_must_run_when_it_is_named(self, monkeypatch, tmp_path):
        monkeypatch.setenv("CHROMIUM", str(tmp_path / "nothing"))

        with pytest.raises(chromium.NoBrowser, match="does not run"):
            chromium.find_chromium()
