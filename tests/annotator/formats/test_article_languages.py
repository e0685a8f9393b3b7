"""The language of an article, where its file says one."""

import json

import pytest
from docx import Document

from annotator.formats.articles import FIELDS, language_of, pdf, web_page, word
from tests.annotator.formats.article_files import (
    SENTENCES,
    lines_at,
    page_of,
    pdf_of,
    saved,
    word_with,
)
from tests.annotator.formats.test_article_tables import csv_rows, json_rows

BODY = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)


class TestATag:
    @pytest.mark.parametrize(
        ("written", "tag"),
        [
            ("en", "en"),
            (" DE ", "de"),
            ("pt-br", "pt-BR"),
            ("en_US", "en-US"),
            ("zh-hant-hk", "zh-Hant-HK"),
            ("es-419", "es-419"),
            ("de-1996", "de-1996"),
            ("gsw", "gsw"),
            ("eng", "en"),
        ],
    )
    def test_is_cased_as_usual(self, written, tag):
        assert language_of(written) == tag

    @pytest.mark.parametrize(
        "written",
        [
            *(
                "",
                "English",
                "deutsch",
                "und",
                "mul",
                "x",
                "en,de",
                "en-",
                "en US",
                "ﬁ",
            ),
            *("{{ locale }}", "en\x00", "en\n-US", "de-" + "a" * 9),
            "en" + "-abcdefgh" * 4,
        ],
    )
    def test_is_none_where_nothing_is_named(self, written):
        assert language_of(written) == ""


class TestAPage:
    @pytest.mark.parametrize(
        ("opening", "head", "tag"),
        [
            ('<html lang="de-at">', "", "de-AT"),
            ('<html xml:lang="fr">', "", "fr"),
            ("<html>", '<meta property="og:locale" content="nb_NO">', "nb-NO"),
            ("<html>", "", ""),
            ('<html lang="">', '<meta property="og:locale" content="">', ""),
            ('<html lang="{lang}">', '<meta property="og:locale" content="sv">', "sv"),
        ],
    )
    def test_says_it_for_itself_or_where_it_is_shared(self, opening, head, tag):
        page = page_of(BODY, head).replace(b"<html>", opening.encode())

        assert web_page.read(page).language == tag

    @pytest.mark.parametrize(
        "data",
        [
            {"@type": "NewsArticle", "inLanguage": "de"},
            {"@graph": [{"@type": "Person"}, {"inLanguage": "de"}]},
            [
                {
                    "inLanguage": {
                        "@type": "Language",
                        "name": "German",
                        "alternateName": "de",
                    }
                }
            ],
            {"inLanguage": ["German", "de"]},
        ],
    )
    def test_says_it_in_its_data(self, data):
        shared = '<meta property="og:locale" content="en_US">'
        head = f'<script type="application/ld+json">{json.dumps(data)}</script>{shared}'

        assert web_page.read(page_of(BODY, head)).language == "de"

    @pytest.mark.parametrize(
        "data", ["", "{", "[" * 100_000, "null", '{"inLanguage": 5}']
    )
    def test_is_read_whatever_its_data_are(self, data):
        head = f'<script type="application/ld+json">{data}</script>'

        assert web_page.read(page_of(BODY, head)).language == ""


class TestADocument:
    def test_says_it_in_its_properties(self):
        document = word_with(*SENTENCES)

        assert word.read(document).language == ""
        assert word.read(_in_language("de-DE")).language == "de-DE"

    def test_of_pdf_says_it_in_its_catalog(self):
        document = pdf_of(lines_at(*SENTENCES))
        tagged = document.replace(b"/Type/Catalog", b"/Type/Catalog/Lang(de-CH)")

        assert pdf.read(document).language == ""
        assert pdf.read(tagged).language == "de-CH"


class TestARow:
    @pytest.mark.parametrize("name", ["language", "Lang", "locale", "language-code"])
    def test_has_it_in_a_column(self, name):
        [row] = csv_rows(f"text,{name}\nEins.,de_DE\n")

        assert row.article.language == "de-DE"
        assert row.article.notes == ()

    def test_says_what_was_left_out(self):
        named, unnamed = json_rows(
            {"text": "Eins.", "language": "German"}, {"text": "Zwei.", "language": None}
        )

        assert named.article.language == unnamed.article.language == ""
        assert named.article.notes == (
            "The language “German” was left out: it is no tag such as en or pt-BR.",
        )
        assert unnamed.article.notes == ()

    def test_can_be_mapped(self):
        assert "language" in FIELDS
        [row] = json_rows(
            {"text": "Eins.", "spoken": "de"},
            mapping={"text": "text", "spoken": "language"},
        )

        assert row.article.language == "de"


def _in_language(language: str) -> bytes:
    document = Document()
    document.core_properties.language = language
    document.add_paragraph(SENTENCES[0])
    return saved(document)
