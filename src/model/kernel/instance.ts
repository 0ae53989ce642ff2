import { readFileSync } from 'node:fs';
import { layoutVersion } from '../../../workers/kernel/layout.ts';
import { binomialQuantile } from '../inversion/binomial.ts';
import { discoveredIssues } from '../inversion/discovery.ts';
import { poissonQuantile } from '../inversion/poisson.ts';
import { type WebAssemblyMemory, webAssembly } from './web-assembly.ts';

/** What the kernel can be asked; addresses and sizes are in bytes. See `workers/kernel/assembly/index.ts`. */
export interface KernelExports {
  readonly memory: WebAssemblyMemory;
  version(): number;
  setKey(low: number, high: number): void;
  fillUniforms(
    to: number,
    periods: number,
    lanesBytes: number,
    first: number,
    idLow: number,
    idHigh: number,
  ): void;
  fillNormals(from: number, to: number, periods: number, lanesBytes: number): void;
  fillDemandFactors(): void;
  broadcast(values: number, to: number, rows: number): void;
  play(): void;
}

/** Run from source, as tests do, the kernel is the built one. */
const url = new URL(
  import.meta.url.endsWith('.ts') ? '../../../dist/workers/kernel.wasm' : '../../../workers/kernel.wasm',
  import.meta.url,
);

/** Returns a new kernel with a memory of its own. Throws RangeError where it was built with another layout. */
export function instantiateKernel(): KernelExports {
  const inversion = { poissonQuantile, binomialQuantile, discoveredIssues };
  const module = new webAssembly.Module(readFileSync(url));
  const exports = new webAssembly.Instance(module, { inversion }).exports as unknown as KernelExports;
  if (exports.version() !== layoutVersion) {
    throw new RangeError(`${url.pathname} has another layout than its driver: build it again`);
  }
  return exports;
}
