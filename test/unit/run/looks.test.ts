import { expect, it } from 'vitest';
import { lookPoints } from '../../../src/run/looks.ts';

it('looks at powers of 2 and the middles between them, and at the end', () => {
  expect(lookPoints(2000)).toEqual([256, 384, 512, 768, 1024, 1536, 2000]);
  expect(lookPoints(1024)).toEqual([256, 384, 512, 768, 1024]);
  expect(lookPoints(100)).toEqual([100]);
});
