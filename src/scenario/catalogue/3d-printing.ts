import { assumption, type CatalogueProcess, vendor } from './entry.ts';
import { serviceDeposit } from './shared.ts';

const pages = '3dpeople sls-pricing, makelab, 3dindustriprint, makerverse';

/** Polymer printing by a service (SLS, MJF). */
export const printing: CatalogueProcess = {
  name: '3d-printing',
  title: '3D printing (SLS, MJF)',
  summary: 'No tool and no minimum: parts in days, at a price that hardly falls with quantity.',
  scale: 'prototype',
  fields: {
    setup: vendor('0', `no setup charge (${pages})`),
    batch: vendor('1', `near flat in quantity, so sold by the piece (${pages})`),
    tooling: vendor('0', `no tool (${pages})`),
    changeCost: assumption('uniform(0, 200)', 'a new file and its inspection; nothing is reworked'),
    changeTime: assumption('uniform(0, 3) days', 'preparing the new file'),
    material: assumption(
      '3 to 8',
      '30–60 g of powder with its refresh; the split from conversion is assumed',
    ),
    conversion: vendor(
      '15 to 45',
      `a part costs £21 by SLS (about $27) and $50 by MJF (${pages}); less material. A small latch costs $0.60 on a printer of one’s own (polynamix, citing Formlabs), which is not covered`,
    ),
    learning: vendor('uniform(0.97, 1)', `near flat in quantity (${pages}); the lower end is assumed`),
    learningReference: assumption('100', 'prices are quoted for tens to hundreds'),
    yield: assumption('pert(0.92, 0.97, 1)', 'warped and failed builds'),
    capacity: assumption(
      'uniform(150, 1500) /week',
      'one to a few machines of 20 to 60 parts a build and day',
    ),
    lead: vendor('3 to 7 days', `3–7 days (${pages})`),
    deposit: serviceDeposit,
  },
  limits: {
    materials: {
      nylon: true,
      resin: true,
      pla: true,
      petg: true,
      abs: true,
      polypropylene: true,
      polycarbonate: 'by filament (FDM) rather than powder',
      tpu: true,
      silicone: 'usually as a rubber-like TPU or resin; true silicone printing is rare and dearer',
      rubber: 'as a rubber-like TPU or resin',
      tpe: 'as TPU',
    },
    finishes: {
      'as-made': 'slightly rough, with visible layers or grain',
      painted: true,
      polished: 'vapour-smoothed or sanded by hand',
      textured: true,
      clear: 'clear resin (SLA) polished by hand; powder is opaque',
      plated: true,
    },
    tolerance: {
      finest: 0.15,
      usual: 0.3,
      evidence: 'engineering judgement',
      source: 'engineering judgement: ± 0.3 mm or 0.3% for powder, half of it for resin',
    },
    economic: {
      from: 1,
      to: 5000,
      evidence: 'vendor figure',
      source: `under 50–100, or under 2,000–5,000 (${pages}); under 13,000 for a small latch (polynamix, citing Formlabs)`,
    },
  },
  change: 'print the new file; there is nothing to rework',
};
