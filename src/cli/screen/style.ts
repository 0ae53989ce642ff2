import pico from 'picocolors';

/** The few ways in which text stands out; plain where colours are not wanted. */
export const style = {
  heading: pico.bold,
  good: pico.green,
  warning: pico.yellow,
  quiet: pico.dim,
} as const;
