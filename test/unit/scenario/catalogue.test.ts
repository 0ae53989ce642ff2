import { describe, expect, it } from 'vitest';
import { drawFigures, readEntry } from '../../../src/processes/draw.ts';
import { finishAliases, finishNames } from '../../../src/scenario/catalogue/finishes.ts';
import {
  type CatalogueProcess,
  catalogue,
  isProcessName,
  type ProcessName,
  processNames,
  scenarioFields,
} from '../../../src/scenario/catalogue/index.ts';
import {
  materialAliases,
  materialClasses,
  materialNames,
} from '../../../src/scenario/catalogue/materials.ts';

const entries: readonly CatalogueProcess[] = Object.values(catalogue);

describe('the process catalogue', () => {
  it('holds the seven processes under their own names', () => {
    expect([...processNames].sort()).toEqual([
      '3d-printing',
      'bridge-tooling',
      'cnc-machining',
      'die-casting',
      'injection-molding',
      'sheet-metal',
      'vacuum-casting',
    ]);
    expect(Object.keys(catalogue)).toEqual([...processNames]);
    for (const name of processNames) expect(catalogue[name].name).toBe(name);
    expect(isProcessName('toString')).toBe(false);
  });

  it.each(entries)('$name: every text is read by the rule of its field, without a problem', (entry) => {
    const fields = readEntry(entry);
    expect(fields.scale).toBe(entry.scale);
    for (const [field, { text }] of Object.entries(entry.fields)) {
      expect(fields[field as keyof typeof entry.fields].text, field).toBe(text);
    }
  });

  it.each(entries)('$name: every figure and limit names what it rests on', (entry) => {
    const { tolerance, economic } = entry.limits;
    for (const { evidence, source } of [...Object.values(entry.fields), tolerance, economic]) {
      expect(source.length).toBeGreaterThan(5);
      if (evidence === 'assumption') expect(source).toMatch(/^assumption, no figure found: /);
      if (evidence === 'engineering judgement') expect(source).toMatch(/^engineering judgement: /);
    }
    expect(tolerance.evidence).toBe('engineering judgement');
    expect(tolerance.finest).toBeLessThan(tolerance.usual);
  });

  it.each(entries)('$name: no future draws outside a domain, and capacity holds a minimum order', (entry) => {
    for (const figures of drawFigures(entry)) {
      expect(figures.yield).toBeGreaterThan(0.5);
      expect(figures.yield).toBeLessThanOrEqual(1);
      expect(figures.learning).toBeGreaterThan(0.8);
      expect(figures.learning).toBeLessThanOrEqual(1);
      expect(figures.leadDays).toBeGreaterThan(0);
      const leadWeeks = Math.ceil(figures.leadDays / 7);
      const least = Math.ceil(Math.max(1, figures.minimumOrder) / figures.batch) * figures.batch;
      expect(7 * leadWeeks * figures.capacityPerDay).toBeGreaterThanOrEqual(least);
    }
  });

  it('offers a scenario the scale and the texts', () => {
    const fields = scenarioFields(catalogue['cnc-machining']);
    expect(fields).toMatchObject({ scale: 'short-run', lead: '3 to 10 days' });
    expect(Object.values(fields).every((text) => typeof text === 'string')).toBe(true);
  });

  it('has no alias that is also a name', () => {
    const known = [...materialNames, ...materialClasses, ...finishNames] as readonly string[];
    for (const alias of [...Object.keys(materialAliases), ...Object.keys(finishAliases)]) {
      expect(known).not.toContain(alias);
    }
  });
});

// The published figures, as the sources of the entries quote them. A range must cover what was published.
describe('the ranges and the publications', () => {
  const published: readonly { name: ProcessName; figure: string; low: number; high: number }[] = [
    { name: 'cnc-machining', figure: '$15–55 a part, setup apart', low: 15, high: 55 },
    { name: '3d-printing', figure: '£21 (about $27) to $50 a part', low: 27, high: 50 },
    { name: 'vacuum-casting', figure: '€18 (about $20) a casting, and others dearer', low: 20, high: 40 },
    { name: 'sheet-metal', figure: '$5–75 a part in production', low: 5, high: 75 },
    { name: 'bridge-tooling', figure: '15% of a machined part', low: 2.25, high: 8.25 },
    { name: 'injection-molding', figure: '$0.80–4.00 a part at 10,000', low: 0.8, high: 4 },
    { name: 'die-casting', figure: '$1.80 cast in place of $12 machined', low: 1.8, high: 12 },
  ];

  it.each(published)('$name: the expected unit cost lies within $figure', ({ name, low, high }) => {
    const unitCosts = drawFigures(catalogue[name]).map(({ material, conversion }) => material + conversion);
    const expected = unitCosts.reduce((sum, cost) => sum + cost, 0) / unitCosts.length;
    expect(expected).toBeGreaterThanOrEqual(low);
    expect(expected).toBeLessThanOrEqual(high);
  });
});
