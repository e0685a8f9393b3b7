// Fails when the JavaScript that a screen needs at first passes its budget.
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const ANNOTATE_KB = 130;
const OTHER_SCREEN_KB = 60;
const dist = new URL("../dist/", import.meta.url);
const manifest = JSON.parse(readFileSync(new URL(".vite/manifest.json", dist), "utf8"));

// What is imported dynamically and yet needed at once: the sentences in the reader's language.
const isCatalog = (key) => /\/messages\/\w\w(\/\w+)?\.ts$/.test(key);

function sizesOf(key, language, seen = new Map()) {
  const { file, imports = [], dynamicImports = [] } = manifest[key];
  if (seen.has(file)) return seen;
  seen.set(file, gzipSync(readFileSync(new URL(file, dist))).length / 1000);
  const sentences = dynamicImports.filter(
    (child) => isCatalog(child) && child.includes(`/messages/${language}`),
  );
  for (const child of [...imports, ...sentences]) sizesOf(child, language, seen);
  return seen;
}

const sum = (sizes) => [...sizes.values()].reduce((total, size) => total + size, 0);
const entry = "index.html";
const screens = Object.keys(manifest).filter((name) => name.endsWith("Screen.tsx"));

function fail(reason) {
  console.error(reason);
  process.exitCode = 1;
}

for (const language of ["en", "de"]) {
  const shell = sizesOf(entry, language);
  console.log(`${sum(shell).toFixed(1).padStart(7)} kB gz  shell, ${language}`);
  for (const key of screens) {
    const total = sum(sizesOf(key, language, new Map(shell)));
    console.log(`${total.toFixed(1).padStart(7)} kB gz  ${key}, shell included, ${language}`);
    const isOver = key.includes("/annotate/")
      ? total > ANNOTATE_KB
      : total - sum(shell) > OTHER_SCREEN_KB;
    if (isOver) fail(`${key} is over its budget.`);
  }
}

const page = readFileSync(new URL("index.html", dist), "utf8");
for (const key of Object.keys(manifest).filter(isCatalog)) {
  const needed = sizesOf(key, "none");
  const awaiting = Object.values(manifest).find((chunk) => chunk.dynamicImports?.includes(key));
  if (needed.has(awaiting.file)) fail(`${key} waits for the chunk that waits for it.`);
  const isFirst = /\/messages\/\w\w\.ts$/.test(key);
  if (isFirst && !page.includes(manifest[key].file)) fail(`${key} is not fetched with the page.`);
}
