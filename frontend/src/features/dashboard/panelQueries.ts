import { queryOptions } from "@tanstack/react-query";
import { api, call } from "@/api/client";
import type { components } from "@/api/schema";
import { figuresOptions, type Scope } from "@/parts/scope/scope";

type Schemas = components["schemas"];

export type Pairs = Schemas["PairsOutput"];
export type PairCell = Pairs["cells"][number];
export type Standings = Schemas["AnnotatorsOutput"];
export type Labels = Schemas["LabelsOutput"];
export type Calibration = Schemas["CalibrationOutput"];
export type Scopes = Schemas["ScopesOutput"];
export type Choices = Schemas["FilterChoices"];

/** The figures of the panels; each for the answers and the labels that `scope` counts. */
export const pairsQuery = (slug: string, { scope, labels, isReady }: Scope) =>
  queryOptions({
    ...figuresOptions(slug, "pairs", scope, labels),
    queryFn: ({ signal }) => {
      const params = { path: { slug }, query: { scope: scope ?? "all", labels } };
      return call(api.GET("/api/v1/projects/{slug}/agreement/pairs/", { params, signal }));
    },
    enabled: isReady,
  });

export const standingsQuery = (slug: string, { scope, labels, isReady }: Scope) =>
  queryOptions({
    ...figuresOptions(slug, "annotators", scope, labels),
    queryFn: ({ signal }) => {
      const params = { path: { slug }, query: { scope: scope ?? "all", labels } };
      return call(api.GET("/api/v1/projects/{slug}/agreement/annotators/", { params, signal }));
    },
    enabled: isReady,
  });

export const labelsQuery = (slug: string, { scope, labels, isReady }: Scope) =>
  queryOptions({
    ...figuresOptions(slug, "labels", scope, labels),
    queryFn: ({ signal }) => {
      const params = { path: { slug }, query: { scope: scope ?? "all", labels } };
      return call(api.GET("/api/v1/projects/{slug}/agreement/labels/", { params, signal }));
    },
    enabled: isReady,
  });

export const calibrationQuery = (slug: string, { scope, isReady }: Scope) =>
  queryOptions({
    ...figuresOptions(slug, "calibration", scope),
    queryFn: ({ signal }) => {
      const params = { path: { slug }, query: { scope: scope ?? "all" } };
      return call(api.GET("/api/v1/projects/{slug}/agreement/calibration/", { params, signal }));
    },
    enabled: isReady,
  });

/** Agreement by week and by revision, always of all answers. */
export const scopesQuery = (slug: string) =>
  queryOptions({
    ...figuresOptions(slug, "scopes"),
    queryFn: ({ signal }) => {
      const params = { path: { slug } };
      return call(api.GET("/api/v1/projects/{slug}/agreement/scopes/", { params, signal }));
    },
  });

/** What there is to filter by. */
export const choicesQuery = (slug: string) =>
  queryOptions({
    ...figuresOptions(slug, "choices"),
    queryFn: ({ signal }) => {
      const params = { path: { slug } };
      return call(api.GET("/api/v1/projects/{slug}/agreement/filters/", { params, signal }));
    },
  });
