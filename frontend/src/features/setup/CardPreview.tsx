import type { ConfidencePoint } from "@/api/types";
import { setupMessages } from "@/app/messages/setup";
import { ConfidenceScale } from "@/parts/question/ConfidenceScale";
import { SourceTypes } from "@/parts/question/SourceTypes";
import styles from "./CardPreview.module.css";
import { inputOf, nameOf, type TypeDraft } from "./types";

const m = setupMessages.sourceTypes;

type Props = { list: readonly TypeDraft[]; points: readonly ConfidencePoint[] };

/** The questions as annotators will get them: a picture, said in words beside it. */
export function CardPreview({ list, points }: Props) {
  const types = inputOf(list).map((type, at) => ({
    ...type,
    key: list[at]?.id ?? "",
    name: nameOf(type),
    maps_to: null,
    built_in: false,
  }));
  return (
    <section className={styles.preview} aria-label={m.preview}>
      <h2 className={styles.title}>{m.preview}</h2>
      <p className="visually-hidden">{m.previewText(types.map(({ name }) => name).join(", "))}</p>
      <div inert aria-hidden className={styles.card}>
        <SourceTypes types={types} chosen={null} isInForce onChoose={() => undefined} />
        <ConfidenceScale
          points={points}
          chosen={null}
          isInForce={false}
          onChoose={() => undefined}
        />
      </div>
    </section>
  );
}
