import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useId, useRef } from "react";
import type { ModelSummary, SuggestionModel } from "@/api/types";
import { leadMessages } from "@/app/messages/leads";
import { Button } from "@/ui/Button";
import { suggestionsQuery, switchOn } from "./queries";
import styles from "./Switch.module.css";

const m = leadMessages.suggestions;

type Props = { slug: string; model: SuggestionModel; on: ModelSummary | null };

/** Whether the newest model refines the suggestions of new articles. */
export function Switch({ slug, model, on }: Props) {
  const queries = useQueryClient();
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const { queryKey } = suggestionsQuery(slug);
  const switching = useMutation({
    mutationFn: (isOn: boolean) => switchOn(slug, isOn),
    onSuccess: async (known) => {
      await queries.cancelQueries({ queryKey });
      queries.setQueryData(queryKey, known);
    },
  });
  const older = on && !model.is_on ? on : null;
  // While the server is asked, what the lead wants is shown.
  const isOn = switching.isPending ? switching.variables : model.is_on;
  return (
    <div className={styles.box}>
      <div className={styles.line}>
        <div className={styles.text}>
          <p id={id} className={styles.label}>
            {m.use}
          </p>
          <p id={`${id}-hint`} className={styles.hint}>
            {model.is_on ? m.whenOn : older ? m.whenOlder(older.articles) : m.whenOff}
          </p>
        </div>
        <button
          ref={button}
          type="button"
          role="switch"
          aria-checked={isOn}
          aria-labelledby={id}
          aria-describedby={`${id}-hint`}
          aria-disabled={switching.isPending || undefined}
          className={styles.switch}
          onClick={() => {
            if (!switching.isPending) switching.mutate(!model.is_on);
          }}
        >
          <span className={styles.track} aria-hidden>
            <span className={styles.knob} />
          </span>
          <span className={styles.state}>{isOn ? m.on : m.off}</span>
        </button>
      </div>
      {older && (
        <Button
          className={styles.stop}
          busy={switching.isPending}
          // It goes when it has worked, and the focus must not go with it.
          onClick={() => switching.mutate(false, { onSuccess: () => button.current?.focus() })}
        >
          {m.stopOlder}
        </Button>
      )}
      {switching.isError && (
        <p role="alert" className={styles.error}>
          {m.actionFailed}
        </p>
      )}
    </div>
  );
}
