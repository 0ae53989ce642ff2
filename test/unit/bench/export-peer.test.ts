import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exportForPeers } from '../../../bench/export-peer.ts';
import { quantileFunction } from '../../../src/model/distributions/distribution.ts';
import { quantitiesOf } from '../../../src/scenario/quantities.ts';
import { openScenario, readScenario } from '../../../src/scenario/read/scenario.ts';
import { toModelUnits } from '../../../src/scenario/schema/convert.ts';
import { kinds } from '../../../src/scenario/schema/kinds.ts';

const folder = 'bench/scenarios';
const names = ['weekly-bass', 'weekly-level', 'weekly-certain', 'monthly-profile', 'one-order'];

/** What a peer makes of a draw: clamp, scale, then up to whole periods. */
function peerValue(leaf: Record<string, unknown>, draw: number): number {
  const {
    clamp,
    scale = 1,
    ceil = false,
  } = leaf as {
    clamp: [number | null, number | null];
    scale?: number;
    ceil?: boolean;
  };
  const clamped = Math.min(Math.max(draw, clamp[0] ?? -Infinity), clamp[1] ?? Infinity) * scale;
  return ceil ? Math.ceil(clamped - 1e-9) : clamped;
}

function leafAt(tree: unknown, path: string): Record<string, unknown> {
  return path.split('.').reduce((part, name) => (part as Record<string, unknown>)[name], tree) as Record<
    string,
    unknown
  >;
}

function readText(text: string) {
  const file = join(mkdtempSync(join(tmpdir(), 'shortrun-')), 'scenario.yaml');
  writeFileSync(file, text);
  return readScenario(openScenario(file));
}

function minimal(more: string) {
  return readText(`calendar: { horizon: 10 weeks }
market: { model: level, price: 10, level: 5 /week ${more} }
plan: { demand: 5 /week }
finance: { openingCash: 1000 }
processes: { p: { scale: mass } }
strategies: { s: { initialOrder: 1, stages: [{ process: p }] } }
`);
}

describe('exportForPeers', () => {
  it.each(names)('gives the peers what our own resolution makes of a draw: %s', (name) => {
    const scenario = readScenario(openScenario(join(folder, `${name}.yaml`)));
    const tree = exportForPeers(scenario);
    for (const { path, value } of quantitiesOf(scenario)) {
      if (value.distribution.type === 'constant') continue;
      const leaf = leafAt(tree, path);
      for (const u of [1e-9, 0.01, 0.3, 0.77, 1 - 1e-9]) {
        const draw = quantileFunction(value.distribution)(u);
        const theirs = peerValue(leaf, draw);
        // The peers round issues and batches themselves, half up.
        const rounded = kinds[value.kind].conversion === 'roundHalfUp' ? Math.floor(theirs + 0.5) : theirs;
        expect(rounded).toBeCloseTo(toModelUnits(value, draw, scenario.calendar.period), 9);
      }
    }
  });

  it('leaves out what has no limit, no value or no effect', () => {
    const scenario = readScenario(openScenario(join(folder, 'weekly-certain.yaml')));
    const tree = exportForPeers(scenario) as { market: object; processes: { machining: object } };
    expect(tree).not.toHaveProperty('correlations');
    expect(tree.market).not.toHaveProperty('seasonality');
    expect(tree.market).not.toHaveProperty('competitor.arrives');
    expect(tree.processes.machining).not.toHaveProperty('toolLife');
    expect(JSON.stringify(tree)).not.toContain('null');
  });

  it('refuses what the peers cannot follow', () => {
    expect(() => exportForPeers(minimal(', noise: "beta(2, 3)"'))).toThrow(/market.noise: .* beta/);
    expect(() => exportForPeers(minimal(', cancel: "uniform(1%, 5%) /month"'))).toThrow(
      /fraction per months/,
    );
  });
});
