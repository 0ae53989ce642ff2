// Uniforms (xoshiro256++) and the quantile functions that turn them into variates, each from exactly one uniform.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>

/** xoshiro256++ (Blackman & Vigna 2021, doi:10.1145/3460772), seeded by SplitMix64 of (seed, replication). */
class Xoshiro256 {
 public:
  Xoshiro256(uint64_t seed, uint64_t replication) {
    uint64_t x = mix(seed + 0x9E3779B97F4A7C15u) ^ mix(replication * 0xD1342543DE82EF95u + 0x2545F4914F6CDD1Du);
    for (uint64_t& word : s_) {
      x += 0x9E3779B97F4A7C15u;
      word = mix(x);
    }
  }

  /** A uniform strictly between 0 and 1: the middle of one of 2^52 equal cells. */
  double uniform() { return (double(next() >> 12) + 0.5) * 0x1p-52; }

 private:
  std::array<uint64_t, 4> s_;

  static uint64_t mix(uint64_t x) {
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9u;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EBu;
    return x ^ (x >> 31);
  }

  static uint64_t rotate(uint64_t x, int k) { return (x << k) | (x >> (64 - k)); }

  uint64_t next() {
    const uint64_t result = rotate(s_[0] + s_[3], 23) + s_[0];
    const uint64_t shifted = s_[1] << 17;
    s_[2] ^= s_[0];
    s_[3] ^= s_[1];
    s_[1] ^= s_[2];
    s_[0] ^= s_[3];
    s_[2] ^= shifted;
    s_[3] = rotate(s_[3], 45);
    return result;
  }
};

// Normal: Wichura (1988), algorithm AS 241, PPND16, doi:10.2307/2347330.

inline constexpr double kNormalCentre = 0.425;

/** The standard normal quantile at 0.5 + q, for |q| <= 0.425. No branch, so a loop of it vectorises. */
inline double normalQuantileCentral(double q) {
  const double r = 0.180625 - q * q;
  const double a =
      (((((((2.5090809287301226727e3 * r + 3.3430575583588128105e4) * r + 6.7265770927008700853e4) * r +
           4.5921953931549871457e4) * r + 1.3731693765509461125e4) * r + 1.9715909503065514427e3) * r +
        1.3314166789178437745e2) * r + 3.3871328727963666080e0);
  const double b =
      (((((((5.2264952788528545610e3 * r + 2.8729085735721942674e4) * r + 3.9307895800092710610e4) * r +
           2.1213794301586595867e4) * r + 5.3941960214247511077e3) * r + 6.8718700749205790830e2) * r +
        4.2313330701600911252e1) * r + 1.0);
  return q * a / b;
}

/** The standard normal quantile at u, for |u − 0.5| > 0.425. */
inline double normalQuantileTail(double u) {
  const bool lower = u < 0.5;
  double r = std::sqrt(-std::log(lower ? u : 1 - u));
  double a, b;
  if (r <= 5) {
    r -= 1.6;
    a = (((((((7.74545014278341407640e-4 * r + 2.27238449892691845833e-2) * r + 2.41780725177450611770e-1) * r +
             1.27045825245236838258e0) * r + 3.64784832476320460504e0) * r + 5.76949722146069140550e0) * r +
          4.63033784615654529590e0) * r + 1.42343711074968357734e0);
    b = (((((((1.05075007164441684324e-9 * r + 5.47593808499534494600e-4) * r + 1.51986665636164571966e-2) * r +
             1.48103976427480074590e-1) * r + 6.89767334985100004550e-1) * r + 1.67638483018380384940e0) * r +
          2.05319162663775882187e0) * r + 1.0);
  } else {
    r -= 5;
    a = (((((((2.01033439929228813265e-7 * r + 2.71155556874348757815e-5) * r + 1.24266094738807843860e-3) * r +
             2.65321895265761230930e-2) * r + 2.96560571828504891230e-1) * r + 1.78482653991729133580e0) * r +
          5.46378491116411436990e0) * r + 6.65790464350110377720e0);
    b = (((((((2.04426310338993978564e-15 * r + 1.42151175831644588870e-7) * r + 1.84631831751005468180e-5) * r +
             7.86869131145613259100e-4) * r + 1.48753612908506148525e-2) * r + 1.36929880922735805310e-1) * r +
          5.99832206555887937690e-1) * r + 1.0);
  }
  return lower ? -a / b : a / b;
}

/** The standard normal quantile at u in (0, 1); relative error about 1e-16. */
inline double normalQuantile(double u) {
  const double q = u - 0.5;
  return std::fabs(q) <= kNormalCentre ? normalQuantileCentral(q) : normalQuantileTail(u);
}

/** normalQuantile of count uniforms: the central 85% in one vector loop, then the tails one by one. */
inline void normalQuantiles(const double* u, double* z, int count) {
  for (int i = 0; i < count; ++i) z[i] = normalQuantileCentral(u[i] - 0.5);
  for (int i = 0; i < count; ++i)
    if (std::fabs(u[i] - 0.5) > kNormalCentre) z[i] = normalQuantileTail(u[i]);
}

// Poisson: Giles (2016), algorithm 955, doi:10.1145/2699466: the normal asymptotic expansion (his Q_N3) decides unless it is
// within its error bound of a whole number; then the distribution function itself does.

inline constexpr double kPoissonSeriesFrom = 2.0;
inline constexpr double kPoissonSeriesWidth = 4;  // |w| below this; beyond, the distribution function

inline constexpr std::array<double, 128> kReciprocal = [] {
  std::array<double, 128> table{};
  for (int k = 1; k < 128; ++k) table[size_t(k)] = 1.0 / k;
  return table;
}();

/** The smallest k with F(k) >= u, summed upwards from 0: for lambda < 10, where it ends before k = 80. */
inline double poissonFromZero(double u, double lambda) {
  if (!(lambda > 0)) return 0;
  double p = std::exp(-lambda);
  double sum = p;
  int k = 0;
  while (u > sum && p > 1e-18) {  // below that the sum can rise no more
    ++k;
    p *= lambda * kReciprocal[size_t(k)];
    sum += p;
  }
  return k;
}

/** The smallest k with F(k) >= u, by the distribution function in extended precision, from the guess on. */
[[gnu::noinline, gnu::cold]] inline double poissonExact(double u, double lambda, double guess) {
  using Long = long double;
  if (lambda < 10) {
    return poissonFromZero(u, lambda);
  }
  Long k = std::max(0.0, std::floor(guess));
  Long p = expl(k * logl(lambda) - lambda - lgammal(k + 1));
  Long sum = 0, term = p;
  for (Long j = k; term > sum * 1e-21L; --j) {
    sum += term;
    term *= j / lambda;
  }
  if (u <= sum) {
    while (k > 0 && u <= sum - p) {
      sum -= p;
      p *= k / lambda;
      --k;
    }
  } else {
    while (u > sum) {
      ++k;
      p *= lambda / k;
      sum += p;
      if (k > lambda && p < 1e-25L) break;
    }
  }
  return double(k);
}

/** The smallest k with F(k) >= u of a Poisson of mean lambda; w is the standard normal quantile at u. */
inline double poissonQuantile(double u, double w, double lambda) {
  if (!(lambda >= kPoissonSeriesFrom)) return poissonFromZero(u, lambda);
  const double root = std::sqrt(lambda);
  const double r = 1 / root;
  const double w2 = w * w;
  const double second = w * (-1.0 / 36 - w2 * (1.0 / 72));
  const double third = -8.0 / 405 + w2 * (7.0 / 810 + w2 * (1.0 / 270));
  const double x = lambda + (root * w + (1.0 / 3 + w2 * (1.0 / 6)) + r * (second + r * third));
  // The next term is of order lambda^-1.5; 0.032 holds for lambda >= 2 and |w| <= 4 (the worst seen is 0.0261).
  const double bound = 0.032 * (1 + 0.125 * std::fabs(w) * w2 * w2) * r * r * r + 1e-15 * lambda;
  const double k = std::floor(x);
  const double fraction = x - k;
  if (fraction > bound && fraction < 1 - bound && w2 < kPoissonSeriesWidth * kPoissonSeriesWidth) return k;
  return poissonExact(u, lambda, x);
}

/** The smallest k with F(k) >= u of a binomial(n, p), n whole. */
inline double binomialQuantile(double u, double n, double p) {
  if (!(n > 0) || !(p > 0)) return 0;
  if (p >= 1) return n;
  if (n <= 64 && p < 0.9999) {  // then 1e-256 is the least there is
    const double miss = 1 - p, ratio = p / miss;
    double term = 1;
    for (double i = 0; i < n; ++i) term *= miss;
    double sum = term, k = 0;
    while (u > sum && k < n) {
      term *= ratio * (n - k) / (k + 1);
      ++k;
      sum += term;
    }
    return k;
  }
  const long double odds = (long double)p / (1 - (long double)p);
  const long double logMiss = log1pl(-(long double)p);
  // Far from 0 the first probabilities underflow, and a sum from there would never rise.
  long double k = n * logMiss > -11000 ? 0 : std::floor(n * p / 2);
  long double term =
      k == 0 ? expl(n * logMiss)
             : expl(lgammal(n + 1) - lgammal(k + 1) - lgammal(n - k + 1) + k * logl(p) + (n - k) * logMiss);
  long double sum = term;
  while (u > sum && k < n) {
    term *= odds * (n - k) / (k + 1);
    ++k;
    sum += term;
  }
  return double(k);
}
