import { setupMessages } from "@/app/messages/setup";
import { Button } from "@/ui/Button";
import { TypeMark } from "@/ui/TypeMark";
import styles from "./AbsentTypes.module.css";
import { nameOf, type TypeDraft } from "./types";

const m = setupMessages.sourceTypes;

type Props = {
  title: string;
  text: string;
  types: readonly TypeDraft[];
  isFull: boolean;
  onPutBack: (type: TypeDraft) => void;
};

/** Source types that are not in the list and can be put back, and what becomes of their answers. */
export function AbsentTypes({ title, text, types, isFull, onPutBack }: Props) {
  if (types.length === 0) return null;
  return (
    <section className={styles.absent} aria-label={title}>
      <h2 className={styles.title}>{title}</h2>
      <p className={styles.text}>{text}</p>
      <ul className={styles.list}>
        {types.map((type) => (
          <li key={type.id}>
            <TypeMark color={type.color} />
            <span className={styles.name}>{nameOf(type)}</span>
            <Button
              busy={isFull}
              aria-label={m.putBackOf(nameOf(type))}
              onClick={() => onPutBack(type)}
            >
              {m.putBack}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
