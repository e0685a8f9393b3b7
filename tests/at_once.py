"""Do several things at the same time."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from django.db import connection


def at_once(times: int, call: Callable[[int], Any]) -> list[Any]:
    """Make a call in so many threads that begin together; give what each gave."""
    start = threading.Barrier(times)

    def one(number: int) -> Any:
        start.wait()
        try:
            return call(number)
        finally:
            connection.close()

    with ThreadPoolExecutor(times) as pool:
        return list(pool.map(one, range(times)))
