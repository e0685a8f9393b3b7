import type { Project } from "@/api/types";
import { type Command, type CommandName, isRemappable } from "@/lib/keymap";
import { isOffered, SKIP_REASONS } from "./marks";
import { claimOf, type Session, suggestionOf } from "./state";
import type { AnnotateStore } from "./store";

/** What can be opened over the article or beside it. */
export type Panel =
  | "help"
  | "note"
  | "jump"
  | "history"
  | "propose"
  | "palette"
  | "guide"
  /** What waits for a decision: answers changed elsewhere, and others that were refused. */
  | "changed"
  | "refused";

export type Scene = {
  readonly project: Project;
  readonly store: AnnotateStore;
  /** Open a panel, or close the guide if that is open. */
  readonly onPanel: (panel: Panel) => void;
  readonly hasGuide: boolean;
};

/** Do what a key asks for, and say whether it meant anything now. */
export function runCommand(command: Command, scene: Scene): boolean {
  return command.kind === "digit" ? runDigit(command.value, scene) : run(command.kind, scene);
}

type Named = Exclude<CommandName, "digit">;

function run(name: Named, scene: Scene): boolean {
  const { store, onPanel } = scene;
  // The session is read from the store: two keys may come before the screen is drawn again.
  const { session } = store.getState();
  if (!canRun(name, scene)) return false;
  switch (name) {
    case "next":
    case "previous":
      store.dispatch({ type: "step", by: name === "next" ? 1 : -1 });
      return true;
    case "nextArticle":
    case "previousArticle":
      store.openBeside(name === "nextArticle" ? 1 : -1);
      return true;
    case "confirm":
      confirm(store, session);
      return true;
    case "back":
      goBack(scene, session);
      return true;
    case "undo":
    case "redo":
      store.revert(name);
      return true;
    case "skip":
      if (session.step === "skip") store.dispatch({ type: "skip", reason: "" });
      else store.dispatch({ type: "open_skip" });
      return true;
    case "flag":
    case "accept":
      store.dispatch({ type: name });
      return true;
    case "source":
    case "cue":
      store.dispatch({ type: "adjust", part: name });
      return true;
    case "select":
      toggleCurrent(store, session);
      return true;
    case "extendDown":
    case "extendUp":
      store.dispatch({ type: "extend", by: name === "extendDown" ? 1 : -1 });
      return true;
    default:
      onPanel(name);
      return true;
  }
}

/** Whether a command means anything now. */
export function canRun(name: Named, { project, store }: Scene): boolean {
  const { session } = store.getState();
  const isFinished = session.step === "finished";
  switch (name) {
    case "confirm":
      return isFinished || session.step === "skip" || canAdvance(session);
    case "accept": {
      const claim = claimOf(session);
      if (!claim || session.step !== "source" || session.selection.size > 0) return false;
      return isOffered(project, suggestionOf(session, claim));
    }
    case "skip":
    case "flag":
    case "note":
    case "select":
    case "propose":
      return !isFinished;
    case "source":
    case "cue":
      return !isFinished && session.step !== "skip";
    default:
      return true;
  }
}

function canAdvance(session: Session): boolean {
  const claim = claimOf(session);
  return session.step === "source" && claim !== undefined && session.answers.has(claim.id);
}

function confirm(store: AnnotateStore, { step }: Session): void {
  if (step === "finished") void store.openNext();
  else if (step === "skip") store.dispatch({ type: "skip", reason: "" });
  else store.dispatch({ type: "advance" });
}

function goBack({ store, hasGuide, onPanel }: Scene, session: Session): void {
  const isInside = session.adjusting !== null || session.step === "confidence";
  if (hasGuide && !isInside) onPanel("guide");
  else store.dispatch({ type: "back" });
}

function toggleCurrent(store: AnnotateStore, session: Session): void {
  const claim = claimOf(session);
  if (claim) store.dispatch({ type: "toggle", claim: claim.id });
}

function runDigit(value: number, { project, store }: Scene): boolean {
  const { step } = store.getState().session;
  if (step === "skip") {
    const reason = SKIP_REASONS[value - 1];
    if (reason) store.dispatch({ type: "skip", reason });
    return reason !== undefined;
  }
  if (step === "source") {
    const type = project.source_types.find(({ hotkey }) => hotkey === String(value));
    if (type) store.dispatch({ type: "source", key: type.key });
    return type !== undefined;
  }
  const point = project.confidence_scale.find((one) => one.value === value);
  if (step === "finished" || !point) return false;
  store.dispatch({ type: "confidence", value: point.value });
  return true;
}

const NEVER_LISTED: ReadonlySet<CommandName> = new Set(["digit", "palette"]);

/** Whether a command is offered by name, too. */
export const isListed = (name: CommandName): name is Named =>
  isRemappable(name) && !NEVER_LISTED.has(name);
