import { readFileSync } from 'node:fs';

/** What the module of summaries can be asked; addresses and sizes are in bytes. See `workers/summary/assembly/index.ts`. */
export interface SummaryExports {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  scratchBytes(n: number): number;
  summarise(values: number, n: number, out: number, sorted: number, scratch: number): number;
}

/** The part of the global of that name that is used here: Node has it, and its types do not. */
interface WebAssemblyGlobal {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: object };
}

/** Run from source, as tests do, the module is the built one. */
const url = new URL(
  import.meta.url.endsWith('.ts') ? '../../../dist/workers/summary.wasm' : '../../../workers/summary.wasm',
  import.meta.url,
);

/** Returns a new module of summaries with a memory of its own. */
export function instantiateSummary(): SummaryExports {
  const { Module, Instance } = (globalThis as unknown as { WebAssembly: WebAssemblyGlobal }).WebAssembly;
  return new Instance(new Module(readFileSync(url))).exports as SummaryExports;
}
