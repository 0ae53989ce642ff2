import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

/**
 * The same bytes on every machine: ECMAScript leaves these to the engine (and `**` too), so no source may use them. What
 * is left of Math is exact.
 */
const inexact =
  'exp expm1 log log1p log2 log10 pow sin cos tan asin acos atan atan2 sinh cosh tanh asinh acosh atanh cbrt hypot random';
const forbidden = new RegExp(
  `\\bMath\\??\\.(${inexact.replaceAll(' ', '|')})\\b|\\bMath\\b(?!\\??\\.)|\\*\\*`,
);

const root = fileURLToPath(new URL('../..', import.meta.url));
const files = ['src', 'workers'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name)),
);

/** Returns a text without its comments, strings and what a template literal holds beside code, line by line. */
function codeOf(text: string): string[] {
  const parts = /`(?:\\.|[^`\\])*`|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g;
  return text
    .replace(parts, (part) =>
      part.replace(part.startsWith('`') ? /(\$\{[^}]*\})|[^\n]/g : /(?!)()|[^\n]/g, '$1 '),
    )
    .split('\n');
}

function offences(text: string): string[] {
  return codeOf(text).flatMap((line, index) =>
    forbidden.test(line) ? [`${index + 1}: ${line.trim()}`] : [],
  );
}

describe('portable arithmetic', () => {
  it('finds what it looks for', () => {
    expect(offences('const x = Math.exp(1);')).toHaveLength(1);
    expect(offences('const { exp } = Math;')).toHaveLength(1);
    expect(offences('x **= 2')).toHaveLength(1);
    expect(offences(['const t = `$', '{Math.log(2)}`;'].join(''))).toHaveLength(1);
    expect(
      offences("// Math.exp\n/** Math.log */ const s = 'Math.pow'; Math.sqrt(Math.LOG2E) + Math.max(1, 2)"),
    ).toEqual([]);
  });

  it.each(files)('%s', (file) => {
    expect(offences(readFileSync(join(root, file), 'utf8'))).toEqual([]);
  });
});
