import { printing } from './3d-printing.ts';
import { bridgeTooling } from './bridge-tooling.ts';
import { cncMachining } from './cnc-machining.ts';
import { dieCasting } from './die-casting.ts';
import type { CatalogueProcess, ProcessName } from './entry.ts';
import { processNames } from './entry.ts';
import { injectionMolding } from './injection-molding.ts';
import { sheetMetal } from './sheet-metal.ts';
import { vacuumCasting } from './vacuum-casting.ts';

export type { CatalogueField, CatalogueProcess, Evidence, Figure, Possible, ProcessName } from './entry.ts';
export { processNames } from './entry.ts';

/**
 * The built-in processes, from the least tooling to the most. Every figure is a range that users are meant to narrow
 * with quotes of their own: vendors disagree by factors of 2 to 10.
 */
export const catalogue: Readonly<Record<ProcessName, CatalogueProcess>> = {
  '3d-printing': printing,
  'sheet-metal': sheetMetal,
  'cnc-machining': cncMachining,
  'vacuum-casting': vacuumCasting,
  'bridge-tooling': bridgeTooling,
  'injection-molding': injectionMolding,
  'die-casting': dieCasting,
};

/** Returns whether a text is the name of a built-in process. */
export function isProcessName(name: string): name is ProcessName {
  return (processNames as readonly string[]).includes(name);
}

/** Returns a process as a scenario would write it under `processes.<p>`: `scale` and the texts of its fields. */
export function scenarioFields(entry: CatalogueProcess): Readonly<Record<string, string>> {
  const texts = Object.entries(entry.fields).map(([field, figure]) => [field, figure.text]);
  return Object.fromEntries([['scale', entry.scale], ...texts]);
}
