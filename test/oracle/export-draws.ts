import { normalQuantile } from '../../src/math/normal.ts';
import { streamNames } from '../../src/model/future.ts';
import { prepareReplications } from '../../src/model/replications.ts';
import { rootKey } from '../../src/random/seed.ts';
import { createStream } from '../../src/random/stream.ts';
import type { Scenario } from '../../src/scenario/fields/scenario.ts';

/** What `bench/peers/oracle.py` reads: a scenario in model units, and everything random in its replications. */
export interface OracleJob {
  readonly scenario: unknown;
  readonly replications: readonly {
    /** Drawn fields by dotted path, in model units. */
    readonly inputs: Readonly<Record<string, number>>;
    readonly z: readonly number[];
    readonly u: readonly number[];
    readonly r: readonly number[];
    readonly v: number;
  }[];
}

/** Returns the first replications of a scenario under a seed, as the oracle reads them. */
export function exportDraws(scenario: Scenario, seed: string, count: number): OracleJob {
  const key = rootKey(seed);
  const prepared = prepareReplications(scenario, key);
  const { horizon } = prepared.parameters.calendar;
  const uniforms = (name: string, replication: number) => {
    const out = new Float64Array(horizon);
    createStream(key, name).fill(replication, out);
    return [...out];
  };
  const replications = Array.from({ length: count }, (_, replication) => {
    prepared.draw(replication);
    return {
      inputs: Object.fromEntries(
        prepared.uncertain.map(({ path }) => [path, numberAt(prepared.parameters, path)]),
      ),
      z: uniforms(streamNames.noise, replication).map(normalQuantile),
      u: uniforms(streamNames.orders, replication),
      r: uniforms(streamNames.discovery, replication),
      v: createStream(key, streamNames.validation).uniform(replication, 0),
    };
  });
  return { scenario: withoutInfinities(prepared.parameters), replications };
}

function numberAt(tree: unknown, path: string): number {
  return path
    .split('.')
    .reduce<unknown>((node, name) => (node as Record<string, unknown>)[name], tree) as number;
}

/** "Never" and "unlimited" are infinite, which JSON cannot say; left out, they are the oracle's own defaults. */
function withoutInfinities(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(withoutInfinities);
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(
    Object.entries(part)
      .filter(([, inner]) => inner !== Number.POSITIVE_INFINITY)
      .map(([name, inner]) => [name, withoutInfinities(inner)]),
  );
}
