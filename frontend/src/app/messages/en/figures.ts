import {
  calibration,
  filters,
  labels,
  pairs,
  panels,
  revisions,
  splits,
  team,
  weeks,
} from "./agreement";
import { chart } from "./charts";
import { overview } from "./overview";
import { pair } from "./pair";

export const figures = {
  chart,
  overview,
  pair,
  calibration,
  filters,
  labels,
  pairs,
  panels,
  revisions,
  splits,
  team,
  weeks,
};
