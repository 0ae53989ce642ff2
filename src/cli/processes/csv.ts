import { stringify } from 'csv-stringify/sync';
import type { ProcessRanking, RankedProcess } from '../../processes/index.ts';
import type { CatalogueProcess } from '../../scenario/catalogue/index.ts';

type Cell = string | number | undefined;

/** Returns the catalogue as CSV, one row a figure. */
export function catalogueCsv(entries: readonly CatalogueProcess[]): string {
  return csv([['process', 'field', 'value', 'evidence', 'source'], ...entries.flatMap(entryRows)]);
}

function entryRows({ name, scale, fields, limits, change }: CatalogueProcess): readonly (readonly Cell[])[] {
  const { tolerance, economic } = limits;
  const figures = Object.entries(fields).map(([field, { text, evidence, source }]) => [
    field,
    text,
    evidence,
    source,
  ]);
  const rows: readonly (readonly Cell[])[] = [
    ['scale', scale],
    ...figures,
    ['limits.tolerance_finest_mm', tolerance.finest, tolerance.evidence, tolerance.source],
    ['limits.tolerance_usual_mm', tolerance.usual, tolerance.evidence, tolerance.source],
    ['limits.economic_from', economic.from, economic.evidence, economic.source],
    ['limits.economic_to', economic.to, economic.evidence, economic.source],
    ['limits.materials', Object.keys(limits.materials).join('; ')],
    ['limits.finishes', Object.keys(limits.finishes).join('; ')],
    ['limits.shape', limits.shape],
    ['change', change],
  ];
  return rows.map(([field, value, evidence, source]) => [name, field, value, evidence, source]);
}

/** Returns a ranking as CSV, one row a quantity and process; what suits at no quantity has reasons and no numbers. */
export function rankingCsv({ quantities, suitability }: ProcessRanking): string {
  const head = ['quantity', 'rank', 'process'];
  const measures = ['total_cost', 'unit_cost', 'lead_days'];
  const columns = measures.flatMap((measure) => ['mean', 'p10', 'p90'].map((part) => `${measure}_${part}`));
  const rows = quantities.flatMap(({ quantity, processes }) => [
    ...processes.map((row) => rankedCells(quantity, row, remarksOf(suitability, row))),
    ...suitability
      .filter(({ reasons }) => reasons.length > 0)
      .map(({ process: name, reasons }) => [
        quantity,
        undefined,
        name,
        ...Array<Cell>(10).fill(undefined),
        reasons.join('; '),
      ]),
  ]);
  return csv([[...head, ...columns, 'cheapest_share', 'reasons', 'remarks'], ...rows]);
}

function remarksOf(suitability: ProcessRanking['suitability'], row: RankedProcess): readonly string[] {
  return [...row.remarks, ...(suitability.find((judged) => judged.process === row.process)?.remarks ?? [])];
}

function rankedCells(quantity: number, row: RankedProcess, remarks: readonly string[]): readonly Cell[] {
  const estimates = [row.totalCost, row.unitCost, row.leadDays];
  return [
    quantity,
    row.rank,
    row.process,
    ...estimates.flatMap(({ mean, p10, p90 }) => [mean, p10, p90]),
    row.rank === undefined ? undefined : row.cheapestShare,
    row.reasons.join('; '),
    remarks.join('; '),
  ];
}

function csv(rows: readonly (readonly Cell[])[]): string {
  const width = rows[0]?.length ?? 0;
  const full = rows.map((row) => [...row, ...Array<Cell>(width - row.length).fill(undefined)]);
  return stringify(full, { record_delimiter: 'windows', cast: { number: String } });
}
