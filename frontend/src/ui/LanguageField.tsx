import type { ComponentProps } from "react";
import { Field } from "./Field";

/** A field for the tag of a language, such as pt-BR. */
export function LanguageField(props: ComponentProps<typeof Field>) {
  return <Field {...props} maxLength={35} autoCapitalize="off" spellCheck={false} />;
}
