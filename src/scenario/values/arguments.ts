import type { Distribution } from '../../model/distributions/distribution.ts';
import { nearestName } from '../schema/names.ts';
import type { NumericCall } from './calls.ts';
import { describeDomain, isInDomain } from './domain.ts';
import type { Expression, Input } from './parse.ts';
import { type Built, percentileShare } from './percentiles.ts';

type Report = (value: string, rule: string, nearest?: string) => undefined;
type IsUsable = (value: number, text: string) => boolean;

/** One argument with the name that it has or that its position gives it. */
interface Argument {
  readonly name: string;
  readonly value: number;
  readonly text: string;
}

/**
 * Returns what a call whose arguments are numbers stands for. Positional arguments come first, then named ones; where
 * one is named as a percentile (`p10`), the call is read in its form by percentiles. Reports every problem.
 */
export function buildNumeric(
  name: string,
  call: NumericCall,
  written: Extract<Expression, { kind: 'call' }>,
  report: Report,
  isUsable: IsUsable,
): Distribution | undefined {
  let hasProblem = false;
  const complain: Report = (value, rule, nearest) => {
    hasProblem = true;
    return report(value, `${name}: ${rule}`, nearest);
  };
  const byPercentiles =
    call.percentilesOnly === true ||
    (call.fromPercentiles !== undefined &&
      written.inputs.some((input) => percentileShare(input.name ?? '') !== undefined));
  const names = Object.keys(call.parameters);
  const found = readArguments(written.inputs, call, byPercentiles, complain);
  for (const { value, text } of found) if (!isUsable(value, text)) hasProblem = true;

  let build: () => Built;
  if (byPercentiles) {
    build = () => percentileForm(call, found);
  } else {
    const values = Object.fromEntries(found.map((argument) => [argument.name, argument.value]));
    const missing = names.filter((each) => !(each in values) && call.parameters[each]?.optional !== true);
    if (missing.length > 0 && !hasProblem)
      complain(written.text, `needs ${missing.join(' and ')}: ${call.usage}`);
    checkDomains(call, found, complain);
    build = () => call.build(values);
  }
  if (hasProblem) return undefined;
  const built = build();
  if ('type' in built && allFinite(built)) return built;
  if ('type' in built) return complain(written.text, 'these parameters are too extreme to compute with');
  for (const rule of built) complain(written.text, rule);
  return undefined;
}

function readArguments(
  inputs: readonly Input[],
  call: NumericCall,
  byPercentiles: boolean,
  complain: Report,
): readonly Argument[] {
  const names = Object.keys(call.parameters);
  const found: Argument[] = [];
  let isNamed = false;
  for (const [index, input] of inputs.entries()) {
    const text = input.name === undefined ? input.content.text : `${input.name}=${input.content.text}`;
    isNamed ||= input.name !== undefined;
    const name = input.name?.toLowerCase() ?? (byPercentiles ? undefined : names[index]);
    const isKnown = name !== undefined && (names.includes(name) || (byPercentiles && percentileShare(name)));
    if (input.content.kind !== 'number' || input.before !== undefined) {
      complain(text, `takes plain numbers: ${call.usage}`);
    } else if (isNamed && input.name === undefined) {
      complain(text, 'an argument without a name must not follow one that has a name');
    } else if (input.name !== undefined && !isKnown) {
      complain(text, `has no parameter "${input.name}": ${call.usage}`, nearestName(input.name, names));
    } else if (name === undefined || !isKnown) {
      complain(
        text,
        byPercentiles ? `names its percentiles: ${call.usage}` : `takes no more than ${call.usage}`,
      );
    } else if (byPercentiles && !call.percentilesOnly && names.includes(name)) {
      complain(text, `is given by percentiles or by ${names.join(', ')}, not by both`);
    } else if (found.some((other) => other.name === name)) {
      complain(text, `${name} is given twice`);
    } else {
      found.push({ name, value: input.content.value, text });
    }
  }
  return found;
}

function checkDomains(call: NumericCall, found: readonly Argument[], complain: Report): void {
  for (const { name, value, text } of found) {
    const parameter = call.parameters[name] ?? {};
    if (!isInDomain(value, parameter)) {
      complain(text, `${name} must be ${describeDomain(parameter)}`);
    } else if (parameter.whole === true && !Number.isInteger(value)) {
      complain(text, `${name} must be a whole number`);
    }
  }
}

function percentileForm(call: NumericCall, found: readonly Argument[]): Built {
  const points = found
    .map(({ name, value }) => ({ name, value, share: percentileShare(name) ?? 0 }))
    .filter(({ share }) => share > 0)
    .sort((a, b) => a.share - b.share);
  const bound = (name: string) => found.find((argument) => argument.name === name)?.value;
  const [low, high] = [bound('low'), bound('high')];
  return (
    call.fromPercentiles?.({
      points,
      ...(low === undefined ? {} : { low }),
      ...(high === undefined ? {} : { high }),
    }) ?? []
  );
}

function allFinite(distribution: Distribution): boolean {
  return Object.values(distribution).every((value) => typeof value !== 'number' || Number.isFinite(value));
}
