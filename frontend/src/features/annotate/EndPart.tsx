import Keyboard from "lucide-react/icons/keyboard";
import { type ComponentProps, useState } from "react";
import { savePreferences, useKeymap, usePreferences } from "@/api/preferences";
import type { Project } from "@/api/types";
import { messages } from "@/app/messages";
import { TopBarSlot } from "@/app/shell/slots";
import { IconButton } from "@/ui/Button";
import { EndOfQueue } from "./EndOfQueue";
import { HelpSheet } from "./HelpSheet";
import type { AnnotateStore } from "./store";
import { useKeys } from "./useKeys";
import styles from "./Workspace.module.css";

type Props = Omit<ComponentProps<typeof EndOfQueue>, "project"> & {
  project: Project;
  store: AnnotateStore;
};

/** The end of the queue, with the keys that mean something where no article is open. */
export function EndPart({ store, ...props }: Props) {
  const { project } = props;
  const { single_keys: hasKeys } = usePreferences();
  const keymap = useKeymap();
  const [hasHelp, setHelp] = useState(false);
  const run = (kind: string): boolean => {
    switch (kind) {
      case "undo":
      case "redo":
        store.revert(kind);
        return true;
      case "previousArticle":
        props.onBack?.();
        return props.onBack !== null;
      case "help":
        setHelp(true);
        return true;
      default:
        return false;
    }
  };
  useKeys(({ kind }) => run(kind), keymap, hasKeys);
  const onSwitch = (isOn: boolean) => void savePreferences({ single_keys: isOn });
  return (
    <>
      <TopBarSlot place="status">
        <IconButton
          label={messages.annotate.keys}
          aria-keyshortcuts={keymap.help[0]}
          className={styles.helpButton}
          onClick={() => setHelp(true)}
        >
          <Keyboard size={20} aria-hidden />
        </IconButton>
      </TopBarSlot>
      <EndOfQueue {...props} />
      {hasHelp && (
        <HelpSheet
          {...{ project, keymap, onSwitch }}
          isOn={hasKeys}
          onClose={() => setHelp(false)}
        />
      )}
    </>
  );
}
