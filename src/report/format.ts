const symbols: Readonly<Record<string, string>> = {
  USD: '$',
  EUR: '€',
  GBP: '£',
  JPY: '¥',
  AUD: 'A$',
  CAD: 'C$',
};
const scales = [
  { least: 999.5e6, size: 1e9, letter: 'B' },
  { least: 999.5e3, size: 1e6, letter: 'M' },
  { least: 999.5, size: 1e3, letter: 'k' },
] as const;

/** Returns an amount of money in three digits, for people: `$123k`, `−€1.25M`, `CHF 950`. */
export function money(amount: number, currency: string): string {
  const sign = amount < 0 ? '−' : '';
  const symbol = symbols[currency] ?? `${currency} `;
  return `${sign}${symbol}${compact(Math.abs(amount))}`;
}

/** Returns a non-negative number in three digits with a letter for its size: `950`, `12.3k`, `1.25M`; `7` is whole. */
export function compact(value: number): string {
  const scale = scales.find(({ least }) => value >= least);
  if (scale === undefined && Number.isInteger(value)) return String(value);
  const scaled = value / (scale?.size ?? 1);
  return `${scaled.toFixed(scaled >= 99.95 ? 0 : scaled >= 9.995 ? 1 : 2)}${scale?.letter ?? ''}`;
}

/** Returns a share as a percentage: whole, with one decimal near 0 and 1, where it matters. */
export function percent(share: number): string {
  const value = share * 100;
  const nearEdge = value !== 0 && value !== 100 && (value < 1 || value > 99);
  return `${value.toFixed(nearEdge ? 1 : 0)}%`;
}

/** Returns a whole number with thin groups of three, for people: `10,000`. */
export function grouped(value: number): string {
  return Math.round(value)
    .toString()
    .replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}
