import { assumption, type CatalogueProcess, vendor } from './entry.ts';
import {
  factoryDeposit,
  machinePacedLearning,
  minimumOrders,
  mouldChangeTime,
  toolingDeposit,
} from './shared.ts';

const pages = 'selectionhardware, jcproto, simituo, afiparts citing Fictiv';

/** High-pressure die casting of light metals and zinc. */
export const dieCasting: CatalogueProcess = {
  name: 'die-casting',
  title: 'Die casting (steel die)',
  summary: 'The lowest unit cost in aluminium, zinc or magnesium, after the dearest tool of all.',
  scale: 'mass',
  fields: {
    setup: assumption(
      '300 to 1500',
      'heating the die and first shots; injection moulding’s $650 a run, widened',
    ),
    batch: assumption('1000', 'units for which it pays to hang the die'),
    tooling: vendor('15000 to 150000', `$15,000–150,000 (${pages})`),
    toolLife: vendor('80000 to 200000', `100,000 shots and more, H13 steel (${pages}), widened`),
    toolingLead: vendor('4 to 10 weeks', `4–10 weeks (${pages})`),
    toolingDeposit,
    changeCost: assumption(
      '1500 to 20000',
      'a mould’s $1,000–10,000 (nylonplastic) on a tool about twice as dear; all changes of a die together are 10–20% of its cost in Japan and 30–50% in the US (Clark & Fujimoto 1991)',
    ),
    changeTime: mouldChangeTime,
    material: assumption(
      '0.6 to 2.5',
      '100–250 g of alloy with the overflow; the split from conversion is assumed',
    ),
    conversion: vendor(
      '0.8 to 5',
      `a $12 machined part becomes $1.80 cast after 3,000 (${pages}); less material, widened for trimming and drilling`,
    ),
    learning: machinePacedLearning,
    learningReference: assumption('10000', 'prices are quoted for thousands'),
    yield: assumption(
      'pert(0.88, 0.95, 0.99)',
      'porosity and cold shuts; somewhat below injection moulding’s 97%',
    ),
    capacity: assumption(
      'uniform(3000, 10000) /week',
      'as injection moulding: about a minute a shot, one to three shifts',
    ),
    minimumOrder: minimumOrders,
    lead: assumption('uniform(2, 6) weeks', 'a place in the schedule, casting, trimming and shipping'),
    deposit: factoryDeposit,
  },
  limits: {
    materials: { aluminium: true, zinc: true, magnesium: true },
    finishes: {
      'as-made': 'with a parting line and flow marks',
      painted: true,
      polished: 'zinc polishes well, aluminium shows pores',
      textured: 'shot-blasted',
      anodised: 'cast alloys anodise dark and blotchy',
      'powder-coated': true,
      plated: true,
    },
    tolerance: {
      finest: 0.08,
      usual: 0.2,
      evidence: 'engineering judgement',
      source: 'engineering judgement: ± 0.2 mm as cast, finer only where it is machined afterwards',
    },
    economic: {
      from: 5000,
      evidence: 'vendor figure',
      source: `over 5,000 (${pages})`,
    },
    shape: 'only shapes that leave a die: draft, even walls',
  },
  change: 'rework of a hardened die: cheap only where steel can be taken away',
};
