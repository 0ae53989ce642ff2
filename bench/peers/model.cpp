// The benchmark's peer: the whole model of shortrun, in one thread of scalar C++, written from its description alone.
//
//   g++ -O3 -march=native -std=c++17 model.cpp -o model
//   model scenario.json --replications 20000 --seed 1 --rounds 5
//   model scenario.json --draws draws.json --each
//
// The scenario is {"scenario": {…}}, every leaf in model units. The first form times `rounds` rounds of the same
// replications (drawing included, reading excluded) and prints the mean and sd of every metric. The second takes the
// inputs and the draws of each replication from a file and prints every metric of each replication and strategy.

#include <algorithm>
#include <chrono>
#include <climits>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "json.hpp"
#include "quantile.hpp"
#include "scenario.hpp"

namespace {

constexpr double kRounding = 1e-9;  // the tolerance of every rounding up or down
constexpr int kMaxHorizon = 520;
constexpr int kNot = INT_MAX;  // a period that never comes

double roundUp(double x) { return std::ceil(x - kRounding); }
double roundDown(double x) { return std::floor(x + kRounding); }

/** A duration as a number of periods; anything beyond any horizon is never. */
int periods(double x) { return x < 1e6 ? int(roundUp(x)) : kNot / 4; }

// ---------------------------------------------------------------------------------------------------------- metrics

namespace metric {
enum Metric : int {
  npv, ending_cash, lowest_cash, peak_funding, insolvent, stopped, launch_period, scaled_period, ever_scaled, units_sold,
  orders_lost, orders_waiting, units_made, units_scrapped, ending_inventory, production_spend, unit_cost, tooling_spend,
  revenue, warranty_spend, revisions, open_issues, peak_capital_tied, payback_period, kMetrics
};
}  // namespace metric

using metric::kMetrics;

const char* const kMetricNames[kMetrics] = {
    "npv", "ending_cash", "lowest_cash", "peak_funding", "insolvent", "stopped", "launch_period", "scaled_period",
    "ever_scaled", "units_sold", "orders_lost", "orders_waiting", "units_made", "units_scrapped", "ending_inventory",
    "production_spend", "unit_cost", "tooling_spend", "revenue", "warranty_spend", "revisions", "open_issues",
    "peak_capital_tied", "payback_period"};

using Outcome = double[kMetrics];  // unit_cost is NaN where nothing was made

/** Means and sums of squares, by Welford's update; unit_cost counts only the replications that have one. */
struct Moments {
  double mean[kMetrics] = {}, squares[kMetrics] = {};
  double count = 0, unitCosts = 0;

  void add(const Outcome& x) {
    const double weight = 1 / ++count;
    const double m = mean[metric::unit_cost], s = squares[metric::unit_cost];
    for (int i = 0; i < kMetrics; ++i) {
      const double d = x[i] - mean[i];
      mean[i] += d * weight;
      squares[i] += d * (x[i] - mean[i]);
    }
    mean[metric::unit_cost] = m;
    squares[metric::unit_cost] = s;
    if (!std::isnan(x[metric::unit_cost])) {
      const double d = x[metric::unit_cost] - m;
      mean[metric::unit_cost] += d / ++unitCosts;
      squares[metric::unit_cost] += d * (x[metric::unit_cost] - mean[metric::unit_cost]);
    }
  }
};

// ------------------------------------------------------------------------------- one replication, before the strategies

/** log2 of the whole numbers, for the learning curve: orders are whole batches. */
const std::vector<double> kLog2 = [] {
  std::vector<double> table(1 << 16);
  for (size_t i = 1; i < table.size(); ++i) table[i] = std::log2(double(i));
  return table;
}();

/** A stage with what follows from its process and its strategy. */
struct Rung {
  // the tool
  double tooling, toolingDeposit, inverseToolLife, change;
  int toolingLead, changeTime;
  bool mass;
  // a unit, a batch, an order
  double material, conversion, log2Learning, log2BatchOverReference, yield, inverseYield, batch, inverseBatch, setup,
      capacityBatches, minimumBatches, deposit;
  int lead;
  bool learns, wears;
  // the policy
  double horizon, trendHorizon, safety, stepUpBatches;
  // the way out
  const Gates* gates;
  int at, window, frozenFor;

  /** c: the cost of a unit paid for, after `batches` of them. */
  double unitCost(double batches) const {
    if (!learns || !(batches > 0)) return material + conversion;
    const double doublings =
        (batches < double(kLog2.size()) ? kLog2[size_t(batches)] : std::log2(batches)) + log2BatchOverReference;
    return doublings > 0 ? material + conversion * std::exp2(log2Learning * doublings) : material + conversion;
  }

  /** k: the cost of a good unit. */
  double goodUnitCost(double c) const { return (c + setup * inverseBatch) * inverseYield; }
};

struct Ladder {
  std::vector<Rung> rungs;
  double initialOrder, spendPerPeriod;
  double before;  // paid in period 0
  double issues;  // left by the validation rounds and the supplier
  int start;      // t0
  int stopAfter;
  double stopSoldBelow;
};

struct Offer {
  int at;
  double amount, ifSold;
};

/** What the strategies of one replication share. */
struct Future {
  int horizon;
  // drawn
  double z[kMaxHorizon], u[kMaxHorizon], r[kMaxHorizon], w[kMaxHorizon];  // w: the normal quantile of u
  double v;
  // derived
  double intensity[kMaxHorizon];         // noise × season
  double price[kMaxHorizon + 1];
  double discount[kMaxHorizon + 1];
  double base[kMaxHorizon];              // by time since launch: level or profile
  double p, q, size;                     // bass; q over M
  double appeal;
  int arrives, paymentDelay, terminal;
  double holding, credit;                // a period
  std::vector<Offer> offers;             // in the order of their periods
  std::vector<Ladder> ladders;           // one a strategy
};

void powers(double* out, int count, double first, double ratio) {
  double x = first;
  for (int t = 0; t < count; ++t, x *= ratio) out[t] = x;
}

/** x^(t/n) for the constant case: no error builds up. */
void powersOfYears(double* out, int count, double first, double yearly, double n) {
  for (int t = 0; t < count; ++t) out[t] = first * std::pow(yearly, t / n);
}

class Replication {
 public:
  explicit Replication(Scenario& s) : s_(s) {
    f_.horizon = s.horizon;
    f_.ladders.resize(s.strategies.size());
    for (size_t i = 0; i < s.strategies.size(); ++i) f_.ladders[i].rungs.resize(s.strategies[i].stages.size());
    f_.offers.resize(s.funding.size());
    const int n = s.periodsPerYear;
    for (int t = 0; t < s.horizon; ++t) {
      const int month = (s.startMonth - 1 + (t % n) * 12 / n) % 12;
      season_[t] = s.seasonality.empty() ? 1 : s.seasonality[size_t(month)];
    }
    for (const Uncertain& leaf : s.uncertain) {
      if (leaf.path.rfind("market.seasonality", 0) == 0)
        throw std::runtime_error("scenario: " + leaf.path + ": must be certain");
    }
  }

  /** Draws everything of one replication from its own generator. */
  void draw(uint64_t seed, uint64_t replication) {
    Xoshiro256 random(seed, replication);
    const int horizon = s_.horizon;
    double zu[kMaxHorizon];
    for (int t = 0; t < horizon; ++t) {
      zu[t] = random.uniform();
      f_.u[t] = random.uniform();
      f_.r[t] = random.uniform();
    }
    f_.v = random.uniform();
    for (const Uncertain& leaf : s_.uncertain) *leaf.target = leaf.draw(random.uniform());
    normalQuantiles(zu, f_.z, horizon);
    if (s_.poisson) normalQuantiles(f_.u, f_.w, horizon);
    derive();
  }

  /** Takes everything of one replication from the file of draws. */
  void take(const Json& given) {
    std::set<std::string> missing;
    for (const Uncertain& leaf : s_.uncertain) missing.insert(leaf.path);
    if (const Json* inputs = given.find("inputs")) {
      for (const auto& input : inputs->members) {
        const auto leaf = s_.leaves.find(input.first);
        if (leaf == s_.leaves.end()) throw std::runtime_error("draws: " + input.first + ": not a leaf of the scenario");
        *leaf->second = input.second.number;
        missing.erase(input.first);
      }
    }
    if (!missing.empty()) throw std::runtime_error("draws: " + *missing.begin() + ": uncertain, and not given");
    const auto list = [&](const char* name, double* target) {
      const Json* values = given.find(name);
      if (!values || int(values->items.size()) < s_.horizon)
        throw std::runtime_error(std::string("draws: ") + name + ": a value for each period expected");
      for (int t = 0; t < s_.horizon; ++t) target[t] = values->items[size_t(t)].number;
    };
    list("z", f_.z);
    list("u", f_.u);
    list("r", f_.r);
    const Json* v = given.find("v");
    if (!v) throw std::runtime_error("draws: v: required");
    f_.v = v->number;
    normalQuantiles(f_.u, f_.w, s_.horizon);
    fixed_ = false;  // an input may be given for a leaf that is certain
    derive();
  }

  const Future& future() const { return f_; }

 private:
  Scenario& s_;
  Future f_;
  double season_[kMaxHorizon];
  bool fixed_ = false;  // what no draw can change has been derived

  /** Tables and ladders from the scenario's values; only what a draw may change, after the first time. */
  void derive() {
    const double n = s_.periodsPerYear;
    const int horizon = s_.horizon;
    noise();
    if (fixed_ && s_.uncertain.empty()) {
      for (size_t i = 0; i < f_.ladders.size(); ++i) validate(s_.strategies[i], f_.ladders[i]);
      return;
    }
    if (!fixed_) {
      powersOfYears(f_.price, horizon + 1, s_.price, 1 - s_.priceErosion, n);
      powersOfYears(f_.discount, horizon + 1, 1, 1 / (1 + s_.discountRate), n);
      if (s_.model == MarketModel::level) powersOfYears(f_.base, horizon, s_.level, 1 + s_.growth, n);
    } else {
      if (varies(s_.price) || varies(s_.priceErosion))
        powers(f_.price, horizon + 1, s_.price, yearly(1 - s_.priceErosion));
      if (varies(s_.discountRate)) powers(f_.discount, horizon + 1, 1, yearly(1 / (1 + s_.discountRate)));
      if (s_.model == MarketModel::level && (varies(s_.level) || varies(s_.growth)))
        powers(f_.base, horizon, s_.level, yearly(1 + s_.growth));
    }
    if (s_.model == MarketModel::profile)
      for (int t = 0; t < horizon; ++t)
        f_.base[t] = s_.profileScale * s_.profile[std::min(size_t(t), s_.profile.size() - 1)];
    f_.p = s_.innovation;
    f_.q = s_.imitation / s_.size;
    f_.size = s_.size;
    f_.appeal = 1 - s_.appealLoss;
    f_.arrives = periods(s_.competitorArrives);
    f_.paymentDelay = periods(s_.paymentDelay);
    f_.terminal = periods(s_.terminal);
    f_.holding = s_.holdingRate / n;
    f_.credit = s_.creditRate / n;
    for (size_t i = 0; i < s_.funding.size(); ++i)
      f_.offers[i] = {periods(s_.funding[i].at), s_.funding[i].amount, s_.funding[i].ifSold};
    std::stable_sort(f_.offers.begin(), f_.offers.end(), [](const Offer& a, const Offer& b) { return a.at < b.at; });
    for (size_t i = 0; i < f_.ladders.size(); ++i) {
      build(s_.strategies[i], f_.ladders[i]);
      validate(s_.strategies[i], f_.ladders[i]);
    }
    fixed_ = true;
  }

  bool varies(const double& leaf) const {
    return std::any_of(s_.uncertain.begin(), s_.uncertain.end(), [&](const Uncertain& x) { return x.target == &leaf; });
  }

  double yearly(double x) const { return std::pow(x, 1.0 / s_.periodsPerYear); }

  void noise() {
    const double sigma = s_.noise, rho = s_.noisePersistence;
    if (sigma == 0) {
      std::copy(season_, season_ + s_.horizon, f_.intensity);
      return;
    }
    const double fresh = std::sqrt(1 - rho * rho);
    double x = f_.z[0];
    f_.intensity[0] = sigma * x - sigma * sigma / 2;
    for (int t = 1; t < s_.horizon; ++t) {
      x = rho * x + fresh * f_.z[t];
      f_.intensity[t] = sigma * x - sigma * sigma / 2;
    }
    for (int t = 0; t < s_.horizon; ++t) f_.intensity[t] = std::exp(f_.intensity[t]) * season_[t];
  }

  void build(const Strategy& strategy, Ladder& ladder) const {
    for (size_t i = 0; i < strategy.stages.size(); ++i) {
      const Stage& stage = strategy.stages[i];
      const Process& p = s_.processes[size_t(stage.process)];
      Rung& rung = ladder.rungs[i];
      rung.tooling = p.tooling;
      rung.toolingDeposit = p.tooling * p.toolingDeposit;
      rung.inverseToolLife = 1 / p.toolLife;
      rung.wears = p.toolLife < kNever;
      rung.change = p.changeCost * (1 - strategy.changeReduction);
      rung.toolingLead = periods(p.toolingLead);
      rung.changeTime = periods(p.changeTime);
      rung.mass = p.mass;
      rung.material = p.material;
      rung.conversion = p.conversion;
      rung.batch = std::max(1.0, std::floor(p.batch + 0.5));
      rung.inverseBatch = 1 / rung.batch;
      rung.learns = p.learning != 1 && p.conversion > 0;
      rung.log2Learning = rung.learns ? std::log2(p.learning) : 0;
      rung.log2BatchOverReference = rung.learns ? std::log2(rung.batch / p.learningReference) : 0;
      rung.yield = p.yield;
      rung.inverseYield = 1 / p.yield;
      rung.setup = p.setup * (1 - strategy.setupReduction);
      rung.lead = std::max(1, periods(p.lead));
      rung.capacityBatches = p.capacity * rung.lead / rung.batch;
      rung.minimumBatches = roundUp(p.minimumOrder / rung.batch);
      rung.deposit = p.deposit;
      rung.horizon = rung.lead + periods(stage.cover);
      rung.trendHorizon = (rung.horizon + 1) / 2;
      rung.safety = stage.safety;
      rung.stepUpBatches = stage.stepUp / rung.batch;
      const Gates& gates = stage.advanceWhen.present ? stage.advanceWhen : strategy.advanceWhen;
      rung.gates = gates.present && i + 1 < strategy.stages.size() ? &gates : nullptr;
      rung.at = periods(gates.at);
      rung.window = periods(gates.window);
      rung.frozenFor = periods(gates.frozenFor);
    }
    ladder.initialOrder = strategy.initialOrder;
    ladder.spendPerPeriod = s_.burn + strategy.collaborationCost;
    ladder.start = int(std::min(strategy.validationRounds * periods(s_.validationTime), double(kNot / 4)));
    ladder.stopAfter = periods(strategy.stopAfter);
    ladder.stopSoldBelow = strategy.stopSoldBelow;
  }

  void validate(const Strategy& strategy, Ladder& ladder) const {
    const double found = std::floor(s_.issues + 0.5);
    const double rounds = strategy.validationRounds;
    double removed = 0;
    if (found > 0) {
      const double missed = rounds > 0 ? std::pow(1 - s_.validationDetection, rounds) : 1;
      removed = binomialQuantile(f_.v, found, 1 - missed * (1 - strategy.issueReduction));
    }
    ladder.issues = found - removed;
    ladder.before = rounds * s_.validationCost + removed * s_.engineeringCost;
  }
};

// ------------------------------------------------------------------------------------- one strategy in one replication

/** What falls due, or arrives, in a period. */
struct alignas(32) Due {
  double good;      // good units
  double paidFor;   // units of the active process
  double balance;   // owed to suppliers
  double received;  // from customers
};

class Simulator {
 public:
  explicit Simulator(const Scenario& s) : s_(s) {}

  void run(const Future& future, const Ladder& ladder, Outcome& out) {
    switch (s_.model) {
      case MarketModel::bass: return s_.poisson ? run<MarketModel::bass, true>(future, ladder, out)
                                                : run<MarketModel::bass, false>(future, ladder, out);
      default: return s_.poisson ? run<MarketModel::level, true>(future, ladder, out)
                                 : run<MarketModel::level, false>(future, ladder, out);
    }
  }

 private:
  const Scenario& s_;
  Due due_[kMaxHorizon] = {};  // all zero between two runs

  template <MarketModel model, bool poisson>
  void run(const Future& future, const Ladder& ladder, Outcome& out);

  /** How many issues are found: most often none, and then without an exponential, as exp(−x) >= 1 − x. */
  static double discover(double open, double hazard, double r) {
    const double x = open * hazard;
    if (r <= 1 - x || r <= std::exp(-x)) return 0;
    return binomialQuantile(r, open, -std::expm1(-hazard));
  }
};

template <MarketModel model, bool poisson>
void Simulator::run(const Future& future, const Ladder& ladder, Outcome& out) {
  const Scenario& s = s_;
  const int horizon = future.horizon;
  constexpr bool bass = model == MarketModel::bass;
  const double alpha = s.smoothing, alphaBeta = s.smoothing * s.trendSmoothing, keep = 1 - s.smoothing;
  const double bench = s.benchDiscovery, field = s.fieldDiscovery;
  const double reserve = s.reserve, floorCash = -s.creditLine;

  double cash = s.openingCash, funded = s.openingCash;
  double stock = 0, waiting = 0, orders = 0, taken = 0, sold = 0, lost = 0;
  double issues = ladder.issues, appeal = std::pow(future.appeal, issues);
  double level = s.planDemand, trend = 0, variance = (s.planCv * s.planDemand) * (s.planCv * s.planDemand);
  int frozen = 0;

  int active = -1;  // the stage
  int launch = kNot, scaled = horizon, stopAt = kNot, blocked = 0;
  int ordering = -1, ready = kNot;  // the stage whose tool is on order
  double toolBalance = 0;

  // What is on order, and the last period in which any of it falls due.
  double onOrder = 0, paidOnOrder = 0, balances = 0, receivedLater = 0;
  int lastDue = -1;

  // The active process: batches ordered, tools owned, and the costs that change only with them.
  const Rung* rung = nullptr;
  double batchesOrdered = 0, tools = 1, lastOrder = 0;
  double c = 0, k = 0, batchCost = 0, inverseBatchCost = 0;
  bool stale = false;

  double value = 0, lowest = cash, tied = 0, made = 0, scrapped = 0, production = 0, tooling = 0, revenue = 0, warranty = 0;
  int revised = 0, payback = 0;
  bool broke = false, stop = false;

  size_t offer = 0;
  int t = 0;
  for (;; ++t) {
    double f = 0;
    if (t == 0) f = -ladder.before;

    // 1. Funding, and the first tool.
    while (offer < future.offers.size() && future.offers[offer].at == t) {
      if (future.offers[offer].ifSold <= sold) {
        cash += future.offers[offer].amount;
        funded += future.offers[offer].amount;
      }
      ++offer;
    }
    if (t == ladder.start) {
      const Rung& first = ladder.rungs[0];
      f -= first.toolingDeposit;
      tooling += first.toolingDeposit;
      toolBalance = first.tooling - first.toolingDeposit;
      ordering = 0;
      ready = t + first.toolingLead;
    }

    // 2. Due today; 3. arrivals.
    Due& today = due_[t];
    f += today.received - today.balance;
    stock += today.good;
    const bool nothingLeft = t >= lastDue;
    onOrder = nothingLeft ? 0 : onOrder - today.good;
    paidOnOrder = nothingLeft ? 0 : paidOnOrder - today.paidFor;
    balances = nothingLeft ? 0 : balances - today.balance;
    today = Due{};
    if (t >= ready) {
      f -= toolBalance;
      tooling += toolBalance;
      toolBalance = 0;
      active = ordering;
      ordering = -1;
      ready = kNot;
      rung = &ladder.rungs[size_t(active)];
      blocked = 0;
      batchesOrdered = 0;
      tools = 1;
      stale = true;
      if (paidOnOrder > 0) {  // by another process: what is left arrives, but takes none of this one's capacity
        for (int i = t + 1; i <= lastDue; ++i) due_[i].paidFor = 0;
        paidOnOrder = 0;
      }
      if (rung->mass && scaled == horizon) scaled = t;
    }

    // 4. Discovery.
    double found = 0;
    if (issues > 0 && t >= ladder.start) found = discover(issues, bench + field * sold, future.r[t]);
    if (found > 0) {
      ++revised;
      issues -= found;
      appeal = std::pow(future.appeal, issues);
      frozen = 0;
      f -= found * s.engineeringCost + found * s.fieldFixCost * sold;
      scrapped += (stock + onOrder) * s.inventoryScrap;
      const double left = 1 - s.inventoryScrap;
      stock *= left;
      onOrder *= left;
      for (int i = t + 1; i <= lastDue; ++i) due_[i].good *= left;
      if (rung) {
        f -= rung->change;
        tooling += rung->change;
        blocked = std::max(blocked, t) + rung->changeTime;
      }
      if (ordering >= 0) {
        const Rung& next = ladder.rungs[size_t(ordering)];
        f -= next.change;
        tooling += next.change;
        ready = std::max(ready, t) + next.changeTime;
      }
    } else {
      frozen += launch < t;
    }

    // 5. Market.
    if (stock > 0 && launch == kNot) {
      launch = t;
      stopAt = t + ladder.stopAfter;
    }
    const bool launched = launch != kNot;
    if (launched) {
      const double open = std::max(0.0, future.size - orders - taken);
      double demand;
      if constexpr (bass) {
        demand = (future.p + future.q * sold) * open;
      } else {
        demand = future.base[t - launch];
      }
      demand *= future.intensity[t] * appeal;
      if (t >= future.arrives) {
        const double competitors = s.competitorShare * demand;
        taken += competitors;
        demand = (1 - s.competitorShare) * demand;
      }
      double ordered = demand;
      if constexpr (poisson) ordered = poissonQuantile(future.u[t], future.w[t], demand);
      if constexpr (bass) ordered = std::min(ordered, open);
      orders += ordered;
      waiting += ordered;
      const double shipped = std::min(stock, waiting);
      stock -= shipped;
      waiting -= shipped;
      const double given = s.cancel * waiting;
      waiting -= given;
      lost += given;
      sold += shipped;
      const double booked = shipped * future.price[t];
      revenue += booked;
      if (future.paymentDelay == 0) {
        f += booked;
      } else if (t + future.paymentDelay < horizon) {
        due_[t + future.paymentDelay].received += booked;
      } else {
        receivedLater += booked;
      }
      const double claims = shipped * (s.warranty + s.warrantyPerIssue * issues);
      f -= claims;
      warranty += claims;

      // 6. Forecast.
      const double expected = level + trend;
      const double error = ordered - expected;
      level = expected + alpha * error;
      trend += alphaBeta * error;
      variance = keep * variance + alpha * error * error;
    }

    if (stale) {
      c = rung->unitCost(batchesOrdered);
      k = rung->goodUnitCost(c);
      batchCost = rung->batch * c + rung->setup;
      inverseBatchCost = batchCost > 0 ? 1 / batchCost : kNever;
      stale = false;
    }

    // 7. Decide.
    stop = t == stopAt && sold + waiting < ladder.stopSoldBelow;
    if (!stop && rung) {
      if (rung->gates && ordering < 0) {
        const Gates& gates = *rung->gates;
        const Rung& next = ladder.rungs[size_t(active) + 1];
        bool pass;
        if (gates.onDate) {
          pass = t >= rung->at;
        } else if (!launched) {
          pass = false;
        } else {
          int passed = 0;
          if (gates.hasMarketValidated) passed += sold >= gates.sold;
          if (gates.hasDesignFrozen) passed += frozen >= rung->frozenFor;
          if (gates.hasDemandStable)
            passed += t - launch + 1 >= rung->window && level > 0 && variance <= (gates.cv * level) * (gates.cv * level);
          if (gates.hasCostPressure) {
            const double saving =
                k + rung->tooling * rung->inverseToolLife - next.goodUnitCost(next.unitCost(0));
            passed += next.tooling <= saving * std::max(0.0, level) * gates.payback;
          }
          pass = passed >= std::min(gates.require, double(gates.given));
        }
        if (pass && cash + f - next.tooling - (balances + toolBalance) >= reserve) {
          f -= next.toolingDeposit;
          tooling += next.toolingDeposit;
          toolBalance = next.tooling - next.toolingDeposit;
          ordering = active + 1;
          ready = t + std::max(1, next.toolingLead);
        }
      }

      // 8. Replenish.
      if (t >= blocked && t + rung->lead < horizon) {
        double want = 0;  // batches
        if (launched) {
          const double need = rung->horizon * std::max(0.0, level + trend * rung->trendHorizon) +
                              rung->safety * std::sqrt(rung->horizon * variance) - (stock + onOrder - waiting);
          if (need > 0)
            want = std::min(need * rung->inverseYield * rung->inverseBatch,
                            std::max(1.0, roundDown(lastOrder * rung->stepUpBatches)));
        } else if (stock == 0 && onOrder == 0) {
          want = ladder.initialOrder * rung->inverseBatch;
        }
        double batches = roundUp(want);
        if (batches > 0) {
          batches = std::max(batches, rung->minimumBatches);
          batches = std::min(batches, roundDown(rung->capacityBatches - paidOnOrder * rung->inverseBatch));
          const double affordable = cash + f - reserve - (balances + toolBalance);
          batches = std::min(batches, batchCost > 0   ? roundDown(affordable * inverseBatchCost)
                                      : affordable >= 0 ? kNever
                                                        : 0);
          if (batches > 0 && batches >= rung->minimumBatches) {
            const double quantity = batches * rung->batch;
            const double cost = batches * batchCost;
            const double deposit = rung->deposit * cost;
            const double good = quantity * rung->yield;
            Due& arrival = due_[t + rung->lead];
            arrival.good += good;
            arrival.paidFor += quantity;
            arrival.balance += cost - deposit;
            onOrder += good;
            paidOnOrder += quantity;
            balances += cost - deposit;
            lastDue = std::max(lastDue, t + rung->lead);
            f -= deposit;
            production += cost;
            made += good;
            lastOrder = quantity;
            batchesOrdered += batches;
            stale = rung->learns;
            if (rung->wears) {
              const double needed = roundUp(batchesOrdered * rung->batch * rung->inverseToolLife);
              if (needed > tools) {
                const double extra = (needed - tools) * rung->tooling;
                f -= extra;
                tooling += extra;
                tools = needed;
              }
            }
          }
        }
      }
    }

    // 9. Carry.
    f -= future.holding * stock * k + ladder.spendPerPeriod + future.credit * std::max(0.0, -cash);
    tied = std::max(tied, stock * k + tooling);
    cash += f;
    value += f * future.discount[t];
    lowest = std::min(lowest, cash);
    payback = cash < funded ? t + 1 : payback;
    broke = cash < floorCash;
    if (broke || stop || t + 1 == horizon) break;
  }

  // The settlement: at once if the strategy ended, else at the horizon.
  const bool ended = broke || stop;
  const double discount = future.discount[ended ? t : horizon];
  double settlement = receivedLater - toolBalance + s.salvage * k * (stock + onOrder);
  tooling += toolBalance;
  for (int i = t + 1; i < horizon; ++i) {
    settlement += due_[i].received - due_[i].balance;
    due_[i] = Due{};
  }
  if (broke) settlement -= s.insolvencyCost;
  cash += settlement;
  value += settlement * discount;
  if (ended) {
    if (cash < funded) payback = horizon;
  } else if (launch != kNot && future.terminal > 0) {
    double units = future.terminal * std::max(0.0, level);
    if constexpr (bass) units = std::min(units, std::max(0.0, future.size - orders - taken));
    const double margin = future.price[horizon] - k - s.warranty - s.warrantyPerIssue * issues;
    value += discount * units * std::max(0.0, margin);
  }

  out[metric::npv] = value;
  out[metric::ending_cash] = cash;
  out[metric::lowest_cash] = lowest;
  out[metric::peak_funding] = std::max(0.0, s.openingCash - lowest);
  out[metric::insolvent] = broke;
  out[metric::stopped] = stop;
  out[metric::launch_period] = std::min(launch, horizon);
  out[metric::scaled_period] = scaled;
  out[metric::ever_scaled] = scaled < horizon;
  out[metric::units_sold] = sold;
  out[metric::orders_lost] = lost;
  out[metric::orders_waiting] = waiting;
  out[metric::units_made] = made;
  out[metric::units_scrapped] = scrapped;
  out[metric::ending_inventory] = stock + onOrder;
  out[metric::production_spend] = production;
  out[metric::unit_cost] = made > 0 ? production / made : std::nan("");
  out[metric::tooling_spend] = tooling;
  out[metric::revenue] = revenue;
  out[metric::warranty_spend] = warranty;
  out[metric::revisions] = revised;
  out[metric::open_issues] = issues;
  out[metric::peak_capital_tied] = tied;
  out[metric::payback_period] = payback;
}

// ---------------------------------------------------------------------------------------------------------- the command

struct Options {
  std::string scenario, draws;
  uint64_t replications = 10000, seed = 1;
  int rounds = 1;
};

Options readOptions(int argc, char** argv) {
  Options options;
  for (int i = 1; i < argc; ++i) {
    const std::string name = argv[i];
    const auto next = [&]() -> const char* {
      if (i + 1 >= argc) throw std::runtime_error(name + ": a value expected");
      return argv[++i];
    };
    if (name == "--replications") {
      options.replications = std::strtoull(next(), nullptr, 10);
    } else if (name == "--seed") {
      options.seed = std::strtoull(next(), nullptr, 10);
    } else if (name == "--rounds") {
      options.rounds = std::atoi(next());
    } else if (name == "--threads") {
      if (std::atoi(next()) != 1) throw std::runtime_error("--threads: only 1");
    } else if (name == "--draws") {
      options.draws = next();
    } else if (name == "--each") {
      // what --draws prints anyway
    } else if (name[0] != '-' && options.scenario.empty()) {
      options.scenario = name;
    } else {
      throw std::runtime_error(name + ": unknown option");
    }
  }
  if (options.scenario.empty())
    throw std::runtime_error("usage: model scenario.json (--replications N --seed S --rounds R | --draws draws.json --each)");
  return options;
}

void printNumber(double x) {
  if (std::isnan(x)) {
    std::printf("null");
  } else {
    std::printf("%.17g", x);
  }
}

void printEach(Scenario& scenario, const std::string& drawsFile) {
  const Json draws = JsonReader::readFile(drawsFile);
  const Json* replications = draws.find("replications");
  if (!replications) throw std::runtime_error("draws: replications: required");
  Replication replication(scenario);
  Simulator simulator(scenario);
  std::printf("{\"replications\": [");
  for (size_t i = 0; i < replications->items.size(); ++i) {
    replication.take(replications->items[i]);
    std::printf(i ? ",\n{" : "\n{");
    for (size_t j = 0; j < scenario.strategies.size(); ++j) {
      Outcome outcome;
      simulator.run(replication.future(), replication.future().ladders[j], outcome);
      std::printf("%s%s: {", j ? ", " : "", jsonQuoted(scenario.strategies[j].name).c_str());
      for (int m = 0; m < kMetrics; ++m) {
        std::printf("%s\"%s\": ", m ? ", " : "", kMetricNames[m]);
        printNumber(outcome[m]);
      }
      std::printf("}");
    }
    std::printf("}");
  }
  std::printf("\n]}\n");
}

void printBenchmark(Scenario& scenario, const Options& options) {
  const size_t strategies = scenario.strategies.size();
  std::vector<Moments> moments;
  std::vector<double> seconds;
  Replication replication(scenario);
  Simulator simulator(scenario);
  for (int round = 0; round < options.rounds; ++round) {
    const auto begin = std::chrono::steady_clock::now();
    moments.assign(strategies, Moments{});
    for (uint64_t i = 0; i < options.replications; ++i) {
      replication.draw(options.seed, i);
      for (size_t j = 0; j < strategies; ++j) {
        Outcome outcome;
        simulator.run(replication.future(), replication.future().ladders[j], outcome);
        moments[j].add(outcome);
      }
    }
    seconds.push_back(std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
  }

  const double strategyPeriods = double(options.replications) * double(strategies) * scenario.horizon;
  std::printf("{\"metrics\": {");
  for (size_t j = 0; j < strategies; ++j) {
    std::printf("%s\n  %s: {", j ? "," : "", jsonQuoted(scenario.strategies[j].name).c_str());
    for (int m = 0; m < kMetrics; ++m) {
      const double count = m == metric::unit_cost ? moments[j].unitCosts : moments[j].count;
      std::printf("%s\n    \"%s\": {\"mean\": ", m ? "," : "", kMetricNames[m]);
      printNumber(count > 0 ? moments[j].mean[m] : std::nan(""));
      std::printf(", \"sd\": ");
      printNumber(count > 1 ? std::sqrt(moments[j].squares[m] / (count - 1)) : std::nan(""));
      std::printf("}");
    }
    std::printf("\n  }");
  }
  std::printf("\n},\n\"seconds\": [");
  for (size_t i = 0; i < seconds.size(); ++i) std::printf("%s%.9g", i ? ", " : "", seconds[i]);
  std::printf("],\n\"nsPerStrategyPeriod\": [");
  for (size_t i = 0; i < seconds.size(); ++i) std::printf("%s%.6g", i ? ", " : "", seconds[i] * 1e9 / strategyPeriods);
  std::printf("],\n\"strategyPeriods\": %.17g}\n", strategyPeriods);
}

}  // namespace

int main(int argc, char** argv) {
  try {
    const Options options = readOptions(argc, argv);
    const Json file = JsonReader::readFile(options.scenario);
    const Json* tree = file.find("scenario");
    if (!tree) throw std::runtime_error("scenario: required");
    Scenario scenario;
    ScenarioReader reader(*tree, scenario);
    if (options.draws.empty()) {
      printBenchmark(scenario, options);
    } else {
      printEach(scenario, options.draws);
    }
    return 0;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 2;
  }
}
