import { useState } from "react";
import { savePreferences } from "@/api/preferences";
import type { Article, Claim, Project } from "@/api/types";
import type { Keymap } from "@/lib/keymap";
import { uuid } from "@/lib/uuid";
import { HistoryDialog } from "@/parts/history/HistoryDialog";
import { AnnotatePalette } from "./AnnotatePalette";
import { ConflictDialog } from "./ConflictDialog";
import type { Panel, Scene } from "./commands";
import { GuidePanel } from "./GuidePanel";
import { HelpSheet } from "./HelpSheet";
import { JumpList } from "./JumpList";
import type { Mark } from "./marks";
import { sourceTypeOf } from "./marks";
import { NoteDialog } from "./NoteDialog";
import { ProposeDialog } from "./ProposeDialog";
import { propose, withdraw } from "./proposing";
import { RefusedDialog } from "./RefusedDialog";
import { draftOf, type Session } from "./state";

type Props = {
  project: Project;
  scene: Scene;
  session: Session;
  article: Article;
  claim: Claim;
  marks: readonly Mark[];
  keymap: Keymap;
  hasKeys: boolean;
  open: Exclude<Panel, "guide"> | null;
  hasGuide: boolean;
  onClose: () => void;
};

/** What is open over the article, and the guide beside it. */
export function Panels(props: Props) {
  const { project, scene, session, claim, hasGuide } = props;
  const closeGuide = () => scene.onPanel("guide");
  const chosen = session.choice ?? session.answers.get(claim.id)?.source_type ?? null;
  return (
    <>
      <OpenPanel {...props} />
      {hasGuide && (
        <GuidePanel
          slug={project.slug}
          sectionOf={sourceTypeOf(project, chosen)?.name ?? null}
          onClose={closeGuide}
        />
      )}
    </>
  );
}

function OpenPanel(props: Props) {
  const { project, scene, session, article, claim, marks, keymap, hasKeys, open, onClose } = props;
  const { store } = scene;
  switch (open) {
    case null:
      return null;
    case "help": {
      const onSwitch = (isOn: boolean) => void savePreferences({ single_keys: isOn });
      return <HelpSheet {...{ project, keymap, onSwitch, onClose }} isOn={hasKeys} />;
    }
    case "note": {
      const onKeep = (draft: Pick<ReturnType<typeof draftOf>, "flags" | "note">) => {
        store.dispatch({ type: "note", draft });
        onClose();
      };
      return <NoteDialog {...{ claim, onKeep, onClose }} draft={draftOf(session, claim)} />;
    }
    case "jump": {
      const onGo = (to: number) => {
        store.dispatch({ type: "go", to });
        onClose();
      };
      const onToggle = (id: number) => store.dispatch({ type: "toggle", claim: id });
      return <JumpList {...{ article, marks, session, onGo, onToggle, onClose }} />;
    }
    case "history": {
      const { language } = article;
      return <HistoryDialog {...{ project, onClose }} claim={{ ...claim, language }} />;
    }
    case "palette":
      return <AnnotatePalette {...{ scene, keymap, onClose }} />;
    case "changed":
      return <ConflictDialog {...{ project, store, onClose }} outbox={store.outbox} />;
    case "refused":
      return <RefusedDialog {...{ project, store, onClose }} outbox={store.outbox} />;
    case "propose":
      return <Proposing key={claim.id} {...{ store, article, claim, onClose }} />;
  }
}

type ProposingProps = {
  store: Scene["store"];
  article: Article;
  claim: Claim;
  onClose: () => void;
};

function Proposing({ store, article, claim, onClose }: ProposingProps) {
  const [clientId] = useState(uuid);
  const sending = { store, article, claim, clientId, onDone: onClose };
  const proposal = article.proposals.find((one) => one.claim === claim.id) ?? null;
  return (
    <ProposeDialog
      {...{ claim, article, proposal, onClose }}
      onPropose={propose(sending)}
      onWithdraw={withdraw(sending)}
    />
  );
}
