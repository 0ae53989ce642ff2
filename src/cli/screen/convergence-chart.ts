import { grouped, money } from '../../report/format.ts';
import type { ConvergenceRow } from '../../report/tables/convergence.ts';
import type { Verdict } from '../../report/verdict.ts';
import type { Interval } from '../../statistics/interval.ts';
import { style } from './style.ts';

/** Columns of the drawing. */
const width = 48;
/** More looks than these make it no clearer: the last ones are shown. */
const mostLooks = 14;

interface Look {
  readonly replications: number;
  readonly found: Interval;
}

/** Returns a small chart of how an estimate settled: a line a look, its interval and its middle; empty for no looks. */
export function convergenceChart(
  rows: readonly ConvergenceRow[],
  { recommended, rival, currency }: Verdict,
): string {
  const baseline = rows[0]?.strategy;
  const shown =
    rows.find(({ strategy }) => strategy === recommended)?.strategy === baseline ? rival : recommended;
  const strategy = shown ?? recommended;
  const isPaired = strategy !== baseline;
  const looks = rows
    .filter((row) => row.strategy === strategy)
    .flatMap((row): Look[] => {
      const found = isPaired ? row.difference : row.npv;
      return found === undefined ? [] : [{ replications: row.replications, found }];
    })
    .slice(-mostLooks);
  if (looks.length === 0) return '';
  const title = isPaired ? `mean NPV of ${strategy} minus ${baseline}` : `mean NPV of ${strategy}`;
  return `${style.heading(title)}\n${lines(looks, currency).join('\n')}\n`;
}

function lines(looks: readonly Look[], currency: string): readonly string[] {
  const low = Math.min(...looks.map(({ found }) => found.low));
  const high = Math.max(...looks.map(({ found }) => found.high));
  const place = (value: number) => {
    const share = high > low ? (value - low) / (high - low) : 0.5;
    return Math.max(0, Math.min(width - 1, Math.round(share * (width - 1))));
  };
  const longest = Math.max(...looks.map(({ replications }) => grouped(replications).length));
  return looks.map(({ replications, found }) => {
    const cells = Array.from({ length: width }, (_, at): string =>
      at >= place(found.low) && at <= place(found.high) ? '─' : ' ',
    );
    if (low < 0 && high > 0) cells[place(0)] = '│';
    cells[place(found.estimate)] = '●';
    const figure = `${money(found.estimate, currency)} ± ${money(found.halfWidth, currency)}`;
    return `  ${grouped(replications).padStart(longest)}  ${cells.join('')}  ${figure}`;
  });
}
