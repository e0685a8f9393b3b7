import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from annotator.management.commands.extract import Command

ROOT = Path(__file__).resolve().parents[3]
PAGE = """Connect with us

Ferry sinks off Calder in a storm

Published

on

Ferry sinks off Calder in a storm

“It was 👩\u200d👧 like a wall,” Ana Roe, the captain, said.\r
Officials did not respond to a request for comment.

Read more
"""


@pytest.fixture
def pasted(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_bytes(PAGE.encode())
    return path


def extracts(capsys, *arguments):
    call_command("extract", *map(str, arguments), "--jsonl")
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


class TestTheExtractCommand:
    def test_prints_an_article_a_line(self, capsys, pasted):
        (found,) = extracts(capsys, pasted)

        assert found["file"] == str(pasted)
        assert found["title"] == "Ferry sinks off Calder in a storm"
        assert [line["text"] for line in found["dropped"]] == [
            "Connect with us",
            "Ferry sinks off Calder in a storm",
            "Published",
            "on",
            "Ferry sinks off Calder in a storm",
            "Read more",
        ]
        first, second = found["claims"]
        assert first["source"]["text"] == "Ana Roe, the captain"
        assert first["cue"]["text"] == "said"
        assert (first["source_type"], first["excluded"]) == ("named", False)
        assert (second["excluded"], second["rule"]) == (True, "about the reporting")
        assert len(found["sentences"]) == 2

    def test_counts_code_points_of_the_text_as_it_was(self, capsys, pasted):
        (found,) = extracts(capsys, pasted)

        spans = [*found["claims"], *found["dropped"]]
        spans += [claim["source"] for claim in found["claims"] if claim["source"]]
        assert all(PAGE[one["start"] : one["end"]] == one["text"] for one in spans)

    def test_keeps_every_line_if_told_to(self, capsys, pasted):
        (found,) = extracts(capsys, pasted, "--no-clean")

        assert found["dropped"] == []
        assert found["sentences"][0] == {"start": 0, "end": 15}

    def test_reads_each_row_of_a_table(self, capsys, tmp_path):
        path = tmp_path / "articles.jsonl"
        path.write_text('{"text": "It rained, Roe said."}\n{"text": "It snowed."}\n')

        found = extracts(capsys, path)

        assert [one["row"] for one in found] == [1, 2]
        assert found[0]["claims"][0]["source"]["text"] == "Roe"

    def test_prints_a_table_for_people(self, capsys, pasted):
        call_command("extract", str(pasted))

        lines = capsys.readouterr().out.splitlines()
        assert lines[0] == f"{pasted}: Ferry sinks off Calder in a storm"
        assert lines[1] == "6 lines left out (date, headline, navigation, read_more)."
        assert lines[2] == "1 claim, 1 proposed to be excluded."
        assert lines[5].split()[:3] == ["1", "named", "0.90"]

    def test_goes_on_after_a_file_that_cannot_be_read(self, capsys, pasted, tmp_path):
        empty = tmp_path / "empty.txt"
        empty.touch()

        with pytest.raises(CommandError, match="2 could not be read"):
            call_command("extract", str(empty), str(tmp_path / "none.txt"), str(pasted))

        said = capsys.readouterr()
        assert "The file is empty." in said.err
        assert "No such file or directory" in said.err
        assert "Ferry sinks" in said.out

    def test_gives_the_text_of_what_is_no_text_itself(self, capsys, tmp_path):
        page = tmp_path / "page.html"
        page.write_text("<title>Rain</title><p>It <b>rained</b>, Roe said.</p>")

        (found,) = extracts(capsys, page)

        assert list(found)[:3] == ["file", "title", "text"]
        assert found["text"] == "It rained, Roe said."
        (claim,) = found["claims"]
        assert found["text"][claim["start"] : claim["end"]] == claim["text"]

    def test_says_once_what_was_assumed_of_a_file(self, capsys, tmp_path):
        table = tmp_path / "table.csv"
        table.write_bytes(b"text\nCaf\xe9s closed.\nCaf\xe9s opened.\n")

        call_command("extract", str(table), "--jsonl")

        said = capsys.readouterr()
        assert said.err.count("Read as Windows-1252, which is a guess.") == 1
        assert len(said.out.splitlines()) == 2

    def test_reads_an_object_over_many_lines_as_one_article(self, capsys, tmp_path):
        path = tmp_path / "article.json"
        path.write_text(json.dumps({"title": "Rain", "text": "It rained."}, indent=4))

        (found,) = extracts(capsys, path)

        assert found["title"] == "Rain"

    def test_says_what_offsets_count(self):
        parser = Command().create_parser("manage.py", "extract")

        assert "code points" in parser.format_help()


class TestTheExtractProgram:
    def test_reads_standard_input_and_needs_no_database(self):
        done = program("-", "--jsonl", given=PAGE.encode())

        assert json.loads(done.stdout)["claims"][0]["source_type"] == "named"

    def test_prints_utf8_and_reads_a_table_whatever_the_locale(self):
        given = "title;text\nRain;“It rained,” Roe said.\n"

        done = program("-", given=given.encode(), PYTHONIOENCODING="ascii")

        assert "“It rained,” Roe said." in done.stdout.decode()
        assert done.stdout.startswith(b"-, row 1: Rain")

    def test_ends_quietly_if_nobody_reads_on(self, tmp_path):
        table = tmp_path / "table.jsonl"
        table.write_text('{"text": "It rained, Roe said."}\n' * 2_000)
        reading, writing = os.pipe()
        os.close(reading)

        with os.fdopen(writing, "wb") as closed:
            done = subprocess.run(
                [sys.executable, "manage.py", "extract", str(table)],
                cwd=ROOT,
                stdout=closed,
                stderr=subprocess.PIPE,
                check=False,
            )

        assert (done.returncode, done.stderr) == (141, b"")


def program(*arguments, given, **environment):
    return subprocess.run(
        [sys.executable, "manage.py", "extract", *arguments],
        cwd=ROOT,
        input=given,
        capture_output=True,
        check=True,
        env={**os.environ, **environment},
    )
