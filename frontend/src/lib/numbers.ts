import { locale } from "./language";

const whole = new Intl.NumberFormat(locale);
const wholePercent = new Intl.NumberFormat(locale, { style: "percent" });

export function count(value: number): string {
  return whole.format(value);
}

export function percent(share: number): string {
  return wholePercent.format(share);
}

/** Write a probability in whole percent; as certain only if it is. */
export function probability(share: number): string {
  if (share > 0 && share < 0.005) return `<${percent(0.01)}`;
  if (share < 1 && share >= 0.995) return `>${percent(0.99)}`;
  return percent(share);
}

/** By places: making a format takes far longer than using it. */
const formats: Record<number, Intl.NumberFormat> = {};

/** Write a coefficient with two places, or as many as `places`; a minus is a real one. */
export function decimals(value: number, places = 2): string {
  formats[places] ??= new Intl.NumberFormat(locale, {
    minimumFractionDigits: places,
    maximumFractionDigits: places,
    signDisplay: "negative",
  });
  return formats[places].format(value).replace("-", "\u2212");
}

/** Leave out the zero before a point, as statisticians write what cannot pass 1; not before a comma. */
export function bare(text: string): string {
  return text.replace(/^(\u2212?)0(?=\.)/, "$1");
}
