"""Downloads of a snapshot's files, whole or a range of them."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from django.http import (
    FileResponse,
    Http404,
    HttpResponseBase,
    HttpResponseNotModified,
    HttpResponseRedirect,
    StreamingHttpResponse,
)
from django.utils.http import parse_etags
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import (
    OpenApiExample,
    OpenApiParameter,
    OpenApiResponse,
    extend_schema,
)
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.views import APIView

from annotator.services import snapshot_storage
from api import snapshot_examples as examples
from api.errors import plain_problem
from api.export_formats import AsNamed
from api.problems import MEDIA_TYPE, Problem
from api.snapshots import find_snapshot

RANGE = re.compile(r"bytes=(\d{0,19})-(\d{0,19})")
CHUNK = 256 * 1024
KINDS = {
    ".csv": "text/csv; charset=utf-8",
    ".gz": "application/gzip",
    ".json": "application/json",
    ".md": "text/markdown; charset=utf-8",
    ".parquet": "application/vnd.apache.parquet",
}
FILES = [kind.partition(";")[0] for kind in KINDS.values() if "json" not in kind]


class Part(NamedTuple):
    """Bytes of a file, from the first to the last."""

    first: int
    last: int


class NoSuchPart(Exception):
    """Nothing of what is asked for is in the file."""


class SnapshotFileView(APIView):
    content_negotiation_class = AsNamed
    renderer_classes = [JSONRenderer]

    @extend_schema(
        parameters=[
            OpenApiParameter("Range", str, "header", description="Such as bytes=0-99."),
            OpenApiParameter("If-Range", str, "header", description="An ETag."),
        ],
        responses={
            (200, *FILES): OpenApiTypes.BINARY,
            (200, "application/json"): OpenApiResponse(
                OpenApiTypes.OBJECT,
                examples=[OpenApiExample("manifest.json", examples.MANIFEST)],
            ),
            (206, *FILES, "application/json"): OpenApiTypes.BINARY,
            302: OpenApiResponse(description="To the storage, if that is elsewhere."),
            304: OpenApiResponse(description="It is what If-None-Match names."),
            (416, MEDIA_TYPE): OpenApiResponse(
                Problem,
                description="The file ends before that: `range_not_satisfiable`.",
            ),
        },
    )
    def get(
        self, request: Request, slug: str, snapshot_id: int, path: str
    ) -> HttpResponseBase:
        """
        Download a file of a snapshot; `path` is its name there.

        Its ETag is its SHA-256, and a range of bytes may be asked for. Where snapshots
        are kept by a storage service, the answer leads there, for five minutes.
        """
        snapshot = find_snapshot(request, slug, snapshot_id)
        file = next((one for one in snapshot.files if one["name"] == path), None)
        if file is None:
            raise Http404
        name = f"{slug}-{snapshot.digest[:12]}-{path.replace('/', '-')}"
        kept = snapshot_storage.find(snapshot.digest, path, download=name)
        if isinstance(kept, str):
            return HttpResponseRedirect(kept)
        try:
            answer = _content(request, kept, file["sha256"])
        except FileNotFoundError as error:
            # It was just deleted, or a database was restored without its snapshots.
            raise Http404 from error
        answer["ETag"] = f'"{file["sha256"]}"'
        answer["Accept-Ranges"] = "bytes"
        # It never changes, but who may read it does.
        answer["Cache-Control"] = "private, no-cache"
        if answer.status_code in {200, 206}:
            answer["Content-Type"] = KINDS[Path(path).suffix]
            answer["Content-Disposition"] = f'attachment; filename="{name}"'
        return answer


def _content(request: Request, file: Path, sha256: str) -> HttpResponseBase:
    etag, size = f'"{sha256}"', file.stat().st_size
    known = parse_etags(request.headers.get("If-None-Match", ""))
    if "*" in known or etag in [one.removeprefix("W/") for one in known]:
        return HttpResponseNotModified()
    # Half of one file and half of another would be no file at all.
    is_same = request.headers.get("If-Range", etag).strip() == etag
    try:
        part = read_range(request.headers.get("Range", ""), size) if is_same else None
    except NoSuchPart:
        refused = plain_problem(
            416, "range_not_satisfiable", f"This file has {size} bytes."
        )
        refused["Content-Range"] = f"bytes */{size}"
        return refused
    if part is None:
        whole: HttpResponseBase = FileResponse(file.open("rb"))
        whole["Content-Length"] = str(size)
        return whole
    length = part.last - part.first + 1
    answer = StreamingHttpResponse(_read(file, part.first, length), status=206)
    answer["Content-Range"] = f"bytes {part.first}-{part.last}/{size}"
    answer["Content-Length"] = str(length)
    return answer


def read_range(asked: str, size: int) -> Part | None:
    """
    Read which part of a file is asked for; None for the whole.

    What is no range of bytes, or several of them, is passed over, as it may be.

    :raises NoSuchPart: if the file has nothing there
    """
    found = RANGE.fullmatch(asked.replace(" ", ""))
    if found is None or found.groups() == ("", ""):
        return None
    first, last = (int(number) if number else None for number in found.groups())
    if first is None:  # so many bytes from the end
        if not last or not size:
            raise NoSuchPart
        return Part(max(0, size - last), size - 1)
    if last is not None and last < first:
        return None
    if first >= size:
        raise NoSuchPart
    return Part(first, size - 1 if last is None else min(last, size - 1))


def _read(file: Path, first: int, length: int) -> Iterator[bytes]:
    with file.open("rb") as content:
        content.seek(first)
        while length > 0 and (chunk := content.read(min(CHUNK, length))):
            length -= len(chunk)
            yield chunk
