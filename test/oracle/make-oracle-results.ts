// Writes oracle-results.jsonl: what the oracle in Python makes of a few random scenarios. See README.md for the command.
import { writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { metricNames } from '../../src/model/replay/metrics.ts';
import { readPlain } from '../arbitraries/read-plain.ts';
import { scenario } from '../arbitraries/scenario.ts';
import { exportDraws } from './export-draws.ts';
import { runOracle } from './run-oracle.ts';

const replications = 3;

const contents = fc.sample(scenario, { seed: 7, numRuns: 40 });
const cases = contents.map((content, index) => ({ seed: `frozen ${index}`, content }));
const jobs = cases.map(({ seed, content }) => exportDraws(readPlain(content), seed, replications));
const results = runOracle(jobs).map((result) =>
  result.map((strategies) =>
    Object.fromEntries(
      Object.entries(strategies).map(([name, metrics]) => [
        name,
        metricNames.map((metric) => metrics[metric] ?? null),
      ]),
    ),
  ),
);

const lines = cases.map((each, index) => JSON.stringify({ ...each, results: results[index] }));
writeFileSync(
  new URL('oracle-results.jsonl', import.meta.url),
  `${[JSON.stringify(metricNames), ...lines].join('\n')}\n`,
);
