import { Command } from 'commander';
import { InputError, type Problem } from '../../errors.ts';
import type { ProcessNeed } from '../../processes/need.ts';
import type { CatalogueProcess } from '../../scenario/catalogue/index.ts';

interface ProcessesOptions {
  readonly quantity?: string;
  readonly material?: string;
  readonly tolerance?: string;
  readonly finish?: string;
  readonly revisions?: string;
  readonly json?: boolean;
  readonly csv?: boolean;
}

const needOptions = ['material', 'tolerance', 'finish', 'revisions'] as const;

/**
 * Returns the command `shortrun processes [name]`: the built-in catalogue, one process with every figure and its source,
 * or, with `--quantity`, the processes ranked for what has to be made.
 */
export function processesCommand(): Command {
  return new Command('processes')
    .description('list the built-in processes with their sources, or rank them for a part and a quantity')
    .argument('[name]', 'show one process with every figure and where it comes from')
    .option('-q, --quantity <units>', 'rank for these quantities: 500, or 50,500,5000, or "50 to 5000"')
    .option('-m, --material <name>', 'plastic, elastomer, metal, or a material such as abs or aluminium')
    .option('-t, --tolerance <mm>', 'the finest tolerance of the part, in ± mm')
    .option('-f, --finish <name>', 'the surface that is wanted, such as painted, clear or anodised')
    .option('-r, --revisions <number>', 'how often the design will still change during the production')
    .option('--json', 'print JSON')
    .option('--csv', 'print CSV')
    .action(printProcesses);
}

async function printProcesses(name: string | undefined, options: ProcessesOptions): Promise<void> {
  checkTogether(name, options);
  const output =
    options.quantity === undefined
      ? await showCatalogue(name, options)
      : await showRanking(options.quantity, options);
  process.stdout.write(output);
}

/** Throws InputError with every pair of options that does not go together. */
function checkTogether(name: string | undefined, options: ProcessesOptions): void {
  const problems: Problem[] = [];
  if (options.json && options.csv) problems.push({ path: '--csv', rule: 'cannot be given with --json' });
  if (name !== undefined && options.quantity !== undefined) {
    problems.push({
      path: '--quantity',
      value: name,
      rule: 'ranks all processes, so no single one can be named',
    });
  }
  for (const option of needOptions) {
    if (options[option] !== undefined && options.quantity === undefined) {
      problems.push({ path: `--${option}`, value: options[option], rule: 'needs --quantity to rank for' });
    }
  }
  if (problems.length > 0) throw new InputError(problems);
}

async function showCatalogue(name: string | undefined, { json, csv }: ProcessesOptions): Promise<string> {
  const { catalogue } = await import('../../scenario/catalogue/index.ts');
  const entries = name === undefined ? Object.values(catalogue) : [await entryNamed(name)];
  if (json) return asJson(name === undefined ? entries : entries[0]);
  if (csv) return (await import('../processes/csv.ts')).catalogueCsv(entries);
  const { catalogueText, entryText } = await import('../processes/catalogue-text.ts');
  const [entry] = entries;
  return name === undefined || entry === undefined ? catalogueText(entries) : entryText(entry);
}

async function entryNamed(name: string): Promise<CatalogueProcess> {
  const { catalogue, isProcessName, processNames } = await import('../../scenario/catalogue/index.ts');
  const { nearestName } = await import('../../scenario/schema/names.ts');
  if (isProcessName(name)) return catalogue[name];
  const nearest = nearestName(name, processNames);
  const rule = `is not a built-in process: they are ${processNames.join(', ')}`;
  throw new InputError([{ value: name, rule, ...(nearest === undefined ? {} : { nearest }) }]);
}

async function showRanking(quantity: string, options: ProcessesOptions): Promise<string> {
  const { rankProcesses } = await import('../../processes/index.ts');
  const written = needOptions.flatMap((option) =>
    options[option] === undefined ? [] : [[option, options[option]] as const],
  );
  const need: ProcessNeed = { quantity, ...Object.fromEntries(written) };
  const ranking = inOptions(() => rankProcesses(need));
  if (options.json) return asJson(ranking);
  if (options.csv) return (await import('../processes/csv.ts')).rankingCsv(ranking);
  return (await import('../processes/ranking-text.ts')).rankingText(ranking);
}

/** Runs what reads a need; its problems name the options of the command line rather than the fields. */
function inOptions<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(error.problems.map((problem) => ({ ...problem, path: `--${problem.path}` })));
  }
}

function asJson(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
