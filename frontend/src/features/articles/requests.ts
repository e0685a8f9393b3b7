import { api, call } from "@/api/client";
import type { Article, ArticleImport, ArticlePreview, TablePreview } from "@/api/types";
import type { Cut } from "./cut";

/** What is known of an article beside its text. */
export type About = {
  title: string;
  outlet: string;
  author: string;
  url: string;
  published_on: string;
  language: string;
};

export type Source = { text: string } | { file: File };

type Corrected = {
  text: string;
  title: string;
  language: string;
  cut: Cut;
  /** Whether the claims are the lead's, and not to be found anew. */
  isChosen: boolean;
};

export function previewArticle(
  slug: string,
  source: Source,
  signal: AbortSignal,
): Promise<ArticlePreview> {
  return call(
    api.POST("/api/v1/projects/{slug}/articles/preview/", {
      params: { path: { slug } },
      signal,
      ...("file" in source ? formOf({ file: [source.file] }) : { body: source }),
    }),
  );
}

/** Ask anew what is to be said of the claims; those of restored lines have yet to be found. */
export function readAgain(
  slug: string,
  { text, title, language, cut, isChosen }: Corrected,
  signal: AbortSignal,
): Promise<ArticlePreview> {
  const { dropped, claims, unread } = cut;
  const given = unread.length > 0 || !isChosen ? {} : { claims: claims.map(spanOf) };
  return call(
    api.POST("/api/v1/projects/{slug}/articles/preview/", {
      params: { path: { slug } },
      body: { text, title, language, dropped: [...dropped], ...given },
      signal,
    }),
  );
}

export function importArticle(
  slug: string,
  { text, cut, about }: { text: string; cut: Cut; about: About },
): Promise<Article> {
  const known = Object.entries(about).filter(([, value]) => value.trim() !== "");
  const { dropped, claims } = cut;
  return call(
    api.POST("/api/v1/projects/{slug}/articles/", {
      params: { path: { slug } },
      body: {
        text,
        ...Object.fromEntries(known),
        dropped: [...dropped],
        claims: claims.map(spanOf),
      },
    }),
  );
}

function spanOf({ start, end, excluded }: Cut["claims"][number]) {
  return { start, end, excluded };
}

/** What each column holds: the name of a field, or null for nothing of use. */
export type Mapping = Record<string, string | null>;

export function previewTable(
  slug: string,
  file: File,
  mapping: Mapping | null,
  signal: AbortSignal,
): Promise<TablePreview> {
  return call(
    api.POST("/api/v1/projects/{slug}/imports/preview/", {
      params: { path: { slug } },
      signal,
      ...formOf({ file: [file], mapping }),
    }),
  );
}

export function startImport(
  slug: string,
  files: readonly File[],
  mapping: Mapping | null,
): Promise<ArticleImport> {
  return call(
    api.POST("/api/v1/projects/{slug}/imports/", {
      params: { path: { slug } },
      ...formOf({ file: files, mapping }),
    }),
  );
}

type Form = { file: readonly File[]; mapping?: Mapping | null };

/** Files go as their bytes: a string made of them could lose line breaks or a mark. */
function formOf({ file, mapping }: Form) {
  return {
    // The schema describes files as strings, which nothing here is sent as.
    body: {} as never,
    bodySerializer: () => {
      const form = new FormData();
      for (const one of file) form.append("file", one);
      if (mapping) form.append("mapping", JSON.stringify(mapping));
      return form;
    },
  };
}
