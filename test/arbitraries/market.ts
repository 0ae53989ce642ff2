import fc from 'fast-check';
import type { Plain } from './process.ts';
import { decimal, duration, fraction, number, rate, shareRate } from './values.ts';

const seasonality = fc
  .array(decimal(0.2, 2), { minLength: 12, maxLength: 12 })
  .map((factors) => factors.map((factor) => (12 * factor) / factors.reduce((sum, each) => sum + each, 0)));

/** What only one of the market models uses; the others may hold it too, and ignore it. */
const course = {
  size: number(200, 8_000),
  innovation: rate(0.0005, 0.03),
  imitation: rate(0.005, 0.15),
  level: rate(1, 120),
  growth: fc.oneof(decimal(-0.5, 1), fc.constant('normal(0.1, 0.4)')),
  profile: fc.oneof(
    fc.array(decimal(0, 60), { minLength: 1, maxLength: 20 }),
    fc.constant('demand.csv:weekly'),
  ),
  profileScale: number(0.5, 4),
};

const common = {
  counting: fc.constantFrom('poisson', 'expected'),
  price: number(30, 250),
  priceErosion: fraction(0, 0.4),
  seasonality,
  noise: number(0.05, 0.6),
  noisePersistence: decimal(0, 0.95),
  cancel: shareRate,
  competitor: fc.record(
    { arrives: fc.oneof(duration(0, 40), fc.constant('never')), share: fraction(0, 0.9) },
    { requiredKeys: [] },
  ),
  paymentDelay: duration(0, 14),
};

const needed = { bass: ['size', 'innovation', 'imitation'], level: ['level'], profile: ['profile'] } as const;

/** A market of any of the three models. */
export const market: fc.Arbitrary<Plain> = fc
  .constantFrom('bass', 'level', 'profile')
  .chain((model) =>
    fc.record(
      { model: fc.constant(model), ...course, ...common },
      { requiredKeys: ['model', 'price', ...needed[model as keyof typeof needed]] },
    ),
  );
