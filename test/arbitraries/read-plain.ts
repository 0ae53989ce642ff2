import { fileURLToPath } from 'node:url';
import type { Scenario } from '../../src/scenario/fields/scenario.ts';
import { dataFilesOf } from '../../src/scenario/read/data-file.ts';
import { parseSource } from '../../src/scenario/read/document.ts';
import { readScenario, type ScenarioSource } from '../../src/scenario/read/scenario.ts';

/** Returns a text as the source of a scenario whose data files are those of this folder. */
export function sourceOf(text: string, file = 'scenario.yaml'): ScenarioSource {
  const dataFiles = dataFilesOf(fileURLToPath(new URL(file, import.meta.url)));
  return { file, text, document: parseSource(file, text), dataFiles };
}

/** Returns the scenario that a plain object stands for, read as its JSON file would be. */
export function readPlain(content: unknown): Scenario {
  return readScenario(sourceOf(JSON.stringify(content), 'scenario.json'));
}
