import type { Growth } from './growth.ts';

/** Returns a text chart, a bar a point: the cost of a unit against the first point's. Equal bars are linear growth, longer ones worse. */
export function growthBars(measured: readonly Growth[]): string {
  return measured
    .map(({ axis, points, slope, slopeError }) => {
      const [first] = points;
      const unit = first === undefined ? Number.NaN : first.seconds / first.size;
      const bars = points.map(({ size, seconds }) => {
        const relative = seconds / size / unit;
        const bar = '▇'.repeat(Math.max(1, Math.round(20 * relative)));
        return `  ${String(size).padStart(8)} ${`${(seconds * 1000).toFixed(1)} ms`.padStart(11)} ${relative.toFixed(2).padStart(6)} ${bar}`;
      });
      const error = Number.isNaN(slopeError) ? '' : ` ± ${slopeError.toFixed(2)}`;
      return [
        `Cost of a unit against ${axis}: slope ${slope.toFixed(2)}${error} (1 is linear)`,
        ...bars,
      ].join('\n');
    })
    .join('\n\n');
}
