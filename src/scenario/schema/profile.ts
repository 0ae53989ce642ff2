import { InputError } from '../../errors.ts';
import type { Node } from './node.ts';
import { shown } from './node.ts';

/** At most as many entries as a run may have periods. */
const longest = 520;
const rule = 'must be a list of 1 to 520 numbers ≥ 0, or "file.csv:column"';

/** Returns a node for demand given period by period: a list, or a column of a CSV file beside the scenario. */
export function profile(meaning: string): Node<readonly number[]> {
  return {
    required: false,
    read(raw, path, reading) {
      if (raw === undefined) return [];
      const values = typeof raw === 'string' ? fromText(raw) : raw;
      if (Array.isArray(values) && values.length > 0 && values.length <= longest && values.every(isDemand)) {
        return values;
      }
      if (values !== undefined) reading.report(path, { value: shown(raw), rule });
      return [];

      function fromText(written: string): readonly number[] | undefined {
        const split = written.lastIndexOf(':');
        if (split <= 0) return [];
        try {
          return reading.readColumn(written.slice(0, split).trim(), written.slice(split + 1).trim());
        } catch (error) {
          if (!(error instanceof InputError)) throw error;
          for (const problem of error.problems) reading.report(path, problem);
          return undefined;
        }
      }
    },
    jsonSchema: {
      anyOf: [
        { type: 'array', minItems: 1, maxItems: longest, items: { type: 'number', minimum: 0 } },
        { type: 'string', pattern: '.:.' },
      ],
      description: meaning,
    },
    rows: (path) => [
      { path, type: 'list of numbers, or `file.csv:column`', default: 'required with profile', meaning },
    ],
  };
}

function isDemand(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}
