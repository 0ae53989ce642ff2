/**
 * Returns a finite number in plain decimal notation: the shortest text that reads back to the same double, without an
 * exponent.
 */
export function plainDecimal(value: number): string {
  const text = String(value === 0 ? 0 : value);
  const [mantissa = '', exponent] = text.split('e');
  if (exponent === undefined) return text;
  const sign = mantissa.startsWith('-') ? '-' : '';
  const [whole = '', fraction = ''] = mantissa.slice(sign.length).split('.');
  const point = whole.length + Number(exponent);
  const digits = whole + fraction;
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  return `${sign}${digits.padEnd(point, '0')}`;
}

/** Returns a finite number rounded to so many significant digits (1 to 100), a tie going away from zero. */
export function roundedTo(digits: number, value: number): number {
  return Number(value.toPrecision(digits));
}
