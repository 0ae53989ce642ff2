import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openExperiment } from '../../src/experiment/open.ts';
import { runExperiment } from '../../src/experiment/run.ts';
import { simulateColumns } from '../../src/model/columns.ts';
import { quantileFunction } from '../../src/model/distributions/distribution.ts';
import { metricNames } from '../../src/model/replay/metrics.ts';
import { rootKey } from '../../src/random/seed.ts';
import { createStream } from '../../src/random/stream.ts';
import { parseQuantity } from '../../src/scenario/values/quantity.ts';
import { folderWith, lamp, lampSet } from '../cli/shortrun.ts';

const seeds = ['1', '', 'größe'];
const streams = ['noise', 'orders', 'market.size'];
const places = [
  [0, 0],
  [0, 1],
  [1, 0],
  [4_294_967_295, 519],
] as const;

function* streamPins() {
  for (const seed of seeds) {
    const key = rootKey(seed);
    yield `key of "${seed}": ${key.low} ${key.high}`;
    for (const name of streams) {
      const stream = createStream(key, name);
      for (const [replication, index] of places) {
        yield `uniform of "${seed}" ${name} ${replication} ${index}: ${stream.uniform(replication, index)}`;
      }
    }
  }
}

const values = [
  '10 to 20',
  'uniform(1, 2)',
  'triangular(1, 2, 4)',
  'pert(1, 2, 4)',
  'normal(1, 2)',
  'lognormal(10, 5)',
  'beta(2, 5)',
  'gamma(2.5, 3)',
  'weibull(1.5, 2)',
  'exponential(3)',
  'studentt(4, 1, 2)',
  'poisson(40)',
  'binomial(100, 0.3)',
  'bernoulli(0.7)',
  'negbinomial(20, 9)',
  'discrete(1: 0.2, 2: 0.8)',
  'mixture(0.3: normal(1, 2), 0.7: uniform(0, 9))',
  'truncate(normal(0, 1), 0.5, 2)',
  'metalog(p10=1, p50=2, p90=5, low=0)',
];

function* variatePins() {
  for (const text of values) {
    const read = parseQuantity(text, { dimension: 'plain', domain: {} });
    if (!read.ok) throw new Error(`${text} is a value`);
    const quantile = quantileFunction(read.quantity.distribution);
    yield `${text} at 0.1, 0.77: ${quantile(0.1)} ${quantile(0.77)}`;
  }
}

async function* runPins() {
  const folder = folderWith({ 'lamp.yaml': lamp, 'set.csv': lampSet });
  const experiment = openExperiment(join(folder, 'lamp.yaml'), { set: join(folder, 'set.csv') });
  const { strategies } = simulateColumns(
    experiment.scenarios.at(0),
    rootKey('1'),
    { first: 0, count: 20 },
    false,
  );
  for (const [index, { metrics }] of strategies.entries()) {
    for (const name of metricNames)
      yield `replication 17 of strategy ${index}, ${name}: ${metrics[name][17]}`;
  }
  const { outputs } = await runExperiment(experiment, mkdtempSync(join(tmpdir(), 'shortrun-pins-')), {
    replications: 300,
    seed: '1',
    workers: 1,
    cashFlow: 'always',
  });
  for (const { file, sha256 } of outputs) yield `${file}: ${sha256}`;
}

it('gives the numbers of the version before; see README.md', async () => {
  const lines = [...streamPins(), ...variatePins()];
  for await (const line of runPins()) lines.push(line);
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('pins.txt');
});
