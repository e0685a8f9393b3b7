import { type ComponentType, type LazyExoticComponent, lazy } from "react";
import { untilServerIsThere } from "@/lib/reach";

let isFirst = true;

/** Give a screen that is loaded when it is first opened, or as soon as the server is there again. */
export function screen<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): LazyExoticComponent<ComponentType<Props>> {
  return lazy(async () => {
    // A browser does not ask a second time for a module that it could not get. The page itself
    // came a moment ago, so its first screen need not wait for the answer.
    if (!isFirst) await untilServerIsThere();
    isFirst = false;
    return { default: await load() };
  });
}
