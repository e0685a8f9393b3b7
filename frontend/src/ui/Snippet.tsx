import { CopyButton } from "./CopyButton";
import styles from "./Snippet.module.css";

type Props = {
  label: string;
  text: string;
  copyLabel: string;
  copiedLabel: string;
  failedLabel: string;
};

/** A line to copy: a command, a secret. */
export function Snippet({ label, text, copyLabel, copiedLabel, failedLabel }: Props) {
  return (
    <figure className={styles.snippet}>
      <figcaption className={styles.head}>
        <span className={styles.label}>{label}</span>
        <CopyButton
          text={text}
          label={copyLabel}
          copiedLabel={copiedLabel}
          failedLabel={failedLabel}
        />
      </figcaption>
      <code className={styles.code}>{text}</code>
    </figure>
  );
}
