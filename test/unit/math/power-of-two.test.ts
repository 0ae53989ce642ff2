import { describe, expect, it } from 'vitest';
import { powerOfTwo } from '../../../src/math/power-of-two.ts';

describe('powerOfTwo', () => {
  it('doubles from the least subnormal to the greatest power', () => {
    expect(powerOfTwo(-1074)).toBe(5e-324);
    expect(powerOfTwo(0)).toBe(1);
    for (let k = -1074; k < 1023; k++) expect(powerOfTwo(k + 1)).toBe(2 * powerOfTwo(k));
    expect(powerOfTwo(1023)).toBe(8.98846567431158e307);
  });
});
