import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { InputError } from '../errors.ts';
import { type AtomicFile, createAtomicFile } from './atomic-file.ts';
import { csvHeader, csvRows } from './csv.ts';
import { lockFolder, lockName } from './folder-lock.ts';
import { type HashedFile, isManifest, type Manifest, type RunIdentity, sameIdentity } from './manifest.ts';
import type { ScenarioRows } from './rows.ts';
import type { Table } from './table.ts';
import { type CashFlowRow, cashFlowTable } from './tables/cashflow.ts';
import { comparisonTable } from './tables/comparison.ts';
import { convergenceTable } from './tables/convergence.ts';
import { inputsTable } from './tables/inputs.ts';
import { summaryTable } from './tables/summary.ts';

/** A file that a run was given, by the name under which it is kept. */
export interface InputFile {
  readonly name: string;
  readonly text: string;
}

/** Where a run writes: rows as scenarios finish, and everything under its name only at the end. */
export interface ResultFolder {
  readonly path: string;
  write(rows: ScenarioRows): void;
  /** Puts every file in place and writes the manifest last. Returns it. */
  finish(rest: Omit<Manifest, keyof RunIdentity | 'outputs'>): Manifest;
  /** Leaves no unfinished file behind. */
  discard(): void;
}

/**
 * Opens a folder for the results of a run. Throws InputError where it cannot be written, or holds anything but an
 * earlier result of the very same run, unless `force` says that its files may be replaced.
 */
export function openResultFolder(
  path: string,
  identity: RunIdentity,
  inputs: readonly InputFile[],
  force: boolean,
): ResultFolder {
  refuseOtherContent(path, identity, force);
  try {
    makeFolder(path);
    const unlock = lockFolder(path);
    try {
      return writersIn(path, identity, inputs, unlock);
    } catch (error) {
      unlock();
      throw error;
    }
  } catch (error) {
    if (error instanceof InputError) throw error;
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new InputError([{ file: path, rule: `the output folder cannot be written (${code})` }]);
  }
}

/** Node's own recursive mkdir never returns below /proc, where a folder cannot be made and is not refused either. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  const parent = dirname(path);
  if (parent !== path) makeFolder(parent);
  mkdirSync(path);
}

function writersIn(
  path: string,
  identity: RunIdentity,
  inputs: readonly InputFile[],
  unlock: () => void,
): ResultFolder {
  const opened: AtomicFile[] = [];
  const open = <Row>(table: Table<Row>) => {
    const file = createAtomicFile(join(path, table.file));
    opened.push(file);
    file.write(csvHeader(table));
    return { name: table.file, file, write: (rows: readonly Row[]) => file.write(csvRows(table, rows)) };
  };
  const summary = open(summaryTable);
  const comparison = open(comparisonTable);
  const cashFlow = identity.cashFlow ? open<CashFlowRow>(cashFlowTable) : undefined;
  const fields = open(inputsTable);
  const convergence = identity.convergence ? open(convergenceTable) : undefined;

  return {
    path,
    write(rows) {
      summary.write(rows.summary);
      comparison.write(rows.comparison);
      cashFlow?.write(rows.cashFlow);
      fields.write(rows.inputs);
      convergence?.write(rows.convergence);
    },
    finish(rest) {
      // An earlier result stays whole until now; its manifest goes first, so that it never names another run's files.
      rmSync(join(path, 'manifest.json'), { force: true });
      if (!identity.cashFlow) rmSync(join(path, cashFlowTable.file), { force: true });
      if (!identity.convergence) rmSync(join(path, convergenceTable.file), { force: true });
      keepInputs(path, inputs);
      const tables = [summary, comparison, cashFlow, fields, convergence].filter(
        (table) => table !== undefined,
      );
      const outputs = tables.map(({ name, file }) => ({ file: name, sha256: file.finish() }));
      const manifest: Manifest = { ...identity, ...rest, outputs };
      const file = createAtomicFile(join(path, 'manifest.json'));
      file.write(`${JSON.stringify(manifest, null, 2)}\n`);
      file.finish();
      unlock();
      return manifest;
    },
    discard() {
      for (const file of opened) file.discard();
      unlock();
    },
  };
}

/** Keeps what was read beside what came out, so that the run can be repeated. */
function keepInputs(path: string, inputs: readonly InputFile[]): void {
  rmSync(join(path, 'inputs'), { recursive: true, force: true });
  for (const { name, text } of inputs) {
    const file = join(path, 'inputs', name);
    makeFolder(dirname(file));
    writeFileSync(file, text);
  }
}

function refuseOtherContent(path: string, identity: RunIdentity, force: boolean): void {
  if (force || !existsSync(path)) return;
  const before = readManifest(path);
  if (before !== undefined) {
    if (sameIdentity(before, identity)) return;
    throw new InputError([
      { file: path, rule: 'the folder holds the results of another run: name another one, or give --force' },
    ]);
  }
  const entries = listFolder(path).filter(
    (name) => name !== 'inputs' && name !== lockName && !name.endsWith('.part'),
  );
  if (entries.length === 0) return;
  throw new InputError([
    {
      file: path,
      value: entries.slice(0, 3).join(', '),
      rule: 'the folder holds files that are not a result: name another one, or give --force',
    },
  ]);
}

function listFolder(path: string): readonly string[] {
  try {
    return readdirSync(path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    throw new InputError([{ file: path, rule: `the output folder cannot be written (${code})` }]);
  }
}

/** Returns the manifest of a result folder, or undefined where it holds none that can be read. */
export function readManifest(path: string): Manifest | undefined {
  try {
    const content: unknown = JSON.parse(readFileSync(join(path, 'manifest.json'), 'utf8'));
    return isManifest(content) ? content : undefined;
  } catch {
    return undefined;
  }
}

/** Returns the SHA-256 of a text in UTF-8, in hexadecimal. */
export function hashText(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** Returns input files by name and hash. */
export function hashInputs(inputs: readonly InputFile[]): readonly HashedFile[] {
  return inputs.map(({ name, text }) => ({ file: name, sha256: hashText(text) }));
}
