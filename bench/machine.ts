import { availableParallelism, cpus, loadavg } from 'node:os';

/** Where a benchmark was run: enough to compare figures, nothing that names the machine. */
export interface Machine {
  readonly cpu: string;
  readonly processors: number;
  readonly node: string;
  /** Processes that wanted a processor in the minute before; above 0.5 the machine was busy with something else. */
  readonly loadBefore: number;
}

/** Returns what is known of this machine. */
export function describeMachine(): Machine {
  return {
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    processors: availableParallelism(),
    node: process.version,
    loadBefore: loadavg()[0] ?? Number.NaN,
  };
}
