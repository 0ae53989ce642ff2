import { describe, expect, it } from 'vitest';
import { InputError } from '../../../../src/errors.ts';
import { parseSource } from '../../../../src/scenario/read/document.ts';

function problemsOf(file: string, text: string) {
  try {
    parseSource(file, text);
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
  return [];
}

describe('parseSource', () => {
  it.each([
    ['an empty file', 'a.yaml', '', { rule: 'the file is empty' }],
    ['a blank file', 'a.json', ' \n\n', { rule: 'the file is empty' }],
    ['only a comment', 'a.yaml', '# nothing\n', { rule: 'must hold named fields' }],
    ['a list', 'a.yaml', '- 1\n', { rule: 'must hold named fields' }],
    ['a number', 'a.json', '42', { rule: 'must hold named fields' }],
    ['null', 'a.json', 'null', { rule: 'must hold named fields' }],
    ['two documents', 'a.yaml', 'a: 1\n---\na: 2\n', { line: 2, rule: 'must hold one document only' }],
    [
      'a duplicate key',
      'a.yaml',
      'a: 1\nb: 2\na: 3\n',
      { line: 3, column: 1, rule: 'the field is given twice' },
    ],
    [
      'a duplicate key in JSON',
      'a.json',
      '{"a": 1,\n "a": 2}',
      { line: 2, column: 2, rule: 'the field is given twice' },
    ],
    [
      'a duplicate key that is a reserved name',
      'a.json',
      '{"__proto__": 1, "__proto__": 2}',
      { rule: 'the field is given twice' },
    ],
    [
      'a duplicate key in a section',
      'a.yaml',
      'a: { b: 1, b: 2 }\n',
      { line: 1, rule: 'the field is given twice' },
    ],
    ['a bracket that is not closed', 'a.yaml', 'a: [1\nb: 2\n', { line: 2 }],
    ['bad indentation', 'a.yaml', 'a:\n  b: 1\n c: 2\n', { line: 3 }],
    ['a tab that indents', 'a.yaml', 'a:\n\tb: 1\n', { line: 2 }],
    [
      'a trailing comma in JSON',
      'a.json',
      '{"a": 1,\n}',
      { line: 2, rule: expect.stringContaining('is not valid JSON') },
    ],
    [
      'YAML in a JSON file',
      'a.json',
      'a: 1',
      { line: 1, rule: expect.stringContaining('is not valid JSON') },
    ],
    ['an alias without an anchor', 'a.yaml', 'a: *missing\n', {}],
  ])('refuses %s', (_, file, text, problem) => {
    expect(problemsOf(file, text)).toEqual([
      expect.objectContaining({ file, rule: expect.any(String), ...problem }),
    ]);
  });

  it('finds every syntax error, not only the first', () => {
    const problems = problemsOf('a.yaml', 'a: 1\na: 2\nb: 1\nb: 2\n');
    expect(problems.map(({ line }) => line)).toEqual([2, 4]);
  });

  it('refuses aliases that multiply beyond measure', () => {
    const levels = 'abcdefgh'.split('');
    const text = levels.map((name, index) => {
      const content = index === 0 ? 'x' : `*${levels[index - 1]}`;
      return `${name}: &${name} [${Array(9).fill(content).join(', ')}]`;
    });
    const startedAt = performance.now();
    expect(problemsOf('bomb.yaml', text.join('\n'))).toEqual([
      expect.objectContaining({ rule: expect.stringContaining('resource exhaustion') }),
    ]);
    expect(performance.now() - startedAt).toBeLessThan(2_000);
  });

  it.each([
    ['yaml', `a: ${'['.repeat(20_000)}${']'.repeat(20_000)}`],
    ['yaml', `a: ${'{ b: '.repeat(20_000)}`],
    ['yaml', `a:\n${'- '.repeat(20_000)}1`],
    ['yaml', `${'? '.repeat(20_000)}a`],
    ['json', `{"a":${'['.repeat(20_000)}${']'.repeat(20_000)}}`],
    ['yaml', Array.from({ length: 2_000 }, (_, depth) => `${' '.repeat(depth)}a:\n`).join('')],
  ])('refuses what is nested too deeply (%s)', (extension, text) => {
    expect(problemsOf(`deep.${extension}`, text)).toEqual([
      { file: `deep.${extension}`, rule: 'is nested too deeply' },
    ]);
  });

  it('takes what is nested deeper than any scenario, but not beyond measure', () => {
    const { root } = parseSource('a.json', `{"a":${'['.repeat(190)}${']'.repeat(190)}}`);
    expect(root.get('a')).toEqual([expect.anything()]);
  });

  it('keeps keys away from the prototype of any object', () => {
    const { root } = parseSource(
      'a.yaml',
      '__proto__: { polluted: 1 }\nconstructor: { prototype: { polluted: 1 } }\n',
    );
    expect([...root.keys()]).toEqual(['__proto__', 'constructor']);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  it('reads JSON that a program wrote: tabs, escapes and exponents', () => {
    const text = '{\r\n\t"a": "\\u00e9\\/\\ud83d\\ude00\\n",\n\t"b": [1E3, -2.5e-1, true, null]\n}';
    const { root } = parseSource('a.json', text);
    expect(root.get('a')).toBe('é/😀\n');
    expect(root.get('b')).toEqual([1000, -0.25, true, null]);
  });

  it('knows where each part stands', () => {
    const { position } = parseSource('a.yaml', 'a:\n  b: 1\n  list:\n    - x: 1\n    - y: 2\n');
    expect(position(['a', 'b'])).toEqual({ line: 2, column: 3 });
    expect(position(['a', 'list', 1, 'y'])).toEqual({ line: 5, column: 7 });
    // What is not there stands where the part above it does.
    expect(position(['a', 'missing', 'deeper'])).toEqual({ line: 1, column: 1 });
    expect(position(['a', 'list', 7])).toEqual({ line: 3, column: 3 });
  });
});
