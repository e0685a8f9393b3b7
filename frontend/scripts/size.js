// Fails when the JavaScript that a screen needs at first passes its budget.
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const ANNOTATE_KB = 130;
const OTHER_SCREEN_KB = 60;
const dist = new URL("../dist/", import.meta.url);
const manifest = JSON.parse(readFileSync(new URL(".vite/manifest.json", dist), "utf8"));

function sizesOf(key, seen = new Map()) {
  const chunk = manifest[key];
  if (seen.has(chunk.file)) return seen;
  seen.set(chunk.file, gzipSync(readFileSync(new URL(chunk.file, dist))).length / 1000);
  for (const child of chunk.imports ?? []) sizesOf(child, seen);
  return seen;
}

const sum = (sizes) => [...sizes.values()].reduce((total, size) => total + size, 0);
const entry = Object.keys(manifest).find((key) => manifest[key].isEntry);
const shell = sizesOf(entry);
console.log(`${sum(shell).toFixed(1).padStart(7)} kB gz  shell and sign-in`);
for (const key of Object.keys(manifest).filter((name) => name.endsWith("Screen.tsx"))) {
  const total = sum(sizesOf(key, new Map(shell)));
  console.log(`${total.toFixed(1).padStart(7)} kB gz  ${key}, shell included`);
  const isOver = key.includes("/annotate/")
    ? total > ANNOTATE_KB
    : total - sum(shell) > OTHER_SCREEN_KB;
  if (isOver) {
    console.error(`${key} is over its budget.`);
    process.exitCode = 1;
  }
}
