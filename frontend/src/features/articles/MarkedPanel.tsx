import { leadMessages } from "@/app/messages/leads";
import type { Span } from "@/lib/offsets";
import { writtenIn } from "@/lib/writtenIn";
import { Button } from "@/ui/Button";
import styles from "./ChoicePanel.module.css";
import { holderOf } from "./corrections";
import type { Corrections } from "./cut";
import type { Act } from "./useEditing";

const m = leadMessages.articles;

/** What can be done with words that are marked in the text. */
export function MarkedPanel({
  state,
  marked,
  language,
  act,
}: {
  state: Corrections;
  marked: Span;
  language: string;
  act: Act;
}) {
  const isInside = holderOf(state.cut.claims, marked) >= 0;
  return (
    // Pressing a button must not take away what is marked.
    // biome-ignore lint/a11y/noStaticElementInteractions: see above
    <div className={styles.choice} onMouseDown={(event) => event.preventDefault()}>
      <h3 className={styles.title}>{m.marked}</h3>
      <p className={styles.marked} {...writtenIn({ language })}>
        {state.points.slice(marked)}
      </p>
      <div className={styles.ends}>
        <Button
          variant="primary"
          onClick={() => act({ type: isInside ? "begin_split" : "add_next" })}
        >
          {isInside ? m.splitAround : m.addMarked}
          <span aria-hidden className={styles.key}>
            {isInside ? "S" : "A"}
          </span>
        </Button>
        {isInside && (
          <Button onClick={() => act({ type: "add_next" })}>
            {m.addMarked}
            <span aria-hidden className={styles.key}>
              A
            </span>
          </Button>
        )}
      </div>
    </div>
  );
}
