import type { Project } from "@/api/types";
import { exportMessages } from "@/app/messages/export";
import { typeNamed } from "@/parts/overview/types";
import { TypeMark, typeColor } from "@/ui/TypeMark";
import styles from "./LabelName.module.css";

/** The name of a label with its shape, or that most gave none. */
export function LabelName({ project, label }: { project: Project; label: string | null }) {
  if (label === null) {
    return <span className={styles.none}>{exportMessages.distribution.noMajority}</span>;
  }
  const { name, color } = typeNamed(project, label);
  return (
    <span className={styles.label}>
      <TypeMark color={typeColor(color)} />
      {name}
    </span>
  );
}
