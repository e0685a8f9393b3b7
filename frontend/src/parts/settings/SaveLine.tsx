import { setupMessages } from "@/app/messages/setup";
import { Button } from "@/ui/Button";
import styles from "./SaveLine.module.css";

const m = setupMessages.saving;

type Props = {
  isChanged: boolean;
  isSaving: boolean;
  /** What was saved is what is chosen now. */
  isSaved: boolean;
  problem: string | null;
};

/** The end of a form: its button, and what became of it. */
export function SaveLine({ isChanged, isSaving, isSaved, problem }: Props) {
  return (
    <div className={styles.line}>
      <Button type="submit" variant={isChanged ? "primary" : "plain"} busy={isSaving || !isChanged}>
        {isSaving ? m.saving : m.save}
      </Button>
      <p role="status" className={styles.saved}>
        {isSaved && !isChanged && m.saved}
      </p>
      {problem && (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
    </div>
  );
}
