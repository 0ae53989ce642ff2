import { scenarioNode } from '../scenario/fields/scenario.ts';
import { numericCalls } from '../scenario/values/calls.ts';
import { markdownTable } from './markdown.ts';

const opening = `# Scenario reference

This page is made from the field table that also drives validation, defaults and \`shortrun schema\`, by
\`npm run docs\`. What each field does is in [model.md](model.md), step by step.

A scenario is YAML or JSON. A **set** is a CSV: its first column, \`scenario\`, names a row; every other column is a dotted
field (\`market.size\`, \`processes.injection-molding.tooling\`, \`strategies.staged.stages.0.cover\`); an empty cell keeps
the value of the scenario that the set is laid over.

## Values

A field holds a number, or a text \`expression [unit]\`.

- an expression is a number (\`1200\`, \`1_200\`, \`18%\`), \`low to high\`, or a distribution;
- \`low to high\` are the 5th and 95th percentiles of a lognormal if low > 0, of a normal otherwise;
- a **duration** wants one of \`days\`, \`weeks\`, \`months\`, \`quarters\`, \`years\`; a **per-time** field one of \`/day\` …
  \`/year\`; a plain number there is an error. 1 year = 52 weeks = 12 months = 4 quarters; 1 week = 7 days;
- money, units and fractions need no unit.

Whatever is uncertain is drawn once a replication, and every strategy faces the same draw. A draw outside the domain of
its field is put to the edge of it; where that happens to more than 0.1% of the draws, the run says so.
`;

const namedCalls = [
  'discrete(v1: w1, v2: w2, …)',
  'mixture(w1: call, w2: call, …)',
  'truncate(call, low, high)',
  'empirical(file.csv, column)',
];

/** Returns the reference page of the scenario format, made from the field table that also drives its validation. */
export function scenarioReference(): string {
  const usages = [...numericCalls.values()].map(({ usage }) => usage);
  const calls = [...usages, ...namedCalls].map((usage) => `- \`${usage}\``).join('\n');
  const sections = sectionNames().map((section) => `## ${section}\n\n${fieldTable(section)}\n`);
  return `${opening}\n### Distributions\n\n${calls}\n\n${sections.join('\n')}`;
}

function sectionNames(): readonly string[] {
  return [...new Set(scenarioNode.rows('').map(({ path }) => sectionOf(path)))];
}

function fieldTable(section: string): string {
  const rows = scenarioNode
    .rows('')
    .filter(({ path }) => sectionOf(path) === section)
    .map(({ path, type, default: standard, meaning }) => [`\`${path}\``, type, standard, meaning]);
  return markdownTable(['field', 'type', 'default', 'meaning'], rows);
}

function sectionOf(path: string): string {
  return /^\w+[.[<]/.test(path) ? (path.split(/[.[]/)[0] ?? '') : 'general';
}
