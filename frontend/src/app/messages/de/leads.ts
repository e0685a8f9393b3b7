import type { LeadMessages } from "../leads";
import { articles } from "./articles";
import { dashboard } from "./dashboard";
import { imports } from "./imports";
import { assigning, proposals, queue } from "./queue";
import { suggestions } from "./suggestions";

export const leads: LeadMessages = {
  articles,
  dashboard,
  imports,
  suggestions,
  queue,
  proposals,
  assigning,
};
