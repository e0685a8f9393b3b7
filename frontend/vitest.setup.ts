import { configure } from "@testing-library/react";

// A machine that does much else takes longer than a second to draw.
configure({ asyncUtilTimeout: 10_000 });

/** In ms: what waits longer outlasts every test, such as the five minutes until data is dropped. */
const LONG = 60_000;

// A worker ends with its last timer, and no such one is to hold it.
const start = globalThis.setTimeout;
globalThis.setTimeout = Object.assign((...given: Parameters<typeof start>) => {
  const timer = start(...given);
  if (Number(given[1]) > LONG) timer.unref?.();
  return timer;
}, start);
