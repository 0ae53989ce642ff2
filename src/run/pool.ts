import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';
import { RunError } from '../errors.ts';
import type { Task, TaskResult } from './task.ts';

/** Run from source, as tests do, the worker is the built one. */
const workerUrl = new URL(
  import.meta.url.endsWith('.ts') ? '../../dist/workers/simulate.js' : '../../workers/simulate.js',
  import.meta.url,
);
/** How many tasks a worker has waiting: enough never to be idle, few enough to bound the memory. */
const tasksAhead = 2;

/** A worker's results are few and large, so that a large nursery for small objects only takes memory. */
const youngMegabytes = 12;

/** A thread that has not started by then never will. */
const longestStartMs = 3_000;

/** The workers of a run. */
export interface Pool {
  readonly workers: number;
  /** Yields the result of every task in the order of the tasks, whatever the order in which they end. */
  inOrder<P>(tasks: Iterable<P>, materialise: (planned: P) => Task): AsyncGenerator<readonly [P, TaskResult]>;
  close(): Promise<void>;
}

/** Returns how many workers a machine is given unless told. */
export function defaultWorkers(): number {
  return availableParallelism();
}

/** Returns a pool of worker threads. Throws RunError, from `inOrder`, where a task fails. */
export function openPool(workers: number): Pool {
  const piscina = new Piscina<Task, TaskResult>({
    filename: workerUrl.href,
    minThreads: workers,
    maxThreads: workers,
    idleTimeout: Number.POSITIVE_INFINITY,
    recordTiming: false,
    resourceLimits: { maxYoungGenerationSizeMb: youngMegabytes },
  });

  const started = new Promise<void>((resolve) => {
    let ready = 0;
    piscina.on('workerCreate', () => {
      ready += 1;
      if (ready === workers) resolve();
    });
  });

  async function* inOrder<P>(
    tasks: Iterable<P>,
    materialise: (planned: P) => Task,
  ): AsyncGenerator<readonly [P, TaskResult]> {
    const waiting: { planned: P; result: Promise<TaskResult> }[] = [];
    for (const planned of tasks) {
      const result = piscina.run(materialise(planned));
      // It is awaited in its turn; until then a failure must not count as unhandled.
      result.catch(() => undefined);
      waiting.push({ planned, result });
      if (waiting.length >= workers * tasksAhead) yield await next(waiting);
    }
    while (waiting.length > 0) yield await next(waiting);
  }

  // Node 20 may abort where a thread is ended while it still loads its modules, as it is after a very short run.
  async function close(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, longestStartMs);
    });
    await Promise.race([started, late]);
    clearTimeout(timer);
    await piscina.destroy();
  }

  return { workers, inOrder, close };
}

async function next<P>(
  waiting: { planned: P; result: Promise<TaskResult> }[],
): Promise<readonly [P, TaskResult]> {
  const first = waiting.shift();
  if (first === undefined) throw new RangeError('nothing is waiting');
  try {
    return [first.planned, await first.result];
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new RunError(`a worker failed: ${reason}`, [], { cause: error });
  }
}
