import { figuresMessages } from "@/app/messages/figures";
import { count } from "@/lib/numbers";
import { FigureText, FourFigures, LargeFigure } from "@/ui/FourFigures";
import type { Pair } from "./queries";
import { biasOf, kappaOf, type Said, sameOf, splitsOf } from "./words";

const m = figuresMessages.pair;

/** How far two annotators agree, in four figures. */
export function PairFigures({ pair }: { pair: Pair }) {
  const bias = biasOf(pair);
  const splits = { headline: count(splitsOf(pair)), unit: "", text: m.splitText };
  return (
    <FourFigures>
      <Figure title={m.kappa} said={kappaOf(pair)} />
      <Figure title={m.percent} said={sameOf(pair)} />
      <Figure title={m.split} said={splits} />
      <LargeFigure title={m.bias.title} value={null} none={bias.kind}>
        <FigureText>{bias.text}</FigureText>
      </LargeFigure>
    </FourFigures>
  );
}

function Figure({ title, said: { headline, unit, text } }: { title: string; said: Said }) {
  const value = headline === m.undefined ? null : headline;
  return (
    <LargeFigure title={title} value={value} none={headline} unit={unit}>
      <FigureText>{text}</FigureText>
    </LargeFigure>
  );
}
