"""
CPU and memory of the agreement engine, against programs that do parts of it.

    python -m benchmarks.agreement                  # 10^4, 10^5 and 10^6 units
    python -m benchmarks.agreement 10000 100000     # other sizes

Every unit has 5 of 50 raters and one of 5 labels from each; an article has 20 units.
Whatever is measured starts from the same columns, in a process of its own and on one
thread; of a few runs the median counts. The other programs are installed, by pip, into
a venv under .cache/benchmarks that nothing else uses. Prints a Markdown table; the
values of both sides are compared before a row is printed.
"""

import json
import os
import resource
import subprocess
import sys
import time
import venv
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np

from annotator import metrics
from annotator.metrics import Level, Ratings, Weights
from benchmarks import peers

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".cache" / "benchmarks"
SIZES = [10_000, 100_000, 1_000_000]
RATERS, EACH, LABELS, PER_ARTICLE = 50, 5, 5, 20
RUNS = 3
COLUMNS = ["units", "raters", "labels", "articles"]
ONE_THREAD = dict.fromkeys(
    ["OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"], "1"
)
Measured = dict[str, Any]
"""`cpu` in seconds, by what it was spent on; `values`; `peak` bytes over the data."""


def write_columns(units: int, folder: Path) -> None:
    """Write ratings, every two raters sharing units; raters are right to degrees."""
    chance = np.random.default_rng(units)
    truth = chance.choice(LABELS, units, p=[0.35, 0.25, 0.2, 0.12, 0.08])
    raters = chance.random((units, RATERS), np.float32).argsort(axis=1)[:, :EACH]
    skill = chance.uniform(0.5, 0.9, RATERS)
    right = chance.random((units, EACH)) < skill[raters]
    other = chance.integers(0, LABELS, (units, EACH))
    columns = {
        "units": np.repeat(np.arange(units), EACH),
        "raters": raters.ravel(),
        "labels": np.where(right, truth[:, None], other).ravel(),
        "articles": np.repeat(np.arange(units) // PER_ARTICLE, EACH),
    }
    for name, column in columns.items():
        np.save(folder / f"{name}.npy", column.astype(np.int64))


# -- ours, each from columns


def ratings(columns: peers.Columns, *, clustered: bool = False) -> Ratings:
    return Ratings(
        columns["units"],
        columns["raters"],
        columns["labels"],
        tuple("12345"),
        columns["articles"] if clustered else None,
    )


def coefficients(columns: peers.Columns, *, clustered: bool = False) -> Measured:
    """Count everything, then every coefficient with its standard errors."""
    started = time.process_time()
    tally = metrics.count(ratings(columns, clustered=clustered))
    counted = time.process_time()
    alpha = metrics.krippendorff_alpha(tally)
    weighted = (metrics.gwet_ac, metrics.fleiss_kappa, metrics.brennan_prediger)
    found = [
        *(metrics.krippendorff_alpha(tally, level) for level in Level),
        *(metrics.percent_agreement(tally, weights) for weights in Weights),
        *(metrics.conger_kappa(tally, weights) for weights in Weights),
        *(one(tally, weights) for one in weighted for weights in Weights),
        *metrics.alpha_by_label(tally).values(),
        *metrics.fleiss_by_label(tally).values(),
    ]
    spent = time.process_time() - counted
    assert all(one.interval and one.interval.se for one in found)
    return {
        "cpu": {"counting": counted - started, f"{len(found)} coefficients": spent},
        "values": {"alpha": alpha.value},
    }


def clustered_coefficients(columns: peers.Columns) -> Measured:
    """Do the same with standard errors clustered by article."""
    return coefficients(columns, clustered=True)


def pairwise_kappas(columns: peers.Columns) -> Measured:
    """Count everything, then Cohen's kappa of every pair with its standard error."""
    started = time.process_time()
    tally = metrics.count(ratings(columns))
    counted = time.process_time()
    pairs = metrics.cohen_kappas(tally)
    done = time.process_time()
    return {
        "cpu": {"counting": counted - started, "kappas": done - counted},
        "values": {"kappas": pairs.kappa},
    }


def rater_figures(columns: peers.Columns) -> Measured:
    """Count everything, then all that is said of each rater."""
    started = time.process_time()
    tally = metrics.count(ratings(columns))
    metrics.standings(tally, metrics.cohen_kappas(tally))
    return {"cpu": {"all": time.process_time() - started}, "values": {}}


def dawid_skene(columns: peers.Columns) -> Measured:
    started = time.process_time()
    model = metrics.dawid_skene(
        columns["units"],
        columns["raters"],
        columns["labels"],
        size_units=int(columns["units"][-1]) + 1,
        size_raters=RATERS,
        size_labels=LABELS,
    )
    spent, most = time.process_time() - started, _most_resident()
    # Both sides' likelihoods are worked out alike, which takes memory of its own.
    rates = model.error_rates.transpose(0, 2, 1).reshape(-1, LABELS)
    likelihood = peers.log_likelihood(columns, model.marginals, rates)
    return {
        "cpu": {"fit": spent},
        "values": {"log_likelihood": likelihood, "iterations": model.iterations},
        "most": most,
    }


MEASURES: dict[str, Callable[[peers.Columns], Measured]] = {
    "coefficients": coefficients,
    "clustered": clustered_coefficients,
    "kappas": pairwise_kappas,
    "raters": rater_figures,
    "dawid_skene": dawid_skene,
    "peer_alpha": peers.krippendorff_alpha,
    "peer_kappas": peers.pairwise_kappas,
    "peer_dawid_skene": peers.dawid_skene,
}


# -- measuring: each in a process of its own


def measure_here(name: str, folder: Path) -> None:
    """Measure in this process, and print what came out as JSON."""
    columns = {column: np.load(folder / f"{column}.npy") for column in COLUMNS}
    before = _resident()
    found = MEASURES[name](columns)
    most = found.pop("most", None) or _most_resident()
    print(json.dumps({**found, "peak": max(most - before, 0)}))


def _resident() -> int:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize()


def _most_resident() -> int:
    # Not getrusage's figure, in which a child has its parent's memory too.
    status = Path("/proc/self/status").read_text()
    (line,) = (line for line in status.splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) * 1024


def measure(name: str, folder: Path, runs: int = RUNS) -> Measured:
    """Give the run whose CPU is the median one."""
    python = peers_python() if name.startswith("peer") else Path(sys.executable)
    found: list[Measured] = []
    for _ in range(runs):
        done = subprocess.run(
            [python, "-m", "benchmarks.agreement", "--measure", name, folder],
            cwd=ROOT,
            env=os.environ | ONE_THREAD,
            stdout=subprocess.PIPE,
            check=True,
        )
        found.append(json.loads(done.stdout))
    found.sort(key=cpu)
    return found[len(found) // 2]


def cpu(measured: Measured) -> float:
    return float(sum(measured["cpu"].values()))


def peers_python() -> Path:
    """Give the Python that has the other programs, after installing them if need be."""
    python = VENV / "bin" / "python"
    if not python.exists():
        print(f"Installing {', '.join(peers.PACKAGES)}.", file=sys.stderr)
        venv.create(VENV, with_pip=True)
        subprocess.run(
            [python, "-m", "pip", "install", "--quiet", *peers.PACKAGES],
            check=True,
            stdout=sys.stderr,
        )
    return python


# -- the table


def row(what: str, ours: Measured, theirs: Measured | None, part: str = "") -> None:
    """Print one line of the table; `part` names the peers' time that counts alone."""
    cells = [what, _seconds(ours), f"{ours['peak'] / 2**20:.0f} MB"]
    if theirs is None:
        cells += ["", "", ""]
    else:
        alone = theirs["cpu"][part] if part else cpu(theirs)
        cells += [_seconds(theirs), f"{alone / cpu(ours):.0f}x"]
        cells += [f"{theirs['peak'] / 2**20:.0f} MB"]
    print(f"| {' | '.join(cells)} |", flush=True)


def _seconds(measured: Measured) -> str:
    parts = measured["cpu"]
    said = ", ".join(f"{name} {spent:.3f}" for name, spent in parts.items())
    return f"{cpu(measured):.3f} s" + (f" ({said})" if len(parts) > 1 else "")


def compare(units: int, folder: Path) -> None:
    """Measure everything of one size, and print its rows."""
    write_columns(units, folder)
    alpha = measure("peer_alpha", folder)
    for name, what in (("coefficients", "claims"), ("clustered", "articles")):
        ours = measure(name, folder)
        assert abs(ours["values"]["alpha"] - alpha["values"]["alpha"]) < 1e-9
        row(f"{units:,}: all coefficients, errors over {what}", ours, alpha, "alpha")
    theirs, ours = measure("peer_kappas", folder, 1), measure("kappas", folder)
    both = [each["values"]["kappas"] for each in (ours, theirs)]
    assert len(both[0]) == len(both[1]) == RATERS * (RATERS - 1) // 2
    assert np.abs(np.subtract(*both)).max() < 1e-9
    row(f"{units:,}: {len(both[0]):,} pairwise kappas", ours, theirs)
    row(f"{units:,}: figures of 50 raters", measure("raters", folder), None)
    ours = measure("dawid_skene", folder)
    theirs = measure("peer_dawid_skene", folder, 1)
    reached = [each["values"]["log_likelihood"] for each in (ours, theirs)]
    assert reached[0] >= reached[1] - 1e-9 * abs(reached[1]), reached
    more = f"log-likelihood {reached[0]:.2f} against {reached[1]:.2f}"
    row(f"{units:,}: Dawid-Skene, {more}", ours, theirs)


def main() -> None:
    sizes = [int(size) for size in sys.argv[1:]] or SIZES
    peers_python()
    print("| units and what | CPU | memory | theirs | times | their memory |")
    print("|---" * 6 + "|")
    for units in sizes:
        with TemporaryDirectory() as folder:
            compare(units, Path(folder))


if __name__ == "__main__":
    if "--measure" in sys.argv:
        measure_here(sys.argv[-2], Path(sys.argv[-1]))
    else:
        main()
