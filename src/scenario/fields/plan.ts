import { quantity } from '../schema/quantity.ts';
import { section } from '../schema/section.ts';

export const plan = section(
  {
    demand: quantity('unitsRate', 'the forecast of the team before it has sold any'),
    cv: quantity('number', 'how sure it says it is: standard deviation over mean', { standard: 0.5 }),
    smoothing: quantity('fraction', 'weight of the newest period in the level of the Holt forecast', {
      standard: 0.2,
    }),
    trendSmoothing: quantity('fraction', 'weight of the newest change in its trend', { standard: 0.1 }),
  },
  'what the team believes and how it learns',
);
