import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Command } from 'commander';
import { InputError } from '../../errors.ts';

interface SetOptions {
  readonly design: string;
  readonly vary?: readonly string[];
  readonly rows?: string;
  readonly seed: string;
  readonly out?: string;
  readonly force?: boolean;
}

const examples = `
Each --vary names a dotted field and the values that it takes:
  market.size=20000..80000:7                       seven equal steps
  processes.mold.tooling=15000..60000:5:log        five steps of equal ratio
  "plan.demand=200..800:5 /month"                  the unit goes behind every value
  finance.openingCash=100000,250000,400000         these values
  strategies.staged.validationRounds=0..4:whole    every whole number
  market.price=79..129                             any value between (lhs, sobol)
A list index is a number, as in strategies.staged.stages.0.cover.

Designs:
  grid   every combination of the values
  lhs    a Latin hypercube of --rows rows: every value range evenly covered, in random combinations
  sobol  --rows points of a scrambled Sobol' sequence: combinations evenly covered too (best with 64, 128, 256, …)
`;

/** Returns the command `shortrun set <scenario>`: a scenario set that varies fields of the scenario, as CSV. */
export function setCommand(): Command {
  return new Command('set')
    .description(
      'write a scenario set (CSV): a full grid, a Latin hypercube or a Sobol’ design over any fields',
    )
    .argument('<scenario>', 'the scenario whose fields vary (YAML or JSON)')
    .option('-d, --design <name>', 'grid, lhs or sobol', 'grid')
    .option('-v, --vary <field=values>', 'a field and its values (repeatable)', collect)
    .option('-n, --rows <number>', 'how many rows; for lhs and sobol')
    .option('--seed <text>', 'seed of lhs and sobol', '1')
    .option('-o, --out <file>', 'write to this file instead of the screen')
    .option('-f, --force', 'overwrite the file')
    .addHelpText('after', examples)
    .action(writeSet);
}

function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

async function writeSet(
  scenarioFile: string,
  { out, force, vary = [], ...request }: SetOptions,
): Promise<void> {
  const { openScenario } = await import('../../scenario/read/scenario.ts');
  const { fieldFault } = await import('../../scenario/read/known-fields.ts');
  const { planDesign } = await import('../../scenario/design/plan-design.ts');
  const { checkDesign } = await import('../../scenario/design/check-design.ts');
  const { setCsv } = await import('../../scenario/design/csv.ts');
  const base = openScenario(scenarioFile);
  const design = inOptions(() => {
    const planned = planDesign({ ...request, vary }, (field) => fieldFault(field, base.document.root));
    checkDesign(planned, base);
    return planned;
  });
  if (out === undefined) {
    await pipeline(Readable.from(setCsv(design)), process.stdout, { end: false }).catch(ignoreClosedPipe);
    return;
  }
  const { writeWholeFile } = await import('../whole-file.ts');
  writeWholeFile(out, setCsv(design), { option: '--out', overwrite: force === true });
  const fields = design.header.length - 1;
  process.stdout.write(
    `${out}: ${design.count} scenarios, ${fields} ${fields === 1 ? 'field varies' : 'fields vary'}\n` +
      `run it: shortrun run ${scenarioFile} --set ${out}\n`,
  );
}

/** Runs what reads the request; its problems name the options of the command line. */
function inOptions<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const options = ['design', 'vary', 'rows'];
    throw new InputError(
      error.problems.map((problem) =>
        options.includes(problem.path ?? '') && problem.file === undefined
          ? { ...problem, path: `--${problem.path}` }
          : problem,
      ),
    );
  }
}

/** Whoever reads the output may stop early, as `head` does. */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE' && error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
}
