import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readPlain } from '../arbitraries/read-plain.ts';
import { differencesFrom } from './differences.ts';

/** A line of oracle-results.jsonl but the first, which names the metrics; README.md says how it is made. */
interface FrozenCase {
  readonly seed: string;
  readonly content: unknown;
  /** By replication and strategy, the value of each metric in their order. */
  readonly results: readonly Readonly<Record<string, readonly (number | null)[]>>[];
}

const lines = readFileSync(new URL('oracle-results.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n');
const [metrics, ...cases] = lines.map((line) => JSON.parse(line)) as [readonly string[], ...FrozenCase[]];

describe('the model against what an independent implementation in Python gave', () => {
  it.each(cases)('agrees in every metric: $seed', ({ seed, content, results }) => {
    const named = results.map((strategies) =>
      Object.fromEntries(
        Object.entries(strategies).map(([name, values]) => [
          name,
          Object.fromEntries(metrics.map((metric, index) => [metric, values[index] ?? null])),
        ]),
      ),
    );
    expect(differencesFrom(named, readPlain(content), seed)).toEqual([]);
  });
});
