import { articles } from "./en/articles";
import { imports } from "./en/imports";
import { suggestions } from "./en/suggestions";
import type { Shape } from "./index";

const en = { articles, imports, suggestions };

/** The sentences of screens that only leads work with: nobody else has to load them. */
export const leadMessages: Shape<typeof en> = en;
