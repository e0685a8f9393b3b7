import type { Answer, Span } from "@/api/answers";
import type { Project } from "@/api/types";
import { panelMessages } from "@/app/messages/panels";
import type { CodePoints } from "@/lib/offsets";
import { reasonWords, sourceTypeOf } from "./marks";

const m = panelMessages.decisions;

/** One thing that two answers to a claim say, side by side. */
export type Row = {
  readonly name: "answer" | "confidence" | "note" | "marks" | "source" | "cue";
  readonly mine: string;
  readonly theirs: string;
};

type Words = Record<Row["name"], string>;

const NAMES = ["answer", "confidence", "source", "cue", "marks", "note"] as const;

/** Give what two answers say in words, without what neither says anything about. */
export function compare(
  mine: Answer | null,
  theirs: Answer | null,
  project: Project,
  text: CodePoints | null,
): Row[] {
  const here = wordsOf(mine, project, text);
  const there = wordsOf(theirs, project, text);
  return NAMES.map((name) => ({ name, mine: here[name], theirs: there[name] })).filter(
    (row) => row.mine !== "" || row.theirs !== "",
  );
}

function wordsOf(answer: Answer | null, project: Project, text: CodePoints | null): Words {
  if (!answer) {
    return { answer: m.takenBack, confidence: "", note: "", marks: "", source: "", cue: "" };
  }
  return {
    answer: saidIn(answer, project),
    confidence: confidenceIn(answer, project),
    note: answer.note,
    marks: m.list(answer.flags.map((flag) => m.flags[flag])),
    source: spanWords(answer.source, text),
    cue: spanWords(answer.cue, text),
  };
}

function saidIn({ skipped, skip_reason, source_type }: Answer, project: Project): string {
  if (skipped) return skip_reason ? m.skippedAs(reasonWords(skip_reason)) : m.skipped;
  return sourceTypeOf(project, source_type)?.name ?? source_type ?? "";
}

function confidenceIn({ confidence }: Answer, { confidence_scale: scale }: Project): string {
  if (confidence === null) return "";
  const word = scale.find(({ value }) => value === confidence)?.word;
  return word ? m.point(word, confidence, scale.length) : String(confidence);
}

function spanWords(span: Span | null, text: CodePoints | null): string {
  if (!span) return "";
  return text ? text.slice(span) : m.characters(span.start, span.end);
}
