// The benchmark's peer in Squiggle: the part of the model that it expresses over whole sample sets.
//
//   peer.mjs scenario.json --replications 10000 --seed 1 --rounds 2
//
// It speaks as the other peers do: a scenario in model units in, moments and seconds out, reading and parsing excluded.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { run } from '@quri/squiggle-lang';

const number = { type: 'string' };
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { replications: number, seed: number, rounds: number },
});
const { scenario } = JSON.parse(readFileSync(positionals[0], 'utf8'));
const replications = Number(values.replications ?? 10_000);
const model = readFileSync(new URL('one-order.squiggle', import.meta.url), 'utf8');
const code = `${fields(scenario, '').join('\n')}\n${model}`;
const strategy = Object.keys(scenario.strategies)[0];

const seconds = [];
let metrics;
for (let round = 0; round < Number(values.rounds ?? 1); round++) {
  const start = performance.now();
  const { result } = await run(code, {
    environment: { sampleCount: replications, xyPointLength: 1000, seed: `${values.seed ?? 1}-${round}` },
  });
  seconds.push((performance.now() - start) / 1000);
  if (!result.ok) throw new Error(result.value.toString());
  metrics = plain(result.value.result);
}
const strategyPeriods = replications * scenario.calendar.horizon;
console.log(
  JSON.stringify({
    metrics: { [strategy]: metrics },
    seconds,
    nsPerStrategyPeriod: seconds.map((s) => (s * 1e9) / strategyPeriods),
    strategyPeriods,
  }),
);

/** A definition for every number and every distribution of the scenario. */
function fields(part, path) {
  if (typeof part === 'number') return [`${path} = ${part}`];
  if (typeof part !== 'object' || part === null) return [];
  if ('dist' in part) return [`${path} = ${draw(part)}`];
  return Object.entries(part).flatMap(([name, inner]) =>
    fields(inner, path === '' ? name : `${path}_${name}`),
  );
}

function draw({ dist, clamp = [], scale = 1, ceil = false, ...p }) {
  if (ceil) throw new Error('a drawn duration is beyond this part of the model');
  const call = {
    normal: () => `normal(${p.mean}, ${p.sd})`,
    lognormal: () => `lognormal(${p.mu}, ${p.sigma})`,
    uniform: () => `uniform(${p.min}, ${p.max})`,
    triangular: () => `triangular(${p.min}, ${p.mode}, ${p.max})`,
  }[dist]();
  const [low, high] = clamp;
  let x = `SampleSet.fromDist(${call})`;
  if (low !== null && low !== undefined) x = `max(${x}, ${low})`;
  if (high !== null && high !== undefined) x = `min(${x}, ${high})`;
  return scale === 1 ? x : `${x} * ${scale}`;
}

/** A Squiggle dict of dicts of numbers as plain data. */
function plain(value) {
  if (value.tag === 'Number') return value.value;
  return Object.fromEntries(value.value.entries().map(([name, inner]) => [name, plain(inner)]));
}
