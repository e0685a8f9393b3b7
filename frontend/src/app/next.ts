/** The page that a sign-in leads to, as `next` names it; the first one, unless it is another of ours. */
export function nextOf(search: string): string {
  const next = new URLSearchParams(search).get("next") ?? "/";
  // Browsers read "/\elsewhere.example" and "/\t/elsewhere.example" as "//elsewhere.example".
  return /^\/(?![\s/\\]|sign-in)/.test(next) ? next : "/";
}
