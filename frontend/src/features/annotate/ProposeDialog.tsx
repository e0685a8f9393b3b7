import { type FormEvent, useMemo, useRef, useState } from "react";
import { ApiError } from "@/api/client";
import type { Article, Claim, Proposal } from "@/api/types";
import { messages } from "@/app/messages";
import { panelMessages } from "@/app/messages/panels";
import { CodePoints } from "@/lib/offsets";
import { nearest, splitPoints } from "@/lib/words";
import { writtenIn } from "@/lib/writtenIn";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { Field } from "@/ui/Field";
import { Message } from "@/ui/Message";
import styles from "./ProposeDialog.module.css";
import { SplitPicker } from "./SplitPicker";

const m = panelMessages.propose;
const KINDS = ["split", "merge", "exclude"] as const;
const LONGEST_NOTE = 500;

type Kind = Proposal["kind"];
type Props = {
  claim: Claim;
  article: Article;
  /** The reader's own that waits for a lead. */
  proposal: Proposal | null;
  onPropose: (kind: Kind, at: number | null, note: string) => unknown;
  onWithdraw: (id: number) => unknown;
  onClose: () => void;
};

/** Ask a lead to split the claim, to merge it or to take it out; or take that back. */
export function ProposeDialog({ proposal, ...props }: Props) {
  return proposal ? <Own proposal={proposal} {...props} /> : <New {...props} />;
}

type NewProps = Omit<Props, "proposal">;

function New({ claim, article, onPropose, onClose }: NewProps) {
  const points = useMemo(() => new CodePoints(article.text), [article]);
  const places = useMemo(() => splitPoints(points, claim), [points, claim]);
  const next = nextOf(article, claim);
  const cannot: Record<Kind, string> = {
    split: places.length > 0 ? "" : m.cannotSplit,
    merge: next ? "" : m.cannotMerge,
    exclude: "",
  };
  const [kind, setKind] = useState<Kind>(KINDS.find((one) => cannot[one] === "") ?? "exclude");
  const [at, setAt] = useState(() => nearest(places, (claim.start + claim.end) / 2) ?? claim.start);
  const [note, setNote] = useState("");
  const [lacksNote, setLacksNote] = useState(false);
  const noteField = useRef<HTMLInputElement>(null);
  const { isBusy, problem, run } = useSending(onClose);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const isLacking = kind === "exclude" && note.trim() === "";
    setLacksNote(isLacking);
    if (isLacking) noteField.current?.focus();
    else run(() => onPropose(kind, kind === "split" ? at : null, note.trim()));
  };
  return (
    <Dialog title={m.title(claim.number)} closeLabel={messages.app.close} onClose={onClose}>
      <form className={styles.form} onSubmit={submit} noValidate>
        <p className={styles.text}>{m.text}</p>
        <fieldset className={styles.kinds}>
          <legend>{m.kind}</legend>
          {KINDS.map((one) => (
            <label key={one}>
              <input
                type="radio"
                name="kind"
                checked={kind === one}
                disabled={cannot[one] !== ""}
                onChange={() => setKind(one)}
                data-autofocus={kind === one || undefined}
              />
              <span>
                {m.kinds[one]}
                <span className={styles.hint}>{cannot[one] || m.kindHints[one]}</span>
              </span>
            </label>
          ))}
        </fieldset>
        {kind === "split" && (
          <SplitPicker
            points={points}
            claim={claim}
            article={article}
            places={places}
            at={at}
            onMove={setAt}
          />
        )}
        <Outcome article={article} claim={claim} points={points} kind={kind} at={at} />
        <Field
          ref={noteField}
          label={kind === "exclude" ? m.note : m.noteOptional}
          hint={m.noteHint}
          error={lacksNote && kind === "exclude" ? m.needsNote : undefined}
          value={note}
          maxLength={LONGEST_NOTE}
          onChange={(event) => setNote(event.target.value)}
        />
        {problem && <Message tone="error">{problem}</Message>}
        <div className={styles.buttons}>
          <Button type="submit" variant="primary" busy={isBusy}>
            {isBusy ? m.sending : m.send}
          </Button>
          <Button variant="quiet" onClick={onClose}>
            {m.cancel}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

type OwnProps = NewProps & { proposal: Proposal };

function Own({ claim, article, proposal, onWithdraw, onClose }: OwnProps) {
  const points = useMemo(() => new CodePoints(article.text), [article]);
  const { isBusy, problem, run } = useSending(onClose);
  return (
    <Dialog title={m.ownTitle(claim.number)} closeLabel={messages.app.close} onClose={onClose}>
      <div className={styles.form}>
        <p>{m.own[proposal.kind]}</p>
        <Outcome
          article={article}
          claim={claim}
          points={points}
          kind={proposal.kind}
          at={proposal.at ?? claim.start}
        />
        {proposal.note && <p>{m.ownNote(proposal.note)}</p>}
        <p className={styles.text}>{m.ownText}</p>
        {problem && <Message tone="error">{problem}</Message>}
        <div className={styles.buttons}>
          <Button variant="primary" onClick={onClose} data-autofocus>
            {m.close}
          </Button>
          <Button busy={isBusy} onClick={() => run(() => onWithdraw(proposal.id))}>
            {isBusy ? m.withdrawing : m.withdraw}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

type OutcomeProps = { article: Article; claim: Claim; points: CodePoints; kind: Kind; at: number };

/** What would become of the claim. */
function Outcome({ article, claim, points, kind, at }: OutcomeProps) {
  const next = nextOf(article, claim);
  const pieces = {
    split: [
      { name: m.first, text: points.slice({ start: claim.start, end: at }) },
      { name: m.second, text: points.slice({ start: at, end: claim.end }) },
    ],
    merge: [
      { name: m.thisClaim(claim.number), text: claim.quote },
      ...(next ? [{ name: m.thisClaim(next.number), text: next.quote }] : []),
    ],
    exclude: [{ name: m.thisClaim(claim.number), text: claim.quote }],
  }[kind];
  return (
    <dl className={styles.pieces} aria-live={kind === "split" ? "off" : undefined}>
      {pieces.map(({ name, text }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd {...writtenIn(article)}>{kind === "exclude" ? <s>{text}</s> : text.trim()}</dd>
        </div>
      ))}
    </dl>
  );
}

function nextOf(article: Article, claim: Claim): Claim | undefined {
  return article.claims[article.claims.findIndex(({ id }) => id === claim.id) + 1];
}

/** Send something, say so meanwhile, and close at the end; or say why it was not taken. */
function useSending(onDone: () => void) {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  const run = async (send: () => unknown) => {
    setBusy(true);
    setProblem("");
    try {
      await send();
      onDone();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setProblem(error.isUnreachable ? m.unreachable : m.failed(error.message));
      setBusy(false);
    }
  };
  return { isBusy, problem, run: (send: () => unknown) => void run(send) };
}
