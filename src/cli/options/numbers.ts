import { InputError } from '../../errors.ts';

/** Returns a function that reads a whole number from an option, and throws InputError where it is none in the range. */
export function wholeNumber(option: string, least: number, most: number): (text: string) => number {
  return (text) => {
    const value = /^\d+(?:[_,]\d{3})*$/.test(text) ? Number(text.replace(/[_,]/g, '')) : Number.NaN;
    if (value >= least && value <= most) return value;
    throw new InputError([
      {
        path: option,
        value: JSON.stringify(text),
        rule: `must be a whole number from ${least} to ${most}`,
      },
    ]);
  };
}

/** Returns the names in a list with commas. */
export function nameList(text: string): readonly string[] {
  return text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
