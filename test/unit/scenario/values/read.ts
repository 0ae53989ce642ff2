import type { Distribution } from '../../../../src/model/distributions/index.ts';
import { parseQuantity, type Quantity, type ValueRule } from '../../../../src/scenario/values/quantity.ts';

export const anyNumber: ValueRule = { dimension: 'plain', domain: {} };
export const duration: ValueRule = { dimension: 'duration', domain: { min: 0 } };
export const rate: ValueRule = { dimension: 'perTime', domain: { min: 0 } };

type Column = (file: string, column: string) => readonly number[];

/** Returns the quantity of a value that must be right. */
export function quantityOf(raw: unknown, rule: ValueRule = anyNumber, column?: Column): Quantity {
  const result = parseQuantity(raw, rule, column);
  if (!result.ok)
    throw new Error(`${String(raw)}: ${result.problems.map((problem) => problem.rule).join('; ')}`);
  return result.quantity;
}

export function distributionOf(raw: unknown, rule?: ValueRule, column?: Column): Distribution {
  return quantityOf(raw, rule, column).distribution;
}

/** Returns the problems of a value as `rule [value] {nearest}`. */
export function problemsOf(raw: unknown, rule: ValueRule = anyNumber, column?: Column): readonly string[] {
  const result = parseQuantity(raw, rule, column);
  if (result.ok) throw new Error(`${String(raw)} was accepted`);
  return result.problems.map(
    ({ value, rule: text, nearest }) => `${text} [${value}]${nearest === undefined ? '' : ` {${nearest}}`}`,
  );
}
