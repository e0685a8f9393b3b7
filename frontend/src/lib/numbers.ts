const whole = new Intl.NumberFormat();

export function count(value: number): string {
  return whole.format(value);
}

export function percent(share: number): string {
  return new Intl.NumberFormat(undefined, { style: "percent" }).format(share);
}

/** Write a coefficient with two places, or as many as `places`; a minus is a real one. */
export function decimals(value: number, places = 2): string {
  return new Intl.NumberFormat(undefined, {
    minimumFractionDigits: places,
    maximumFractionDigits: places,
    signDisplay: "negative",
  })
    .format(value)
    .replace("-", "\u2212");
}
