import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import type { Guidelines } from "@/api/types";
import { setupMessages } from "@/app/messages/setup";
import { revisionsQuery } from "@/parts/guidelines/queries";
import { RevisionChanges } from "@/parts/guidelines/RevisionChanges";
import { RevisionDiff } from "@/parts/guidelines/RevisionDiff";
import { Button } from "@/ui/Button";
import { Message } from "@/ui/Message";
import styles from "./GuidelinesEditor.module.css";

const m = setupMessages.guidelinesEditor;

type Props = {
  slug: string;
  inForce: Guidelines;
  /** The number of the revision that the draft comes from. */
  base: number;
  body: string;
  /** It came up by publishing, whose button is far below. */
  takesFocus: boolean;
  onRebase: () => void;
  onTakeTheirs: () => void;
};

/** Somebody else has published meanwhile: what they changed, and how to go on. */
export function MovedOn(props: Props) {
  const { slug, inForce, base, body, takesFocus, onRebase, onTakeTheirs } = props;
  const message = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (takesFocus) message.current?.focus();
  }, [takesFocus]);
  const revisions = useQuery(revisionsQuery(slug)).data ?? [];
  const author = revisions.find(({ number }) => number === inForce.number)?.author;
  const { number, change_note } = inForce;
  return (
    <div className={styles.moved}>
      <Message tone="warn" role="alert" ref={message}>
        <strong>{m.movedTitle(number)}</strong>
        <p>{m.movedText(base, author ?? m.somebody, change_note)}</p>
      </Message>
      <details className={styles.differences}>
        <summary>{m.theirs(number)}</summary>
        <RevisionChanges slug={slug} shown={inForce} comparedWith={base} heading="h2" />
      </details>
      <details className={styles.differences}>
        <summary>{m.mine}</summary>
        <h2 className="visually-hidden">{m.mine}</h2>
        <RevisionDiff before={inForce.body} after={body} />
      </details>
      <div className={styles.line}>
        <Button onClick={onRebase}>{m.rebase(number)}</Button>
        <Button variant="quiet" onClick={onTakeTheirs}>
          {m.takeTheirs}
        </Button>
      </div>
    </div>
  );
}
