"""Files that a lead takes from a chart: read as the programs that open them do."""

import base64
import csv
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from playwright.sync_api import Page

SVG = "{http://www.w3.org/2000/svg}"
PAINTED = """
async (data) => {
    const image = new Image();
    image.src = `data:image/png;base64,${data}`;
    await image.decode();
    const { naturalWidth: width, naturalHeight: height } = image;
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext("2d");
    context.drawImage(image, 0, 0);
    const { data: bytes } = context.getImageData(0, 0, width, height);
    const pixels = new Uint32Array(bytes.buffer);
    return { width, height, colors: new Set(pixels).size };
}
"""


def download(page: Page, title: str, kind: str) -> tuple[str, Path]:
    """Take a chart's file; give its name and where it lies."""
    with page.expect_download() as waiting:
        page.get_by_role("button", name=f"{kind}: download “{title}”").click()
    return waiting.value.suggested_filename, waiting.value.path()


def drawn(path: Path) -> tuple[float, float, str]:
    """Read a drawing; give its width, height and words."""
    root = ElementTree.parse(path).getroot()  # noqa: S314
    assert root.tag == f"{SVG}svg"
    words = " ".join("".join(one.itertext()) for one in root.iter(f"{SVG}text"))
    return float(root.attrib["width"]), float(root.attrib["height"]), words


def painted(page: Page, path: Path) -> dict[str, Any]:
    """Let the browser decode a picture; give its size and how many colors it has."""
    data = base64.b64encode(path.read_bytes()).decode()
    found: dict[str, Any] = page.evaluate(PAINTED, data)
    return found


def numbers(path: Path) -> list[list[str | float | None]]:
    """Read a table; an empty cell is none, and what can be a number is one."""
    with path.open(encoding="utf-8", newline="") as file:
        return [[cell_of(cell) for cell in row] for row in [*csv.reader(file)][1:]]


def cell_of(text: str) -> str | float | None:
    try:
        return float(text)
    except ValueError:
        return text or None
