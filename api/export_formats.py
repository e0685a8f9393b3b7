"""The forms in which rows are streamed, and the answers that carry them."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

import orjson
from django.http import StreamingHttpResponse
from django.utils.cache import patch_vary_headers
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiExample, OpenApiResponse
from rest_framework.negotiation import BaseContentNegotiation
from rest_framework.renderers import BaseRenderer
from rest_framework.request import Request

from annotator.formats.columns import Column
from annotator.formats.compressing import Compression, compressed
from annotator.formats.jsonl import to_jsonl
from annotator.formats.parquet import to_parquet
from annotator.formats.safe_csv import table_to_csv

PACKED = {
    Compression.GZIP: (".gz", "application/gzip"),
    Compression.ZSTD: (".zst", "application/zstd"),
}
EXAMPLE_FOLDER = (
    "https://onrecord.example.org/api/v1/projects/harbor-city-pilot/export/"
)


@dataclass(frozen=True)
class Table:
    """
    Rows with their columns, and what the answer's headers are to say of them.

    `goes_on` is whether these follow what the reader has got before.
    """

    columns: tuple[Column, ...]
    rows: Iterable[Any]
    headers: dict[str, str] = field(default_factory=dict)
    goes_on: bool = False


@dataclass(frozen=True)
class Form:
    """
    A form that tables are written in; one that is `packed` is compressed inside.

    `write` takes the address that the table was asked for at, too. `broken` is what is
    written after a part of a table that would be whole by itself, so that no reader
    takes it for one.
    """

    ending: str
    media_type: str
    about: str
    write: Callable[[Table, str], Iterator[bytes]]
    packed: bool = False
    broken: bytes = b""

    def responses(self, example: Table) -> dict[tuple[int, str], OpenApiResponse]:
        """Describe the answers, as the OpenAPI has them; `example` is shown in one."""
        if self.packed:
            told = OpenApiResponse(OpenApiTypes.BINARY, description=self.about)
            return {(200, self.media_type): told}
        is_json = "+json" in self.media_type
        kind = OpenApiTypes.OBJECT if is_json else OpenApiTypes.STR
        address = f"{EXAMPLE_FOLDER}claims.{self.ending}"
        written = b"".join(self.write(example, address)).decode()
        shown = OpenApiExample(
            "Begins so", orjson.loads(written) if is_json else written
        )
        plain = OpenApiResponse(kind, description=self.about, examples=[shown])
        file = OpenApiResponse(OpenApiTypes.BINARY, description=self.about)
        return {
            (200, self.media_type.partition(";")[0]): plain,
            **{(200, kind): file for _, kind in PACKED.values()},
        }


JSONL = Form(
    "jsonl",
    "application/x-ndjson",
    "One JSON object a line; see docs/export.md.",
    lambda table, _: to_jsonl(table.rows),
    broken=b'{"broken off',
)
CSV = Form(
    "csv",
    "text/csv; charset=utf-8",
    "A column for each part of a row, such as `source_start`; lists are JSON. No cell "
    "begins a formula: an apostrophe stands before what could.",
    lambda table, _: table_to_csv(table.columns, table.rows),
    broken=b'"broken off',
)
PARQUET = Form(
    "parquet",
    "application/vnd.apache.parquet",
    "Columns with types; compressed inside.",
    lambda table, _: to_parquet(table.columns, table.rows),
    packed=True,
)


class AsNamed(BaseContentNegotiation):
    """The path names the format, whatever a client says that it accepts."""

    def select_parser(self, request, parsers):  # type: ignore[no-untyped-def]
        return parsers[0] if parsers else None

    def select_renderer(  # type: ignore[no-untyped-def]
        self, request, renderers, format_suffix=None
    ) -> tuple[BaseRenderer, str]:
        return renderers[0], renderers[0].media_type


def streamed(
    request: Request,
    table: Table,
    form: Form,
    *,
    name: str,
    compress: Compression | None = None,
) -> StreamingHttpResponse:
    """
    Answer with a table as a file, compressed if that is asked for or understood.

    What fails on the way ends the connection before the end of the answer, so that no
    client takes a part for the whole; nor what is read from a part that was kept.
    """
    chunks = _to_the_end(form.write(table, request.build_absolute_uri()), form)
    answer = StreamingHttpResponse(content_type=form.media_type, headers=table.headers)
    file = f"{name}.{form.ending}"
    if compress is not None:
        ending, answer["Content-Type"] = PACKED[compress]
        file += ending
        chunks = compressed(chunks, compress)
    elif not form.packed:
        chunks = _as_understood(request, answer, chunks)
    answer["Content-Disposition"] = f'attachment; filename="{file}"'
    # Of an answer to HEAD nothing is sent: then no row has to be read.
    answer.streaming_content = iter(()) if request.method == "HEAD" else chunks
    return answer


def _to_the_end(chunks: Iterator[bytes], form: Form) -> Iterator[bytes]:
    try:
        yield from chunks
    except Exception:
        # Through a proxy that speaks HTTP/1.0 the end of the connection is any end.
        if form.broken:
            yield form.broken
        raise


def _as_understood(
    request: Request, answer: StreamingHttpResponse, chunks: Iterator[bytes]
) -> Iterator[bytes]:
    """Compress what is sent, where the client says that it understands this."""
    patch_vary_headers(answer, ["Accept-Encoding"])
    encoding = best_of(request.headers.get("Accept-Encoding", ""))
    if encoding is None:
        return chunks
    answer["Content-Encoding"] = encoding
    return compressed(chunks, encoding)


def best_of(accepted: str) -> Compression | None:
    """Give the compression that an Accept-Encoding likes most; zstd among equals."""
    weights = {}
    for part in accepted.lower().split(","):
        name, *parameters = (one.strip() for one in part.split(";"))
        weights[name] = _weight(parameters)
    best = max(Compression, key=lambda one: (weights.get(one, 0), one))
    return best if weights.get(best, 0) > 0 else None


def _weight(parameters: list[str]) -> float:
    for one in parameters:
        name, _, value = one.partition("=")
        if name.strip() == "q":
            try:
                return float(value)
            except ValueError:
                return 0
    return 1
