import { InputError, type Problem } from '../errors.ts';
import { quantileFunction } from '../model/distributions/distribution.ts';
import { type CatalogueProcess, scenarioFields } from '../scenario/catalogue/index.ts';
import { process as processFields } from '../scenario/fields/process.ts';
import { kinds } from '../scenario/schema/kinds.ts';
import { dotted, type Path } from '../scenario/schema/node.ts';
import type { FieldValue } from '../scenario/schema/quantity.ts';
import { clampToDomain } from '../scenario/values/domain.ts';
import { ratePerPeriod, unitsPerYear } from '../scenario/values/units.ts';
import { type ProcessFigures, plainFigures } from './figures.ts';
import { stratified } from './stratified.ts';

/** How many futures the ranking looks at; they are always the same ones. */
export const futures = 1000;

const daysPerYear = unitsPerYear.days;

/** Which field of a scenario stands behind each figure. */
const fieldOf = {
  setup: 'setup',
  batch: 'batch',
  tooling: 'tooling',
  toolLife: 'toolLife',
  toolingLeadDays: 'toolingLead',
  changeCost: 'changeCost',
  changeTimeDays: 'changeTime',
  material: 'material',
  conversion: 'conversion',
  learning: 'learning',
  learningReference: 'learningReference',
  yield: 'yield',
  capacityPerDay: 'capacity',
  minimumOrder: 'minimumOrder',
  leadDays: 'lead',
} as const satisfies Record<keyof ProcessFigures, string>;

const figureNames = Object.keys(fieldOf) as readonly (keyof ProcessFigures)[];

/**
 * Returns the figures of a process of the catalogue in `count` fixed futures. Every field runs through its distribution
 * by stratified quantiles, independently of the other fields and processes, and is clamped to its domain. Throws
 * InputError where the entry does not follow the format of a scenario.
 */
export function drawFigures(entry: CatalogueProcess, count: number = futures): readonly ProcessFigures[] {
  const fields = readEntry(entry);
  const columns = figureNames.map((figure) => {
    const field = fieldOf[figure];
    const draw = drawOf(fields[field]);
    return stratified(`${entry.name}.${field}`, count).map(draw);
  });
  return Array.from({ length: count }, (_, future) => {
    const drawn = figureNames.map((figure, index) => [figure, columns[index]?.[future]]);
    return { ...plainFigures, ...Object.fromEntries(drawn) };
  });
}

/** Returns an entry of the catalogue as a scenario would hold it, every text read by the rule of its field. */
export function readEntry(entry: CatalogueProcess): ReturnType<typeof processFields.read> {
  const problems: Problem[] = [];
  const reading = {
    report: (path: Path, problem: Problem) => problems.push({ path: dotted(path), ...problem }),
    readColumn: (file: string): never => {
      throw new InputError([{ value: file, rule: 'the catalogue cannot read files' }]);
    },
  };
  const fields = processFields.read(new Map(Object.entries(scenarioFields(entry))), [entry.name], reading);
  if (problems.length > 0) throw new InputError(problems);
  return fields;
}

function drawOf(value: FieldValue): (probability: number) => number {
  const quantile = quantileFunction(value.distribution);
  const { domain } = kinds[value.kind];
  const inDays = daysOf(value);
  return (probability) => inDays(clampToDomain(quantile(probability), domain));
}

function daysOf({ kind, unit }: FieldValue): (drawn: number) => number {
  const { conversion } = kinds[kind];
  if (conversion === 'roundHalfUp') return (drawn) => Math.floor(drawn + 0.5);
  if (unit === undefined) return (drawn) => drawn;
  if (conversion === 'perPeriod') return (drawn) => ratePerPeriod(drawn, unit, daysPerYear);
  return (drawn) => (drawn * daysPerYear) / unitsPerYear[unit];
}
