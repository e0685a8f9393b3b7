import type { Picture } from "./picture";

/** Pixels of the file for one of the screen. */
const SHARPNESS = 2;

/** Name a file by project, panel and day (of the reader's clock). */
export function fileName(project: string, panel: string, ending: string, now: Date): string {
  const two = (value: number) => String(value).padStart(2, "0");
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  return `${project}-${panel}-${day}.${ending}`;
}

/** Hand a file to the reader. */
export function save(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // Some browsers begin to read it only after the click.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/**
 * Paint a picture.
 *
 * @throws Error if the browser cannot
 */
export async function pngOf({ svg, width, height }: Picture): Promise<Blob> {
  const image = new Image();
  // The content security policy allows data: for images, and not blob:.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = width * SHARPNESS;
  canvas.height = height * SHARPNESS;
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) resolve(blob);
      else reject(new Error("This browser cannot paint it."));
    }, "image/png");
  });
}
