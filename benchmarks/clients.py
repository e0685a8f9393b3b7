"""People at a queue, as clients of the REST API."""

import http.client
import json
import random
import threading
import time
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from statistics import quantiles
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

PROJECT = "/api/v1/projects/queue"
LIMIT = 2
BATCHED = 0.75
"""In so many of the articles all answers are sent in one request."""
OK = 200


@dataclass
class Record:
    """What the server answered, and how quickly."""

    statuses: Counter[int] = field(default_factory=Counter)
    took: defaultdict[str, list[float]] = field(
        default_factory=lambda: defaultdict(list)
    )
    leased: int = 0
    saved: int = 0
    broken: list[Any] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def quantiles(self) -> dict[str, tuple[float, float, float]]:
        """Give p50, p95 and p99 in milliseconds, by kind of request."""
        found = {}
        for kind, seconds in self.took.items():
            cuts = quantiles([one * 1000 for one in seconds], n=100, method="inclusive")
            found[kind] = (cuts[49], cuts[94], cuts[98])
        return found


@dataclass
class Client:
    """Somebody who works through a queue, or dies at it."""

    user: int
    token: str
    url: str
    record: Record
    drained: threading.Event
    dies_after: int | None = None
    in_the_middle: bool = False
    died: bool = False
    buried: bool = False

    def work(self) -> None:
        """Lease and answer until there is nothing left."""
        where = urlsplit(self.url)
        self.connection = http.client.HTTPConnection(where.hostname or "", where.port)
        self.chance = random.Random(self.user)  # noqa: S311  # no secret
        self.begun: set[int] = set()
        try:
            while not self.drained.is_set() and not self.died:
                self.turn()
        except Exception as error:  # noqa: BLE001  # told at the end
            self.record.broken.append(error)
        finally:
            self.connection.close()

    def turn(self) -> None:
        """Ask for articles and answer them."""
        given = self.send("lease", "POST", f"{PROJECT}/queue/", {"limit": LIMIT})
        articles = given["articles"]
        new = {article["id"] for article in articles} - self.begun
        self.begun |= new
        with self.record.lock:
            self.record.leased += len(new)
        if not articles:
            time.sleep(0.2)
            return
        self.send(
            "heartbeat",
            "POST",
            f"{PROJECT}/heartbeat/",
            {"articles": [article["id"] for article in articles]},
        )
        for article in articles:
            claims = [claim for claim in article["claims"] if not claim["annotation"]]
            if self.dies_after is not None and len(self.begun) > self.dies_after:
                if self.in_the_middle:
                    self.answer(claims[:1])
                self.died = True
                return
            self.answer(claims)

    def answer(self, claims: list[dict[str, Any]]) -> None:
        """Answer claims, together or one after the other."""
        answers = [
            {
                "source_type": self.chance.choice(["named", "anonymous", "unclear"]),
                "confidence": self.chance.randint(1, 3),
                "seconds": 4.5,
            }
            for _ in claims
        ]
        if self.chance.random() < BATCHED:
            saves = [
                {
                    "client_id": str(uuid4()),
                    "claim": claim["id"],
                    "replaces": None,
                    "answer": answer,
                }
                for claim, answer in zip(claims, answers, strict=True)
            ]
            path = "/api/v1/annotations/batch/"
            given = self.send("batch", "POST", path, {"saves": saves})
            refused = [one for one in given["results"] if one["code"]]
            if refused:
                self.record.broken.append(refused[0])
        else:
            for claim, answer in zip(claims, answers, strict=True):
                path = f"/api/v1/claims/{claim['id']}/annotation/"
                self.send("save", "PUT", path, {**answer, "client_id": str(uuid4())})
        with self.record.lock:
            self.record.saved += len(claims)

    def send(self, kind: str, method: str, path: str, body: dict[str, Any]) -> Any:
        """Send a request and give what was answered."""
        headers = {
            "Authorization": f"Bearer {self.token}",
            "Content-Type": "application/json",
        }
        began = time.monotonic()
        # The server closes what was quiet for long, and nothing was done then.
        for attempt in range(2):
            try:
                self.connection.request(method, path, json.dumps(body), headers)
                answer = self.connection.getresponse()
                break
            except (http.client.RemoteDisconnected, BrokenPipeError):
                self.connection.close()
                if attempt:
                    raise
        content = answer.read()
        with self.record.lock:
            self.record.statuses[answer.status] += 1
            self.record.took[kind].append(time.monotonic() - began)
        if answer.status != OK:
            raise RuntimeError(f"{method} {path}: {answer.status} {content!r:.500}")
        return json.loads(content)
