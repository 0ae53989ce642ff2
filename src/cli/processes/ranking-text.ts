import type {
  NeighbourBreakEven,
  ProcessRanking,
  QuantityRanking,
  RankedProcess,
  Suitability,
} from '../../processes/index.ts';
import { colours, table, wrapped } from './layout.ts';
import { grouped, range, threeDigits } from './numbers.ts';

/** Returns a ranking as tables: one a quantity, then the break-evens and what does not suit. */
export function rankingText(ranking: ProcessRanking): string {
  const fit = ranking.suitability.filter(({ reasons }) => reasons.length === 0);
  const unfit = ranking.suitability.filter(({ reasons }) => reasons.length > 0);
  const parts = [
    needLine(ranking),
    ...(fit.length === 0 ? ['No process of the catalogue suits.'] : ranking.quantities.map(quantityTable)),
    ...(fit.length === 0 ? [] : [cheapestText(ranking), breakEvenText(ranking)]),
    listed('Whatever the quantity', fit, ({ remarks }) => remarks),
    listed('Not suitable', unfit, ({ reasons }) => reasons),
    wrapped(
      `Means, and in brackets the 10th to the 90th percentile of ${grouped(ranking.futures)} fixed futures drawn from the catalogue's ranges, for a palm-sized part (100 × 60 × 30 mm). Most figures come from vendors, who disagree by factors of 2 to 10, or are assumptions: replace them by quotes of your own. "cheapest" is the share of the futures in which the process costs least.`,
      '',
    ),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function needLine({ need }: ProcessRanking): string {
  const wishes = [
    need.material === undefined ? undefined : `in ${need.material}`,
    need.toleranceMm === undefined ? undefined : `to ± ${need.toleranceMm} mm`,
    need.finish,
    `${need.revisions} design ${need.revisions === 1 ? 'revision' : 'revisions'} expected`,
  ];
  return `Processes ranked by expected total cost: ${wishes.filter((wish) => wish !== undefined).join(', ')}`;
}

function quantityTable({ quantity, processes }: QuantityRanking): string {
  const head = ['', 'process', 'total USD', '', 'a unit USD', '', 'days', '', 'cheapest'];
  const rows = processes.map((row) => [
    row.rank === undefined ? '–' : String(row.rank),
    row.process,
    threeDigits(row.totalCost.mean),
    `(${range(row.totalCost)})`,
    threeDigits(row.unitCost.mean),
    `(${range(row.unitCost)})`,
    String(Math.round(row.leadDays.mean)),
    `(${Math.round(row.leadDays.p10)}–${Math.round(row.leadDays.p90)})`,
    row.rank === undefined ? '–' : `${Math.round(100 * row.cheapestShare)}%`,
  ]);
  const title = colours.bold(colours.cyan(`${grouped(quantity)} ${quantity === 1 ? 'unit' : 'units'}`));
  const notes = processes.flatMap((row) => noteLines(row));
  return [title, table(head, rows, [2, 4, 6, 8]), ...notes].join('\n');
}

function noteLines({ process: name, rank, reasons, remarks }: RankedProcess): readonly string[] {
  const said = [...reasons, ...remarks].join('; ');
  if (said === '') return [];
  return [
    colours.dim(wrapped(`${name}: ${rank === undefined ? 'not suitable: ' : ''}${said}`, '    ', '  ')),
  ];
}

function cheapestText({ cheapest }: ProcessRanking): string {
  const stretches = cheapest.map(({ from, process: name }) => `${name} from ${grouped(from)}`);
  const text = `Least expected cost, minimum orders paid for: ${stretches.join(', ')}.`;
  return wrapped(text, '');
}

function breakEvenText({ breakEvens, breakEvenLimit }: ProcessRanking): string {
  if (breakEvens.length === 0) return '';
  const lines = breakEvens.map((pair) => `  ${pair.from} → ${pair.to}: ${crossing(pair, breakEvenLimit)}`);
  return [colours.bold('Break-even between neighbours, in units'), ...lines].join('\n');
}

function crossing({ at }: NeighbourBreakEven, limit: number): string {
  if (at === undefined) return `none up to ${grouped(limit)}`;
  return at.lasting ? grouped(at.quantity) : `${grouped(at.quantity)}, and back again further on`;
}

function listed(
  title: string,
  rows: readonly Suitability[],
  saying: (row: Suitability) => readonly string[],
): string {
  const lines = rows.filter((row) => saying(row).length > 0);
  if (lines.length === 0) return '';
  const texts = lines.map((row) => wrapped(`${row.process}: ${saying(row).join('; ')}`, '    ', '  '));
  return [colours.bold(title), ...texts].join('\n');
}
