/** The part of WebAssembly's interface that the driver uses; Node has it, its type declarations do not. */
interface WebAssemblyInterface {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (
    module: object,
    imports: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
  ) => { readonly exports: Readonly<Record<string, unknown>> };
}

/** The linear memory of an instance. */
export interface WebAssemblyMemory {
  readonly buffer: ArrayBuffer;
  /** Adds pages of 64 KiB; the buffer is another one afterwards. */
  grow(pages: number): number;
}

export const webAssembly = (globalThis as unknown as { readonly WebAssembly: WebAssemblyInterface })
  .WebAssembly;
