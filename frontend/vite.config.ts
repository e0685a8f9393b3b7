import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";
import react from "@vitejs/plugin-react";
import type { Plugin, Rolldown } from "vite";
import { defineConfig } from "vitest/config";

// Django compares Origin with Host, so the proxy must leave Host as it is.
const api = { target: process.env.API_URL ?? "http://127.0.0.1:8000", changeOrigin: false };

const BASE = "/static/app/";

/** Tell language.js what the files of the languages are called, to have one of them fetched early. */
const catalogs: Plugin = {
  name: "catalogs",
  transformIndexHtml: {
    order: "post",
    handler(html, { bundle = {} }) {
      const named = Object.values(bundle).flatMap((file) => {
        const [, tag] =
          /\/messages\/(\w\w)\.ts$/.exec(("facadeModuleId" in file && file.facadeModuleId) || "") ??
          [];
        return tag ? [`data-${tag}="${BASE}${file.fileName}"`] : [];
      });
      return html.replace(/(?<=language\.js")/, ["", ...named].join(" "));
    },
  },
};

/** What lies in public/, with a stamp of the content: so a page and its scripts are of one build. */
const STAMPED = new Map(
  readdirSync(new URL("./public", import.meta.url)).map((name) => {
    const content = readFileSync(new URL(`./public/${name}`, import.meta.url));
    const stamp = createHash("sha256").update(content).digest("hex").slice(0, 8);
    return [`${BASE}${name}`, `${BASE}${name}?${stamp}`];
  }),
);

/** Build the service worker, and tell it what to keep: docs/decisions/0024. */
const offline: Plugin = {
  name: "offline",
  apply: "build",
  buildStart() {
    this.emitFile({ type: "chunk", id: "worker/worker.ts", fileName: "service-worker.js" });
    this.emitFile({ type: "chunk", id: "worker/leaving.ts", fileName: "no-service-worker.js" });
  },
  transformIndexHtml: {
    order: "post",
    handler: (html) => html.replace(/(?<=")[^"]+(?=")/g, (path) => STAMPED.get(path) ?? path),
  },
  generateBundle(_options, bundle) {
    const worker = bundle["service-worker.js"];
    if (worker?.type !== "chunk") throw new Error("There is no service worker.");
    const kept = JSON.stringify([...filesKept(bundle), ...STAMPED.values()]);
    worker.code = worker.code.replaceAll("KEPT_FILES", () => kept);
  },
};

/** Name what opens without the server: all parts but the screens of leads, and two fonts. */
function filesKept(bundle: Rolldown.OutputBundle): string[] {
  const isLeft = /(?<!\/(Annotate|Projects))Screen\.tsx$/;
  const kept = new Set<string>();
  const visit = (name: string) => {
    const chunk = bundle[name];
    if (chunk?.type !== "chunk" || kept.has(name) || isLeft.test(chunk.facadeModuleId ?? ""))
      return;
    kept.add(name);
    for (const style of chunk.viteMetadata?.importedCss ?? []) kept.add(style);
    for (const other of [...chunk.imports, ...chunk.dynamicImports]) visit(other);
  };
  for (const [name, file] of Object.entries(bundle)) {
    if (/-latin-wght-/.test(name)) kept.add(name);
    if ("facadeModuleId" in file && file.facadeModuleId?.endsWith("/index.html")) visit(name);
  }
  return [...kept].map((name) => `${BASE}${name}`);
}

/** Put a compressed copy beside each file that shrinks: WhiteNoise sends it to whoever takes it. */
const compressed: Plugin = {
  name: "compressed",
  apply: "build",
  writeBundle({ dir = "dist" }) {
    for (const name of readdirSync(dir, { recursive: true, encoding: "utf8" })) {
      if (!/\.(js|css|svg|html)$/.test(name)) continue;
      const content = readFileSync(`${dir}/${name}`);
      for (const [ending, bytes] of [
        ["gz", gzipSync(content, { level: 9 })],
        ["br", brotliCompressSync(content)],
      ] as const) {
        if (bytes.length < 0.95 * content.length) writeFileSync(`${dir}/${name}.${ending}`, bytes);
      }
    }
  },
};

export default defineConfig(({ command }) => ({
  base: command === "build" ? BASE : "/",
  plugins: [react(), catalogs, offline, compressed],
  resolve: { alias: { "@": fileURLToPath(new URL("./src", import.meta.url)) } },
  server: { proxy: { "/api": api, "/admin": api } },
  build: {
    manifest: true,
    target: "es2022",
    // The content security policy allows neither data: fonts nor inline scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // A catalog that needed the chunk that awaits it would wait for ever.
            {
              name: "words",
              test: /\/src\/(lib\/(language|numbers)|app\/messages\/(\w+\/)?plural)\.ts$/,
              priority: 2,
            },
            // What the first claim needs: beside what it shares with panels it would be larger.
            // What becomes lazy must leave this list; the budget tells whoever forgets.
            {
              name: "annotate",
              test: /annotate\/(ArticleView|ClaimCard|LiveRegion|MarkRow|Notice|OutcomeLine|Paragraphs|SyncChip|Tools|TopBarParts|Waiting|Workspace|answering|context|exchange|follower|makeStore|memory|moving|progress|session|stacks|store|storeState|text|undoing|use(?!Span|Window)\w+)\.tsx?$/,
            },
            // What the annotate screen shares with its panels: in pieces it would be larger.
            {
              name: "annotate",
              test: /annotate\/(marks|commands|panelParts|state|LazyPart|\w+\.module)|parts\/question\/|lib\/(layout|offsets)\./,
              minShareCount: 2,
            },
            // Each of them is smaller than what a request costs.
            {
              name: "small",
              test: /\/src\/ui\/(Key|ProgressBar|TypeMark)|icons\/(check|circle-exclamation-point|flag|undo-2|x)\./,
              minShareCount: 3,
            },
            // What most screens of leads share. Each file that there is costs the shell its name.
            {
              name: "screens",
              test: /\/src\/(ui\/(Ago|ButtonLink|Cards|CopyButton|EmptyState|ErrorSummary|Panel|Select|SkeletonRows|Snippet|StateMark|useNow)|lib\/(polling|typed))|icons\/(chevron-down|download|loader-circle|plus)\./,
              minShareCount: 2,
            },
            {
              name: "shell",
              tags: ["$initial"],
              test: (id) => !/index\.html|(main\.tsx|worker\/\w+\.ts)$/.test(id),
              priority: 1,
            },
          ],
        },
      },
    },
  },
  test: {
    environment: "happy-dom",
    include: ["src/**/*.test.{ts,tsx}"],
    restoreMocks: true,
    setupFiles: "vitest.setup.ts",
    testTimeout: 30_000,
    // Every file has a window of its own, but what makes windows is loaded once.
    pool: "vmThreads",
    maxWorkers: 2,
  },
}));
