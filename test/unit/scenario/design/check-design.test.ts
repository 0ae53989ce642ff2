import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { InputError, type Problem } from '../../../../src/errors.ts';
import { checkDesign } from '../../../../src/scenario/design/check-design.ts';
import { planDesign } from '../../../../src/scenario/design/plan-design.ts';
import { openScenario } from '../../../../src/scenario/read/scenario.ts';

const text = `
calendar: { horizon: 2 years }
market: { model: level, price: 99, level: 500 /month }
plan: { demand: 500 /month }
finance: { openingCash: 250000 }
processes:
  cnc: { scale: short-run, material: 20, lead: 2 weeks }
  mold: { scale: mass, tooling: 30000, lead: 4 weeks }
strategies:
  staged:
    initialOrder: 100
    stages: [{ process: cnc }, { process: mold }]
`;
const file = join(mkdtempSync(join(tmpdir(), 'shortrun-design-')), 'base.yaml');
writeFileSync(file, text);
const base = openScenario(file);

function problemsOf(design: string, vary: readonly string[], rows?: string): readonly Problem[] {
  const planned = planDesign({ design, vary, seed: 'a', ...(rows === undefined ? {} : { rows }) });
  try {
    checkDesign(planned, base);
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
  return [];
}

describe('checkDesign', () => {
  it('passes a design whose every row is a scenario', () => {
    const vary = [
      'plan.demand=200..800 /month',
      'processes.mold.tooling=15000..60000:log',
      'processes.cnc.lead=2,4,6 weeks',
      'strategies.staged.validationRounds=0..3:whole',
      'strategies.staged.stages.0.cover=2..8 weeks',
      'calendar.period=week,month',
      'market.price=pert(80, 99, 120),100',
    ];
    expect(problemsOf('lhs', vary, '40')).toEqual([]);
    expect(problemsOf('sobol', vary, '32')).toEqual([]);
  });

  it('finds a missing unit, a number out of its domain and a wrong word in any row', () => {
    const problems = problemsOf(
      'lhs',
      ['plan.demand=200..800', 'processes.cnc.yield=0.5..1.001', 'processes.cnc.scale=mass,short-run,smal'],
      '3000',
    );
    expect(problems.every(({ path, file }) => path === 'vary' && file === undefined)).toBe(true);
    const about = ['plan.demand', 'processes.cnc.yield', 'processes.cnc.scale'];
    for (const field of about) {
      expect(problems.filter(({ value }) => value?.startsWith(`${field} = `))).toHaveLength(1);
    }
    expect(problems).toHaveLength(3);
  });

  it('reports what is wrong with the base under the base’s own name', () => {
    const broken = join(mkdtempSync(join(tmpdir(), 'shortrun-design-')), 'broken.yaml');
    writeFileSync(broken, text.replace('price: 99', 'price: -1'));
    const planned = planDesign({ design: 'grid', vary: ['plan.cv=0.1..1:3'], seed: '' });
    expect(() => checkDesign(planned, openScenario(broken))).toThrow(/broken\.yaml:3:\d+: market\.price/);
  });
});
