import type { Scenario } from '../scenario/fields/scenario.ts';
import type { Interval } from '../statistics/interval.ts';
import { meanInterval } from '../statistics/mean-interval.ts';
import { mean } from '../statistics/moments.ts';
import { pairsOf } from '../statistics/paired-columns.ts';
import { proportionInterval } from '../statistics/proportion-interval.ts';
import { recommend } from '../statistics/recommendation.ts';
import type { ScenarioSummary } from '../statistics/scenario-summary.ts';
import { money, percent } from './format.ts';

/** At least so sure of the better mean, the 95% interval of the difference leaves out 0; less is too close to call. */
export const decidedCertainty = 0.975;

/** What a scenario's results say about which strategy to take. */
export interface Verdict {
  readonly scenario: string;
  readonly currency: string;
  readonly recommended: string;
  /** The strategy that comes closest; undefined where there is only one. */
  readonly rival: string | undefined;
  /** Probability, given the sampling error, that the recommended one truly has the highest mean. */
  readonly certainty: number | undefined;
  /** Mean NPV of the recommended one minus that of the rival in the same future. */
  readonly advantage: Interval | undefined;
  /** Share of futures in which the recommended one is the best of all, a tie shared among those that tie. */
  readonly winning: Interval | undefined;
  /** Share of futures in which each strategy runs out of cash. */
  readonly insolvent: Readonly<Record<string, number>>;
}

/** Returns the verdict on one scenario, or undefined where there is nothing to say. */
export function verdictOn(name: string, scenario: Scenario, result: ScenarioSummary): Verdict | undefined {
  const names = Object.keys(scenario.strategies);
  const recommendation = recommend(result.paired);
  if (recommendation === undefined) return undefined;
  const { strategy, rival, certainty } = recommendation;
  const insolvent = names.map((each, index) => {
    const column = result.strategies[index]?.metrics['insolvent'];
    return [each, (column === undefined ? undefined : mean(column)) ?? 0] as const;
  });
  return {
    scenario: name,
    currency: scenario.currency,
    recommended: names[strategy] ?? '',
    rival: rival === undefined ? undefined : names[rival],
    certainty,
    advantage: rival === undefined ? undefined : advantageOf(result, strategy, rival),
    winning: rival === undefined ? undefined : winningOf(result, strategy),
    insolvent: Object.fromEntries(insolvent),
  };
}

/** Returns a verdict in words that a founder understands. */
export function verdictWords(verdict: Verdict): string {
  const { recommended, rival, advantage, winning, certainty, currency } = verdict;
  if (rival === undefined || advantage === undefined || winning === undefined) {
    return `${recommended} is the only strategy${ruinWords(verdict)}`;
  }
  const gain = `${money(Math.abs(advantage.estimate), currency)} ± ${money(advantage.halfWidth, currency)}`;
  const share = `${percent(winning.estimate)} of futures, ${range(winning)}`;
  const ruin = ruinWords(verdict);
  if ((certainty ?? 0) < decidedCertainty) {
    return `too close to call: ${recommended} wins in ${share}; ${gain} on average over ${rival}${ruin}`;
  }
  if (winning.estimate < 0.5) {
    return `${recommended} brings +${gain} on average over ${rival}, although it wins in only ${share}${ruin}`;
  }
  return `${recommended} wins in ${share}; +${gain} on average over ${rival}${ruin}`;
}

function ruinWords({ insolvent }: Verdict): string {
  const ruined = Object.entries(insolvent).filter(([, share]) => share >= 0.005);
  return ruined.map(([name, share]) => `; ${name} runs out of cash in ${percent(share)}`).join('');
}

function range({ low, high }: Interval): string {
  const [from, to] = [percent(low), percent(high)];
  return from === to ? from : `${from.replace('%', '')}–${to.replace('%', '')}`;
}

function advantageOf({ paired }: ScenarioSummary, strategy: number, rival: number): Interval | undefined {
  const pair = pairsOf(paired.strategies).findIndex(
    ([i, j]) => i === Math.min(strategy, rival) && j === Math.max(strategy, rival),
  );
  const difference = paired.differences[pair];
  const found = difference === undefined ? undefined : meanInterval(difference);
  if (found === undefined || strategy > rival) return found;
  return { ...found, estimate: -found.estimate, low: -found.high, high: -found.low };
}

function winningOf({ paired }: ScenarioSummary, strategy: number): Interval | undefined {
  const best = paired.best[strategy];
  const share = best === undefined ? undefined : mean(best);
  if (best === undefined || share === undefined) return undefined;
  return proportionInterval(share * best.count, best.count);
}
