// Together, as each alone would cost more to fetch than to have.
export { Banner } from "./Banner";
export { FinishedPart } from "./FinishedPart";
export { LeftOut } from "./LeftOut";
export { OutcomeWords, SpokenOutcome } from "./OutcomeWords";
export { SkipReasons } from "./SkipReasons";
export { SpanEditor } from "./SpanEditor";
