import type { Problem } from '../../errors.ts';

/** A place in a scenario: section names, names of processes and strategies, and list indices. */
export type Path = readonly (string | number)[];

/** Returns a path as people write it: `strategies.staged.stages.0.cover`. */
export function dotted(path: Path): string {
  return path.join('.');
}

/** What the nodes of the schema need from whoever reads: where to report, and how to open a data file. */
export interface Reading {
  /** Reports one problem at a path; reading goes on, so that every problem is found. */
  report(path: Path, problem: Problem): void;
  /** Returns a numeric column of a data file beside the scenario; throws InputError where there is none. */
  readColumn(file: string, column: string): readonly number[];
}

/** One row of the reference page: a field, its type, its default and what it means. */
export interface FieldRow {
  readonly path: string;
  readonly type: string;
  readonly default: string;
  readonly meaning: string;
}

export type JsonSchema = { readonly [key: string]: unknown };

/**
 * One part of the format. Reading, the JSON Schema and the reference page are three views of the same node, so they
 * cannot disagree.
 */
export interface Node<T> {
  /**
   * Returns the value of what was written (`undefined` where nothing was). What is wrong is reported and a harmless
   * value stands in for it, so that the rules that span fields can still be checked.
   */
  read(raw: unknown, path: Path, reading: Reading): T;
  /** True where the author has to write something. */
  readonly required: boolean;
  readonly jsonSchema: JsonSchema;
  /** Returns the fields at and below this node for the reference page, `path` being this node's own. */
  rows(path: string): readonly FieldRow[];
}

/** The type that a node reads to. */
export type Value<N> = N extends Node<infer T> ? T : never;

/** Returns a raw value as an error message shows it, cut to a length that fits a line. */
export function shown(raw: unknown): string {
  const text =
    raw instanceof Map
      ? 'a section'
      : Array.isArray(raw)
        ? 'a list'
        : typeof raw === 'string'
          ? JSON.stringify(raw)
          : String(raw);
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}
