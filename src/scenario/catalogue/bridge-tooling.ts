import { assumption, type CatalogueProcess, vendor } from './entry.ts';
import { factoryDeposit, machinePacedLearning, toolingDeposit } from './shared.ts';

const pages = 'industrialmonitordirect, dazao, lkprototype, teameliteonline mold-classifications, rpmfast';

/** Injection moulding in an aluminium or soft-steel tool. */
export const bridgeTooling: CatalogueProcess = {
  name: 'bridge-tooling',
  title: 'Bridge tooling (aluminium mould)',
  summary: 'Real moulded parts from a quick aluminium tool that lasts some thousand shots.',
  scale: 'low-volume',
  fields: {
    setup: vendor(
      '150 to 800',
      'injection-moulding calculator default: start-up scrap $650 a run; the lower end, for a smaller tool, is assumed',
    ),
    batch: assumption('250', 'units for which it pays to hang the mould'),
    tooling: vendor('3000 to 15000', `$3,000–15,000; $200–2,000 if simple (${pages})`),
    toolLife: vendor(
      '1000 to 10000',
      `1,000–10,000 shots; SPI class 105 under 500, 104 under 100,000 (${pages})`,
    ),
    toolingLead: vendor('2 to 6 weeks', `2–6 weeks (${pages})`),
    toolingDeposit,
    changeCost: vendor(
      '500 to 8000',
      'sources disagree: soft tools "modify easily" (ogm) and "often cannot be modified" (icomold), so from a small rework to a new tool',
    ),
    changeTime: vendor(
      '1 to 6 weeks',
      'bjlingate: mould-change rework 2–6 weeks, also the lead of a new tool; the lower end, for easy rework (ogm), is assumed',
    ),
    material: assumption(
      '0.3 to 1.5',
      '40–80 g of granulate with the sprue; the split from conversion is assumed',
    ),
    conversion: vendor(
      '1.5 to 6',
      `a part costs about 15% of what CNC asks (${pages}), there $15–55; less material`,
    ),
    learning: machinePacedLearning,
    learningReference: assumption('1000', 'prices are quoted for about a thousand'),
    yield: vendor(
      'pert(0.92, 0.97, 0.99)',
      'injection-moulding calculator default: good share 97%; the spread is assumed',
    ),
    capacity: assumption(
      'uniform(1000, 5000) /week',
      'one cavity at 1–2 minutes a shot, one to three shifts',
    ),
    minimumOrder: assumption(
      'uniform(100, 500)',
      'from the least quantity that vendors call economic to the least minimum order that moulders publish',
    ),
    lead: assumption('1 to 4 weeks', 'a place in the schedule, moulding, packing and shipping'),
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
      peek: 'too hot for most aluminium tools',
      polyurethane: 'as a thermoplastic polyurethane',
      tpu: true,
      tpe: true,
      silicone: 'as liquid silicone, with a tool and a press of its own',
      rubber: 'as a thermoplastic elastomer',
    },
    finishes: {
      'as-made': true,
      painted: true,
      polished: 'a high gloss wears off an aluminium tool',
      textured: 'light textures only',
      clear: 'clear, seldom of optical quality',
      plated: true,
    },
    tolerance: {
      finest: 0.05,
      usual: 0.15,
      evidence: 'engineering judgement',
      source: 'engineering judgement: ± 0.15 mm, ± 0.05 mm on features that are tuned',
    },
    economic: {
      from: 100,
      to: 10_000,
      evidence: 'vendor figure',
      source: `100–10,000 (${pages})`,
    },
    shape: 'only shapes that leave a mould: draft, even walls',
  },
  change: 'rework of a soft tool where that is possible, otherwise a new one',
};
