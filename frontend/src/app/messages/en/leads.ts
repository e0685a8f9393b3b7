import { article } from "./article";
import { articles } from "./articles";
import { dashboard } from "./dashboard";
import { imports } from "./imports";
import { assigning, proposals, queue } from "./queue";
import { suggestions } from "./suggestions";

export const leads = {
  article,
  articles,
  dashboard,
  imports,
  suggestions,
  queue,
  proposals,
  assigning,
};
