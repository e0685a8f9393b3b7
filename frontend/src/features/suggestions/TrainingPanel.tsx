import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useId, useRef, useState } from "react";
import { ApiError } from "@/api/client";
import type { Suggestions, Training } from "@/api/types";
import { leadMessages } from "@/app/messages/leads";
import { classes } from "@/lib/classes";
import { count } from "@/lib/numbers";
import { Button } from "@/ui/Button";
import { Message } from "@/ui/Message";
import { Panel } from "@/ui/Panel";
import { ProgressBar } from "@/ui/ProgressBar";
import { isLive, suggestionsQuery, train } from "./queries";
import styles from "./TrainingPanel.module.css";

const m = leadMessages.suggestions;

type Props = { slug: string; known: Suggestions };

/** How much is decided, and learning from it. */
export function TrainingPanel({ slug, known }: Props) {
  const { decided, needed, training, model } = known;
  const isEnough = decided >= needed;
  return (
    <Panel title={m.decidedTitle} text={m.decidedMeans}>
      <div className={styles.row}>
        <div className={styles.decided}>
          <p>
            <span className={styles.figure}>{count(decided)}</span>{" "}
            {isEnough ? m.decidedEnough(decided) : m.decidedOf(needed)}
          </p>
          {!isEnough && (
            <ProgressBar
              value={decided}
              max={needed}
              label={m.decidedTitle}
              className={styles.bar}
            />
          )}
          {isEnough && model && (
            <p className={styles.hint}>
              {decided > model.articles ? m.sinceModel(decided - model.articles) : m.nothingNew}
            </p>
          )}
        </div>
        <Train slug={slug} known={known} />
      </div>
      {training && !isLive(training) && (
        <div className={styles.outcome}>
          <Message tone={training.state === "too_few" ? "warn" : "error"} role="note">
            <strong>{training.state === "too_few" ? m.tooFew : m.trainFailed}.</strong>{" "}
            {training.error}
          </Message>
        </div>
      )}
      <Announcement known={known} />
    </Panel>
  );
}

function Train({ slug, known }: Props) {
  const queries = useQueryClient();
  const hint = useId();
  const { decided, needed, training, model } = known;
  const { queryKey } = suggestionsQuery(slug);
  const asking = useMutation({
    mutationFn: () => train(slug),
    onSuccess: async (asked) => {
      await queries.cancelQueries({ queryKey });
      queries.setQueryData(queryKey, { ...known, training: asked });
    },
    onError: () => queries.invalidateQueries({ queryKey }),
  });
  const live = isLive(training);
  const missing = live ? 0 : needed - decided;
  const { error, isPending } = asking;
  const label = live ? m.trainingNow : isPending ? m.asking : model ? m.trainAgain : m.train;
  return (
    <div className={classes(styles.train, live && styles.live)}>
      <Button
        variant={model || live ? "plain" : "primary"}
        busy={isPending || live || missing > 0}
        aria-describedby={live || missing > 0 ? hint : undefined}
        onClick={() => asking.mutate()}
      >
        {label}
      </Button>
      {live && training && <Progress id={hint} training={training} />}
      {missing > 0 && (
        <p id={hint} className={styles.hint}>
          {m.stillToDecide(missing)}
        </p>
      )}
      {error && !live && (
        <p role="alert" className={styles.error}>
          {error instanceof ApiError && !error.isTemporary ? error.message : m.actionFailed}
        </p>
      )}
    </div>
  );
}

function Progress({ id, training }: { id: string; training: Training }) {
  return (
    <>
      <ProgressBar
        value={training.progress}
        max={1}
        label={m.trainingLabel}
        className={styles.bar}
      />
      <p id={id} className={styles.hint}>
        {training.state === "waiting" ? m.waiting : m.training}
      </p>
    </>
  );
}

/** Say when a training begins and ends that was not there before, or went on. */
function Announcement({ known }: { known: Suggestions }) {
  const state = known.training?.state ?? "ready";
  const last = useRef(state);
  const [said, say] = useState("");
  useEffect(() => {
    if (last.current === state) return;
    last.current = state;
    say(m.announced[state]);
  }, [state]);
  return (
    <p role="status" className="visually-hidden">
      {said}
    </p>
  );
}
