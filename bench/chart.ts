import type { Growth } from './growth.ts';

const panel = { width: 220, height: 200, left: 46, top: 34, gap: 34 } as const;

/**
 * Returns an SVG of cost against size, a panel an axis, both in doublings of the first point. The dashed line is linear
 * growth: what runs above it is worse.
 */
export function growthChart(growths: readonly Growth[]): string {
  const width = growths.length * (panel.left + panel.width + panel.gap);
  const height = panel.top + panel.height + 50;
  const panels = growths.map((growth, index) => {
    const x = index * (panel.left + panel.width + panel.gap) + panel.left;
    return `<g transform="translate(${x} ${panel.top})">${drawPanel(growth)}</g>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="11">`,
    '<title>Cost against size, in doublings; the dashed line is linear growth</title>',
    `<rect width="${width}" height="${height}" fill="white"/>`,
    ...panels,
    '</svg>',
    '',
  ].join('\n');
}

function drawPanel({ axis, points, slope }: Growth): string {
  const [first] = points;
  if (first === undefined) return '';
  const steps = points.map(({ size, seconds }) => ({
    x: Math.log2(size / first.size),
    y: Math.log2(seconds / first.seconds),
    label: String(size),
  }));
  const most = Math.max(1, ...steps.map(({ x, y }) => Math.max(x, y)));
  const least = Math.min(0, ...steps.map(({ y }) => y));
  const across = (x: number) => ((x / most) * panel.width).toFixed(1);
  const up = (y: number) => (panel.height - ((y - least) / (most - least)) * panel.height).toFixed(1);
  const line = steps.map(({ x, y }) => `${across(x)},${up(y)}`).join(' ');
  const last = steps.at(-1)?.x ?? 0;
  return [
    `<text y="-14" font-weight="bold">${axis}: slope ${slope.toFixed(2)}</text>`,
    `<path d="M0 0V${panel.height}H${panel.width}" fill="none" stroke="#999"/>`,
    `<path d="M0 ${up(0)}L${across(last)} ${up(last)}" stroke="#999" stroke-dasharray="4 4"/>`,
    `<polyline points="${line}" fill="none" stroke="#0b62a4" stroke-width="2"/>`,
    ...steps.map(({ x, y }) => `<circle cx="${across(x)}" cy="${up(y)}" r="3" fill="#0b62a4"/>`),
    ...steps.map(
      ({ x, label }) =>
        `<text x="${across(x)}" y="${panel.height + 16}" text-anchor="middle">${label}</text>`,
    ),
    ...Array.from({ length: Math.floor(most) + 1 }, (_, k) => {
      return `<text x="-6" y="${up(k)}" text-anchor="end" dominant-baseline="middle">×${2 ** k}</text>`;
    }),
  ].join('\n');
}
