import { parse } from 'yaml';
import { InputError, type Problem } from '../../../src/errors.ts';
import { readScenario } from '../../../src/scenario/read/scenario.ts';
import { sourceOf } from '../../arbitraries/read-plain.ts';

/** A valid scenario, for tests that break one thing in it. */
export const valid = `calendar: { horizon: 2 years }
market: { model: level, price: 99, level: 500 /month }
plan: { demand: 500 /month }
finance: { openingCash: 250000 }
processes:
  cnc: { scale: short-run, material: 20, lead: 2 weeks }
strategies:
  staged: { initialOrder: 100, stages: [{ process: cnc }] }
`;

/** Returns what is wrong with the text of a scenario file; nothing where it is valid. */
export function problemsIn(text: string, file = 'scenario.yaml'): readonly Problem[] {
  try {
    readScenario(sourceOf(text, file));
    return [];
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
}

/** Returns what is wrong with the valid scenario once a dotted field of it holds another value; undefined removes it. */
export function problemsWith(field: string, value: unknown): readonly Problem[] {
  const content = parse(valid);
  const names = field.split('.');
  const last = names.pop() ?? '';
  let section = content;
  for (const name of names) {
    section[name] ??= {};
    section = section[name];
  }
  if (value === undefined) delete section[last];
  else section[last] = value;
  return problemsIn(JSON.stringify(content), 'scenario.json');
}
