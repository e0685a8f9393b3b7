import { type FormEvent, useState } from "react";
import type { QueueChanges, QueueSettings } from "@/api/types";
import { leadMessages } from "@/app/messages/leads";
import { Choices } from "@/parts/settings/Choices";
import { SaveLine } from "@/parts/settings/SaveLine";
import { Panel } from "@/ui/Panel";
import { PercentField } from "@/ui/PercentField";
import { fromPercent, toPercent, wholeNumber } from "./numbers";
import styles from "./Settings.module.css";
import { useSaving } from "./useSaving";

const m = leadMessages.queue;
const MODES = ["hidden", "shown", "share"] as const;

type Props = { slug: string; known: QueueSettings };

/** What annotators see of the suggestions. */
export function SuggestionsPanel({ slug, known }: Props) {
  const [mode, setMode] = useState(known.suggestion_mode);
  const [share, setShare] = useState(String(known.suggestion_hidden_share));
  const [threshold, setThreshold] = useState(toPercent(known.suggestion_threshold));
  const [isChecked, check] = useState(false);
  const saving = useSaving(slug);
  const isShared = mode === "share";
  const areSeen = mode !== "hidden";
  const hiddenIn = wholeNumber(share, 0, 100);
  const from = wholeNumber(threshold, 0, 100);
  const isChanged =
    mode !== known.suggestion_mode ||
    (isShared && hiddenIn !== known.suggestion_hidden_share) ||
    (areSeen && threshold.trim() !== toPercent(known.suggestion_threshold));

  const wrong = (typed: number | undefined) =>
    isChecked && typed === undefined ? m.percentWrong : undefined;
  const save = (event: FormEvent) => {
    event.preventDefault();
    check(true);
    if (!isChanged || saving.isPending) return;
    const changes: QueueChanges = { suggestion_mode: mode };
    if (isShared) {
      if (hiddenIn === undefined) return;
      changes.suggestion_hidden_share = hiddenIn;
    }
    if (areSeen) {
      if (from === undefined) return;
      changes.suggestion_threshold = fromPercent(from);
    }
    saving.mutate(changes);
  };
  const fields = (
    <div className={styles.fields}>
      {isShared && (
        <PercentField
          label={m.share}
          hint={m.shareHint}
          error={wrong(hiddenIn)}
          value={share}
          onChange={setShare}
        />
      )}
      <PercentField
        label={m.threshold}
        hint={m.thresholdHint}
        error={wrong(from)}
        value={threshold}
        onChange={setThreshold}
      />
    </div>
  );
  return (
    <Panel title={m.suggestionsTitle} text={m.suggestionsText}>
      <form className={styles.form} onSubmit={save} noValidate>
        <Choices
          legend={m.suggestionsLegend}
          chosen={mode}
          onChoose={setMode}
          choices={MODES.map((value) => ({
            value,
            ...m.modes[value],
            more: value !== "hidden" && fields,
          }))}
        />
        <SaveLine
          isChanged={isChanged}
          isSaving={saving.isPending}
          isSaved={saving.isSuccess}
          problem={saving.problem}
        />
      </form>
    </Panel>
  );
}
