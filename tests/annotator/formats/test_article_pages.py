"""Web pages: all that is seen, and which lines are not the article."""

from datetime import date

import pytest

from annotator.formats.articles import Unreadable, web_page
from tests.annotator.formats.article_files import SENTENCES, page_of

HEAD = """<title>Bridge to close - The Paper</title>
<meta property="og:site_name" content="The Paper"><meta name="author" content="Ana Roe">
<meta property="article:published_time" content="2026-05-04T23:30:00-08:00">
<link rel="canonical" href="https://paper.example/bridge"><style>p {}</style>"""
BODY = f"""<nav><ul><li><a href="/">Home</a><li><a href="/world">World</a></ul></nav>
<article><h1>Bridge to close</h1>
{"".join(f"<p>{sentence}</p>" for sentence in SENTENCES)}
<p>It is &quot;safe&quot;,<b> she</b>&nbsp;said.<br>Then   she
left.</p></article>
<aside><h3>Most read</h3><a href="/x">Another story of some length</a></aside>
<footer>Copyright The Paper</footer>"""


def read(body, head=""):
    # In this process: what the other one costs is tested where files are hostile.
    return web_page.read(page_of(body, head))


@pytest.fixture
def article():
    return read(BODY, HEAD)


def outside(article):
    return [article.text[start:end] for start, end in article.outside]


class TestAPage:
    def test_gives_all_that_is_seen_in_order_with_a_blank_line_between(self, article):
        assert article.text.split("\n\n") == [
            "Home",
            "World",
            "Bridge to close",
            *SENTENCES,
            'It is "safe", she\xa0said.\nThen she left.',
            "Most read",
            "Another story of some length",
            "Copyright The Paper",
        ]

    def test_lists_the_lines_that_are_no_part_of_the_article(self, article):
        assert outside(article) == [
            "Home",
            "World",
            "Most read",
            "Another story of some length",
            "Copyright The Paper",
        ]
        assert "5 of its 12 lines" in article.notes[0]

    def test_says_what_its_metadata_say(self, article):
        assert article.title == "Bridge to close"
        assert article.outlet == "The Paper"
        assert article.author == "Ana Roe"
        assert article.url == "https://paper.example/bridge"
        assert article.published_on == date(2026, 5, 4)


class TestWhatIsNotSeen:
    @pytest.mark.parametrize(
        "hidden",
        [
            "<script>var x = 1</script>",
            "<style>p {}</style>",
            "<template><p>Not</p></template>",
            "<noscript>Not</noscript>",
            "<div hidden>Not</div>",
            '<div style="color: red; DISPLAY : none"><p>Not</p></div>',
            "<!-- Not -->",
            "<svg><text>Not</text></svg>",
            "<select><option>Not</option></select>",
        ],
    )
    def test_is_no_text(self, hidden):
        article = read(f"<p>{SENTENCES[0]}</p>{hidden}after<p>{SENTENCES[1]}</p>")

        assert article.text == f"{SENTENCES[0]}\n\nafter\n\n{SENTENCES[1]}"

    def test_leaves_nothing_of_a_page_that_needs_its_scripts(self):
        with pytest.raises(Unreadable) as refused:
            read("<div id=app></div><script>start()</script>")

        assert refused.value.code == "no_text"


class TestLines:
    def test_are_kept_where_the_page_is_set_as_typed(self):
        article = read(f"<pre>{SENTENCES[0]}\n{SENTENCES[1]}\n\n{SENTENCES[2]}</pre>")

        assert article.text == "\n".join([*SENTENCES[:2], "", SENTENCES[2]])

    def test_make_paragraphs_where_two_breaks_follow(self):
        article = read(f"{SENTENCES[0]}<br><br>{SENTENCES[1]}<br>{SENTENCES[2]}")

        assert article.text == f"{SENTENCES[0]}\n\n{SENTENCES[1]}\n{SENTENCES[2]}"

    def test_are_cells_of_a_table(self):
        article = read("<table><tr><td>Ana<td>Ben</tr></table>")

        assert article.text == "Ana\n\nBen"


class TestTheEncoding:
    @pytest.mark.parametrize("declared", ["iso-8859-1", "windows-1252"])
    def test_is_what_the_page_declares(self, declared):
        page = f"<meta charset={declared}><p>He said “no” at the café. {SENTENCES[0]}"

        article = web_page.read(page.encode("cp1252"))

        assert article.text == f"He said “no” at the café. {SENTENCES[0]}"
        assert "cp1252" in article.notes[0] or declared in article.notes[0]

    def test_is_utf_8_even_if_the_page_declares_another(self):
        page = f"<meta charset=iso-8859-1><p>Café “no”. {SENTENCES[0]}"

        assert web_page.read(page.encode()).text.startswith("Café “no”.")


class TestAFragment:
    def test_that_is_no_article_has_no_lines_outside(self):
        article = read("<p>Too short.</p>")

        assert article.text == "Too short."
        assert article.outside == ()
