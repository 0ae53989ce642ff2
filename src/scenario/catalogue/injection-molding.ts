import { assumption, type CatalogueProcess, vendor } from './entry.ts';
import {
  factoryDeposit,
  machinePacedLearning,
  minimumOrders,
  mouldChangeTime,
  toolingDeposit,
} from './shared.ts';

const pages = 'industrialmonitordirect, icomold, nylonplastic, lkprototype';

/** Injection moulding in a hardened production tool. */
export const injectionMolding: CatalogueProcess = {
  name: 'injection-molding',
  title: 'Injection molding (steel production tool)',
  summary: 'The lowest unit cost in plastic, after a steel tool that takes months and dislikes change.',
  scale: 'mass',
  fields: {
    setup: vendor('300 to 1000', 'injection-moulding calculator default: start-up scrap $650 a run, widened'),
    batch: assumption('1000', 'units for which it pays to hang the mould'),
    tooling: vendor(
      '5000 to 50000',
      `typical simple $4,500–16,000; $15,000–50,000 and more; complex $100,000 and more (${pages})`,
    ),
    toolLife: vendor(
      '300000 to 1000000',
      'SPI class 103 under 500,000 shots, 102 to a million, 101 more (teameliteonline mold-classifications)',
    ),
    toolingLead: vendor('4 to 20 weeks', `8–16 weeks; 12–20; 30 days in China (${pages})`),
    toolingDeposit,
    changeCost: vendor(
      '1000 to 10000',
      'nylonplastic: steel-safe change $1,000–10,000 and more on a $5,000–80,000 tool',
    ),
    changeTime: mouldChangeTime,
    material: assumption('0.2 to 1', '40–80 g of granulate; the split from conversion is assumed'),
    conversion: vendor(
      '0.4 to 2.5',
      `$0.80–4.00 a part at 10,000 (${pages}), taken to include setups; less these and material`,
    ),
    learning: machinePacedLearning,
    learningReference: vendor('10000', `the published price is for 10,000 (${pages})`),
    yield: vendor(
      'pert(0.94, 0.97, 0.99)',
      'injection-moulding calculator default: good share 97%; the spread is assumed',
    ),
    capacity: assumption(
      'uniform(3000, 10000) /week',
      'one or two cavities at about a minute a shot, one to three shifts',
    ),
    minimumOrder: minimumOrders,
    lead: assumption('uniform(2, 6) weeks', 'a place in the schedule, moulding, packing and shipping'),
    deposit: factoryDeposit,
  },
  limits: {
    materials: {
      abs: true,
      nylon: true,
      polycarbonate: true,
      acrylic: true,
      polypropylene: true,
      polyethylene: true,
      acetal: true,
      petg: true,
      pla: true,
      peek: 'needs a hot tool and a dear granulate',
      polyurethane: 'as a thermoplastic polyurethane',
      tpu: true,
      tpe: true,
      silicone: 'as liquid silicone, with a tool and a press of its own',
      rubber: 'as a thermoplastic elastomer',
    },
    finishes: {
      'as-made': true,
      painted: true,
      polished: true,
      textured: true,
      clear: true,
      plated: true,
    },
    tolerance: {
      finest: 0.03,
      usual: 0.1,
      evidence: 'engineering judgement',
      source: 'engineering judgement: ± 0.1 mm, ± 0.03 mm on features that are tuned',
    },
    economic: {
      from: 1000,
      evidence: 'vendor figure',
      source: `1,000 and more (${pages})`,
    },
    shape: 'only shapes that leave a mould: draft, even walls',
  },
  change: 'rework of a hardened tool: cheap only where steel can be taken away',
};
