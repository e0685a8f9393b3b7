"""What a snapshot can be asked for."""

from math import isfinite
from typing import Any

from rest_framework import serializers

from api.answer_filters import ExportFilters

FORMATS = ["parquet", "jsonl", "csv"]
GROUPED_BY = ["article", "outlet", "period"]
SHARES = {"train": 0.8, "validation": 0.1, "test": 0.1}
LARGEST_SEED = 2**31 - 1
CLOSE = 1e-6


class Strict(serializers.Serializer[object]):
    """An input that refuses what nobody knows, so that no slip goes unnoticed."""

    def to_internal_value(self, data: Any) -> Any:
        """Read what was sent."""
        given = super().to_internal_value(data)
        if strange := sorted(set(data) - set(self.fields)):
            raise serializers.ValidationError(
                {name: ["There is no such option."] for name in strange}
            )
        return given


class SnapshotFilters(Strict, ExportFilters):
    """Which answers count; what is not there leaves nothing out."""


class Share(serializers.FloatField):
    """A number from 0 to 1; a text that says that it is none is refused."""

    def __init__(self, **more: Any) -> None:
        super().__init__(**{"min_value": 0, "max_value": 1} | more)

    def to_internal_value(self, data: Any) -> float:
        """Read what was sent."""
        number = super().to_internal_value(data)
        if not isfinite(number):
            self.fail("invalid")
        return number


class SplitShares(Strict):
    """How much of the articles each split is to have; what is not there has none."""

    train = Share(default=0.0)
    validation = Share(default=0.0)
    test = Share(default=0.0)

    def validate(self, given: dict[str, float]) -> dict[str, float]:
        if abs(sum(given.values()) - 1) > CLOSE:
            raise serializers.ValidationError("The shares must add up to 1.")
        if not given["train"]:
            raise serializers.ValidationError("There must be something to train on.")
        return given


class SnapshotSplits(Strict):
    seed = serializers.IntegerField(
        default=0,
        min_value=0,
        max_value=LARGEST_SEED,
        help_text="The same seed splits the same articles in the same way.",
    )
    shares = SplitShares(default=lambda: dict(SHARES))
    by = serializers.ChoiceField(
        choices=GROUPED_BY,
        default="article",
        help_text="What is never cut. With `outlet`, no outlet is in two splits. With "
        "`period`, what is published earlier is trained on and the newest is tested.",
    )
    similarity = Share(
        default=0.5,
        min_value=0.3,
        help_text="Two articles stay together if the longer one has at least this "
        "share of the shorter one's runs of three words.",
    )


class SnapshotInput(Strict):
    filters = SnapshotFilters(default=dict)
    formats = serializers.ListField(
        child=serializers.ChoiceField(choices=FORMATS),
        default=lambda: ["parquet"],
        max_length=len(FORMATS),
        help_text="Parquet is always among them; the others are added.",
    )
    text = serializers.BooleanField(
        default=False,
        help_text="Whether each claim carries its article's whole text.",
    )
    splits = SnapshotSplits(
        default=None,
        allow_null=True,
        help_text="Splits that no article, and no near-duplicate of one, is in two of. "
        "Null: everything is in one.",
    )
