"""
Exports streamed by the production server: time, CPU, and what memory they take.

    python -m benchmarks.export                          # 60,000 annotations
    python -m benchmarks.export 5000000                  # and after them, 5 million
    python -m benchmarks.export 5000000 claims.jsonl     # of these files alone

A real PostgreSQL, and gunicorn as the image starts it. Three answers a claim, ten
claims an article of 1.3 kB. A client reads the bytes and keeps none. CPU is that of the
processes alone; memory is how far the worker that streams rises above what it held
before, as the kernel itself keeps it (VmHWM), so this needs Linux. Each worker has
streamed every file of a tiny project before, for what is loaded only once. Where there
are two sizes, the last table says how many rows a second the larger has of those of the
smaller.
"""

import http.client
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any
from urllib.parse import urlsplit

from benchmarks.api import family, running
from benchmarks.export_world import World, make_world
from benchmarks.saves_world import sign_in
from benchmarks.scale import cpu

SMALL = 60_000
ROUNDS = 3
"""The smaller project's files are streamed so often, and medians shown."""
TINY = 600
WARM = 12
"""Requests for each file of the tiny project, so that each worker has some."""
PIECE = 1 << 18
OK = 200
FILES = [
    ("annotations.jsonl", ""),
    ("annotations.jsonl", "gzip"),
    ("annotations.jsonl", "zstd"),
    ("annotations.csv", ""),
    ("annotations.parquet", ""),
    ("claims.jsonl", ""),
    ("claims.jsonl", "gzip"),
    ("claims.jsonl", "zstd"),
    ("claims.csv", ""),
    ("claims.parquet", ""),
    ("claims.jsonld", ""),
    ("tokens.conll", ""),
]
HEAD = (
    "| file | MB | first byte, s | whole, s | rows/s | server CPU, s "
    "| PostgreSQL CPU | client CPU | memory, MB more |\n"
    "|---|---|---|---|---|---|---|---|---|"
)


@dataclass
class Streamed:
    """What came of streaming a file once."""

    size: int
    first: float
    whole: float
    server: float
    database: float
    client: float
    memory: float


class Reader:
    """A lead's client, and the servers it watches."""

    def __init__(self, url: str, servers: list[Any]) -> None:
        self.where = urlsplit(url)
        self.web, self.databases = servers[0], servers[1:]

    def workers(self) -> list[int]:
        """Give the processes that stream."""
        return family(self.web)[1:]

    def spent(self) -> tuple[float, float, float]:
        """Give the CPU seconds of the server, the database and this process."""
        database = sum(cpu(family(one)) for one in self.databases)
        return cpu(family(self.web)), database, time.process_time()

    def stream(self, world: World, file: str, encoding: str) -> Streamed:
        """Read a file to its end."""
        headers = sign_in(world.lead) | {"Accept-Encoding": encoding or "identity"}
        connection = http.client.HTTPConnection(
            self.where.hostname or "", self.where.port
        )
        before = {pid: forget_peak(pid) for pid in self.workers()}
        spent, began = self.spent(), time.monotonic()
        path = f"/api/v1/projects/{world.project.slug}/export/{file}"
        connection.request("GET", path, headers=headers)
        answer = connection.getresponse()
        size = len(answer.read(1))
        first = time.monotonic() - began
        piece = bytearray(PIECE)
        lines = 0
        while got := answer.readinto(piece):
            size += got
            if not encoding:
                lines += piece.count(b"\n", 0, got)
        whole = time.monotonic() - began
        after = self.spent()
        connection.close()
        assert answer.status == OK, f"{file}: {answer.status}"
        assert answer.headers.get("Content-Encoding", "") == encoding, file
        if file.endswith(".jsonl") and not encoding:
            assert lines == rows_of(world, file), f"{file}: {lines} lines"
        server, database, client = (
            late - early for late, early in zip(after, spent, strict=True)
        )
        memory = max(peak(pid) - held for pid, held in before.items())
        return Streamed(size, first, whole, server, database, client, memory)


def forget_peak(pid: int) -> float:
    """Have the kernel begin anew with a process's peak; give what it holds, in MB."""
    Path(f"/proc/{pid}/clear_refs").write_text("5")
    return status(pid, "VmRSS")


def peak(pid: int) -> float:
    """Give the most memory that a process has held, in MB."""
    return status(pid, "VmHWM")


def status(pid: int, name: str) -> float:
    """Give a figure in MB of what the kernel says of a process."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    found = next(line for line in lines if line.startswith(f"{name}:"))
    return int(found.split()[1]) / 1024


def rows_of(world: World, file: str) -> int:
    """Give how many rows a file has; tokens are counted by their claims."""
    return world.annotations if file.startswith("annotations") else world.claims


def measure(
    reader: Reader, world: World, files: list[tuple[str, str]], rounds: int
) -> dict[tuple[str, str], float]:
    """Stream files and print a table; give the rows a second."""
    print(
        f"\n{world.annotations:,} annotations of {world.claims:,} claims\n\n{HEAD}",
        flush=True,
    )
    pace = {}
    for file, encoding in files:
        streamed = [reader.stream(world, file, encoding) for _ in range(rounds)]
        first, whole, server, database, client = (
            median(getattr(one, name) for one in streamed)
            for name in ("first", "whole", "server", "database", "client")
        )
        memory = max(one.memory for one in streamed)
        pace[file, encoding] = rows_of(world, file) / whole
        print(
            f"| {file} {encoding} | {streamed[0].size / 1e6:.1f} | {first:.3f} "
            f"| {whole:.2f} | {pace[file, encoding]:,.0f} | {server:.2f} "
            f"| {database:.2f} | {client:.2f} | {memory:.1f} |",
            flush=True,
        )
    return pace


def made(annotations: int) -> World:
    """Make a project and say how long that took."""
    began = time.monotonic()
    world = make_world(annotations)
    if annotations > TINY:
        took = time.monotonic() - began
        print(f"{world.annotations:,} annotations made in {took:.0f} s", flush=True)
    return world


def main(large: int, only: list[str]) -> None:
    """Measure the usual size, and another one if it is asked for."""
    files = [one for one in FILES if not only or one[0] in only]
    with running() as (url, servers):
        reader = Reader(url, servers)
        tiny = made(TINY)
        for _ in range(WARM):
            for file, encoding in files:
                reader.stream(tiny, file, encoding)
        worlds = [made(size) for size in dict.fromkeys((SMALL, large))]
        paces = [
            measure(reader, world, files, ROUNDS if world is worlds[0] else 1)
            for world in worlds
        ]
    if len(paces) > 1:
        small, big = (f"{world.annotations:,}" for world in worlds)
        print(f"\n| file | rows/s of {big} : {small} |\n|---|---|")
        for file, encoding in files:
            ratio = paces[1][file, encoding] / paces[0][file, encoding]
            print(f"| {file} {encoding} | {ratio:.2f} |")


if __name__ == "__main__":
    given = sys.argv[1:]
    sizes = [int(one) for one in given if one.isdigit()]
    main(sizes[0] if sizes else SMALL, [one for one in given if not one.isdigit()])
