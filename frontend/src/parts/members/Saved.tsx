import { peopleMessages } from "@/app/messages/people";
import styles from "./RowForm.module.css";

/** Say that something of a row was saved: briefly to the eye, in full to a screen reader. */
export function Saved({ children }: { children: string | false }) {
  return (
    <p role="status" className={styles.saved}>
      {children && (
        <>
          <span aria-hidden>{peopleMessages.people.saved}</span>
          <span className="visually-hidden">{children}</span>
        </>
      )}
    </p>
  );
}
