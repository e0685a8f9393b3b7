import type { Figure } from "@/api/types";
import type { SnapshotDetail } from "./types";

/** What is read of a snapshot's manifest; docs/export.md says all that is in it. */
type Manifest = {
  distribution: Part[];
  splits: Division | null;
  agreement: { variables: Partial<Record<Variable, Figure>> };
  methods: string;
  labels: { key: string }[];
};

/** A split as it came out: its claims by the label that most gave. */
export type Part = {
  split: string;
  articles: number;
  claims: number;
  labels: Record<string, number>;
  no_majority: number;
};

/** How near the splits are to what was asked for. */
type Division = {
  parts: { name: string; wanted: number; share: number | null; articles: number }[];
  /** Groups of near-duplicates, and the articles in them. */
  groups: number;
  grouped: number;
};

export const VARIABLES = ["source_type", "confidence", "source_type_collapsed"] as const;
export type Variable = (typeof VARIABLES)[number];

export function isVariable(name: string): name is Variable {
  return VARIABLES.some((variable) => variable === name);
}

/** Read a manifest as this version of OnRecord writes it; null where there is none yet. */
export function manifestOf({ manifest }: Pick<SnapshotDetail, "manifest">): Manifest | null {
  return manifest as Manifest | null;
}
