import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** This file is built to `dist/bench/`. */
export const projectFolder = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
export const benchFolder = join(projectFolder, 'bench');
/** What the benchmark makes for itself: compiled peers, scenarios in their form, results of runs. */
export const cacheFolder = join(projectFolder, '.cache', 'bench');
export const cliFile = join(projectFolder, 'dist', 'src', 'cli', 'main.js');
