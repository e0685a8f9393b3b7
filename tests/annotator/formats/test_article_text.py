# ruff: noqa: RUF001  (curly marks and other scripts are what is tested)
"""Plain text and Markdown: the text itself, whatever its encoding."""

import codecs

import pytest

from annotator.formats.articles import (
    MAX_CHARACTERS,
    RawArticle,
    Unreadable,
    kind_of,
    read_article,
)


class TestAText:
    @pytest.mark.parametrize("name", ["a.txt", "A.TXT", "a.md", "", "notes"])
    def test_is_what_the_file_holds(self, name):
        text = "  A head \r\n\r\nShe said “no”.\tCafe\u0301, café, 👩‍👩‍👧, مرحبا.\r\n\n"

        assert read_article(text.encode(), name) == RawArticle(text)

    @pytest.mark.parametrize(
        ("mark", "codec"),
        [
            (codecs.BOM_UTF8, "utf-8"),
            (codecs.BOM_UTF16_LE, "utf-16-le"),
            (codecs.BOM_UTF16_BE, "utf-16-be"),
            (codecs.BOM_UTF32_LE, "utf-32-le"),
        ],
    )
    def test_loses_its_byte_order_mark_and_says_so(self, mark, codec):
        article = read_article(mark + "Né à Paris 😀".encode(codec), "a.txt")

        assert article.text == "Né à Paris 😀"
        assert "byte order mark" in article.notes[0]

    @pytest.mark.parametrize(
        ("text", "codec", "name"),
        [
            ("He said “no” – at the café.", "cp1252", "Windows-1252"),
            ("Der Minister erklärte die Maßnahmen.", "latin-1", "Windows-1252"),
            ("Министр заявил, что поездка отменена.", "cp1251", "Windows-1251"),
            ("Министр заявил, что поездка отменена.", "koi8-r", "koi8-r"),
            (
                "首相は月曜日に記者会見を開き、計画を発表した。",
                "shift_jis",
                "shift-jis",
            ),
        ],
    )
    def test_is_read_in_the_encoding_that_seems_to_fit_and_says_so(
        self, text, codec, name
    ):
        article = read_article(text.encode(codec), "a.txt")

        assert article.text == text
        assert article.notes[0].startswith(f"Read as {name}, which is a guess.")

    def test_may_have_the_most_characters_but_no_more(self):
        assert len(read_article(b"a" * MAX_CHARACTERS, "a.txt").text) == MAX_CHARACTERS
        with pytest.raises(
            Unreadable, match=f"{MAX_CHARACTERS + 1:,} characters"
        ) as refused:
            read_article(b"a" * (MAX_CHARACTERS + 1), "a.txt")
        assert refused.value.code == "text_too_long"

    @pytest.mark.parametrize("half", [b"\xed\xa0\x80", b"\xed\xb0\x80"])
    def test_with_half_a_character_is_refused(self, half):
        with pytest.raises(Unreadable, match="lone surrogate") as refused:
            read_article(b"Ana Lund said " + half + b" so.", "a.txt")
        assert refused.value.code == "not_text"


class TestTheKind:
    @pytest.mark.parametrize(
        ("name", "head", "kind"),
        [
            ("a.txt", b"<html>", "text"),
            ("a.md", b"# A", "markdown"),
            ("A.HTM", b"<p>", "html"),
            ("a.docx", b"PK\x03\x04", "docx"),
            ("a.pdf", b"\n%PDF-1.7", "pdf"),
            ("a.docx", b"%PDF-1.7", "pdf"),
            ("a.tsv", b"a\tb", "csv"),
            ("a.ndjson", b"{}", "jsonl"),
            ("a.json", b"[", "jsonl"),
            ("page", b"\xef\xbb\xbf <!DOCTYPE HTML>", "html"),
            ("rows", b'{"text": ""}', "jsonl"),
            ("-", b'{\n  "text": ""\n}', "jsonl"),
            ("-", b'[\n  {"text": ""}\n]', "jsonl"),
            ("-", b"title,text\nFerry,It sank.\n", "csv"),
            ("-", b'\xef\xbb\xbf"ID";"Full Text"\r\n', "csv"),
            ("-", b"url\tbody\n", "csv"),
            ("-", b"text\nIt sank.\n", "text"),
            ("-", b"Text, she said\n", "text"),
            ("-", b"Story, Byline and the rest of it\n", "text"),
            ("", b"%PDF-1.7", "pdf"),
            ("", b"PK\x03\x04", "docx"),
            ("", b"Some words", "text"),
            ("dump.log", b"Some words", "text"),
        ],
    )
    def test_is_told_by_name_and_content(self, name, head, kind):
        assert kind_of(name, head) == kind

    @pytest.mark.parametrize(
        ("name", "head", "code"),
        [
            ("a.txt", b"", "empty_file"),
            ("a.doc", b"\xd0\xcf\x11\xe0", "unknown_format"),
            ("a.docx", b"\xd0\xcf\x11\xe0", "encrypted"),
            ("a.odt", b"PK\x03\x04", "unknown_format"),
            ("a.rtf", b"{\\rtf1", "unknown_format"),
            ("a.xlsx", b"PK\x03\x04", "unknown_format"),
            ("a.png", b"\x89PNG\r\n\x1a\n\0\0", "unknown_format"),
            ("a.docx", b"words", "damaged"),
            ("a.pdf", b"words", "damaged"),
        ],
    )
    def test_is_refused_with_a_reason(self, name, head, code):
        with pytest.raises(Unreadable) as refused:
            kind_of(name, head)

        assert refused.value.code == code
        assert str(refused.value).endswith(".")


class TestATable:
    @pytest.mark.parametrize("name", ["a.csv", "a.jsonl"])
    def test_is_no_article(self, name):
        with pytest.raises(Unreadable) as refused:
            read_article(b"text\nwords\n", name)

        assert refused.value.code == "table"
