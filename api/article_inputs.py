"""What a lead sends of one article, and what is shown of it before it is stored."""

from typing import Any

from drf_spectacular.utils import OpenApiExample, extend_schema_serializer
from rest_framework import serializers

from annotator.models import Article
from annotator.services.article_files import RawArticle, language_of, read_file
from annotator.services.drafts import Corrections, Draft
from annotator.services.span_checks import DroppedSpan, GivenSpan
from api import article_examples as examples

LANGUAGE = "A BCP 47 tag such as en or pt-BR; empty where it is not known."


class LanguageField(serializers.CharField):
    """A language tag, which is taken as it is usually cased."""

    def to_internal_value(self, data: Any) -> str:
        written = super().to_internal_value(data)
        tag = language_of(written)
        if written and not tag:
            raise serializers.ValidationError(
                "Give the language by its tag, such as en, de or pt-BR."
            )
        return tag


class Span(serializers.Serializer[object]):
    start = serializers.IntegerField(
        min_value=0, help_text="Code points from the text's start."
    )
    end = serializers.IntegerField(
        min_value=0, help_text="The first code point after the span."
    )


class DroppedLine(Span):
    reason = serializers.CharField(max_length=40)


class ChosenClaim(Span):
    excluded = serializers.BooleanField(
        required=False, default=False, help_text="Kept beside the claims, as none."
    )


class ExcludedSpan(Span):
    rule = serializers.CharField(help_text="Why it is no claim.")


class Suggestion(serializers.Serializer[object]):
    source_type = serializers.CharField(help_text="A key of a built-in source type.")
    score = serializers.FloatField(
        help_text="0 to 1: how likely an annotator would choose the type; 0 if nothing "
        "is suggested."
    )
    rule = serializers.CharField(help_text="Why, in a few words.")
    source = Span(allow_null=True)  # type: ignore[assignment]  # a word of DRF's too
    cue = Span(allow_null=True)


class StoredSuggestion(Suggestion):
    version = serializers.CharField(help_text="Of what made the suggestion.")


class PreviewClaim(Suggestion, ChosenClaim):
    excluded = serializers.BooleanField(help_text="It seems to be no claim.")


@extend_schema_serializer(examples=[OpenApiExample("Two claims", examples.PREVIEW)])
class PreviewOutput(serializers.Serializer[Draft]):
    title = serializers.CharField()
    outlet = serializers.CharField()
    author = serializers.CharField()
    url = serializers.CharField()
    published_on = serializers.DateField(allow_null=True)
    language = serializers.CharField(help_text=LANGUAGE)
    text = serializers.CharField(trim_whitespace=False)
    words = serializers.IntegerField(help_text="Those of the left-out lines not among.")
    notes = serializers.ListField(
        child=serializers.CharField(),
        help_text="What was assumed or changed in reading, for people.",
    )
    dropped = DroppedLine(many=True)
    sentences = Span(many=True)
    claims = PreviewClaim(many=True)
    suggests = serializers.BooleanField(
        help_text="False where the text is not in English or runs from right to left: "
        "no source and no type is suggested then, for the rules are English."
    )
    threshold = serializers.FloatField(
        source="project.suggestion_threshold",
        help_text="The project's: suggestions below it are not filled in.",
    )
    version = serializers.CharField(help_text="Of what made the suggestions.")


class ArticleInput(serializers.Serializer[Article]):
    text = serializers.CharField(
        required=False, trim_whitespace=False, help_text="The text; or send `file`."
    )
    file = serializers.FileField(
        required=False,
        write_only=True,
        help_text="One article: text, Markdown, HTML, DOCX, or PDF with a text layer.",
    )
    title = serializers.CharField(
        required=False, allow_blank=True, max_length=500, default=""
    )
    language = LanguageField(
        required=False, allow_blank=True, max_length=35, default="", help_text=LANGUAGE
    )
    dropped = DroppedLine(
        many=True,
        required=False,
        help_text="The lines to leave out, and no others. Not sent: found.",
    )
    claims = ChosenClaim(
        many=True, required=False, help_text="The claims. Not sent: found."
    )
    outside = Span(
        many=True, required=False, help_text="Whole lines that are not the article's."
    )

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        if ("file" in attrs) == ("text" in attrs):
            raise serializers.ValidationError({"text": ["Send a text or a file."]})
        return attrs

    def read(self) -> RawArticle:
        """
        Give the article as it was sent.

        :raises FileUnreadable: if it is a file that cannot be read
        """
        given = self.validated_data
        outside = tuple((one["start"], one["end"]) for one in given.get("outside", ()))
        if "file" not in given:
            return RawArticle(text=given["text"], outside=outside)
        return read_file(given["file"])

    def corrections(self) -> Corrections:
        """Give what the lead decided."""
        given = self.validated_data
        dropped, claims = given.get("dropped"), given.get("claims")
        return Corrections(
            dropped=None
            if dropped is None
            else [DroppedSpan(**one) for one in dropped],
            claims=None if claims is None else [GivenSpan(**one) for one in claims],
            **{name: given[name] for name in FIELDS if given.get(name)},
        )


FIELDS = ["title", "outlet", "author", "url", "published_on", "language"]


class NewArticleInput(ArticleInput):
    outlet = serializers.CharField(
        required=False, allow_blank=True, max_length=200, default=""
    )
    author = serializers.CharField(
        required=False, allow_blank=True, max_length=200, default=""
    )
    url = serializers.URLField(
        required=False, allow_blank=True, max_length=2000, default=""
    )
    published_on = serializers.DateField(required=False, allow_null=True)
