import ChevronLeft from "lucide-react/icons/chevron-left";
import ChevronRight from "lucide-react/icons/chevron-right";
import { leadMessages } from "@/app/messages/leads";
import { writtenIn } from "@/lib/writtenIn";
import { Button, IconButton } from "@/ui/Button";
import styles from "./ChoicePanel.module.css";
import { type Corrections, type Mode, selectedClaim } from "./cut";
import type { Act } from "./useEditing";

const m = leadMessages.articles;

type Props = { state: Corrections; mode: Mode; language: string; act: Act };

/** Choose where to split a claim, or what it covers: by keys, or by the buttons here. */
export function ChoicePanel({ state, mode, language, act }: Props) {
  const isSplit = mode.kind === "split";
  return (
    <div className={styles.choice}>
      <h3 className={styles.title}>{isSplit ? m.splitTitle : m.adjustTitle}</h3>
      {isSplit ? <Halves state={state} at={mode.at} language={language} /> : null}
      <div className={styles.moves}>
        {isSplit ? (
          <Pair edge="end" back={m.wordBack} on={m.wordOn} act={act} />
        ) : (
          <>
            <Pair edge="start" name={m.startEdge} back={m.startBack} on={m.startOn} act={act} />
            <Pair edge="end" name={m.endEdge} back={m.endBack} on={m.endOn} act={act} />
          </>
        )}
      </div>
      <p className={styles.hint}>{isSplit ? m.splitKeys : m.adjustKeys}</p>
      <div className={styles.ends}>
        <Button variant="primary" data-choice onClick={() => act({ type: "keep" })}>
          {isSplit ? m.splitHere : m.keep}
          <span aria-hidden className={styles.key}>
            ↵
          </span>
        </Button>
        <Button onClick={() => act({ type: "cancel" })} aria-keyshortcuts="Escape">
          {m.cancel}
          <span aria-hidden className={styles.key}>
            Esc
          </span>
        </Button>
      </div>
    </div>
  );
}

/** What the two claims would be. */
function Halves({ state, at, language }: Pick<Props, "state" | "language"> & { at: number }) {
  const claim = selectedClaim(state);
  if (!claim) return null;
  const halves = [
    { start: claim.start, end: at },
    { start: at, end: claim.end },
  ];
  return (
    <ol className={styles.halves} aria-live="polite">
      {halves.map((half, index) => (
        <li key={index === 0 ? "first" : "second"} {...writtenIn({ language })}>
          {index === 0 ? lastOf(state.points.slice(half).trim()) : state.points.slice(half).trim()}
        </li>
      ))}
    </ol>
  );
}

const SHOWN = 90;

/** Of the first half, what is seen is its end: that is where the cut is. */
function lastOf(text: string): string {
  if (text.length <= SHOWN) return text;
  const kept = text.slice(-SHOWN);
  return `… ${kept.slice(kept.indexOf(" ") + 1)}`;
}

type PairProps = { edge: "start" | "end"; name?: string; back: string; on: string; act: Act };

function Pair({ edge, name, back, on, act }: PairProps) {
  const move = (by: 1 | -1) => act({ type: "move", by, edge, unit: "word" });
  return (
    <span className={styles.pair}>
      {name && <span className={styles.name}>{name}</span>}
      <IconButton label={back} className={styles.step} onClick={() => move(-1)}>
        <ChevronLeft size={18} aria-hidden />
      </IconButton>
      <IconButton label={on} className={styles.step} onClick={() => move(1)}>
        <ChevronRight size={18} aria-hidden />
      </IconButton>
    </span>
  );
}
