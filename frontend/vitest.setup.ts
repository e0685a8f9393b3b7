import { setTimeout as startBeside } from "node:timers";
import { configure } from "@testing-library/react";

// A machine that does much else takes longer than a second to draw.
configure({ asyncUtilTimeout: 10_000 });

/** In ms: what waits longer outlasts every test, such as the five minutes until data is dropped. */
const LONG = 60_000;

// A window that is closed waits for the timers that are set while it ends what is under way. These
// it is not to know of.
const start = globalThis.setTimeout;
globalThis.setTimeout = Object.assign((...given: Parameters<typeof start>) => {
  const [run, delay] = given;
  return Number(delay) > LONG ? startBeside(run, delay).unref() : start(...given);
}, start);
