import type { Column, Table } from '../report/table.ts';
import { cashFlowTable } from '../report/tables/cashflow.ts';
import { comparisonTable } from '../report/tables/comparison.ts';
import { convergenceTable } from '../report/tables/convergence.ts';
import { inputsTable } from '../report/tables/inputs.ts';
import { ledgerTable } from '../report/tables/ledger.ts';
import { summaryTable } from '../report/tables/summary.ts';
import { markdownTable } from './markdown.ts';

const opening = `# Results reference

This page is made from the tables that also write the files, by \`npm run docs\`.

A run writes to \`results/<name>/\` (or to the folder that \`--out\` names). Names are snake_case; numbers are plain (a dot, no
grouping, the shortest text that reads back to the same double); an empty cell is a figure that does not exist, never 0;
rows are in the order of the scenarios; lines end with CR LF, as RFC 4180 says. The bytes depend on the scenario, the seed
and the version alone: not on workers, machine, clock or Node version. A text that a spreadsheet would run as a formula
gets an apostrophe before it. A file appears under its name only when it is whole.

\`manifest.json\` holds what was run (version, seed, replications, the SHA-256 of every input and output), the draws that
were clamped and the correlations that were repaired. Only its part \`run\` differs from one run to the next. The inputs
themselves are kept in \`inputs/\`, so \`shortrun verify\` can run the whole again and compare every byte.
`;

/** Returns the reference page of the result files, made from the tables that also write them. */
export function resultsReference(): string {
  return [
    opening,
    page(summaryTable),
    page(comparisonTable),
    page(cashFlowTable),
    page(inputsTable),
    page(convergenceTable, '`--convergence` asks for it.'),
    page(ledgerTable, '`shortrun explain --csv` prints it for one future.'),
  ].join('\n');
}

function page<Row>({ file, row, columns }: Table<Row>, remark = ''): string {
  const rows = columns.map((column: Column<Row>) => [
    `\`${column.name}\``,
    column.type,
    column.unit,
    column.description,
  ]);
  return `## ${file}\n\nA row is a ${row}. ${remark}\n\n${markdownTable(['column', 'type', 'unit', 'is'], rows)}\n`;
}
