import { optionalQuantity, quantity } from '../schema/quantity.ts';
import { optionalWhole } from '../schema/scalars.ts';
import { optionalSection } from '../schema/section.ts';

/** The evidence that has to be there before the next step is taken. */
export const gates = optionalSection(
  {
    at: optionalQuantity('duration', 'alone: passes from this date on, launched or not'),
    require: optionalWhole(
      'how many of the gates below have to pass; all of them where it is left out',
      1,
      4,
    ),
    demandStable: optionalSection(
      {
        cv: quantity('number', 'the forecast error over the forecast level is at most this'),
        window: quantity('duration', 'and so much time has passed since launch'),
      },
      'demand is known well enough',
    ),
    designFrozen: optionalSection(
      { for: quantity('duration', 'no revision for so long, with units in the field') },
      'the design has stopped changing',
    ),
    costPressure: optionalSection(
      {
        payback: quantity('duration', 'the next tooling pays for itself at the forecast demand within this'),
      },
      'the saving is worth the tool',
    ),
    marketValidated: optionalSection(
      { sold: quantity('units', 'so many units were shipped') },
      'the market has shown itself',
    ),
  },
  'evidence for taking the next step; none: stays',
);
