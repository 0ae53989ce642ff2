import { quantity } from '../schema/quantity.ts';
import { section } from '../schema/section.ts';

const none = { standard: 0 } as const;

export const design = section(
  {
    issues: quantity('count', 'latent faults in the design at the start', none),
    benchDiscovery: quantity('rate', "rate at which an issue is found by the team's own tests", {
      standard: '0 /year',
    }),
    fieldDiscovery: quantity('rate', 'rate at which an issue is found by users, for each unit in the field', {
      standard: '0 /year',
    }),
    engineeringCost: quantity('money', 'to fix one issue', none),
    fieldFixCost: quantity('money', 'an issue and a unit in the field: recall, replacement, service', none),
    inventoryScrap: quantity('fraction', 'of stock and of batches on order, lost at each revision', none),
    appealLoss: quantity('fraction', 'demand lost for each open issue: demand·(1 − loss)^issues', none),
    warranty: quantity('money', 'a unit shipped', none),
    warrantyPerIssue: quantity('money', 'a unit shipped and an open issue', none),
    validation: section(
      {
        cost: quantity('money', 'a prototype round', none),
        time: quantity('duration', 'a prototype round', { standard: '0 days' }),
        detection: quantity('fraction', 'share of the issues that a round finds', none),
      },
      'prototype rounds before production',
    ),
  },
  'the faults that are still in the design, and what finding them costs',
);
