import type { Node } from './node.ts';
import { shown } from './node.ts';

/** Two fields and the rank correlation between them. */
export interface Correlation {
  readonly first: string;
  readonly second: string;
  /** Spearman's rho, in [−1, 1]. */
  readonly rho: number;
}

/** Returns a node for one correlation, written as a list of two dotted fields and a number. */
export function correlation(meaning: string): Node<Correlation> {
  return {
    required: true,
    read(raw, path, reading) {
      const [first, second, rho] = Array.isArray(raw) && raw.length === 3 ? raw : [];
      const valid =
        typeof first === 'string' &&
        typeof second === 'string' &&
        typeof rho === 'number' &&
        rho >= -1 &&
        rho <= 1;
      if (valid) return { first, second, rho };
      reading.report(path, {
        value: Array.isArray(raw) ? shown(JSON.stringify(raw)) : shown(raw),
        rule: 'must be a list of two fields and a number from −1 to 1',
      });
      return { first: '', second: '', rho: 0 };
    },
    jsonSchema: {
      type: 'array',
      description: meaning,
      prefixItems: [{ type: 'string' }, { type: 'string' }, { type: 'number', minimum: -1, maximum: 1 }],
      items: false,
      minItems: 3,
      maxItems: 3,
    },
    rows: (path) => [{ path, type: '`[field, field, rho]`', default: 'none', meaning }],
  };
}
