/** How long to wait, in ms, before the server is looked for again. */
export const RETRY = 3_000;

let asked: Promise<boolean> | null = null;

/** Tell whether the server is there, by asking for what this page was loaded with. */
export function isServerThere(): Promise<boolean> {
  asked ??= ask().finally(() => {
    asked = null;
  });
  return asked;
}

/** Wait until the server is there. */
export async function untilServerIsThere(): Promise<void> {
  while (!(await isServerThere())) await new Promise((resume) => setTimeout(resume, RETRY));
}

async function ask(): Promise<boolean> {
  const own = document.querySelector<HTMLScriptElement>("script[type=module][src]");
  if (!own) return true;
  try {
    return (await fetch(own.src, { method: "HEAD", cache: "no-store" })).ok;
  } catch {
    return false;
  }
}
