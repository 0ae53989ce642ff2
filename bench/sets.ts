import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ScenarioList } from '../src/run/simulate.ts';
import { readScenario } from '../src/scenario/read/scenario.ts';
import { readSet } from '../src/scenario/read/set.ts';
import type { Case } from './cases.ts';
import { cacheFolder } from './places.ts';

/** A set of scenarios over a case, and the file that it is read from. */
export interface BenchSet extends ScenarioList {
  readonly file: string;
}

/** Returns a set whose scenarios differ in a price, two uncertain inputs and a first order, as a study's would. */
export function openSet(base: Case, count: number): BenchSet {
  const file = join(cacheFolder, `${base.name}-${count}.csv`);
  mkdirSync(cacheFolder, { recursive: true });
  writeFileSync(file, csvOf(count));
  const { rows } = readSet(file, base.source);
  const scenarios = rows.map(({ overrides }) => readScenario(base.source, overrides));
  return {
    file,
    count,
    at(index) {
      const scenario = scenarios[index];
      if (scenario === undefined) throw new RangeError('the set has no such row');
      return scenario;
    },
  };
}

function csvOf(count: number): string {
  const rows = Array.from({ length: count }, (_, i) => {
    const size = 12_000 + 400 * (i % 50);
    const tooling = 45_000 + 1_000 * (i % 37);
    const order = 60 + 20 * (i % 7);
    return `s${i},${129 + (i % 41)},"lognormal(mean=${size}, sd=${size / 2})","lognormal(mean=${tooling}, sd=15000)",${order}`;
  });
  const header = 'scenario,market.price,market.size,processes.mould.tooling,strategies.staged.initialOrder';
  return `${[header, ...rows].join('\n')}\n`;
}
