import type { Snapshot } from "./types";
import { shortDigest } from "./words";

/** Give the path of a file as the site has it, however the server is reached. */
export function filePath(url: string): string {
  return new URL(url, "http://localhost").pathname;
}

/** What the folder of a downloaded snapshot is called. */
const folderOf = (slug: string, { digest }: Snapshot) => `${slug}-${shortDigest(digest)}`;

/** Give the command that downloads every file of a snapshot into a folder. */
export function fetchingOf(origin: string, slug: string, snapshot: Snapshot): string {
  const names = snapshot.files.map(({ name }) => name).join(",");
  const files = `${origin}/api/v1/projects/${slug}/snapshots/${snapshot.id}/files/{${names}}`;
  const parts = [
    `curl --fail --location --create-dirs -o "${folderOf(slug, snapshot)}/#1"`,
    '-H "Authorization: Bearer $ONRECORD_TOKEN"',
    `"${files}"`,
  ];
  return parts.join(" \\\n  ");
}

/** Give the lines of Python that load a downloaded snapshot, as its card has them. */
export function loadingOf(slug: string, snapshot: Snapshot): string {
  return `from datasets import load_dataset\nclaims = load_dataset("${folderOf(slug, snapshot)}")`;
}
