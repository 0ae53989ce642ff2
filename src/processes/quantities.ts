import type { Problem } from '../errors.ts';

/** The greatest quantity that can be asked for. */
export const greatestQuantity = 10_000_000;

const whole = /^\d+(?:_\d+)*$/;
const range = /^(\S+)\s+to\s+(\S+)$/i;

/** Quantities as asked for, or what is wrong with them. */
export type Quantities =
  | { readonly ok: true; readonly quantities: readonly number[] }
  | { readonly ok: false; readonly problem: Problem };

/**
 * Returns the quantities that are asked for, ascending and each once: a number, a list (`50,500,5000`), or a range
 * (`50 to 5000`), which becomes its two ends and the steps 1, 2, 5, 10, … between them.
 */
export function readQuantities(asked: number | string | readonly number[]): Quantities {
  const text = typeof asked === 'object' ? asked.join(',') : String(asked).trim();
  const ends = range.exec(text);
  const written = ends === null ? text.split(',') : [ends[1] ?? '', ends[2] ?? ''];
  const numbers = written.map(readQuantity);
  const fault = written.find((_, index) => numbers[index] === undefined);
  if (fault !== undefined) return refused(fault.trim() === '' ? text : fault.trim());
  const found = numbers.filter((number) => number !== undefined);
  if (ends === null) return { ok: true, quantities: [...new Set(found)].sort((a, b) => a - b) };
  const [low = 0, high = 0] = found;
  if (low > high) return refused(text, 'the lower end of a range comes first');
  return { ok: true, quantities: [...new Set([low, ...stepsBetween(low, high), high])] };
}

function readQuantity(text: string): number | undefined {
  const trimmed = text.trim();
  const quantity = whole.test(trimmed) ? Number(trimmed.replaceAll('_', '')) : 0;
  return quantity >= 1 && quantity <= greatestQuantity ? quantity : undefined;
}

function stepsBetween(low: number, high: number): readonly number[] {
  const steps: number[] = [];
  for (let decade = 1; decade < high; decade *= 10) steps.push(decade, 2 * decade, 5 * decade);
  return steps.filter((step) => step > low && step < high);
}

function refused(value: string, rule?: string): Quantities {
  const wanted = 'must be whole quantities from 1 to 10,000,000, as in 500 or 50,500,5000 or 50 to 5000';
  return { ok: false, problem: { value, rule: rule ?? wanted } };
}
