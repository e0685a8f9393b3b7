/** What every chart has. */
export const chart = {
  asTable: "Show as table",
  tableOf: (title: string) => `Table of “${title}”`,
  downloads: (title: string) => `Files of “${title}”`,
  download: (format: string, title: string) => `${format}: download “${title}”`,
  downloadFailed: "The file could not be made. Try again, or take another format.",
  failed: (title: string) => `“${title}” could not be loaded.`,
  failedOld: (title: string) =>
    `“${title}” could not be renewed. What is shown is from before; we keep trying.`,
};
