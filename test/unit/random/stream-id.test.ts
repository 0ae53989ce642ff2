import { describe, expect, it } from 'vitest';
import { streamId } from '../../../src/random/stream-id.ts';

const hex = (name: string) => {
  const { low, high } = streamId(name);
  return high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0');
};

describe('streamId', () => {
  it('is FNV-1a with 64 bits (vectors of draft-eastlake-fnv, appendix C)', () => {
    expect(hex('')).toBe('cbf29ce484222325');
    expect(hex('a')).toBe('af63dc4c8601ec8c');
    expect(hex('foobar')).toBe('85944171f73967e8');
  });

  it('hashes UTF-8', () => {
    expect(hex('é')).not.toBe(hex('e'));
    expect(hex('é')).toBe(hex('\u00e9'));
  });

  it('tells 300,000 likely names apart, each half nearly so', () => {
    const fields = [
      'tooling',
      'setup',
      'batch',
      'lead',
      'yield',
      'capacity',
      'material',
      'conversion',
      'learning',
      'x',
    ];
    const names: string[] = [];
    for (let i = 0; i < 30_000; i++) for (const field of fields) names.push(`processes.p${i}.${field}`);
    const whole = new Set<number>();
    const low = new Set<number>();
    for (const name of names) {
      const id = streamId(name);
      whole.add(id.high * 2097152 + (id.low & 0x1fffff));
      low.add(id.low);
    }
    // 53 of the bits, in which a collision has a chance of 5e-6; and 32, in which 10.5 are expected (35: 1 in 10⁸).
    expect(whole.size).toBe(names.length);
    expect(names.length - low.size).toBeLessThan(35);
  });
});
