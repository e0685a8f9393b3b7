/** Lets the annotate screen open without the server: docs/decisions/0024. */
declare const self: ServiceWorkerGlobalScope;
/** Where all that the screens need lies which open without the server; the build puts it in. */
declare const KEPT_FILES: readonly string[];

const CACHE = "onrecord";
/** The page is the same for each of these paths, so it is kept once. */
const PAGE = "/";
const PATHS = /^\/(projects\/(?!new\/?$)[^/]+(\/annotate)?\/?)?$/;
/** How long the server may say nothing, in ms, before the kept page is shown. */
const PATIENCE = 4_000;
/** What a proxy answers while there is no server behind it. */
const NOBODY_THERE = [502, 503, 504];

const files = new Set(KEPT_FILES.map(addressOf));

self.addEventListener("install", (event) => {
  passBy(event);
  // Nothing open depends on the worker before: pages of its build have loaded what they need.
  event.waitUntil(keep().then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(Promise.all([forget(), self.registration.navigationPreload?.enable()]));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET") return;
  if (files.has(request.url)) event.respondWith(file(request));
  // Also pages that are not kept: their answer is under way, and would be asked for twice.
  else if (request.mode === "navigate") event.respondWith(page(event));
});

type Rule = { condition: { urlPattern: string }; source: "network" };
type Routable = ExtendableEvent & { addRoutes?: (rules: readonly Rule[]) => Promise<void> };

function addressOf(path: string): string {
  return new URL(path, self.location.origin).href;
}

/** Have the browser ask the server itself for what the worker has no answer to. */
function passBy(event: Routable): void {
  const rules = ["/api/*", "/admin/*"].map(
    (urlPattern): Rule => ({ condition: { urlPattern }, source: "network" }),
  );
  void event.addRoutes?.(rules);
}

/** Keep all files, then the page: a page of the build before is better than half of this one. */
async function keep(): Promise<void> {
  const cache = await caches.open(CACHE);
  const missing = [...files].map(async (address) => {
    if (!(await cache.match(address))) await cache.put(address, await get(address));
  });
  await Promise.all(missing);
  const fresh = await get(PAGE, "no-cache");
  if (!isOurs(await fresh.clone().text())) throw new Error("The page is of another build.");
  await cache.put(PAGE, fresh);
}

/** Forget what was kept for another build. */
async function forget(): Promise<void> {
  const cache = await caches.open(CACHE);
  const isOld = ({ url }: Request) => url !== addressOf(PAGE) && !files.has(url);
  const old = (await cache.keys()).filter(isOld);
  await Promise.all(old.map((request) => cache.delete(request)));
}

async function get(address: string, cache: RequestCache = "default"): Promise<Response> {
  const response = await fetch(address, { cache, redirect: "error", priority: "low" });
  // A proxy at which one has to sign in may answer everything with its own page.
  const isHtml = response.headers.get("Content-Type")?.startsWith("text/html") ?? false;
  if (!response.ok || isHtml !== (address === PAGE)) throw new Error(`${address} is not there.`);
  return response;
}

/** Tell whether a page is that of this build: it names files, and all of them are kept. */
function isOurs(html: string): boolean {
  const named = [...html.matchAll(/="(\/static\/[^"]+)"/g)].map(([, path = ""]) => path);
  return named.length > 0 && named.every((path) => files.has(addressOf(path)));
}

async function file(request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  return (await cache.match(request.url)) ?? fetch(request);
}

/** Give the server's page, or the kept one if there is no server to give it. */
async function page(event: FetchEvent): Promise<Response> {
  const { pathname } = new URL(event.request.url);
  const kept = PATHS.test(pathname) ? await (await caches.open(CACHE)).match(PAGE) : undefined;
  const fresh = ask(event);
  if (!kept) return fresh;
  const silence = new Promise<Response>((resolve) => setTimeout(resolve, PATIENCE, kept));
  const answer = fresh.then(
    (response) => (NOBODY_THERE.includes(response.status) ? kept : response),
    () => kept,
  );
  return Promise.race([answer, silence]);
}

async function ask(event: FetchEvent): Promise<Response> {
  return (await event.preloadResponse) ?? fetch(event.request);
}
