import type { Problem } from '../../errors.ts';
import { catalogue, isProcessName, processNames, scenarioFields } from '../catalogue/index.ts';
import { nearestName } from '../schema/names.ts';
import { type Path, shown } from '../schema/node.ts';

type Section = ReadonlyMap<unknown, unknown>;

/** Returns a scenario's content in which every process that says `from` has the catalogue's fields under its own. */
export function startFromCatalogue(root: Section, report: (path: Path, problem: Problem) => void): Section {
  const processes = root.get('processes');
  if (!(processes instanceof Map)) return root;
  const filled = [...processes].map(([name, content]) => [
    name,
    content instanceof Map && content.has('from') ? withEntry(String(name), content, report) : content,
  ]) as [unknown, unknown][];
  return new Map(root).set('processes', new Map(filled));
}

function withEntry(name: string, content: Section, report: (path: Path, problem: Problem) => void): Section {
  const from: unknown = content.get('from');
  if (typeof from === 'string' && isProcessName(from)) {
    return new Map<unknown, unknown>([...Object.entries(scenarioFields(catalogue[from])), ...content]);
  }
  const nearest = typeof from === 'string' ? nearestName(from, processNames) : undefined;
  report(['processes', name, 'from'], {
    value: shown(from),
    rule: `must be a process of the catalogue: ${processNames.join(', ')}`,
    ...(nearest === undefined ? {} : { nearest }),
  });
  // The scale stands in for the entry's, so that its absence is not reported beside the real problem.
  return new Map<unknown, unknown>([['scale', 'prototype'], ...content]);
}
