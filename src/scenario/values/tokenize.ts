/** A piece of a value as written, with its place in the text. */
export type Token =
  | { readonly kind: 'number'; readonly text: string; readonly start: number; readonly value: number }
  | { readonly kind: 'word' | 'sign' | 'raw'; readonly text: string; readonly start: number };

/** What is wrong with the text of one value: the piece, the rule it breaks, and the nearest known name. */
export interface ValueProblem {
  readonly value: string;
  readonly rule: string;
  readonly nearest?: string;
}

/** Raised inside the value grammar where reading cannot go on; `parseQuantity` turns it into a problem. */
export class SyntaxFault extends Error {
  readonly problem: ValueProblem;

  constructor(problem: ValueProblem) {
    super(problem.rule);
    this.problem = problem;
  }
}

// Every alternative consumes what it matches without a choice, so no text makes them backtrack.
const blank = /\s+/y;
const number = /[+-]?(?:\d+(?:_\d+)*(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y;
const word = /\p{L}[\p{L}\p{N}_.]*/uy;
const raw = /"[^"]*"|'[^']*'|[^,()="']+/y;

/**
 * Returns the tokens of a value: numbers (`1_200`, `.5`, `-3`, `1.5e3`, `18%`), words, the signs `( ) , : = /`, and
 * within `empirical(…)` the raw texts between the signs, because file names hold dots, slashes and dashes.
 */
export function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  let isRaw = false;

  function match(pattern: RegExp): string | undefined {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0];
  }

  while (at < text.length) {
    const start = at;
    const space = match(blank);
    if (space !== undefined) {
      at += space.length;
      continue;
    }
    if (isRaw) {
      const piece = match(raw);
      if (piece !== undefined) {
        at += piece.length;
        tokens.push({ kind: 'raw', text: unquoted(piece.trim()), start });
        continue;
      }
    }
    const digits = match(number);
    if (digits !== undefined) {
      at += digits.length;
      const percent = /\s*%/y;
      percent.lastIndex = at;
      const sign = percent.exec(text)?.[0] ?? '';
      at += sign.length;
      tokens.push({
        kind: 'number',
        text: text.slice(start, at),
        start,
        value: numberFrom(digits, sign !== ''),
      });
      continue;
    }
    const name = match(word);
    if (name !== undefined) {
      at += name.length;
      tokens.push({ kind: 'word', text: name, start });
      continue;
    }
    const sign = text[at] ?? '';
    if (!'(),:=/'.includes(sign)) throw new SyntaxFault(strayCharacter(text, at));
    at += 1;
    if (sign === '(') isRaw = tokens.at(-1)?.text.toLowerCase() === 'empirical';
    if (sign === ')') isRaw = false;
    tokens.push({ kind: 'sign', text: sign, start });
  }
  return tokens;
}

function unquoted(text: string): string {
  return /^".*"$|^'.*'$/su.test(text) ? text.slice(1, -1) : text;
}

/** A percentage shifts its exponent rather than dividing, so `0.7%` is exactly the double nearest to 0.007. */
function numberFrom(digits: string, isPercent: boolean): number {
  const plain = digits.replaceAll('_', '');
  if (!isPercent) return Number(plain);
  const [mantissa = '', exponent = '0'] = plain.toLowerCase().split('e');
  return Number(`${mantissa}e${Number(exponent) - 2}`);
}

function strayCharacter(text: string, at: number): ValueProblem {
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
  const value = shownText(text);
  if ('$€£¥'.includes(character)) {
    return { value, rule: 'money is written as a plain number, in the currency of the scenario' };
  }
  if ('–—−'.includes(character)) {
    return { value, rule: `a minus sign is "-" and a range is "low to high"; "${character}" is neither` };
  }
  return { value, rule: `the character ${JSON.stringify(character)} has no meaning in a value` };
}

/** Returns a text as an error message shows it, cut to a length that fits a line. */
export function shownText(text: string): string {
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 77)}…` : text);
}
