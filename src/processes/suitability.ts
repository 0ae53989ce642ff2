import { type FinishName, finishSuits } from '../scenario/catalogue/finishes.ts';
import type { CatalogueProcess, Possible, ProcessName } from '../scenario/catalogue/index.ts';
import { type MaterialName, materialsOf } from '../scenario/catalogue/materials.ts';
import type { ResolvedNeed } from './need.ts';

/** Whether a process can make the part at all, whatever the quantity: without reasons against it, it can. */
export interface Suitability {
  readonly process: ProcessName;
  /** Why it cannot. */
  readonly reasons: readonly string[];
  /** What to know where it can. */
  readonly remarks: readonly string[];
}

/** Returns what speaks against a process and what is to be remarked, by material, finish, tolerance and shape. */
export function suitability(entry: CatalogueProcess, need: ResolvedNeed): Suitability {
  const reasons: string[] = [];
  const remarks: string[] = entry.limits.shape === undefined ? [] : [entry.limits.shape];

  const possible = Object.keys(entry.limits.materials) as readonly MaterialName[];
  const { material } = need;
  const wanted =
    material === undefined ? possible : materialsOf(material).filter((name) => possible.includes(name));
  if (wanted.length === 0) reasons.push(`cannot be made in ${material}: it takes ${possible.join(', ')}`);
  const finished = checkFinish(entry, need, wanted, reasons, remarks);
  if (material !== undefined) remarks.push(...materialRemark(entry, finished));

  checkTolerance(entry, need, reasons, remarks);
  return { process: entry.name, reasons, remarks: reasons.length === 0 ? remarks : [] };
}

/** Returns the materials on which the finish can be had; where there is none it adds the reason. */
function checkFinish(
  entry: CatalogueProcess,
  { finish }: ResolvedNeed,
  wanted: readonly MaterialName[],
  reasons: string[],
  remarks: string[],
): readonly MaterialName[] {
  if (finish === undefined) return wanted;
  const possible = entry.limits.finishes[finish];
  if (possible === undefined) {
    const others = Object.keys(entry.limits.finishes).join(', ');
    reasons.push(`cannot give a part that is ${finish}: it gives ${others}`);
    return wanted;
  }
  const finished = wanted.filter((name) => finishSuits(finish, name));
  if (finished.length === 0 && wanted.length > 0) reasons.push(noSuchFinish(finish, wanted));
  if (typeof possible === 'string') remarks.push(`${finish}: ${possible}`);
  if (finish !== 'as-made') remarks.push(`${finish}: finishing is not in the figures`);
  return finished;
}

function noSuchFinish(finish: FinishName, materials: readonly MaterialName[]): string {
  return `${materials.join(', ')} cannot be ${finish}`;
}

/** A class of materials needs a remark only where none of them goes without. */
function materialRemark(entry: CatalogueProcess, materials: readonly MaterialName[]): readonly string[] {
  const remarks = materials.map((name): [MaterialName, Possible | undefined] => [
    name,
    entry.limits.materials[name],
  ]);
  if (remarks.some(([, possible]) => possible === true)) return [];
  const [first] = remarks;
  return first === undefined ? [] : [`${first[0]}: ${first[1]}`];
}

function checkTolerance(
  { limits: { tolerance } }: CatalogueProcess,
  { toleranceMm }: ResolvedNeed,
  reasons: string[],
  remarks: string[],
): void {
  if (toleranceMm === undefined) return;
  if (toleranceMm < tolerance.finest) {
    reasons.push(`holds ± ${tolerance.finest} mm at best, not ± ${toleranceMm} mm (${tolerance.evidence})`);
  } else if (toleranceMm < tolerance.usual) {
    const usual = `± ${toleranceMm} mm is finer than the usual ± ${tolerance.usual} mm (${tolerance.evidence})`;
    remarks.push(`${usual}: it takes care that the figures do not include`);
  }
}
