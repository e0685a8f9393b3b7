import { useState } from "react";
import { savePreferences } from "@/api/preferences";
import type { Article, Claim, Project } from "@/api/types";
import type { Keymap } from "@/lib/keymap";
import { uuid } from "@/lib/uuid";
import type { Panel, Scene } from "./commands";
import { Lazily } from "./LazyPart";
import type { Mark } from "./marks";
import { sourceTypeOf } from "./marks";
import { parts } from "./panelParts";
import { propose, withdraw } from "./proposing";
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
        <Lazily
          part={parts.guide}
          own={{
            slug: project.slug,
            sectionOf: sourceTypeOf(project, chosen)?.name ?? null,
            onClose: closeGuide,
          }}
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
      const own = { project, keymap, isOn: hasKeys, onSwitch, onClose };
      return <Lazily part={parts.help} own={own} onClose={onClose} />;
    }
    case "note": {
      const onKeep = (draft: Pick<ReturnType<typeof draftOf>, "flags" | "note">) => {
        store.dispatch({ type: "note", draft });
        onClose();
      };
      const own = { claim, draft: draftOf(session, claim), onKeep, onClose };
      return <Lazily part={parts.note} own={own} onClose={onClose} />;
    }
    case "jump": {
      const onGo = (to: number) => {
        store.dispatch({ type: "go", to });
        onClose();
      };
      const onToggle = (id: number) => store.dispatch({ type: "toggle", claim: id });
      const own = { article, marks, session, onGo, onToggle, onClose };
      return <Lazily part={parts.jump} own={own} onClose={onClose} />;
    }
    case "history":
      return <Lazily part={parts.history} own={{ claim, project, onClose }} onClose={onClose} />;
    case "palette":
      return <Lazily part={parts.palette} own={{ scene, keymap, onClose }} onClose={onClose} />;
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
  const own = {
    claim,
    article,
    proposal,
    onPropose: propose(sending),
    onWithdraw: withdraw(sending),
    onClose,
  };
  return <Lazily part={parts.propose} own={own} onClose={onClose} />;
}
