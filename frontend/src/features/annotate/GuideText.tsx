import { Suspense, useEffect } from "react";
import { panelMessages } from "@/app/messages/panels";
import { LazyMarkdown } from "@/ui/LazyMarkdown";
import type { Found } from "@/ui/markWords";

type Props = { text: string; found?: Found | undefined; onShown?: () => void };

/** A text in Markdown; `onShown` is called whenever it has been drawn. */
export function GuideText(props: Props) {
  return (
    <Suspense fallback={<p>{panelMessages.guide.loading}</p>}>
      <Shown {...props} />
    </Suspense>
  );
}

function Shown({ text, found, onShown }: Props) {
  // While the part that draws Markdown is loaded, this one is not shown either.
  useEffect(() => {
    onShown?.();
  });
  return <LazyMarkdown text={text} found={found} />;
}
