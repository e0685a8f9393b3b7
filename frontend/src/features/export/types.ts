import type { components } from "@/api/schema";

type Schemas = components["schemas"];

export type Snapshot = Schemas["SnapshotOutput"];
export type SnapshotDetail = Schemas["SnapshotDetail"];
export type SnapshotOptions = Schemas["SnapshotInputRequest"];
export type SnapshotFilters = Schemas["SnapshotFilters"];
export type Splits = Schemas["SnapshotSplits"];
export type SplitsBy = Schemas["ByEnum"];
export type SplitName = keyof Schemas["SplitShares"];
export type Comparison = Schemas["ComparisonOutput"];
export type ComparisonFigures = Schemas["ComparisonFigures"];
export type Change = ComparisonFigures["examples"][number]["change"];
