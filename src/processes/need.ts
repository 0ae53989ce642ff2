import { InputError, type Problem } from '../errors.ts';
import { type FinishName, finishAliases, finishNames } from '../scenario/catalogue/finishes.ts';
import {
  type MaterialClass,
  type MaterialName,
  materialAliases,
  materialClasses,
  materialNames,
} from '../scenario/catalogue/materials.ts';
import { nearestName } from '../scenario/schema/names.ts';
import { readQuantities } from './quantities.ts';

/** What has to be made, as a user says it. Texts are read as the command line writes them. */
export interface ProcessNeed {
  /** One quantity, a list, or a text: `500`, `50,500,5000`, `50 to 5000`. */
  readonly quantity: number | string | readonly number[];
  /** A class (plastic, elastomer, metal) or a material by name. */
  readonly material?: string;
  /** The finest tolerance of the part, in ± mm. */
  readonly tolerance?: number | string;
  readonly finish?: string;
  /** How often the design is expected to change during the production; may be fractional. */
  readonly revisions?: number | string;
}

/** The same, read and checked. */
export interface ResolvedNeed {
  readonly quantities: readonly number[];
  readonly material?: MaterialName | MaterialClass;
  readonly toleranceMm?: number;
  readonly finish?: FinishName;
  readonly revisions: number;
}

const greatestRevisions = 1000;

/** Returns a need with its names resolved and its numbers read; throws InputError with everything that is wrong. */
export function readNeed(need: ProcessNeed): ResolvedNeed {
  const problems: Problem[] = [];
  const quantities = readQuantities(need.quantity);
  if (!quantities.ok) problems.push({ path: 'quantity', ...quantities.problem });

  const materialWords: readonly (MaterialName | MaterialClass)[] = [...materialClasses, ...materialNames];
  const material = readName('material', need.material, materialWords, materialAliases, problems);
  const finish = readName('finish', need.finish, finishNames, finishAliases, problems);

  const tolerance = readNumber(String(need.tolerance ?? '').replace(/^(±|\+\/?-)|mm$/g, ''));
  if (need.tolerance !== undefined && !(tolerance > 0 && tolerance <= 100)) {
    const rule = 'must be a tolerance above 0 and at most 100, in ± mm, as in 0.1';
    problems.push({ path: 'tolerance', value: String(need.tolerance), rule });
  }
  const revisions = readNumber(String(need.revisions ?? 0));
  if (!(revisions >= 0 && revisions <= greatestRevisions)) {
    const rule = `must be a number of design revisions from 0 to ${greatestRevisions}`;
    problems.push({ path: 'revisions', value: String(need.revisions), rule });
  }

  if (problems.length > 0) throw new InputError(problems);
  return {
    quantities: quantities.ok ? quantities.quantities : [],
    revisions,
    ...(material === undefined ? {} : { material }),
    ...(finish === undefined ? {} : { finish }),
    ...(need.tolerance === undefined ? {} : { toleranceMm: tolerance }),
  };
}

function readName<N extends string>(
  path: string,
  written: string | undefined,
  known: readonly N[],
  aliases: Readonly<Record<string, N>>,
  problems: Problem[],
): N | undefined {
  if (written === undefined) return undefined;
  const folded = written.trim().toLowerCase().replace(/\s+/g, '-');
  const found =
    known.find((name) => name === folded) ?? (Object.hasOwn(aliases, folded) ? aliases[folded] : undefined);
  if (found !== undefined) return found;
  const nearest = nearestName(folded, [...known, ...Object.keys(aliases)]);
  const rule = `must be one of ${known.join(', ')}`;
  problems.push({ path, value: written, rule, ...(nearest === undefined ? {} : { nearest }) });
  return undefined;
}

/** Returns a plain decimal number, or NaN: an empty text is no number here. */
function readNumber(text: string): number {
  return /^\s*(\d+\.?\d*|\.\d+)\s*$/.test(text) ? Number(text) : Number.NaN;
}
