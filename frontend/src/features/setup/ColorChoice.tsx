import ChevronDown from "lucide-react/icons/chevron-down";
import { useId, useState } from "react";
import { setupMessages } from "@/app/messages/setup";
import { classes } from "@/lib/classes";
import { Button } from "@/ui/Button";
import { TYPE_COLORS, type TypeColor, TypeMark, typeStyles } from "@/ui/TypeMark";
import styles from "./ColorChoice.module.css";

const m = setupMessages.sourceTypes;

type Props = {
  type: string;
  color: TypeColor;
  /** The name of another type that looks the same. */
  sharedWith: string | undefined;
  onChoose: (color: TypeColor) => void;
};

/**
 * The color and shape of a source type, named, and all of them once it is opened.
 *
 * Two cells of the grid that it stands in: the second is as wide as the grid.
 */
export function ColorChoice({ type, color, sharedWith, onChoose }: Props) {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <div className={styles.choice}>
        <span className={styles.label} id={`${id}-label`}>
          {m.color}
        </span>
        <Button
          id={`${id}-button`}
          aria-expanded={isOpen}
          aria-controls={isOpen ? `${id}-all` : undefined}
          aria-labelledby={`${id}-label ${id}-button`}
          aria-describedby={sharedWith === undefined ? undefined : `${id}-shared`}
          className={styles.button}
          onClick={() => setOpen(!isOpen)}
        >
          <TypeMark color={color} size={14} />
          <span className={styles.name}>{m.colors[color]}</span>
          <ChevronDown size={16} aria-hidden className={styles.arrow} />
        </Button>
        {sharedWith !== undefined && (
          <p id={`${id}-shared`} className={styles.shared}>
            {m.colorShared(sharedWith)}
          </p>
        )}
      </div>
      {isOpen && (
        <fieldset id={`${id}-all`} className={styles.all}>
          <legend className="visually-hidden">{m.colorOf(type)}</legend>
          {TYPE_COLORS.map((one) => (
            <label key={one} className={classes(styles.swatch, typeStyles(one))}>
              <input
                type="radio"
                name={id}
                checked={one === color}
                onChange={() => onChoose(one)}
              />
              <TypeMark color={one} size={14} />
              {m.colors[one]}
            </label>
          ))}
        </fieldset>
      )}
    </>
  );
}
