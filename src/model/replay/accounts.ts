/** What money is received or paid for, in the order in which a period books it. */
export const accounts = [
  'receipts',
  'tooling',
  'production',
  'validation',
  'engineering',
  'field_fixes',
  'warranty',
  'holding',
  'burn',
  'collaboration',
  'interest',
  'salvage',
  'insolvency_cost',
] as const;

export type Account = (typeof accounts)[number];
export type Booking = Record<Account, number>;

/** Returns a booking in which nothing was booked yet. */
export function emptyBooking(): Booking {
  return Object.fromEntries(accounts.map((account) => [account, 0])) as Booking;
}
