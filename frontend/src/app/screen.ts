import { type ComponentType, type LazyExoticComponent, lazy } from "react";
import { isFromDevice } from "@/api/kept";
import { SESSION_KEPT } from "@/api/session";
import { isScreenKept } from "@/lib/offline";
import { leaveOldBuild, untilServerIsThere } from "@/lib/reach";

let isFirst = true;

/**
 * Give a screen that is loaded when it is first opened, or as soon as the server is there again.
 *
 * One that `isKept` needs no server where a service worker holds it.
 */
export function screen<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  isKept = false,
): LazyExoticComponent<ComponentType<Props>> {
  return lazy(async () => {
    // A browser does not ask a second time for a module that it could not get. Where the server
    // gave the page a moment ago, its first screen need not wait for the answer.
    const isThere = isFirst && !isFromDevice(SESSION_KEPT);
    if (!isThere && !(isKept && isScreenKept())) await untilServerIsThere();
    isFirst = false;
    try {
      return { default: await load() };
    } catch (error) {
      await leaveOldBuild();
      throw error;
    }
  });
}
