import type { Node } from './node.ts';
import { shown } from './node.ts';

const none: readonly number[] = Array(12).fill(1);

/** Returns a node for twelve monthly factors; where nothing is written, no month differs. */
export function seasonality(meaning: string): Node<readonly number[]> {
  return {
    required: false,
    read(raw, path, reading) {
      if (raw === undefined) return none;
      const factors: unknown = raw;
      const valid =
        Array.isArray(factors) &&
        factors.length === 12 &&
        factors.every((factor) => typeof factor === 'number' && Number.isFinite(factor) && factor >= 0);
      if (!valid) {
        reading.report(path, {
          value: shown(raw),
          rule: 'must be a list of twelve numbers ≥ 0, January first',
        });
        return none;
      }
      const mean = factors.reduce((sum: number, factor: number) => sum + factor, 0) / 12;
      // The tolerance allows for the bound itself being written in decimals.
      if (Math.abs(mean - 1) > 0.01 + 1e-9) {
        reading.report(path, { value: `a mean of ${mean}`, rule: 'must have a mean of 1 (± 1%)' });
      }
      return factors;
    },
    jsonSchema: {
      type: 'array',
      minItems: 12,
      maxItems: 12,
      items: { type: 'number', minimum: 0 },
      description: meaning,
    },
    rows: (path) => [{ path, type: 'list of 12 numbers', default: 'none', meaning }],
  };
}
