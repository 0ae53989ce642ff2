import { SingleBar } from 'cli-progress';
import { grouped } from '../../report/format.ts';

/** Shows how far a run is. */
export interface Progress {
  update(done: number, total: number): void;
  stop(): void;
}

/** Off a terminal a line is printed at most so often. */
const lineEveryMs = 5_000;

/** Returns a progress bar on a terminal, plain lines elsewhere, and nothing where it shall be quiet; all on stderr. */
export function startProgress(quiet: boolean): Progress {
  if (quiet) return { update: () => undefined, stop: () => undefined };
  return process.stderr.isTTY ? barProgress() : lineProgress();
}

function barProgress(): Progress {
  const bar = new SingleBar({
    format: '{bar} {percentage}%  {done} of {of} futures  {rate} a second  {eta_formatted} left',
    barsize: 24,
    hideCursor: true,
    clearOnComplete: true,
    stopOnComplete: false,
    stream: process.stderr,
  });
  const startedAt = performance.now();
  let started = false;
  return {
    update(done, total) {
      const shown = { done: grouped(done), of: grouped(total), rate: grouped(rate(done, startedAt)) };
      if (started) bar.update(done, shown);
      else bar.start(total, done, shown);
      started = true;
    },
    stop() {
      if (started) bar.stop();
      started = false;
    },
  };
}

function lineProgress(): Progress {
  const startedAt = performance.now();
  let saidAt = Number.NEGATIVE_INFINITY;
  return {
    update(done, total) {
      const now = performance.now();
      if (now - saidAt < lineEveryMs && done < total) return;
      saidAt = now;
      const perSecond = rate(done, startedAt);
      const left = done === 0 || done === total ? '' : `, ${grouped((total - done) / perSecond)} s left`;
      const speed = done === 0 ? '' : `, ${grouped(perSecond)} a second`;
      process.stderr.write(`${grouped(done)} of ${grouped(total)} futures${speed}${left}\n`);
    },
    stop: () => undefined,
  };
}

function rate(done: number, startedAt: number): number {
  return done / Math.max(1e-3, (performance.now() - startedAt) / 1000);
}
