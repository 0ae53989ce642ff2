/**
 * The exact inverses of `src/model/inversion`, for the few draws that a fast path leaves open: called in the host, so
 * there is one text of each.
 */

// @ts-ignore: decorator
@external('inversion', 'poissonQuantile')
export declare function exactPoisson(u: f64, mean: f64): f64;

// @ts-ignore: decorator
@external('inversion', 'binomialQuantile')
export declare function exactBinomial(u: f64, n: f64, p: f64): f64;

// @ts-ignore: decorator
@external('inversion', 'discoveredIssues')
export declare function exactDiscovery(u: f64, open: f64, hazard: f64): f64;
