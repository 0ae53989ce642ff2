import { quantity } from '../schema/quantity.ts';
import { choice, whole } from '../schema/scalars.ts';
import { section } from '../schema/section.ts';

export const calendar = section(
  {
    period: choice(['week', 'month'], 'length of a period', 'week'),
    horizon: quantity('duration', 'how long is simulated; certain, at most 520 periods'),
    startMonth: whole('the month in which period 0 begins, January being 1', 1, 12, 1),
  },
  'the time that is simulated',
);
