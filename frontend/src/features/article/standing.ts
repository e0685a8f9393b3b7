import type { Project } from "@/api/types";
import { leadMessages } from "@/app/messages/leads";
import { typeNamed } from "@/parts/overview/types";
import { type TypeColor, typeColor } from "@/ui/TypeMark";
import type { AnsweredClaim, ReadAnswer } from "./queries";

const m = leadMessages.article;

export const ONLY = ["all", "split", "remarked"] as const;
/** Which claims are listed. */
export type Only = (typeof ONLY)[number];

/** How the answers to a claim stand to each other, and how that is drawn in the text. */
export type Standing = {
  readonly state: "agree" | "split" | "one" | "skipped" | "open";
  /** Of the source types that somebody names, each once. */
  readonly colors: readonly TypeColor[];
  readonly isRemarked: boolean;
  readonly words: string;
};

export function isRemark({ flags, note }: ReadAnswer): boolean {
  return note !== "" || flags.includes("flagged");
}

export function standingOf({ answers, agree }: AnsweredClaim, project: Project): Standing {
  const keys = [...new Set(answers.flatMap(({ source_type: key }) => (key === null ? [] : [key])))];
  const colors = keys.map((key) => typeColor(typeNamed(project, key).color));
  const state = stateOf(agree, keys.length > 0, answers.length > 0);
  const isRemarked = answers.some(isRemark);
  const words = isRemarked ? m.withRemark(m.states[state]) : m.states[state];
  return { state, colors, isRemarked, words };
}

function stateOf(agree: boolean | null, isNamed: boolean, isAnswered: boolean): Standing["state"] {
  if (agree !== null) return agree ? "agree" : "split";
  if (isNamed) return "one";
  return isAnswered ? "skipped" : "open";
}

export function isOf(only: Only, { state, isRemarked }: Standing): boolean {
  return only === "all" || (only === "split" ? state === "split" : isRemarked);
}
