import { isConflict } from "@/api/answers";
import { messages } from "@/app/messages";
import { panelMessages } from "@/app/messages/panels";
import { COMMANDS, type Keymap } from "@/lib/keymap";
import { CommandPalette, type PaletteCommand } from "./CommandPalette";
import { canRun, isListed, runCommand, type Scene } from "./commands";
import { SKIP_REASONS } from "./marks";
import { useScreens } from "./screens";
import type { Action } from "./session";

const { commands: names, help, palette: m } = panelMessages.keys;

type Props = { scene: Scene; keymap: Keymap; onClose: () => void };

/** Every command of this screen, with its keys, and the way to the others. */
export function AnnotatePalette({ scene, keymap, onClose }: Props) {
  const commands = [
    ...decisionsOf(scene),
    ...answersOf(scene),
    ...COMMANDS.filter(isListed).map((id) => ({
      id,
      label: names[id],
      keys: keymap[id],
      run: () => void runCommand({ kind: id }, scene),
      isOff: !canRun(id, scene),
    })),
  ];
  return <CommandPalette commands={commands} screens={useScreens()} onClose={onClose} />;
}

/** What waits for a decision, where anything does. */
function decisionsOf({ store, onPanel }: Scene): PaletteCommand[] {
  const { refused } = store.outbox.getState();
  const conflicts = refused.filter(isConflict);
  const changed = new Set(conflicts.map(({ payload }) => payload.claim)).size;
  const others = refused.length - conflicts.length;
  const open = (id: "changed" | "refused", what: string) => {
    return { id, label: m.decide(what), keys: [], run: () => onPanel(id) };
  };
  return [
    ...(changed > 0 ? [open("changed", messages.sync.changed(changed))] : []),
    ...(others > 0 ? [open("refused", messages.sync.refused(others))] : []),
  ];
}

/** What the questions ask for; a digit stands beside what it means now. */
function answersOf({ project, store }: Scene): PaletteCommand[] {
  const { step, adjusting } = store.getState().session;
  const to = (action: Action) => () => store.dispatch(action);
  if (adjusting) {
    const { part } = adjusting;
    const other = part === "source" ? "cue" : "source";
    return [
      { id: "keep", label: help.keepSpan, keys: ["Enter"], run: to({ type: "keep_spans" }) },
      { id: "drop", label: help.dropSpan, keys: ["Escape"], run: to({ type: "back" }) },
      {
        id: "clear",
        label: help.clearSpan,
        keys: ["Delete"],
        run: to({ type: "span", span: null }),
      },
      {
        id: "other",
        label: help.otherSpan,
        keys: ["Tab"],
        run: to({ type: "adjust_part", part: other }),
      },
    ];
  }
  const types = project.source_types.map(({ key, name, hotkey }) => ({
    id: `type-${key}`,
    label: name,
    keys: step === "source" && hotkey ? [hotkey] : [],
    run: to({ type: "source", key }),
    isOff: step === "finished" || step === "skip",
  }));
  const points = project.confidence_scale.map(({ value, word }) => ({
    id: `point-${value}`,
    label: m.confidence(word),
    keys: [`${value}`],
    run: to({ type: "confidence", value }),
    isOff: step !== "confidence",
  }));
  const reasons = SKIP_REASONS.map((reason, at) => ({
    id: `reason-${reason}`,
    label: m.skipAs(messages.annotate.skipReasons[reason]),
    keys: [`${at + 1}`],
    run: to({ type: "skip", reason }),
    isOff: step !== "skip",
  }));
  const inForce = { source: types, confidence: points, skip: reasons, finished: [] }[step];
  return [...new Set([...inForce, ...types, ...points, ...reasons])];
}
