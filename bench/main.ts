// The benchmark: `npm run bench`, `npm run bench -- --quick`. It tells on stderr what it is at, prints its tables on stdout
// and writes a JSON and a chart to bench/results/.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { rootKey } from '../src/random/seed.ts';
import { caseNames, openCase, squiggleCaseName } from './cases.ts';
import { growthChart } from './chart.ts';
import { measureEndToEnd } from './end-to-end.ts';
import { kernelEngine, replayEngine } from './engines.ts';
import { growthOverWorkers, measureGrowth } from './growth.ts';
import { describeMachine } from './machine.ts';
import { measureMemory } from './memory.ts';
import { readOptions } from './options.ts';
import { cppPeer, numpyPeer, type Peer, squigglePeer, tried } from './peers.ts';
import { benchFolder } from './places.ts';
import type { BenchResult } from './result.ts';
import { measureSharedDraws } from './shared-draws.ts';
import { measureSingle, type SingleResult } from './single.ts';
import { eachSpread, ratioOf, spreadOf } from './spread.ts';
import { bareNode, measureStarts } from './starts.ts';
import { summariseSingle } from './summarise-single.ts';
import { describeResult } from './tables.ts';
import { measureVariance } from './variance.ts';
import { measureFirstProgress, measureWorkers } from './workers.ts';

const { effort, only, out } = readOptions(process.argv.slice(2));
const key = rootKey('bench');
const machine = describeMachine();
const kernel = kernelEngine();

const cases = (effort.quick ? caseNames.slice(0, 2) : caseNames).map(openCase);
const squiggleCase = openCase(squiggleCaseName);
const whole = openCase(caseNames[0]);

say('peers');
const invited = [
  await tried(cppPeer(), whole.peerFile),
  await tried(numpyPeer(), whole.peerFile),
  await tried(squigglePeer(), squiggleCase.peerFile),
];
const peers = invited.filter((peer): peer is Peer => 'run' in peer);
const result: BenchResult = {
  machine,
  quick: effort.quick,
  peers: Object.fromEntries(
    invited.map((peer) => [peer.name, 'run' in peer ? peer.description : `missing: ${peer.missing}`]),
  ),
};

const others = peers.filter(({ name }) => name !== 'squiggle');

if (wanted('single')) {
  const measured: SingleResult[] = [];
  for (const bench of cases) {
    say(`one thread, ${bench.name}`);
    measured.push(await measureSingle(bench, kernel, [replayEngine], others, key, effort));
  }
  say(`one thread, ${squiggleCase.name}`);
  measured.push(await measureSingle(squiggleCase, kernel, [replayEngine], peers, key, effort));
  result.single = summariseSingle(measured, cases, kernel, replayEngine, key);
}
let nsInSet = Number.NaN;
if (wanted('shared') || wanted('end')) {
  say('sets that share draws');
  const costs = await measureSharedDraws(whole, kernel, effort);
  result.sharedDraws = eachSpread(costs);
  nsInSet = result.sharedDraws[`set of ${effort.setSizes.at(-1)}`]?.median ?? Number.NaN;
}
if (wanted('workers')) {
  say('workers');
  result.workers = (await measureWorkers(whole, effort)).map(({ work, seconds }) => {
    const byCount = new Map([...seconds].map(([count, values]) => [`${count}`, values]));
    const one = byCount.get('1') ?? [];
    return {
      work,
      seconds: eachSpread(byCount),
      speedUp: eachSpread(byCount, (values) => ratioOf(one, values)),
    };
  });
  result.firstProgressSeconds = await measureFirstProgress(whole);
}
if (wanted('starts')) {
  say('starts');
  const starts = await measureStarts(whole, effort);
  const bare = spreadOf(starts.find(({ name }) => name === bareNode)?.warm ?? []).median;
  result.starts = starts.map(({ name, cold, warm }) => {
    const spread = spreadOf(warm);
    return { name, cold, warm: spread, beyondNode: spread.median - bare };
  });
}
if (wanted('end')) {
  say('end to end');
  result.endToEnd = await measureEndToEnd(whole, nsInSet, effort);
}
if (wanted('memory')) {
  say('memory');
  const guests = peers.map((peer) => [peer, peer.name === 'squiggle' ? squiggleCase : whole] as const);
  result.memory = await measureMemory(whole, guests, effort);
}
if (wanted('variance')) {
  say('variance');
  result.variance = measureVariance(key, 16_384);
}
if (wanted('growth')) {
  say('growth');
  const workers = result.workers?.slice(0, 1).map(({ seconds }) => growthOverWorkers(seconds)) ?? [];
  result.growth = [...measureGrowth(whole, kernel, key, effort), ...workers];
}

const file = resolve(out ?? join(benchFolder, 'results', 'latest.json'));
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, `${JSON.stringify(result, undefined, 2)}\n`);
if (result.growth !== undefined) writeFileSync(file.replace(/\.json$/, '.svg'), growthChart(result.growth));
const tables = describeResult(result);
writeFileSync(file.replace(/\.json$/, '.txt'), stripVTControlCharacters(tables));
process.stdout.write(`${tables}\n${file}\n`);

function wanted(section: string): boolean {
  return only === undefined || only.includes(section);
}

function say(what: string): void {
  process.stderr.write(`${(performance.now() / 1000).toFixed(0).padStart(4)} s  ${what}\n`);
}
