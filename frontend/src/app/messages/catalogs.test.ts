import { describe, expect, it } from "vitest";
import { de } from "./de";
import { entry as germanEntry } from "./de/entry";
import { exporting as germanExporting } from "./de/export";
import { figures as germanFigures } from "./de/figures";
import { leads as germanLeads } from "./de/leads";
import { panels as germanPanels } from "./de/panels";
import { people as germanPeople } from "./de/people";
import { projects as germanProjects } from "./de/projects";
import { setup as germanSetup } from "./de/setup";
import { en } from "./en";
import { entry } from "./en/entry";
import { exporting } from "./en/export";
import { figures } from "./en/figures";
import { leads } from "./en/leads";
import { panels } from "./en/panels";
import { people } from "./en/people";
import { projects } from "./en/projects";
import { setup } from "./en/setup";

type Sentence = string | ((...values: unknown[]) => string);

/** Words that are the same in both languages. */
const SAME = new Set("OnRecord Name Token Import Text Export Training English Deutsch".split(" "));

/** What a sentence may be given: one, many, and what is nothing or false. */
const SAMPLES: readonly ((place: number) => unknown)[] = [
  () => 1,
  (place) => 2001 + place,
  () => 0,
  (place) => (place === 0 ? 2001 : 0),
];

function sentencesOf(part: object, path = ""): [path: string, sentence: Sentence][] {
  return Object.entries(part).flatMap(([key, value]) => {
    const at = path ? `${path}.${key}` : key;
    return typeof value === "object" ? sentencesOf(value, at) : [[at, value] as const];
  });
}

/** What a sentence has to be given that does not take just any value. */
const GIVEN: Readonly<Record<string, readonly (readonly unknown[])[]>> = {
  "decisions.list": [[[2001, 2002]]],
};

function said(path: string, sentence: Sentence | undefined): string[] {
  if (typeof sentence !== "function") return [sentence ?? ""];
  if (GIVEN[path]) return GIVEN[path].map((values) => sentence(...values));
  return SAMPLES.map((sample) =>
    sentence(...Array.from({ length: sentence.length }, (_, at) => sample(at))),
  );
}

function wordsOf(text: string): string {
  return text.replace(/[\d\W_]+/gu, " ").trim();
}

/** The numbers in a text, in whatever order and however a language writes them. */
function numbersIn(text: string): string[] {
  const found = text.match(/\d+(?:[.,]\d+)*/g) ?? [];
  return found.map((number) => number.replace(/[.,]/g, "").replace(/^0+/, "")).sort();
}

describe.each([
  ["every screen", en, de],
  ["project", projects, germanProjects],
  ["lead", leads, germanLeads],
  ["panel", panels, germanPanels],
  ["setting-up", setup, germanSetup],
  ["people", people, germanPeople],
  ["figure", figures, germanFigures],
  ["entry", entry, germanEntry],
  ["exporting", exporting, germanExporting],
])("The German catalog of %s", (_name, english, german) => {
  const other = new Map(sentencesOf(german));
  const pairs = sentencesOf(english).map(([path, sentence]) => ({
    path,
    sentence,
    translated: other.get(path),
  }));

  it("has exactly the sentences of the English one", () => {
    expect([...other.keys()].sort()).toEqual(pairs.map(({ path }) => path).sort());
  });

  it("is German, but for words that are the same", () => {
    const same = pairs.filter(({ path, sentence, translated }) => {
      const english = said(path, sentence).map(wordsOf);
      const hasWords = english.some((text) => /[a-z]{3}/i.test(text) && !SAME.has(text));
      return hasWords && english.join() === said(path, translated).map(wordsOf).join();
    });

    expect(same.map(({ path }) => path)).toEqual([]);
  });

  it("puts the same values into its sentences", () => {
    const other = pairs.filter(({ path, sentence, translated }) => {
      const [english, german] = [said(path, sentence), said(path, translated)];
      return english.map(numbersIn).join() !== german.map(numbersIn).join();
    });

    expect(other.map(({ path }) => path)).toEqual([]);
  });
});
