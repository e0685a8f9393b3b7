import { api, call } from "@/api/client";
import type { Article, ArticlePreview } from "@/api/types";

/** What the lead gives: a text or a file, and what is known of it. */
export type Draft = {
  text: string;
  file: File | null;
  title: string;
  outlet: string;
  url: string;
  published_on: string;
};

export const EMPTY: Draft = {
  text: "",
  file: null,
  title: "",
  outlet: "",
  url: "",
  published_on: "",
};

export function hasSource({ text, file }: Draft): boolean {
  return file !== null || text.trim() !== "";
}

/** Whether a preview of `seen` still shows what importing `draft` would store. */
export function isShownBy(seen: Draft | undefined, draft: Draft): boolean {
  if (!seen || seen.title !== draft.title || seen.file !== draft.file) return false;
  return draft.file !== null || seen.text === draft.text;
}

export function previewArticle(
  slug: string,
  { text, file, title }: Draft,
): Promise<ArticlePreview> {
  return call(
    api.POST("/api/v1/projects/{slug}/articles/preview/", {
      params: { path: { slug } },
      ...bodyOf(text, file, { title }),
    }),
  );
}

export function importArticle(slug: string, draft: Draft): Promise<Article> {
  const { text, file, ...about } = draft;
  return call(
    api.POST("/api/v1/projects/{slug}/articles/", {
      params: { path: { slug } },
      ...bodyOf(text, file, about),
    }),
  );
}

type About = Record<string, string>;
type Body = { body: About; bodySerializer?: () => FormData };

/** A file is sent as its bytes, since a string made of them could lose line breaks or a mark. */
function bodyOf(text: string, file: File | null, about: About): Body {
  const given = Object.fromEntries(Object.entries(about).filter(([, value]) => value !== ""));
  if (!file) return { body: { text, ...given } };
  return {
    body: given,
    bodySerializer: () => {
      const form = new FormData();
      form.append("file", file);
      for (const [name, value] of Object.entries(given)) form.append(name, value);
      return form;
    },
  };
}
