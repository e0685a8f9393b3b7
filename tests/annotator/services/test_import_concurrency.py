"""Imports in which several workers come to the same text at once."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, transaction

from annotator.models import Article, ImportBlock, ImportState
from annotator.services import import_blocks, import_rows
from tests import importing, make


@pytest.fixture
def project(lead):
    return make.project(lead=lead)


@pytest.fixture
def begun(project):
    """Give an import of two rows, cut into one block."""
    rows = [{"text": make.text(number)} for number in range(2)]
    made = importing.start(project, make.jsonl(*rows))
    importing.cut(made)
    return made


@pytest.mark.django_db(transaction=True)
class TestConcurrentWorkers:
    def test_store_each_text_once(self, project, monkeypatch):
        monkeypatch.setattr(import_rows, "MOST_ROWS", 2)
        rows = [{"text": make.text(number % 10)} for number in range(40)]
        made = [importing.start(project, make.jsonl(*rows)) for _ in range(2)]
        for one in made:
            importing.cut(one)
        blocks = list(ImportBlock.objects.order_by("?").values_list("pk", flat=True))

        def take_in(pk):
            try:
                import_blocks.import_block(block_id=pk, clock=lambda: make.NOW)
            finally:
                connection.close()

        with ThreadPoolExecutor(4) as pool:
            list(pool.map(take_in, blocks * 2))

        assert Article.objects.count() == 10
        done = [importing.counts(one) for one in made]
        assert sum(stored for stored, _, _ in done) == 10
        assert all(sum(count) == 40 for count in done)
        assert {one.state for one in made} == {ImportState.DONE}

    def test_find_what_is_stored_while_they_store(self, begun):
        """Only one row is known when it comes to it: the others of the block stay."""
        article = make.article(make.project(), make.text(0))
        is_stored = threading.Event()

        def store_slowly():
            with transaction.atomic():
                Article.objects.filter(pk=article.pk).update(project=begun.project)
                is_stored.set()
                time.sleep(0.5)
            connection.close()

        thread = threading.Thread(target=store_slowly)
        thread.start()
        is_stored.wait()
        importing.take_in(begun)
        thread.join()

        assert importing.counts(begun) == (1, 1, 0)
        assert Article.objects.filter(project=begun.project).count() == 2
