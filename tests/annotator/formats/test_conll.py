"""Tagged tokens: read back by a few lines, each span is what it was."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.conll import Tagged, TaggedArticle, apart, to_conll
from tests.conll import read, spans

TEXT = "#Ferries stop, she said.\r\nThe well-known boat is old 🚢. Nobody knows."
SENTENCES = [(0, 24), (26, 55), (56, 69)]
WORDS = st.text(
    st.sampled_from("ab1-'. \r\n#א\u0301🚢\u200d🇩"), min_size=1, max_size=60
)


def article(text=TEXT, sentences=SENTENCES, claims=(), sources=(), cues=()):
    return TaggedArticle(7, "ab" * 32, text, sentences, claims, sources, cues)


def written(*articles):
    return b"".join(to_conll(articles)).decode()


@st.composite
def tagged(draw):
    """Draw a text with sentences, and spans that hold something and do not overlap."""
    text = draw(WORDS)
    places = st.integers(0, len(text))
    drawn = draw(st.lists(st.tuples(places, places)))
    claims = apart(
        Tagged(start, end, "named")
        for start, end in drawn
        if text[start:end].strip("\r\n \u200d")
    )
    ends = sorted({0, len(text), *draw(st.sets(places))})
    return article(text, list(pairwise(ends)), claims)


class TestTokenTags:
    def test_say_what_each_token_is(self):
        told = written(
            article(
                claims=[Tagged(0, 13, "named")],
                sources=[Tagged(15, 18, "source")],
                cues=[Tagged(19, 23, "cue")],
            )
        )

        first, *_ = told.partition("\n\n")
        assert first.splitlines()[-7:] == [
            "1\t#\t0\t1\tB-named\tO\tO",
            "2\tFerries\t1\t8\tI-named\tO\tO",
            "3\tstop\t9\t13\tI-named\tO\tO",
            "4\t,\t13\t14\tO\tO\tO",
            "5\tshe\t15\t18\tO\tB-source\tO",
            "6\tsaid\t19\t23\tO\tO\tB-cue",
            "7\t.\t23\t24\tO\tO\tO",
        ]
        assert told.startswith(
            "# global.columns = ID FORM START END CLAIM SOURCE CUE\n"
        )
        assert "# newdoc id = 7\n" in told
        assert "# text = The well-known boat is old 🚢.\n" in told

    def test_cut_a_token_in_which_a_claim_ends(self):
        told = read(written(article(claims=[Tagged(30, 35, "x"), Tagged(35, 45, "y")])))

        rows = [(row["FORM"], row["CLAIM"]) for row in told[7][1]]
        assert rows[:6] == [
            ("The", "O"),
            ("well", "B-x"),
            ("-", "I-x"),
            ("known", "B-y"),
            ("boat", "I-y"),
            ("is", "O"),
        ]

    def test_end_no_sentence_within_a_claim(self):
        told = read(written(article(claims=[Tagged(46, 69, "named")])))

        assert [len(sentence) for sentence in told[7]] == [7, 10]

    def test_leave_out_what_is_in_no_sentence(self):
        told = read(written(article(sentences=SENTENCES[1:])))

        assert told[7][0][0]["FORM"] == "The"

    def test_keep_articles_apart(self):
        other = TaggedArticle(9, "", "Fine.", [(0, 5)], [], [], [])

        assert list(read(written(article(), other))) == [7, 9]
        assert read(written()) == {}

    @given(tagged())
    def test_give_each_span_again(self, article):
        told = read(written(article))

        found = spans(told.get(7, []), "CLAIM", article.text)
        expected = [
            (article.text[start:end].split(), label)
            for start, end, label in article.claims
        ]
        assert [
            ("".join(quote.split()).replace("\u200d", ""), label)
            for quote, label in found
        ] == [
            ("".join(words).replace("\u200d", ""), label) for words, label in expected
        ]


class TestSpansApart:
    def test_are_the_first_of_those_that_overlap(self):
        given = [Tagged(5, 9, "a"), Tagged(8, 12, "b"), Tagged(0, 5, "c")]

        assert apart(given) == [given[2], given[0]]
        assert apart([Tagged(0, 20, "d"), *given]) == [Tagged(0, 20, "d")]

    @given(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 9))))
    def test_overlap_never(self, drawn):
        kept = apart(Tagged(start, start + size, "") for start, size in drawn)

        assert all(a.end <= b.start for a, b in pairwise(kept))
