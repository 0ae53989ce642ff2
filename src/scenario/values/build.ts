import { ShortrunError } from '../../errors.ts';
import { discreteFrom } from '../../model/distributions/discrete.ts';
import type { Distribution } from '../../model/distributions/distribution.ts';
import { lawOf } from '../../model/distributions/law-of.ts';
import { truncatedProbability } from '../../model/distributions/truncate.ts';
import { nearestName } from '../schema/names.ts';
import { buildNumeric } from './arguments.ts';
import { callNames, numericCalls } from './calls.ts';
import type { Expression, Input } from './parse.ts';
import { constant, rangeDistribution } from './percentiles.ts';
import { shownText, type ValueProblem } from './tokenize.ts';

/** Returns a numeric column of a data file; throws InputError where there is none. */
export type ReadColumn = (file: string, column: string) => readonly number[];

/** Numbers beyond this size are refused, so that no square or product of parameters overflows. */
export const largestNumber = 1e100;

const weightTolerance = 1e-6;

type CallExpression = Extract<Expression, { kind: 'call' }>;
type Report = (value: string, rule: string, nearest?: string) => undefined;

/** Returns the distribution that an expression stands for; where that is undefined, every reason is in `problems`. */
export function buildDistribution(
  expression: Expression,
  problems: ValueProblem[],
  readColumn?: ReadColumn,
): Distribution | undefined {
  const report: Report = (value, rule, nearest) => {
    problems.push({ value: shownText(value), rule, ...(nearest === undefined ? {} : { nearest }) });
    return undefined;
  };
  return new Builder(report, readColumn).build(expression);
}

class Builder {
  readonly #report: Report;
  readonly #readColumn: ReadColumn | undefined;

  constructor(report: Report, readColumn: ReadColumn | undefined) {
    this.#report = report;
    this.#readColumn = readColumn;
  }

  build(expression: Expression): Distribution | undefined {
    if (expression.kind === 'number') {
      return this.#isUsable(expression.value, expression.text) ? constant(expression.value) : undefined;
    }
    if (expression.kind === 'raw') return this.#report(expression.text, 'must be a number or a distribution');
    return expression.kind === 'range' ? this.#range(expression) : this.#call(expression);
  }

  #range({ low, high, text }: Extract<Expression, { kind: 'range' }>): Distribution | undefined {
    if (!this.#isUsable(low, text) || !this.#isUsable(high, text)) return undefined;
    const built = rangeDistribution(low, high);
    if ('type' in built) return built;
    for (const rule of built) this.#report(text, rule);
    return undefined;
  }

  #call(call: CallExpression): Distribution | undefined {
    const name = call.name.toLowerCase();
    const known = numericCalls.get(name);
    if (known !== undefined) {
      return buildNumeric(name, known, call, this.#report, (value, text) => this.#isUsable(value, text));
    }
    if (name === 'discrete') return this.#discrete(call);
    if (name === 'mixture') return this.#mixture(call);
    if (name === 'truncate') return this.#truncate(call);
    if (name === 'empirical') return this.#empirical(call);
    return this.#report(
      call.text,
      `${call.name} is not a known distribution: ${callNames.join(', ')}`,
      nearestName(call.name, callNames),
    );
  }

  #discrete(call: CallExpression): Distribution | undefined {
    const pairs = call.inputs.map((input) => ({
      value: this.#number(
        input.before,
        call,
        'discrete needs pairs "value: weight", as in discrete(10: 0.2, 20: 0.8)',
      ),
      weight: this.#weight(input.before === undefined ? undefined : input.content, call),
    }));
    if (pairs.length === 0)
      return this.#report(call.text, 'discrete needs at least one pair "value: weight"');
    const whole = pairs.flatMap(({ value, weight }) =>
      value === undefined || weight === undefined ? [] : [{ value, weight }],
    );
    if (whole.length < pairs.length || !this.#addUpToOne(whole, call)) return undefined;
    return discreteFrom(whole);
  }

  #mixture(call: CallExpression): Distribution | undefined {
    const parts = call.inputs.map((input) => {
      if (input.before === undefined || input.name !== undefined) {
        return this.#report(
          call.text,
          'mixture needs pairs "weight: value", as in mixture(0.3: 5 to 9, 0.7: 12)',
        );
      }
      const weight = this.#weight(input.before, call);
      const component = this.build(input.content);
      return weight === undefined || component === undefined ? undefined : { weight, component };
    });
    if (parts.length === 0) return this.#report(call.text, 'mixture needs at least one pair "weight: value"');
    const whole = parts.filter((part) => part !== undefined);
    if (whole.length < parts.length || !this.#addUpToOne(whole, call)) return undefined;
    const sum = whole.reduce((total, { weight }) => total + weight, 0);
    const drawn = whole.filter(({ weight }) => weight > 0);
    const [only] = drawn;
    if (only !== undefined && drawn.length === 1) return only.component;
    return {
      type: 'mixture',
      weights: drawn.map(({ weight }) => weight / sum),
      components: drawn.map(({ component }) => component),
    };
  }

  #truncate(call: CallExpression): Distribution | undefined {
    const usage = 'truncate needs a distribution and its bounds, as in truncate(normal(10, 2), 5, 15)';
    const [first, ...rest] = call.inputs;
    if (first === undefined || first.name !== undefined || first.before !== undefined) {
      return this.#report(call.text, usage);
    }
    const component = this.build(first.content);
    const bounds = this.#bounds(rest, call, usage);
    if (component === undefined || bounds === undefined) return undefined;
    const { low = -Infinity, high = Infinity } = bounds;
    if (low > high) return this.#report(call.text, 'truncate: low must not exceed high');
    if (!(truncatedProbability(lawOf(component), low, high) > 0)) {
      return this.#report(
        call.text,
        `truncate: the range from ${low} to ${high} holds none of the probability`,
      );
    }
    const { low: least, high: greatest } = lawOf(component).support;
    return low <= least && high >= greatest ? component : { type: 'truncate', component, ...bounds };
  }

  #bounds(inputs: readonly Input[], call: CallExpression, usage: string) {
    const found: { low?: number; high?: number } = {};
    const isNamed = inputs.some(({ name }) => name !== undefined);
    if (inputs.length === 0 || inputs.length > 2 || (!isNamed && inputs.length < 2)) {
      return this.#report(call.text, usage);
    }
    for (const [index, input] of inputs.entries()) {
      const name = input.name?.toLowerCase() ?? (index === 0 ? 'low' : 'high');
      const value = this.#number(input.content, call, usage);
      if (input.before !== undefined || (name !== 'low' && name !== 'high') || found[name] !== undefined) {
        return this.#report(call.text, usage);
      }
      if (value === undefined) return undefined;
      found[name] = value;
    }
    return found;
  }

  #empirical(call: CallExpression): Distribution | undefined {
    const usage = 'empirical needs a file and one of its columns, as in empirical(orders.csv, weekly)';
    const [file, column] = ['file', 'column'].map(
      (name, index) =>
        call.inputs.find((input) => input.name?.trim().toLowerCase() === name)?.content.text ??
        (call.inputs[index]?.name === undefined ? call.inputs[index]?.content.text : undefined),
    );
    if (
      call.inputs.length !== 2 ||
      file === undefined ||
      column === undefined ||
      file === '' ||
      column === ''
    ) {
      return this.#report(call.text, usage);
    }
    if (call.inputs.some(({ before }) => before !== undefined)) return this.#report(call.text, usage);
    const values = this.#columnOf(call, file, column);
    if (values === undefined) return undefined;
    const isUsable = values.every((value) => Math.abs(value) <= largestNumber);
    if (values.length === 0 || !isUsable) {
      return this.#report(call.text, `the column ${column} of ${file} must hold numbers, at least one`);
    }
    const sorted = values.toSorted((a, b) => a - b);
    const [least = 0] = sorted;
    return least === sorted.at(-1) ? constant(least) : { type: 'empirical', values: sorted };
  }

  #columnOf(call: CallExpression, file: string, column: string): readonly number[] | undefined {
    if (this.#readColumn === undefined) return this.#report(call.text, 'no data file can be read here');
    try {
      return this.#readColumn(file, column);
    } catch (error) {
      if (!(error instanceof ShortrunError)) throw error;
      for (const { value = call.text, rule, nearest } of error.problems) this.#report(value, rule, nearest);
      return undefined;
    }
  }

  #number(expression: Expression | undefined, call: CallExpression, rule: string): number | undefined {
    if (expression?.kind !== 'number') return this.#report(call.text, rule);
    return this.#isUsable(expression.value, call.text) ? expression.value : undefined;
  }

  #weight(expression: Expression | undefined, call: CallExpression): number | undefined {
    if (expression === undefined) return undefined;
    if (expression.kind === 'number' && expression.value >= 0 && expression.value <= 1)
      return expression.value;
    return this.#report(call.text, `the weight "${expression.text}" must be a number from 0 to 1`);
  }

  #addUpToOne(parts: readonly { readonly weight: number }[], call: CallExpression): boolean {
    const sum = parts.reduce((total, { weight }) => total + weight, 0);
    if (Math.abs(sum - 1) <= weightTolerance) return true;
    this.#report(call.text, `the weights must add up to 1, not to ${Number(sum.toPrecision(9))}`);
    return false;
  }

  #isUsable(value: number, text: string): boolean {
    if (Math.abs(value) <= largestNumber) return true;
    this.#report(text, `numbers must be finite and at most ${largestNumber} in size`);
    return false;
  }
}
