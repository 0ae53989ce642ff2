import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { benchFolder, cacheFolder } from './places.ts';

/** What a peer prints: the moments of every metric by strategy, and how long each round took. */
export interface PeerResult {
  readonly metrics: Readonly<
    Record<string, Readonly<Record<string, { readonly mean: number | null; readonly sd: number | null }>>>
  >;
  readonly seconds: readonly number[];
  readonly nsPerStrategyPeriod: readonly number[];
}

/** Somebody else's program for the same job; each run is a process of its own, and one thread. */
export interface Peer {
  readonly name: string;
  /** What it is, for the table. */
  readonly description: string;
  readonly command: readonly [string, ...string[]];
  /** More at once than this would only slow it down. */
  readonly mostReplications: number;
  run(file: string, replications: number, seed: number, rounds: number): Promise<PeerResult>;
}

/** A peer, or why it is not here. */
export type PeerOrReason = Peer | { readonly name: string; readonly missing: string };

/** One thread means one: NumPy's libraries must not start more. */
const oneThread = { ...process.env, OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1', MKL_NUM_THREADS: '1' };
const mostOutput = 64 * 1024 * 1024;
const peersFolder = join(benchFolder, 'peers');

function peer(
  name: string,
  description: string,
  command: readonly [string, ...string[]],
  mostReplications = Number.POSITIVE_INFINITY,
): Peer {
  return {
    name,
    description,
    command,
    mostReplications,
    async run(file, replications, seed, rounds) {
      const [program, ...first] = command;
      const words = [file, '--replications', `${replications}`, '--seed', `${seed}`, '--rounds', `${rounds}`];
      const options = { env: oneThread, maxBuffer: mostOutput };
      const { stdout } = await promisify(execFile)(program, [...first, ...words], options);
      return JSON.parse(stdout) as PeerResult;
    },
  };
}

/** Returns the scalar C++ of the whole model, compiled for this machine. */
export function cppPeer(): PeerOrReason {
  const source = join(peersFolder, 'model.cpp');
  const built = join(cacheFolder, 'model');
  const headers = ['json.hpp', 'quantile.hpp', 'scenario.hpp'].map((file) => join(peersFolder, file));
  const compiler = ['g++', 'c++', 'clang++'].find((name) => answers(name, '--version') !== undefined);
  if (compiler === undefined) return { name: 'c++', missing: 'no C++ compiler (apt-get install g++)' };
  mkdirSync(cacheFolder, { recursive: true });
  try {
    if ([source, ...headers].some((file) => isNewer(file, built))) {
      execFileSync(compiler, ['-O3', '-march=native', '-std=c++17', source, '-o', built], { stdio: 'pipe' });
    }
  } catch (error) {
    return { name: 'c++', missing: `it did not compile: ${firstLine(error)}` };
  }
  const version = answers(compiler, '--version')?.split('\n')[0] ?? compiler;
  return peer('c++', `C++ scalar, -O3 -march=native, ${version}`, [built]);
}

/** Returns the whole model in NumPy, vectorised over replications. */
export function numpyPeer(): PeerOrReason {
  const ask = 'import numpy, sys; print(numpy.__version__, sys.version.split()[0])';
  for (const python of ['/usr/bin/python3', 'python3']) {
    const [numpy, version] = answers(python, '-c', ask)?.split(' ') ?? [];
    if (numpy === undefined) continue;
    const description = `NumPy ${numpy}, Python ${version?.trim()}`;
    return peer('numpy', description, [python, join(peersFolder, 'numpy_peer.py')]);
  }
  return { name: 'numpy', missing: 'no Python with NumPy (apt-get install python3-numpy)' };
}

/** Returns Squiggle, on the part of the model that it expresses; it is fetched from npm where it is not yet there. */
export function squigglePeer(): PeerOrReason {
  const folder = join(peersFolder, 'squiggle');
  try {
    if (!existsSync(join(folder, 'node_modules', '@quri', 'squiggle-lang'))) {
      const words = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--fetch-retries=0'];
      execFileSync('npm', words, { cwd: folder, stdio: 'pipe', timeout: 120_000 });
    }
  } catch (error) {
    return { name: 'squiggle', missing: `npm did not install @quri/squiggle-lang: ${firstLine(error)}` };
  }
  const command = [process.execPath, join(folder, 'peer.mjs')] as const;
  return peer('squiggle', 'Squiggle 0.10.0, over whole sample sets', command, 5000);
}

/** Returns a peer that plays a few replications of a scenario, or why it does not. */
export async function tried(invited: PeerOrReason, file: string): Promise<PeerOrReason> {
  if ('missing' in invited) return invited;
  try {
    await invited.run(file, 100, 1, 1);
    return invited;
  } catch (error) {
    return { name: invited.name, missing: `it does not run: ${firstLine(error)}` };
  }
}

function isNewer(file: string, than: string): boolean {
  return !existsSync(than) || statSync(file).mtimeMs > statSync(than).mtimeMs;
}

function answers(program: string, ...words: string[]): string | undefined {
  try {
    return execFileSync(program, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    return undefined;
  }
}

function firstLine(error: unknown): string {
  const { stderr, message } = error as { stderr?: Buffer | string; message: string };
  return (stderr?.toString().trim() || message).split('\n')[0] ?? '';
}
