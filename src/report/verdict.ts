import type { Scenario } from '../scenario/fields/scenario.ts';
import { meanBand, shareBand } from '../statistics/bands.ts';
import type { Interval } from '../statistics/interval.ts';
import { mean } from '../statistics/moments.ts';
import { pairsOf } from '../statistics/paired-columns.ts';
import { recommend } from '../statistics/recommendation.ts';
import type { ScenarioSummary } from '../statistics/scenario-summary.ts';
import { decideSequentially } from '../statistics/sequential-decision.ts';
import { type Downside, downsideOf } from './downside.ts';
import { money, percent } from './format.ts';
import { cashDepth, type Extras } from './rows.ts';

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
  /** Where that is not clear, but the recommended one is known to lack at most this: the indifference asked for. */
  readonly sameWithin: number | undefined;
  /** Mean NPV of the recommended one minus that of the rival in the same future. */
  readonly advantage: Interval | undefined;
  /** Share of futures in which the recommended one is the best of all, a tie shared among those that tie. */
  readonly winning: Interval | undefined;
  /** Share of futures in which each strategy runs out of cash. */
  readonly insolvent: Readonly<Record<string, number>>;
  /** How likely each strategy is to run out of cash, when, and how much more would have prevented it. */
  readonly downside: Readonly<Record<string, Downside>>;
  readonly period: 'week' | 'month';
}

/** Returns the verdict on one scenario, or undefined where there is nothing to say. */
export function verdictOn(
  name: string,
  scenario: Scenario,
  result: ScenarioSummary,
  { onCredit, looked = false, indifference }: Extras = {},
): Verdict | undefined {
  const names = Object.keys(scenario.strategies);
  const recommendation = recommend(result.paired);
  if (recommendation === undefined) return undefined;
  const { strategy, rival } = recommendation;
  const { certainty, sameWithin } = looked
    ? certaintyAtLook(result, indifference)
    : { certainty: recommendation.certainty, sameWithin: undefined };
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
    sameWithin,
    advantage: rival === undefined ? undefined : advantageOf(result, strategy, rival, looked),
    winning: rival === undefined ? undefined : shareBand(result.paired.best[strategy], looked),
    insolvent: Object.fromEntries(insolvent),
    downside: Object.fromEntries(
      names.flatMap((each, index) => {
        const summary = result.strategies[index];
        const found =
          summary === undefined ? undefined : downsideOf(summary, cashDepth(scenario, index, onCredit));
        return found === undefined ? [] : [[each, found] as const];
      }),
    ),
    period: scenario.calendar.period,
  };
}

/** Returns a verdict in words that a founder understands. */
export function verdictWords(verdict: Verdict): string {
  const { recommended, rival, advantage, winning, certainty, sameWithin, currency } = verdict;
  if (rival !== undefined && advantage === undefined) {
    return `${recommended} comes out higher, but one future says nothing about how surely${ruinWords(verdict)}`;
  }
  if (rival === undefined || advantage === undefined || winning === undefined) {
    return `${recommended} is the only strategy${ruinWords(verdict)}`;
  }
  const gain = `${money(Math.abs(advantage.estimate), currency)} ± ${money(advantage.halfWidth, currency)}`;
  const share = `${percent(winning.estimate)} of futures, ${range(winning)}`;
  const ruin = ruinWords(verdict);
  if ((certainty ?? 0) < decidedCertainty && sameWithin !== undefined) {
    return `as good as equal: ${recommended} lacks at most ${money(sameWithin, currency)} on average; it wins in ${share}${ruin}`;
  }
  if ((certainty ?? 0) < decidedCertainty) {
    return `too close to call: ${recommended} wins in ${share}; ${gain} on average over ${rival}${ruin}`;
  }
  if (winning.estimate < 0.5) {
    return `${recommended} brings +${gain} on average over ${rival}, although it wins in only ${share}${ruin}`;
  }
  return `${recommended} wins in ${share}; +${gain} on average over ${rival}${ruin}`;
}

/** Below this share of futures, running out of cash is not worth a word. */
const leastRuin = 0.005;

function ruinWords({ downside, period, currency }: Verdict): string {
  const ruined = Object.entries(downside).filter(([, { share }]) => share.estimate >= leastRuin);
  return ruined
    .map(([name, { share, medianPeriod, extraCash, covered }]) => {
      const when = medianPeriod === undefined ? '' : `, half of them by ${period} ${medianPeriod}`;
      const more =
        extraCash === undefined || extraCash <= 0
          ? ''
          : ` (${money(extraCash, currency)} more would have kept it to ${percent(1 - covered)})`;
      return `; ${name} runs out of cash in ${percent(share.estimate)}${when}${more}`;
    })
    .join('');
}

function range({ low, high }: Interval): string {
  const [from, to] = [percent(low), percent(high)];
  return from === to ? from : `${from.replace('%', '')}–${to.replace('%', '')}`;
}

function advantageOf(
  { paired }: ScenarioSummary,
  strategy: number,
  rival: number,
  looked: boolean,
): Interval | undefined {
  const pair = pairsOf(paired.strategies).findIndex(
    ([i, j]) => i === Math.min(strategy, rival) && j === Math.max(strategy, rival),
  );
  const difference = paired.differences[pair];
  const found = meanBand(difference, looked);
  if (found === undefined || strategy > rival) return found;
  return { ...found, estimate: -found.estimate, low: -found.high, high: -found.low };
}

/** What repeated looks allow to say of the decision; of precision alone, nothing is asked of it, but it is as valid. */
function certaintyAtLook(
  { paired }: ScenarioSummary,
  indifference: number | undefined,
): { certainty: number | undefined; sameWithin: number | undefined } {
  if (paired.strategies < 2) return { certainty: 1, sameWithin: undefined };
  const { certainty, certaintyWithin } = decideSequentially(paired, indifference);
  const isSame = indifference !== undefined && indifference > 0 && certaintyWithin >= decidedCertainty;
  return { certainty, sameWithin: isSame ? indifference : undefined };
}
