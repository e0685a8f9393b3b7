"""Bytes made smaller as they go by; equal bytes become equal bytes."""

import zlib
from collections.abc import Iterable, Iterator
from enum import StrEnum

import zstandard

GZIP_LEVEL = 1
ZSTD_LEVEL = 3
"""Of both the quick ones: labels become a tenth, and little less with more work."""
_GZIP_WINDOW = 31


class Compression(StrEnum):
    """How bytes are compressed: by its name in HTTP."""

    GZIP = "gzip"
    ZSTD = "zstd"


def compressed(chunks: Iterable[bytes], by: Compression) -> Iterator[bytes]:
    """
    Give the chunks compressed, some bytes for each.

    If `chunks` fails there is no end to what was given, so that nobody takes it for
    the whole.
    """
    # zlib writes a header of gzip without a time.
    packer = (
        zlib.compressobj(GZIP_LEVEL, wbits=_GZIP_WINDOW)
        if by is Compression.GZIP
        else zstandard.ZstdCompressor(ZSTD_LEVEL, write_checksum=True).compressobj()
    )
    for chunk in chunks:
        if packed := packer.compress(chunk):
            yield packed
    yield packer.flush()
