import { vi } from "vitest";
import type { components } from "@/api/schema";
import { makeProject as makeAnyProject } from "@/api/testing";
import type { Project } from "@/api/types";
import { DEFAULT } from "./choice";
import type { Comparison, Snapshot, SnapshotDetail } from "./types";

/** Objects for the tests of this folder. */

export const CHOICES: components["schemas"]["ExportChoices"] = {
  revisions: [
    { number: 1, created_at: "2026-05-01T08:00:00Z", change_note: "" },
    { number: 2, created_at: "2026-05-04T08:00:00Z", change_note: "Boards are bodies" },
  ],
  annotators: [
    { code: "k7m2qp", name: "Ana" },
    { code: "x3d9rt", name: "Ben" },
  ],
  outlets: ["Ledger", ""],
  first_day: "2026-05-01",
  last_day: "2026-05-09",
};

export const FILTERED = {
  ...DEFAULT,
  since: "2026-05-01",
  until: "2026-05-09",
  revisions: [1, 2],
  annotators: ["k7m2qp", "x3d9rt"],
  outlets: ["", "Harbor’s & ‘Post'"],
  decided: true,
  minVotes: 2,
};

export function makeProject(role: Project["role"] = "lead"): Project {
  const type = { definition: "", hotkey: "1", maps_to: null, built_in: true };
  return makeAnyProject({
    role,
    source_types: [
      { ...type, key: "named", name: "Named source", color: "named" },
      { ...type, key: "official_statement", name: "Official statement", color: "official" },
    ],
  });
}

export const DIGEST = "3f9a0c1d2e4b5a6978".padEnd(64, "0");

export function makeSnapshot(changes: Partial<SnapshotDetail> = {}): SnapshotDetail {
  return {
    id: 12,
    state: "done",
    step: "",
    done: 0,
    total: null,
    error: "",
    options: {
      filters: { since: "2026-05-01", min_votes: 2 },
      formats: ["parquet"],
      text: false,
      splits: {
        seed: 0,
        by: "article",
        similarity: 0.7,
        shares: { train: 0.8, validation: 0.1, test: 0.1 },
      },
    },
    digest: DIGEST,
    size: 2_100_000,
    claims: 1144,
    annotations: 3400,
    created_by: "Lena",
    created_at: "2026-05-04T12:00:00Z",
    finished_at: "2026-05-04T12:00:09Z",
    files: [
      makeFile("data/claims/train.parquet", 915),
      makeFile("data/claims/validation.parquet", 119),
      makeFile("data/claims/test.parquet", 110),
      makeFile("README.md", null),
    ],
    manifest: MANIFEST,
    ...changes,
  };
}

/** One that a worker has to take, or is taking, or could not take. */
export function makeUnfinished(changes: Partial<Snapshot> = {}): SnapshotDetail {
  const nothing = { digest: "", size: 0, claims: null, annotations: null, files: [] };
  const state = { state: "running", finished_at: null, manifest: null } as const;
  return makeSnapshot({ id: 13, ...nothing, ...state, ...changes });
}

function makeFile(name: string, rows: number | null): Snapshot["files"][number] {
  const url = `http://news.example/api/v1/projects/ferries/snapshots/12/files/${name}`;
  return { name, rows, url, bytes: 51_200, sha256: `${name.length}`.padStart(64, "a") };
}

export const ALPHA = {
  value: 0.71,
  status: "ok",
  interval: { method: "articles", n: 40, se: 0.05, low: 0.61, high: 0.81, status: "ok" },
} as const;

export const MANIFEST = {
  labels: [{ key: "named" }, { key: "official_statement" }],
  distribution: [
    ["train", 20, 915, 600],
    ["validation", 3, 119, 80],
    ["test", 2, 110, 70],
  ].map(([split, articles, claims, named]) => ({
    split,
    articles,
    claims,
    labels: { named, official_statement: 30 },
    no_majority: Number(claims) - Number(named) - 30,
  })),
  splits: {
    parts: [
      { name: "train", wanted: 0.8, share: 0.8, articles: 20 },
      { name: "validation", wanted: 0.1, share: 0.12, articles: 3 },
      { name: "test", wanted: 0.1, share: 0.08, articles: 2 },
    ],
    groups: 1,
    grouped: 2,
  },
  agreement: {
    variables: {
      source_type: { ...ALPHA, pairable_units: 1100 },
      confidence: { ...ALPHA, value: null, interval: null, pairable_units: 0 },
    },
  },
  methods: "Agreement was measured.",
};

export const COMPARISON: Comparison = {
  before: 11,
  after: 12,
  state: "done",
  error: "",
  asked_at: "2026-05-04T12:10:00Z",
  finished_at: "2026-05-04T12:10:02Z",
  figures: {
    claims: { before: 1142, after: 1144, added: 3, removed: 1, relabeled: 2 },
    votes: { before: 3380, after: 3400, added: 22, removed: 2, changed: 5 },
    relabeled: [{ before: "named", after: null, claims: 2 }],
    examples: [
      {
        change: "relabeled",
        claim_id: 81,
        article_id: 7,
        article_title: "Ferry to stop in March",
        quote: "The ferry will stop",
        before: "named",
        after: null,
      },
      {
        change: "added",
        claim_id: 82,
        article_id: 7,
        article_title: "",
        quote: "A bridge will come",
        before: null,
        after: "official_statement",
      },
    ],
    agreement: [
      {
        variable: "source_type",
        before: ALPHA,
        after: { ...ALPHA, value: 0.74 },
        difference: 0.03,
      },
    ],
    guidelines: [],
  },
};

/** A server that has these snapshots, for as long as it is up. */
export function serve(...snapshots: SnapshotDetail[]) {
  const state = {
    snapshots,
    comparison: COMPARISON,
    isUp: true,
    asked: [] as string[],
    sent: [] as unknown[],
    refusal: null as object | null,
  };
  vi.stubGlobal("fetch", async (request: Request) => {
    if (!state.isUp) throw new TypeError("Failed to fetch");
    const [, what = ""] = new URL(request.url).pathname.split("/projects/ferries/");
    state.asked.push(`${request.method} ${what}`);
    if (what === "export/filters/") return Response.json(CHOICES);
    if (what.includes("/compare/")) return Response.json(state.comparison);
    if (request.method === "POST") {
      state.sent.push(await request.json());
      if (state.refusal) return Response.json(state.refusal, { status: 400 });
      const made = makeUnfinished({ id: 20 + state.sent.length, state: "waiting" });
      state.snapshots = [made, ...state.snapshots];
      return Response.json(made, { status: 202 });
    }
    if (what === "snapshots/") {
      return Response.json({ next: null, previous: null, results: state.snapshots });
    }
    const found = state.snapshots.find(({ id }) => what === `snapshots/${id}/`);
    if (!found) return Response.json({ code: "not_found", detail: "None." }, { status: 404 });
    if (request.method !== "DELETE") return Response.json(found);
    state.snapshots = state.snapshots.filter((one) => one !== found);
    return new Response(null, { status: 204 });
  });
  return state;
}
