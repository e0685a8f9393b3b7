"""Files made to harm: each is refused with a reason, or costs little."""

import os
import tracemalloc
import zlib
from contextlib import suppress
from io import BytesIO

import pytest

from annotator.formats.articles import (
    MAX_FILE_BYTES,
    MAX_TABLE_BYTES,
    Unreadable,
    check_size,
    read_article,
    read_rows,
)
from tests.annotator.formats.article_files import (
    MAIN_PART,
    SENTENCES,
    Pieces,
    lines_at,
    page_of,
    pdf_drawn,
    pdf_of,
    repacked,
    word_of,
    word_with,
)

LAUGHS = (
    '<!DOCTYPE a [<!ENTITY a0 "ha">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    + "]>"
)
MEGABYTE = 1_000_000


def code_of(content, name):
    with pytest.raises(Unreadable) as refused:
        read_article(content, name)
    assert str(refused.value).endswith(".")
    return refused.value.code


class TestAnyFile:
    @pytest.mark.parametrize("name", ["a.txt", "a.html", "a.docx", "a.pdf", "a"])
    def test_of_no_bytes_is_refused(self, name):
        assert code_of(b"", name) == "empty_file"

    @pytest.mark.parametrize("kind", ["text", "html", "docx", "pdf", "csv", "jsonl"])
    def test_of_200_mb_is_refused_by_its_size(self, kind):
        with pytest.raises(Unreadable, match=r"200\.0 MB") as refused:
            check_size(kind, 200 * MEGABYTE)

        assert refused.value.code == "too_large"

    def test_that_is_too_large_is_not_read(self):
        assert code_of(bytes(MAX_FILE_BYTES + 1), "a.pdf") == "too_large"

    @pytest.mark.parametrize(
        "content",
        [
            os.urandom(2_000),
            b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
            pdf_of(lines_at(*SENTENCES)),
            b"%PDF-1.4 in ASCII",
            word_with("a"),
            b"some\0text",
        ],
    )
    def test_that_is_no_text_is_not_read_as_one(self, content):
        assert code_of(content, "a.txt") == "not_text"

    @pytest.mark.parametrize(
        ("content", "name"),
        [(word_with(*SENTENCES), "a.docx"), (pdf_of(lines_at(*SENTENCES)), "a.pdf")],
    )
    @pytest.mark.parametrize("share", [0.2, 0.6, 0.95])
    def test_that_was_cut_short_is_refused_or_read(self, content, name, share):
        with suppress(Unreadable):
            article = read_article(content[: int(len(content) * share)], name)
            assert SENTENCES[0] in article.text

    def test_of_html_that_was_cut_short_is_read(self):
        page = page_of(f"<p>{SENTENCES[0]}</p><p>{SENTENCES[1]}</p>")

        assert SENTENCES[0] in read_article(page[:-40], "a.html").text


class TestAPage:
    def test_nested_100_000_deep_is_refused(self):
        page = "<div>" * 100_000 + SENTENCES[0] + "</div>" * 100_000

        assert code_of(page.encode(), "a.html") == "too_deep"

    def test_with_entities_of_entities_does_not_expand_them(self):
        page = f"<?xml version='1.0'?>{LAUGHS}<html><body><p>Ha: &a9;</p></body></html>"

        assert read_article(page.encode(), "a.xhtml").text == "Ha: &a9;"

    @pytest.mark.parametrize(
        "markup",
        [
            b"<!--" * 500_000,
            b"<p " + b"a=b " * 500_000 + b">",
            b"<p></p>" * 20_000,
        ],
    )
    def test_of_nothing_but_tags_is_refused(self, markup):
        assert code_of(markup, "a.html") == "no_text"

    def test_of_too_much_text_is_refused(self):
        assert code_of(b"<p>word " * 250_000, "a.html") == "text_too_long"


class TestAWordDocument:
    @pytest.mark.parametrize(
        "parts",
        [
            {MAIN_PART: b" " * 110 * MEGABYTE},
            {f"word/{number}.xml": b"" for number in range(5_001)},
        ],
    )
    def test_that_unpacks_to_too_much_is_refused(self, parts):
        assert code_of(repacked(word_with("a"), parts), "a.docx") == "zip_bomb"

    def test_in_a_document_is_not_unpacked(self):
        inner = repacked(word_with("a"), {"word/bomb.xml": b" " * 110 * MEGABYTE})
        outer = repacked(word_with(SENTENCES[0]), {"word/embeddings/a.docx": inner})

        assert read_article(outer, "a.docx").text == SENTENCES[0]

    def test_that_understates_its_size_is_refused(self):
        content = repacked(word_with("a"), {MAIN_PART: b" " * MEGABYTE})
        size = MEGABYTE.to_bytes(4, "little")

        assert content.count(size) == 2
        small = content.replace(size, (100).to_bytes(4, "little"))
        assert code_of(small, "a.docx") == "damaged"

    def test_with_entities_of_entities_is_refused(self):
        body = "<w:p><w:r><w:t>Ha: &a9;</w:t></w:r></w:p>"

        assert code_of(word_of(body, LAUGHS), "a.docx") == "damaged"

    def test_nested_too_deeply_is_refused(self):
        assert code_of(word_of("<w:p>" * 100_000), "a.docx") == "too_deep"

    def test_without_its_main_part_is_refused(self):
        assert (
            code_of(repacked(word_with("a"), {MAIN_PART: None}), "a.docx") == "damaged"
        )

    def test_that_is_another_archive_is_refused(self):
        assert code_of(b"PK\x03\x04" + os.urandom(500), "a.docx") == "damaged"


class TestAPdf:
    def test_of_500_pages_is_read(self):
        page = pdf_drawn_page()

        assert len(read_article(pdf_drawn([page] * 500), "a.pdf").text) > 100_000

    def test_of_more_pages_is_refused(self):
        assert code_of(pdf_drawn([pdf_drawn_page()] * 501), "a.pdf") == "too_large"

    def test_with_a_password_is_refused(self):
        assert code_of(pdf_of(lines_at("a"), locked=True), "a.pdf") == "encrypted"

    def test_that_inflates_to_gigabytes_is_refused(self):
        deflate = zlib.compressobj(9)
        block = b"BT /F1 9 Tf 72 72 Td (a) Tj ET\n" * 32_000
        begun, again = (
            deflate.compress(block) + deflate.flush(zlib.Z_FULL_FLUSH) for _ in range(2)
        )

        bomb = pdf_drawn([begun + again * 2_000 + deflate.flush()])

        assert code_of(bomb, "a.pdf") in {"too_costly", "text_too_long"}


class TestATable:
    @pytest.mark.parametrize(
        ("head", "piece", "tail", "kind"),
        [
            (b'text\n"', b"a" * MEGABYTE, b'"\ngood\n', "csv"),
            (b'text\n"', (b"a" * 999 + b"\n") * 1_000, b'"\ngood\n', "csv"),
            (b"text\n", b"a" * MEGABYTE, b"\ngood\n", "csv"),
            (b'{"text": "', b"a" * MEGABYTE, b'"}\n{"text": "good"}\n', "jsonl"),
        ],
    )
    def test_with_a_row_of_100_mb_loses_that_row_only(self, head, piece, tail, kind):
        pieces = (piece for _ in range(98))
        file = Pieces(each for group in ([head], pieces, [tail]) for each in group)

        tracemalloc.start()
        long, good = read_rows(file, kind)
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()

        assert long.problem.code == "row_too_long"
        assert len(long.raw) < 3_000
        assert good.article.text == "good"
        assert most < 40 * MEGABYTE

    def test_larger_than_a_table_may_be_is_not_read_to_its_end(self):
        file = Pieces(
            b"text\n" if not n else b"a" * 399_999 + b"\n" for n in range(500)
        )

        with pytest.raises(Unreadable) as refused:
            for _ in read_rows(file, "csv"):
                pass

        assert refused.value.code == "too_large"
        assert file.taken <= MAX_TABLE_BYTES + MEGABYTE

    def test_of_many_rows_is_read_in_flat_memory(self):
        rows = (b"text\n" if not n else b"a" * 2_999 + b"\n" for n in range(10_000))

        tracemalloc.start()
        count = sum(1 for _ in read_rows(Pieces(rows), "csv"))
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()

        assert count == 9_999
        assert most < 5 * MEGABYTE

    def test_with_null_characters_loses_those_rows_only(self):
        [bad, good] = read_rows(
            BytesIO(b"text\na" + b"b" * 300_000 + b"\0\ngood\n"), "csv"
        )

        assert bad.problem.code == "not_text"
        assert "\0" not in bad.raw
        assert good.article.text == "good"

    @pytest.mark.parametrize("line", [b"[" * 100_000, b'{"a":' * 100_000])
    def test_nested_100_000_deep_is_refused(self, line):
        [row] = read_rows(BytesIO(line), "jsonl")

        assert row.problem.code == "too_deep"


def pdf_drawn_page() -> bytes:
    words = " ".join(SENTENCES)
    return zlib.compress(f"BT /F1 9 Tf 72 72 Td ({words}) Tj ET".encode())
