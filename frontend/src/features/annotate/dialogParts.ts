// Together, as each alone would cost more to fetch than to have.
export { ConflictDialog } from "./ConflictDialog";
export { EndPart } from "./EndPart";
export { GuidelineNotice } from "./GuidelineNotice";
export { Panels } from "./Panels";
export { RefusedDialog } from "./RefusedDialog";
