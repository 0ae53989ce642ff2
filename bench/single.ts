import type { Key } from '../src/random/seed.ts';
import { replicationsPerPiece } from '../src/run/plan.ts';
import { type Comparison, compare } from './agree.ts';
import type { Case } from './cases.ts';
import { type Engine, playRange } from './engines.ts';
import { secondsOf, unitsFor } from './measure.ts';
import type { Effort } from './options.ts';
import type { Peer, PeerResult } from './peers.ts';
import { type Runner, race } from './rounds.ts';

/** What everybody needs for one strategy-period of one scenario, in nanoseconds, by round. */
export interface SingleResult {
  readonly scenario: string;
  readonly costs: ReadonlyMap<string, readonly number[]>;
  readonly comparisons: readonly Comparison[];
  readonly drawsPerStrategyPeriod: number;
}

/**
 * Returns what the engines and the peers need for a scenario, in one thread each: drawing, playing, and the mean and
 * standard deviation of every metric. Every round of ours takes replications that it has not yet seen.
 */
export async function measureSingle(
  bench: Case,
  kernel: Engine,
  others: readonly Engine[],
  peers: readonly Peer[],
  key: Key,
  effort: Effort,
): Promise<SingleResult> {
  const { strategies, periods } = bench;
  const comparisons = await agreement(bench, kernel, peers, key, effort);
  const perReplication = strategies * periods;
  const runners: Runner[] = [];
  for (const engine of [kernel, ...others]) runners.push(await engineRunner(engine, bench, key, effort));
  for (const peer of peers) runners.push(await peerRunner(peer, bench, effort));
  const costs = await race(runners, effort.rounds);
  return {
    scenario: bench.name,
    costs,
    comparisons,
    drawsPerStrategyPeriod: bench.drawsPerReplication / perReplication,
  };
}

async function engineRunner(engine: Engine, bench: Case, key: Key, effort: Effort): Promise<Runner> {
  let next = 0;
  const play = (count: number): number => {
    const first = next;
    next += count;
    return secondsOf(() => playRange(engine, bench.scenario, key, { first, count }));
  };
  const count = await unitsFor(effort.roundSeconds, replicationsPerPiece / 8, play);
  const scale = 1e9 / (count * bench.strategies * bench.periods);
  return { name: engine.name, run: () => play(count) * scale };
}

/** A peer's process plays its share twice, and the second time counts: by then its memory is there. */
async function peerRunner(peer: Peer, bench: Case, effort: Effort): Promise<Runner> {
  const play = (count: number, seed: number): Promise<PeerResult> => peer.run(bench.peerFile, count, seed, 2);
  const most = peer.mostReplications;
  const count = Math.min(
    most,
    await unitsFor(effort.roundSeconds, 1000, async (units) => {
      if (units >= most) return effort.roundSeconds;
      return (await play(units, 1)).seconds.at(-1) ?? Number.NaN;
    }),
  );
  return {
    name: peer.name,
    run: async (round) => (await play(count, 1 + round)).nsPerStrategyPeriod.at(-1) ?? Number.NaN,
  };
}

async function agreement(
  bench: Case,
  engine: Engine,
  peers: readonly Peer[],
  key: Key,
  effort: Effort,
): Promise<readonly Comparison[]> {
  if (peers.length === 0) return [];
  const ours = playRange(engine, bench.scenario, key, {
    first: 1_000_000_000,
    count: effort.agreementReplications,
  });
  const strategies = Object.keys(bench.scenario.strategies);
  const found: Comparison[] = [];
  for (const peer of peers) {
    const count = Math.min(effort.agreementReplications, 4 * peer.mostReplications);
    const theirs = await peer.run(bench.peerFile, count, 77, 1);
    found.push(...compare({ peer: peer.name, scenario: bench.name, strategies }, ours, theirs, count));
  }
  return found;
}
