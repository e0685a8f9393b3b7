/** How long to wait, in ms, before the server is looked for again. */
export const RETRY = 3_000;

/** Where the script is noted that the page was loaded anew without: once for each build. */
const LEFT = "onrecord.left";

/** "moved on" is a server that has another build by now. */
type Finding = "there" | "away" | "moved on";

let asked: Promise<Finding> | null = null;

/** Tell whether the server is there, by asking for what this page was loaded with. */
export const isServerThere = async (): Promise<boolean> => (await look()) === "there";

/** Wait until the server is there, with this build. */
export async function untilServerIsThere(): Promise<void> {
  let found = await look();
  while (found === "away") {
    await new Promise((resume) => setTimeout(resume, RETRY));
    found = await look();
  }
  if (found === "moved on") await loadAnew();
}

/** Load the page anew where the server has another build: parts of this one are not to be had. */
export async function leaveOldBuild(): Promise<void> {
  if ((await look()) === "moved on") await loadAnew();
}

async function loadAnew(): Promise<void> {
  if (!isFirstTry()) return;
  location.reload();
  // Till the page goes, nothing else is shown.
  await new Promise(() => undefined);
}

function look(): Promise<Finding> {
  asked ??= ask().finally(() => {
    asked = null;
  });
  return asked;
}

async function ask(): Promise<Finding> {
  const own = ownScript();
  if (!own) return "there";
  try {
    const { ok, status } = await fetch(own.src, { method: "HEAD", cache: "no-store" });
    return ok ? "there" : status === 404 ? "moved on" : "away";
  } catch {
    return "away";
  }
}

/** Note that this build is left: a worker may give its page again, and that for ever. */
function isFirstTry(): boolean {
  const build = ownScript()?.src ?? "";
  try {
    if (sessionStorage.getItem(LEFT) === build) return false;
    sessionStorage.setItem(LEFT, build);
    return true;
  } catch {
    return false;
  }
}

const ownScript = () => document.querySelector<HTMLScriptElement>("script[type=module][src]");
