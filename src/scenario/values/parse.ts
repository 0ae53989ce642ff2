import { nearestName } from '../schema/names.ts';
import { SyntaxFault, shownText, type Token, tokenize } from './tokenize.ts';
import { singular, type TimeUnit, timeUnit, timeUnits } from './units.ts';

/** A value as it was understood, before any distribution is built from it. `text` is the piece as written. */
export type Expression =
  | { readonly kind: 'number'; readonly text: string; readonly value: number }
  | { readonly kind: 'range'; readonly text: string; readonly low: number; readonly high: number }
  | { readonly kind: 'call'; readonly text: string; readonly name: string; readonly inputs: readonly Input[] }
  | { readonly kind: 'raw'; readonly text: string };

/** One argument of a call: `4`, `sd=4`, or `0.3: normal(1, 2)`, where `before` is what stands before the colon. */
export interface Input {
  readonly name?: string;
  readonly before?: Expression;
  readonly content: Expression;
}

/** A whole value: its expression, and its unit where it has one. */
export interface ParsedValue {
  readonly expression: Expression;
  readonly unit?: { readonly time: TimeUnit; readonly isRate: boolean; readonly text: string };
}

export const longestValue = 10_000;
export const deepestNesting = 20;

/**
 * Returns what a text of the value grammar says: `expression [unit]`, where an expression is a number, `low to high` or
 * a call, and a unit is a time unit, or one after `/` or `per`. Only the form is checked here; throws SyntaxFault.
 */
export function parseValue(text: string): ParsedValue {
  if (text.length > longestValue) {
    throw new SyntaxFault({ value: shownText(text), rule: `a value has at most ${longestValue} characters` });
  }
  return new Parser(text).value();
}

class Parser {
  readonly #text: string;
  readonly #tokens: readonly Token[];
  #at = 0;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
    this.#tokens = tokenize(text);
  }

  value(): ParsedValue {
    const expression = this.#expression();
    const unit = this.#unit();
    const rest = this.#tokens[this.#at];
    if (rest === undefined) return { expression, ...(unit === undefined ? {} : { unit }) };
    throw this.#fault(this.#afterValue(rest, unit !== undefined));
  }

  #expression(): Expression {
    const start = this.#at;
    const token = this.#next('a number, "low to high" or a distribution');
    if (token.kind === 'raw') return { kind: 'raw', text: token.text };
    if (token.kind === 'number') {
      if (!this.#isWord('to')) return { kind: 'number', text: token.text, value: token.value };
      this.#at += 1;
      const high = this.#next('a number after "to"');
      if (high.kind !== 'number') throw this.#fault('both ends of "low to high" must be numbers');
      return { kind: 'range', text: this.#textFrom(start), low: token.value, high: high.value };
    }
    if (token.kind === 'word' && this.#isSign('(')) return this.#call(start, token.text);
    if (token.kind === 'word')
      throw this.#fault(`"${token.text}" is neither a number nor a call such as pert(1, 2, 4)`);
    throw this.#fault(`a number, "low to high" or a distribution must stand where "${token.text}" is`);
  }

  #call(start: number, name: string): Expression {
    this.#depth += 1;
    if (this.#depth > deepestNesting) throw this.#fault(`calls may be nested at most ${deepestNesting} deep`);
    this.#at += 1;
    const inputs: Input[] = [];
    while (!this.#isSign(')')) {
      inputs.push(this.#input());
      if (!this.#isSign(',')) break;
      this.#at += 1;
      if (this.#isSign(')')) throw this.#fault(`a comma in ${name}(…) has nothing after it`);
    }
    if (!this.#isSign(')')) throw this.#fault(this.#unclosed(name));
    this.#at += 1;
    this.#depth -= 1;
    return { kind: 'call', text: this.#textFrom(start), name, inputs };
  }

  #input(): Input {
    const token = this.#tokens[this.#at];
    const isNamed = token !== undefined && token.kind !== 'number' && this.#isSign('=', 1);
    if (isNamed) this.#at += 2;
    const content = this.#expression();
    if (isNamed) return { name: token.text, content };
    if (!this.#isSign(':')) return { content };
    this.#at += 1;
    return { before: content, content: this.#expression() };
  }

  #unit(): ParsedValue['unit'] {
    const start = this.#at;
    const isRate = this.#isSign('/') || this.#isWord('per');
    if (isRate) this.#at += 1;
    const token = this.#tokens[this.#at];
    if (token?.kind !== 'word') {
      if (isRate) throw this.#fault(`after "${this.#textFrom(start)}" comes a unit: ${rateWords}`);
      return undefined;
    }
    const time = timeUnit(token.text);
    if (time === undefined) throw new SyntaxFault(this.#unknownUnit(token.text));
    this.#at += 1;
    return { time, isRate, text: this.#textFrom(start) };
  }

  #unknownUnit(word: string) {
    const nearest = nearestName(word, timeUnits);
    const rule = `"${word}" is not a unit: a duration has ${timeUnits.join(', ')}, a rate per time has /day to /year, and nothing else has one`;
    return { value: shownText(this.#text), rule, ...(nearest === undefined ? {} : { nearest }) };
  }

  #afterValue(rest: Token, hasUnit: boolean): string {
    if (rest.text === ',') return 'thousands are grouped by an underscore, as in 1_200, or not at all';
    if (hasUnit && rest.kind === 'word' && rest.text.toLowerCase() === 'to') {
      return 'the unit of a range is written once, at its end, as in 2 to 4 weeks';
    }
    if (rest.kind === 'number') return `a value ends before "${rest.text}"; a range is written "low to high"`;
    return `a value ends before "${rest.text}"`;
  }

  #unclosed(name: string): string {
    const token = this.#tokens[this.#at];
    if (token === undefined) return `${name}(…) is not closed by ")"`;
    return `a comma or ")" must stand before "${token.text}" in ${name}(…)`;
  }

  #next(wanted: string): Token {
    const token = this.#tokens[this.#at];
    if (token === undefined) throw this.#fault(`${wanted} is missing at the end`);
    this.#at += 1;
    return token;
  }

  #isSign(sign: string, ahead = 0): boolean {
    const token = this.#tokens[this.#at + ahead];
    return token?.kind === 'sign' && token.text === sign;
  }

  #isWord(word: string): boolean {
    const token = this.#tokens[this.#at];
    return token?.kind === 'word' && token.text.toLowerCase() === word;
  }

  #textFrom(first: number): string {
    const start = this.#tokens[first]?.start ?? 0;
    const end = this.#tokens[this.#at]?.start ?? this.#text.length;
    return this.#text.slice(start, end).trim();
  }

  #fault(rule: string): SyntaxFault {
    return new SyntaxFault({ value: shownText(this.#text), rule });
  }
}

const rateWords = timeUnits.map((unit) => `/${singular(unit)}`).join(', ');
