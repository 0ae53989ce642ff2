import { expect, it } from 'vitest';
import { normalQuantile } from '../../../../src/math/normal.ts';
import { instantiateKernel } from '../../../../src/model/kernel/instance.ts';
import { createStream } from '../../../../src/random/stream.ts';
import * as at from '../../../../workers/kernel/layout.ts';

const kernel = instantiateKernel();
kernel.memory.grow(40);
const place = at.freeMemory;
const far = place + 1_000_000;
const key = { low: 0xdeadbeef, high: 0x12345678 };

function row(start: number, t: number, count: number): Float64Array {
  const first = (start + t * at.row) / 8;
  return new Float64Array(kernel.memory.buffer).slice(first, first + count);
}

it('makes the uniforms of a stream, a row a period', () => {
  const stream = createStream(key, 'a name');
  kernel.setKey(key.low, key.high);
  kernel.fillUniforms(place, 5, at.blockLanes * 8, 0xfffffff0, stream.id.low, stream.id.high);
  for (let t = 0; t < 5; t++) {
    const expected = Float64Array.from({ length: at.blockLanes }, (_, lane) =>
      stream.uniform((0xfffffff0 + lane) >>> 0, t),
    );
    expect(row(place, t, at.blockLanes)).toEqual(expected);
  }
});

it('makes normal quantiles to the last bit, in the centre, in the tails and far out', () => {
  const uniforms = Float64Array.from({ length: at.blockLanes }, (_, lane) => {
    const u = 2 ** -(1 + (lane >> 1) * 1.625);
    return lane % 2 === 0 ? u : 1 - u;
  });
  new Float64Array(kernel.memory.buffer).set(uniforms, place / 8);
  kernel.fillNormals(place, far, 1, at.blockLanes * 8);
  expect(row(far, 0, at.blockLanes)).toEqual(uniforms.map(normalQuantile));
});
