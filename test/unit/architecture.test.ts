import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { resultsReference } from '../../src/reference/results.ts';
import { scenarioReference } from '../../src/reference/scenario.ts';

/** The rules of docs/architecture.md, held by reading what every source file imports. */
const root = fileURLToPath(new URL('../..', import.meta.url));

/** What each room may import, beside itself. Every room stands after all that it imports, so there is no circle. */
const allowed: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    errors: [],
    version: [],
    math: [],
    random: ['math', 'errors'],
    'model/inversion': ['math', 'errors'],
    'model/distributions': ['math', 'errors', 'model/inversion'],
    statistics: ['math', 'errors'],
    scenario: ['math', 'errors', 'random', 'model/distributions'],
    'workers/kernel': [],
    'workers/summary': [],
    model: [
      'math',
      'errors',
      'random',
      'model/inversion',
      'model/distributions',
      'scenario',
      'workers/kernel',
    ],
    processes: ['math', 'errors', 'random', 'model/distributions', 'scenario'],
    run: ['math', 'errors', 'random', 'scenario', 'model', 'statistics'],
    report: ['math', 'errors', 'scenario', 'model', 'statistics'],
    experiment: ['errors', 'version', 'random', 'scenario', 'model', 'statistics', 'run', 'report'],
    reference: ['scenario', 'report'],
    workers: ['math', 'errors', 'random', 'model/inversion', 'model/distributions', 'model', 'statistics'],
    index: ['errors', 'version', 'statistics', 'scenario', 'model', 'processes', 'report', 'experiment'],
    cli: ['errors', 'version', 'statistics', 'scenario', 'model', 'processes', 'report', 'experiment'],
  }),
);

/** The worker and whoever calls it share the shape of a task: a type, which is gone when the program runs. */
const allowedTypes: Readonly<Record<string, readonly string[]>> = { workers: ['src/run/task.ts'] };

/** Files that only some others may import, beside those in the same folder. */
const guarded: readonly { readonly folder: string; readonly open: readonly string[]; readonly to: string }[] =
  [
    // The driver and the kernel share where everything stands in memory; the rest of the kernel is AssemblyScript.
    { folder: 'workers/kernel/', open: ['workers/kernel/layout.ts'], to: 'src/model/kernel/' },
    // Everyone else sees the plain form of the model.
    { folder: 'src/model/kernel/', open: ['src/model/kernel/kernel.ts'], to: 'workers/simulate.ts' },
    { folder: 'workers/summary/assembly/', open: [], to: '' },
  ];

/** Packages that only some rooms may know. */
const homes: Readonly<Record<string, readonly string[]>> = {
  piscina: ['run', 'workers'],
  seedrandom: ['random'],
  yaml: ['scenario'],
  commander: ['cli'],
  'cli-progress': ['cli'],
  'cli-table3': ['cli'],
  picocolors: ['cli'],
};

interface Import {
  readonly from: string;
  readonly line: number;
  /** A file below the root, or the name of a package. */
  readonly to: string;
  readonly isType: boolean;
  readonly isPackage: boolean;
}

const files = ['src', 'workers'].flatMap(filesBelow).sort();
const texts = new Map(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]));
const imports = files.flatMap(importsOf);

function filesBelow(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.d.ts'))
    .map((entry) => join(entry.parentPath, entry.name).slice(join(root, '/').length));
}

function importsOf(file: string): readonly Import[] {
  const text = texts.get(file) ?? '';
  const pattern =
    /^[ \t]*(?:import|export)\s(?<type>type\s)?(?:[^'"`;]*?\sfrom\s*)?['"](?<named>[^'"]+)['"]|\b(?:import|require)\(\s*['"](?<called>[^'"]+)['"]\s*\)/gm;
  return [...text.matchAll(pattern)].map((match): Import => {
    const specifier = match.groups?.['named'] ?? match.groups?.['called'] ?? '';
    const isPackage = !specifier.startsWith('.');
    return {
      from: file,
      line: lineOf(text, match.index + match[0].indexOf(specifier)),
      to: isPackage ? packageOf(specifier) : targetOf(file, specifier),
      isType: match.groups?.['type'] !== undefined,
      isPackage,
    };
  });
}

/** AssemblyScript, in which the folders `assembly` are written, leaves the extension out. */
function targetOf(file: string, specifier: string): string {
  const target = join(dirname(file), specifier);
  return file.includes('/assembly/') && !target.endsWith('.ts') ? `${target}.ts` : target;
}

function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

/** The room of a file: its folder in src/, or its own name at the top; `model` has two lower rooms within. */
function roomOf(file: string): string {
  const [top = '', second = '', third = ''] = file.split('/');
  if (top === 'workers') return third === '' ? top : `${top}/${second}`;
  const nested = `${second}/${third}`;
  return allowed.has(nested) ? nested : second.replace(/\.ts$/, '');
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

function placesOf(pattern: RegExp, isExempt: (file: string) => boolean): readonly string[] {
  return files
    .filter((file) => !isExempt(file))
    .flatMap((file) => {
      const text = withoutComments(texts.get(file) ?? '');
      return [...text.matchAll(pattern)].map((match) => `${file}:${lineOf(text, match.index)}: ${match[0]}`);
    });
}

/** Blanks comments and the text within strings, and keeps the lines. */
function withoutComments(text: string): string {
  const token =
    /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`|\/(?![*/])(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*(?=[.,;)\s])/g;
  return text.replaceAll(token, (found) => found.replaceAll(/[^\n]/g, ' '));
}

const isInCli = (file: string) => file.startsWith('src/cli/');

describe('the rooms', () => {
  it('finds the sources and their imports', () => {
    expect(files.length).toBeGreaterThan(200);
    expect(imports.length).toBeGreaterThan(500);
    expect(files.filter((file) => !allowed.has(roomOf(file)))).toEqual([]);
  });

  it('import only what stands below them', () => {
    const faults = imports
      .filter(({ isPackage }) => !isPackage)
      .filter(({ from, to, isType }) => {
        const [here, there] = [roomOf(from), roomOf(to)];
        const isAllowedType = isType && allowedTypes[here]?.includes(to) === true;
        return here !== there && !isAllowedType && allowed.get(here)?.includes(there) !== true;
      })
      .map(({ from, line, to }) => `${from}:${line} imports ${to}`);
    expect(faults).toEqual([]);
  });

  it('keep the kernel to those who drive it', () => {
    const faults = imports.filter(({ from, to, isPackage }) =>
      guarded.some(
        ({ folder, open, to: user }) =>
          !isPackage &&
          to.startsWith(folder) &&
          !from.startsWith(folder) &&
          !(from.startsWith(user) && open.includes(to)),
      ),
    );
    expect(faults.map(({ from, line, to }) => `${from}:${line} imports ${to}`)).toEqual([]);
  });

  it('stand in an order without a circle', () => {
    const order = [...allowed.keys()];
    const faults = [...allowed].flatMap(([room, below]) =>
      below.filter((each) => order.indexOf(each) >= order.indexOf(room)).map((each) => `${room} → ${each}`),
    );
    expect(faults).toEqual([]);
  });

  it('hold no circle of files, types apart', () => {
    const next = new Map(files.map((file) => [file, [] as string[]]));
    for (const { from, to, isType, isPackage } of imports)
      if (!isType && !isPackage) next.get(from)?.push(to);
    const state = new Map<string, 'open' | 'done'>();
    const circles: string[] = [];
    function visit(file: string, path: readonly string[]): void {
      if (state.get(file) === 'done') return;
      if (state.get(file) === 'open') {
        circles.push([...path.slice(path.indexOf(file)), file].join(' → '));
        return;
      }
      state.set(file, 'open');
      for (const each of next.get(file) ?? []) visit(each, [...path, file]);
      state.set(file, 'done');
    }
    for (const file of files) visit(file, []);
    expect(circles).toEqual([]);
  });

  it('import only files that are there', () => {
    const missing = imports
      .filter(({ to, isPackage }) => !isPackage && !existsSync(join(root, to)))
      .map(({ from, line, to }) => `${from}:${line} imports ${to}`);
    expect(missing).toEqual([]);
  });
});

describe('packages', () => {
  it('are known only where they belong', () => {
    const faults = imports
      .filter(({ to, isPackage }) => isPackage && homes[to] !== undefined)
      .filter(({ from, to }) => homes[to]?.includes(roomOf(from)) !== true)
      .map(({ from, line, to }) => `${from}:${line} imports ${to}`);
    expect(faults).toEqual([]);
  });

  it('are all in package.json', () => {
    const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const faults = imports
      .filter(({ to, isPackage }) => isPackage && !to.startsWith('node:'))
      .filter(({ to }) => dependencies[to] === undefined)
      .map(({ from, line, to }) => `${from}:${line} imports ${to}`);
    expect(faults).toEqual([]);
  });
});

describe('only cli/', () => {
  it('prints', () => {
    expect(placesOf(/\bconsole\.\w+|\bprocess\.(?:stdout|stderr)\b/g, isInCli)).toEqual([]);
  });

  it('ends the process, and within it main.ts alone', () => {
    const isMain = (file: string) => file === 'src/cli/main.ts';
    // Signal 0 ends nothing: it asks whether a process is there.
    expect(placesOf(/\bprocess\.(?:exit|exitCode|abort|kill(?!\(\w+, 0\)))\b/g, isMain)).toEqual([]);
  });
});

describe('what reaches a result', () => {
  it('uses no arithmetic that the language leaves to the machine', () => {
    const loose =
      /\bMath\.(?:exp|expm1|log|log10|log1p|log2|pow|cbrt|hypot|a?sinh?|a?cosh?|a?tanh?|atan2|random)\b|\*\*/g;
    expect(placesOf(loose, isInCli)).toEqual([]);
  });

  it('uses no clock', () => {
    // The manifest says when a run began and how long it took: the one part that differs from run to run.
    const isManifest = (file: string) => isInCli(file) || file === 'src/experiment/run.ts';
    expect(placesOf(/\bDate\b|\bperformance\.now\b/g, isManifest)).toEqual([]);
  });
});

describe('the generated pages', () => {
  it.each([
    ['docs/scenario.md', scenarioReference],
    ['docs/results.md', resultsReference],
  ])('%s is what `npm run docs` writes', (file, page) => {
    expect(readFileSync(join(root, file), 'utf8')).toBe(page());
  });
});
