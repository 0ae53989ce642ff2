/** The numbers that a field or a parameter may take. A bound that is left out is no bound; an open one is excluded. */
export interface Domain {
  readonly min?: number;
  readonly minOpen?: boolean;
  readonly max?: number;
  readonly maxOpen?: boolean;
}

/** How far inside an open bound a clamped draw is put. */
export const openBoundMargin = 1e-9;

/** Returns whether a finite number lies in a domain. */
export function isInDomain(x: number, domain: Domain): boolean {
  const { min = -Infinity, max = Infinity } = domain;
  return (domain.minOpen === true ? x > min : x >= min) && (domain.maxOpen === true ? x < max : x <= max);
}

/**
 * Returns the number of the domain that is nearest to a draw: the draw itself where it lies inside, the bound where it
 * does not, and 1e-9 inside the bound where that bound is open.
 */
export function clampToDomain(x: number, domain: Domain): number {
  if (isInDomain(x, domain)) return x;
  const { min = -Infinity, max = Infinity } = domain;
  if (x <= min) return domain.minOpen === true ? min + openBoundMargin : min;
  return domain.maxOpen === true ? max - openBoundMargin : max;
}

/** Returns a domain in words that follow "must be": `at least 0`, `above 0 and at most 1`, `from 0 to 1`. */
export function describeDomain(domain: Domain): string {
  const { min, max } = domain;
  if (min !== undefined && max !== undefined && domain.minOpen !== true && domain.maxOpen !== true) {
    return `from ${min} to ${max}`;
  }
  const low = min === undefined ? undefined : `${domain.minOpen === true ? 'above' : 'at least'} ${min}`;
  const high = max === undefined ? undefined : `${domain.maxOpen === true ? 'below' : 'at most'} ${max}`;
  return [low, high].filter((part) => part !== undefined).join(' and ') || 'any number';
}
