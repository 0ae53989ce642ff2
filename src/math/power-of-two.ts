const least = -1074;
const greatest = 1023;

const powers = new Float64Array(greatest - least + 1);
let power = 1;
for (let k = 0; k >= least; k--, power /= 2) powers[k - least] = power;
power = 2;
for (let k = 1; k <= greatest; k++, power *= 2) powers[k - least] = power;

/** Returns 2^k exactly, for a whole k from −1074 to 1023. One look-up, no allocation. */
export function powerOfTwo(k: number): number {
  return powers[k - least] as number;
}
