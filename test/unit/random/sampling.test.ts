import { describe, expect, it } from 'vitest';
import { blockSize, samplings, uniformSource, wholeBlocks } from '../../../src/random/sampling.ts';
import { rootKey } from '../../../src/random/seed.ts';
import { createStream } from '../../../src/random/stream.ts';

const key = rootKey('sampling');
const names = ['a', 'b', 'c'];

function points(sampling: (typeof samplings)[number], from: number, count: number, of = names): number[][] {
  const source = uniformSource(key, of, sampling);
  return Array.from({ length: count }, (_, i) => {
    const out = new Float64Array(of.length);
    source.fill(from + i, out);
    return [...out];
  });
}

describe.each(samplings)('%s', (sampling) => {
  it('gives any replication alone what it has in a row', () => {
    const row = points(sampling, 0, 3 * blockSize);
    for (const replication of [150, 3, 64, 63, 191, 0]) {
      expect(points(sampling, replication, 1)[0]).toEqual(row[replication]);
    }
  });

  it('gives uniforms of (0, 1) that differ between blocks and inputs', () => {
    const all = points(sampling, 0, 4 * blockSize).flat();
    expect(Math.min(...all)).toBeGreaterThan(0);
    expect(Math.max(...all)).toBeLessThan(1);
    expect(new Set(all).size).toBe(all.length);
  });
});

describe.each(['lhs', 'sobol'] as const)('%s', (sampling) => {
  it('has one uniform of each block in each of 64 cells, for every input', () => {
    for (const first of [0, 7 * blockSize]) {
      const block = points(sampling, first, blockSize);
      names.forEach((_, i) => {
        const cells = block.map((point) => Math.floor(blockSize * (point[i] ?? 0))).sort((x, y) => x - y);
        expect(cells).toEqual(Array.from({ length: blockSize }, (_, cell) => cell));
      });
    }
  });
});

describe('random', () => {
  it('is uniform 0 of the stream of the name', () => {
    expect(points('random', 5, 1)[0]).toEqual(names.map((name) => createStream(key, name).uniform(5, 0)));
  });
});

describe('lhs', () => {
  it('gives an input the same uniforms whatever inputs stand beside it', () => {
    const alone = points('lhs', 0, 130, ['b']).map(([u]) => u);
    expect(points('lhs', 0, 130).map(([, u]) => u)).toEqual(alone);
  });
});

describe('wholeBlocks', () => {
  it('rounds up where replications come in blocks', () => {
    expect([wholeBlocks(1000, 'random'), wholeBlocks(1000, 'lhs'), wholeBlocks(1024, 'sobol')]).toEqual([
      1000, 1024, 1024,
    ]);
  });
});
