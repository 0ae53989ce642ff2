import { InputError } from '../../errors.ts';
import { describeDomain } from '../values/domain.ts';
import { parseQuantity, type Quantity } from '../values/quantity.ts';
import { type KindName, kinds } from './kinds.ts';
import type { JsonSchema, Node, Path, Reading } from './node.ts';
import { shown } from './node.ts';

/** A quantity of a scenario: its text, its distribution and, by its kind, what it measures. */
export interface FieldValue extends Quantity {
  readonly kind: KindName;
  /** False where the author wrote nothing and the standard value stands in. */
  readonly written: boolean;
}

/** What stands where the author writes nothing: a text of the value grammar, or a word for infinity. */
export interface Standard {
  readonly standard?: string | number;
  /** The word for "no limit" or "not at all", which may also be written; it means infinity. */
  readonly absent?: 'never' | 'unlimited';
  /** How the reference page words the default, where its text alone would mislead. */
  readonly standardWording?: string;
}

/** Returns a node for a quantity of a kind; required unless it has a standard value. */
export function quantity(kind: KindName, meaning: string, options: Standard = {}): Node<FieldValue> {
  const { standard, absent } = options;
  const required = standard === undefined && absent === undefined;
  const rule = kinds[kind];
  const unlimited: FieldValue = {
    text: absent ?? '',
    kind,
    written: false,
    distribution: { type: 'constant', value: Number.POSITIVE_INFINITY },
  };
  const parsedStandard = standard === undefined ? undefined : parseQuantity(standard, rule);
  const fallback: FieldValue = parsedStandard?.ok
    ? { ...parsedStandard.quantity, kind, written: false }
    : unlimited;

  function read(raw: unknown, path: Path, reading: Reading): FieldValue {
    if (raw === undefined || (absent !== undefined && raw === absent)) {
      if (required) reading.report(path, { rule: `is required: ${rule.wording}` });
      return required ? placeholder(kind) : fallback;
    }
    if (typeof raw !== 'number' && typeof raw !== 'string') {
      reading.report(path, { value: shown(raw), rule: `must be a number or a text: ${rule.wording}` });
      return placeholder(kind);
    }
    const parsed = parseReporting(raw, path, reading);
    return parsed === undefined ? placeholder(kind) : { ...parsed, kind, written: true };
  }

  function parseReporting(raw: number | string, path: Path, reading: Reading): Quantity | undefined {
    try {
      const result = parseQuantity(raw, rule, reading.readColumn);
      if (result.ok) return result.quantity;
      for (const problem of result.problems) reading.report(path, problem);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      for (const problem of error.problems) reading.report(path, problem);
    }
    return undefined;
  }

  const wording = options.standardWording ?? (standard === undefined ? absent : `\`${standard}\``);
  return {
    read,
    required,
    jsonSchema: quantitySchema(kind, meaning, options),
    rows: (path) => [{ path, type: rule.wording, default: wording ?? 'required', meaning }],
  };
}

/** Returns a node for a quantity that may be left out and then has no value. */
export function optionalQuantity(kind: KindName, meaning: string): Node<FieldValue | undefined> {
  const inner = quantity(kind, meaning);
  return {
    required: false,
    read: (raw, path, reading) => (raw === undefined ? undefined : inner.read(raw, path, reading)),
    jsonSchema: inner.jsonSchema,
    rows: (path) => inner.rows(path).map((row) => ({ ...row, default: '–' })),
  };
}

/** Stands for a value that could not be read: every comparison with it is false, so no further rule complains. */
function placeholder(kind: KindName): FieldValue {
  return { text: '', kind, written: true, distribution: { type: 'constant', value: Number.NaN } };
}

function quantitySchema(kind: KindName, meaning: string, { standard }: Standard): JsonSchema {
  const rule = kinds[kind];
  const description = `${meaning} (${rule.wording}; ${describeDomain(rule.domain)})`;
  const written = { type: 'string', minLength: 1, maxLength: 10_000 };
  const given = standard === undefined ? {} : { default: standard };
  if (rule.dimension !== 'plain') return { ...written, description, ...given };
  return { anyOf: [{ type: 'number', ...domainSchema(kind) }, written], description, ...given };
}

function domainSchema(kind: KindName): JsonSchema {
  const { min, minOpen, max, maxOpen } = kinds[kind].domain as {
    readonly min?: number;
    readonly minOpen?: boolean;
    readonly max?: number;
    readonly maxOpen?: boolean;
  };
  return {
    ...(min === undefined ? {} : { [minOpen ? 'exclusiveMinimum' : 'minimum']: min }),
    ...(max === undefined ? {} : { [maxOpen ? 'exclusiveMaximum' : 'maximum']: max }),
  };
}
