"""What is exported: which answers, and the rows of annotations and of claims."""

from annotator.queries.exports.annotations import annotation_rows, annotation_rows_of
from annotator.queries.exports.choices import EVERY_VOTE, ExportChoice
from annotator.queries.exports.claims import claim_rows, claim_rows_of
from annotator.queries.exports.labels import ExportLabels, export_labels

__all__ = [
    "EVERY_VOTE",
    "ExportChoice",
    "ExportLabels",
    "annotation_rows",
    "annotation_rows_of",
    "claim_rows",
    "claim_rows_of",
    "export_labels",
]
