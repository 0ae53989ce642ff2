import type { Estimate } from '../../processes/estimate.ts';

/** Returns a number to three digits, which is more than the catalogue's ranges know: `12,300`, `48.3`, `0.62`. */
export function threeDigits(value: number): string {
  const [whole = '', decimals] = String(Number(value.toPrecision(3))).split('.');
  return decimals === undefined ? grouped(whole) : `${grouped(whole)}.${decimals}`;
}

/** Returns a whole number with its thousands grouped. */
export function grouped(value: number | string): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** Returns the 10th to the 90th percentile. */
export function range({ p10, p90 }: Estimate): string {
  const low = threeDigits(p10);
  const high = threeDigits(p90);
  return low === high ? low : `${low}–${high}`;
}
