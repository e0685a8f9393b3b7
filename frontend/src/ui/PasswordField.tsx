import { type ComponentPropsWithRef, useState } from "react";
import { Field } from "./Field";
import styles from "./PasswordField.module.css";

type Props = ComponentPropsWithRef<typeof Field> & {
  words: { show: string; hide: string; showPassword: string; hidePassword: string };
};

/** A field for a password, which can be shown to whoever types it. */
export function PasswordField({ words, ...rest }: Props) {
  const [shown, setShown] = useState(false);
  return (
    <Field
      {...rest}
      type={shown ? "text" : "password"}
      aside={
        <button
          type="button"
          className={styles.show}
          aria-label={shown ? words.hidePassword : words.showPassword}
          onClick={() => setShown(!shown)}
        >
          {shown ? words.hide : words.show}
        </button>
      }
    />
  );
}
