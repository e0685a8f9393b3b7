// Together, as each alone would cost more to fetch than to have.
export { Banner } from "./Banner";
export { FinishedPart } from "./FinishedPart";
export { SkipReasons } from "./SkipReasons";
