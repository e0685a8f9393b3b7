import { type ReactNode, useRef } from "react";
import { Button } from "@/ui/Button";
import { ACCEPTED } from "./kinds";

type Props = { onFiles: (files: readonly File[]) => void; children: ReactNode };

/** A button that asks the system for files. */
export function FilePicker({ onFiles, children }: Props) {
  const picker = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button onClick={() => picker.current?.click()}>{children}</Button>
      <input
        ref={picker}
        type="file"
        accept={ACCEPTED}
        multiple
        hidden
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          // So that choosing the same file again counts as a choice.
          event.target.value = "";
          if (files.length > 0) onFiles(files);
        }}
      />
    </>
  );
}
