import { makeProject as makeAnyProject } from "@/api/testing";
import type { LearnedFigures, Project, SuggestionModel, Suggestions, Training } from "@/api/types";

/** Objects for the tests of this folder. */

export const FIGURES: LearnedFigures = {
  claims: 402,
  articles: 32,
  learned: { value: 0.91, low: 0.87, high: 0.94 },
  rules: { value: 0.84, low: 0.79, high: 0.88 },
  gain: { value: 0.07, low: 0.03, high: 0.11 },
  labels: [
    {
      label: "named",
      claims: 201,
      learned: { precision: 0.94, recall: 0.96 },
      rules: { precision: 0.93, recall: 0.92 },
    },
    {
      label: "bystander",
      claims: 9,
      learned: { precision: 0.5, recall: 0.22 },
      rules: { precision: null, recall: 0 },
    },
  ],
};

export function makeModel(changes: Partial<SuggestionModel> = {}): SuggestionModel {
  return {
    id: 3,
    version: "3f9a0c1d2e4b",
    engine: "2",
    articles: 32,
    claims: 402,
    created_at: "2026-05-04T12:00:00Z",
    is_on: false,
    is_outdated: false,
    figures: { folds: 5, types: FIGURES, claims: null },
    ...changes,
  };
}

export function makeTraining(changes: Partial<Training> = {}): Training {
  return {
    id: 4,
    state: "training",
    progress: 0.4,
    error: "",
    created_at: "2026-05-05T12:00:00Z",
    ended_at: null,
    ...changes,
  };
}

export function makeSuggestions(changes: Partial<Suggestions> = {}): Suggestions {
  return { decided: 32, needed: 15, training: null, model: null, on: null, ...changes };
}

export function makeProject(role: Project["role"]): Project {
  return makeAnyProject({
    role,
    source_types: [
      {
        key: "named",
        name: "Named source",
        definition: "A person the reader could look up",
        hotkey: "1",
        color: "named",
        maps_to: null,
        built_in: true,
      },
    ],
  });
}
