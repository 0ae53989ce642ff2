import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { InputError, type Problem } from '../../errors.ts';
import type { Path } from '../schema/node.ts';
import { isNestedTooDeeply } from './nesting.ts';

/** A YAML or JSON file that was parsed: its content, and where each part of it stands. */
export interface SourceDocument {
  readonly file: string;
  /** Sections are maps, so that no key can reach an object's prototype. */
  readonly root: ReadonlyMap<unknown, unknown>;
  /** Returns the 1-based place of a path, or of the nearest part above it that was written. */
  position(path: Path): { readonly line: number; readonly column: number };
}

/** An alias may be used so often; more is taken for an attempt to blow up the memory. */
const mostAliases = 100;

/**
 * Returns the parsed content of a scenario file. A name that ends in `.json` makes it JSON, anything else YAML 1.2.
 * Throws InputError with every syntax error, each with its line and column.
 */
export function parseSource(file: string, text: string): SourceDocument {
  if (text.trim() === '') throw new InputError([{ file, rule: 'the file is empty' }]);
  if (isNestedTooDeeply(text)) throw new InputError([{ file, rule: 'is nested too deeply' }]);
  if (file.toLowerCase().endsWith('.json')) checkJson(file, text);
  const lines = new LineCounter();
  try {
    // JSON is read by the same parser, which knows places and finds duplicate keys, as JSON.parse does not.
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
    const problems = document.errors.map((error): Problem => {
      const { line, col } = lines.linePos(error.pos[0]);
      const rule = rulesByCode[error.code] ?? syntaxRule(error.message);
      return { file, line, column: col, rule };
    });
    if (problems.length > 0) throw new InputError(problems);
    const root: unknown = document.toJS({ mapAsMap: true, maxAliasCount: mostAliases });
    if (!(root instanceof Map)) throw new InputError([{ file, line: 1, rule: 'must hold named fields' }]);
    return { file, root, position: (path) => place(document.contents, path, lines) };
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError([{ file, rule: `cannot be read: ${reason(error)}` }]);
  }
}

/** The parser's own words for these would puzzle whoever wrote a value without quotes. */
const rulesByCode: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: 'the field is given twice',
  BLOCK_IN_FLOW: 'a text that holds a colon or a comma must stand in quotes within { } and [ ]',
  MULTIPLE_DOCS: 'must hold one document only',
};

function checkJson(file: string, text: string): void {
  try {
    JSON.parse(text);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const offset = /position (\d+)/.exec(message)?.[1];
    const before = text.slice(0, offset === undefined ? 0 : Number(offset)).split('\n');
    const column = (before.at(-1)?.length ?? 0) + 1;
    throw new InputError([{ file, line: before.length, column, rule: `is not valid JSON: ${message}` }]);
  }
}

function syntaxRule(message: string): string {
  return message.replace(/ at line \d+, column \d+:?[\s\S]*$/, '');
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function place(contents: unknown, path: Path, lines: LineCounter): { line: number; column: number } {
  let node: unknown = contents;
  let offset = startOf(node) ?? 0;
  for (const part of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(part));
      if (pair === undefined) break;
      offset = startOf(pair.key) ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(part)];
      offset = startOf(node) ?? offset;
    } else {
      break;
    }
  }
  const { line, col } = lines.linePos(offset);
  return { line, column: col };
}

function startOf(node: unknown): number | undefined {
  return (node as Node | undefined)?.range?.[0];
}
