import type { CatalogueProcess, Possible } from '../../scenario/catalogue/index.ts';
import { colours, table, wrapped } from './layout.ts';
import { grouped } from './numbers.ts';

/** Returns the catalogue as a table: what each process is made for and its main figures. */
export function catalogueText(entries: readonly CatalogueProcess[]): string {
  const rows = entries.map((entry) => [
    entry.name,
    entry.scale,
    entry.fields.tooling?.text ?? '0',
    entry.fields.toolingLead?.text ?? '0 days',
    entry.fields.conversion?.text ?? '0',
    entry.fields.changeCost?.text ?? '0',
    economic(entry),
  ]);
  const head = [
    'process',
    'scale',
    'tooling USD',
    'tooling lead',
    'conversion USD',
    'a change USD',
    'economic',
  ];
  const notes = [
    'For a palm-sized part (100 × 60 × 30 mm). "low to high" is the 5th to the 95th percentile. Most figures come from vendors, who disagree by factors of 2 to 10, or are assumptions: replace them by quotes of your own.',
    'One process with every figure and its source: shortrun processes injection-molding',
    'Ranked for a part: shortrun processes --quantity "50 to 5000" --material abs --revisions 2',
  ];
  return `${table(head, rows)}\n\n${notes.map((note) => wrapped(note, '')).join('\n')}\n`;
}

/** Returns one process with every figure, what it rests on and where it comes from. */
export function entryText(entry: CatalogueProcess): string {
  const { limits } = entry;
  const figures = Object.entries(entry.fields).map(([field, { text, evidence, source }]) =>
    entryLine(field, text, evidence, source),
  );
  const { tolerance } = limits;
  const held = `± ${tolerance.usual} mm usual, ± ${tolerance.finest} mm at best`;
  return [
    `${colours.bold(entry.name)}: ${entry.title}`,
    wrapped(entry.summary, ''),
    '',
    `scale: ${entry.scale}`,
    ...figures,
    '',
    colours.bold('Limits'),
    entryLine('tolerance', held, tolerance.evidence, tolerance.source),
    entryLine('economic', economic(entry), limits.economic.evidence, limits.economic.source),
    wrapped(`materials: ${possibilities(limits.materials)}`, '  ', ''),
    wrapped(`finishes: ${possibilities(limits.finishes)}`, '  ', ''),
    ...(limits.shape === undefined ? [] : [`shape: ${limits.shape}`]),
    wrapped(`design change: ${entry.change}`, '  ', ''),
    '',
  ].join('\n');
}

function entryLine(field: string, text: string, evidence: string, source: string): string {
  const said = source.startsWith(evidence) ? source : `${evidence}: ${source}`;
  return `${field}: ${colours.cyan(text)}\n${colours.dim(wrapped(said, '    '))}`;
}

function economic({ limits: { economic: range } }: CatalogueProcess): string {
  return range.to === undefined
    ? `${grouped(range.from)} and more`
    : `${grouped(range.from)} to ${grouped(range.to)}`;
}

function possibilities(possible: Readonly<Record<string, Possible>>): string {
  return Object.entries(possible)
    .map(([name, remark]) => (remark === true ? name : `${name} (${remark})`))
    .join(', ');
}
