import { InputError } from '../../errors.ts';
import type { Until } from '../../experiment/until.ts';

const amount = String.raw`(?<amount>\d+(?:[_,]\d{3})*(?:\.\d+)?)`;
const precision = new RegExp(`^(?<what>npv|prob)\\s*(?:±|\\+-|\\+/-)\\s*${amount}\\s*(?<percent>%?)$`);

/** Returns what `--until` asks for: `decision`, `npv±5000`, `prob±1%` (`+-` stands for ±). Throws InputError. */
export function readUntil(text: string, indifference: number | undefined): Until {
  const wanted = text.trim();
  if (wanted === 'decision') return { kind: 'decision', indifference: indifference ?? 0 };
  const groups = precision.exec(wanted)?.groups;
  const value = Number((groups?.['amount'] ?? '').replace(/[_,]/g, ''));
  const isShare = groups?.['what'] === 'prob';
  const isPercent = groups?.['percent'] === '%';
  const halfWidth = isPercent ? value / 100 : value;
  const fits = isShare ? halfWidth < 0.5 : !isPercent;
  if (groups === undefined || !(value > 0) || !fits) {
    throw new InputError([
      {
        path: '--until',
        value: JSON.stringify(text),
        rule: 'must be decision, npv±<amount of money> or prob±<percentage below 50%>, such as npv±5000 or prob±1% (+- may stand for ±)',
      },
    ]);
  }
  return isShare ? { kind: 'prob', halfWidth } : { kind: 'npv', halfWidth };
}

/** Returns a duration such as `30s`, `5m` or `1h`, in milliseconds. Throws InputError. */
export function readTime(text: string): number {
  const groups = /^(?<amount>\d+(?:\.\d+)?)\s*(?<unit>s|m|min|h)$/.exec(text.trim())?.groups;
  const seconds = { s: 1, m: 60, min: 60, h: 3600 }[groups?.['unit'] ?? ''] ?? Number.NaN;
  const time = 1000 * seconds * Number(groups?.['amount']);
  if (time > 0) return time;
  throw new InputError([
    { path: '--time', value: JSON.stringify(text), rule: 'must be a time such as 30s, 5m or 1h' },
  ]);
}

/** Returns an amount of money above 0. Throws InputError. */
export function readAmount(option: string): (text: string) => number {
  return (text) => {
    const groups = new RegExp(`^${amount}$`).exec(text.trim())?.groups;
    const value = Number((groups?.['amount'] ?? 'no number').replace(/[_,]/g, ''));
    if (value > 0) return value;
    throw new InputError([
      { path: option, value: JSON.stringify(text), rule: 'must be an amount of money above 0, such as 1000' },
    ]);
  };
}
