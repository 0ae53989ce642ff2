import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { folderWith, lamp, lampSet, shortrun } from './shortrun.ts';

const folder = folderWith({
  'lamp.yaml': lamp,
  'set.csv': lampSet,
  'empty.yaml': '',
  'broken.yaml': lamp.replace('price: 89', 'price: [89'),
  'broken.json': '{"calendar": {"horizon": "1 year",}}',
  'binary.yaml': Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0xff),
  'duplicate.yaml': `${lamp}plan: { demand: 1 /week }\n`,
  'prototype.yaml': `${lamp}__proto__: { polluted: 1 }\n`,
  'deep.yaml': `a: ${'['.repeat(30_000)}`,
  'several.yaml': lamp
    .replace('price: 89', 'price: cheap')
    .replace('noise: 0.3', 'noize: 0.3')
    .replace('discountRate: 0.1', 'discountRate: "normal(0.1, -1)"')
    .replace('process: cnc', 'process: cnk')
    .replace('40 weeks', '600 weeks')
    .replace('[market.size, plan.demand, 0.6]', '[market.sice, plan.demand, 0.6]'),
  'impossible.yaml': lamp.replace(
    '[[market.size, plan.demand, 0.6]]',
    '[[market.size, plan.demand, 0.9], [plan.demand, design.issues, 0.9], [market.size, design.issues, -0.9]]',
  ),
  'ragged.csv': 'scenario,market.price\na,1\nb\na,2\n',
  'unknown.csv': 'scenario,market.prise\na,1\n',
});

const fails = (...words: string[]) => shortrun(folder, words);

describe('wrong input', () => {
  it.each([
    ['a missing file', ['missing.yaml'], 'missing.yaml: does not exist'],
    ['a folder', ['.'], '.: is a folder, not a file'],
    ['an empty file', ['empty.yaml'], 'empty.yaml: the file is empty'],
    ['binary', ['binary.yaml'], 'binary.yaml: is not a text file in UTF-8'],
    ['broken YAML', ['broken.yaml'], 'broken.yaml:5:'],
    ['broken JSON', ['broken.json'], 'broken.json:1:35: is not valid JSON'],
    ['a field twice', ['duplicate.yaml'], 'the field is given twice'],
    ['a key of an object', ['prototype.yaml'], '__proto__: is not a known field'],
    ['nesting without end', ['deep.yaml'], 'is nested too deeply'],
    [
      'an impossible correlation, if strict',
      ['impossible.yaml', '--strict'],
      'is impossible together with the others',
    ],
    ['a ragged set', ['lamp.yaml', '--set', 'ragged.csv'], 'ragged.csv:3: must have 2 cells'],
    ['a set of an unknown field', ['lamp.yaml', '--set', 'unknown.csv'], 'did you mean "market.price"?'],
    [
      'a row that is not there',
      ['lamp.yaml', '--set', 'set.csv', '--only', 'chaep'],
      'did you mean "cheap"?',
    ],
    [
      'no row at all',
      ['lamp.yaml', '--set', 'set.csv', '--only', ','],
      '--only: must name at least one scenario',
    ],
  ])('ends %s with exit code 2, a message and nothing else', (_, words, message) => {
    const { code, stdout, stderr } = fails('validate', ...words);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
    expect(stderr).toMatch(/^error: /);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it('lists every problem at once, and writes no result', () => {
    const { code, stdout, stderr } = fails('run', 'several.yaml', '--out', 'never');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr.split('\n')[0]).toBe('error: 6 problems');
    for (const part of [
      'several.yaml:1:13: calendar.horizon: must be 1 to 520 periods',
      'several.yaml:4:3: market.price: "cheap" is neither a number',
      'several.yaml:8:3: market.noize: is not a known field (did you mean "noise"?)',
      'finance.discountRate:',
      'did you mean "cnc"?',
      'did you mean "market.size"?',
    ]) {
      expect(stderr).toContain(part);
    }
    expect(existsSync(`${folder}/never`)).toBe(false);
  });

  it('repairs an impossible correlation unless it is strict, and says so', () => {
    const { code, stdout } = fails('validate', 'impossible.yaml');
    expect(code).toBe(0);
    expect(stdout).toContain('note: correlations: 0.9 between market.size and plan.demand is impossible');
  });
});

describe('wrong words', () => {
  it.each([
    [['frobnicate'], "unknown command 'frobnicate'"],
    [['rum'], 'Did you mean run?'],
    [['run'], "missing required argument 'scenario'"],
    [['run', 'lamp.yaml', 'more.yaml'], 'too many arguments'],
    [['run', 'lamp.yaml', '--frob'], "unknown option '--frob'"],
    [['run', 'lamp.yaml', '--replications', '0'], '--replications: must be a whole number'],
    [['run', 'lamp.yaml', '--replications', '1e3'], '--replications: must be a whole number'],
    [['run', 'lamp.yaml', '--workers', ','], '--workers: must be a whole number'],
    [['run', 'lamp.yaml', '--cashflow', 'sometimes'], 'Allowed choices are auto, always, never'],
    [['explain', 'lamp.yaml', '--replication', '-1'], '--replication'],
    [['explain', 'lamp.yaml', '--strategy', 'stagd'], '--strategy: must be one of early, staged'],
    [['explain', 'lamp.yaml', '--set', 'set.csv'], '--row: goes together with --set'],
    [['explain'], 'is required: a scenario in YAML or JSON'],
    [['verify', 'nowhere'], 'is not the manifest of a run'],
    [[], 'Usage: shortrun'],
  ])('%j ends with exit code 2 and says why on stderr', (words, message) => {
    const { code, stdout, stderr } = fails(...words);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
  });

  it('show a stack trace only when asked', () => {
    expect(fails('validate', 'empty.yaml', '--debug').stderr).toMatch(/^\s+at /m);
  });
});

describe('a place that cannot be written', () => {
  it.each(['lamp.yaml', 'lamp.yaml/below', '/proc/shortrun/results'])(
    '--out %s ends with exit code 2',
    (place) => {
      const before = readdirSync(folder);
      const { code, stdout, stderr } = fails('run', 'lamp.yaml', '-n', '10', '--out', place);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toContain('the output folder cannot be written');
      expect(readdirSync(folder)).toEqual(before);
    },
  );
});
