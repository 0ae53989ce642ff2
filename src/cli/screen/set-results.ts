import { grouped, money, percent } from '../../report/format.ts';
import { decidedCertainty, type Verdict } from '../../report/verdict.ts';
import { style } from './style.ts';

/** The closest calls that are named. */
const closestShown = 5;

/** Returns what came out of a set: how many rows each strategy wins, and where the call is closest. */
export function setText(verdicts: readonly Verdict[]): string {
  const decided = verdicts.filter(({ certainty }) => (certainty ?? 0) >= decidedCertainty);
  const wins = new Map<string, number>();
  for (const { recommended } of decided) wins.set(recommended, (wins.get(recommended) ?? 0) + 1);
  const lines = [...wins]
    .sort(([, a], [, b]) => b - a)
    .map(([name, count]) => `  ${style.good(name)} wins ${rowsOf(count, verdicts.length)}`);
  const open = verdicts.length - decided.length;
  if (open > 0) lines.push(`  too close to call: ${rowsOf(open, verdicts.length)}`);
  return `${style.heading(`${grouped(verdicts.length)} scenarios`)}\n${lines.join('\n')}\n\n${closest(verdicts)}`;
}

function rowsOf(count: number, all: number): string {
  return `${grouped(count)} rows (${percent(count / all)})`;
}

function closest(verdicts: readonly Verdict[]): string {
  const calls = verdicts
    .filter(({ advantage }) => advantage !== undefined)
    .sort((a, b) => Math.abs(a.advantage?.estimate ?? 0) - Math.abs(b.advantage?.estimate ?? 0))
    .slice(0, closestShown)
    .map(({ scenario, recommended, rival, advantage, currency }) => {
      const { estimate = 0, halfWidth = 0 } = advantage ?? {};
      return `  ${scenario}: ${recommended} over ${rival} by ${money(estimate, currency)} ± ${money(halfWidth, currency)}`;
    });
  return calls.length === 0 ? '' : `${style.heading('closest calls')}\n${calls.join('\n')}\n`;
}
