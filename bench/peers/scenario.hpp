// A scenario in model units (durations in periods, rates a period) as the simulator wants it, and the reader of its JSON.
//
// Every leaf is bound by its dotted path, whether the file gives it or not. A leaf that is an object with a "dist" is
// uncertain: it is drawn once a replication and written to its place.
#pragma once

#include <cmath>
#include <functional>
#include <limits>
#include <map>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include "json.hpp"
#include "quantile.hpp"

inline constexpr double kNever = std::numeric_limits<double>::infinity();

enum class MarketModel { bass, level, profile };

struct Gates {
  bool present = false;
  double at = kNever;  // alone; never where the others are used
  bool onDate = false;
  int given = 0;
  double require = kNever;  // all of them
  bool hasDemandStable = false, hasDesignFrozen = false, hasCostPressure = false, hasMarketValidated = false;
  double cv = 0, window = 0, frozenFor = 0, payback = 0, sold = 0;
};

struct Process {
  std::string name;
  bool mass = false;
  double setup, batch, tooling, toolLife, toolingLead, toolingDeposit, changeCost, changeTime, material, conversion,
      learning, learningReference, yield, capacity, minimumOrder, lead, deposit;
};

struct Stage {
  int process = 0;
  double cover, safety, stepUp;
  Gates advanceWhen;  // its own, for leaving this stage; else the strategy's
};

struct Strategy {
  std::string name;
  double initialOrder, validationRounds;
  std::vector<Stage> stages;
  Gates advanceWhen;
  double collaborationCost, issueReduction, changeReduction, setupReduction;
  double stopAfter, stopSoldBelow;
};

struct Funding {
  double at, amount, ifSold;
};

/** How one uncertain leaf is drawn: clamp(draw)·scale, rounded up to whole periods if `ceil`. */
struct Uncertain {
  std::string path;
  double* target;
  std::function<double(double)> quantile;
  double low = -kNever, high = kNever, scale = 1;
  bool ceil = false;

  double draw(double u) const {
    const double x = std::min(std::max(quantile(u), low), high) * scale;
    return ceil ? std::ceil(x - 1e-9) : x;
  }
};

struct Scenario {
  int periodsPerYear = 52;
  int horizon = 0;
  int startMonth = 1;

  MarketModel model = MarketModel::bass;
  bool poisson = true;
  double price, priceErosion, size, innovation, imitation, level, growth, profileScale, noise, noisePersistence, cancel,
      competitorArrives, competitorShare, paymentDelay;
  std::vector<double> profile, seasonality;

  double planDemand, planCv, smoothing, trendSmoothing;
  double issues, benchDiscovery, fieldDiscovery, engineeringCost, fieldFixCost, inventoryScrap, appealLoss, warranty,
      warrantyPerIssue, validationCost, validationTime, validationDetection;
  double openingCash, burn, discountRate, holdingRate, salvage, reserve, creditLine, creditRate, insolvencyCost, terminal;
  std::vector<Funding> funding;
  std::vector<Process> processes;
  std::vector<Strategy> strategies;

  std::map<std::string, double*> leaves;  // by dotted path
  std::vector<Uncertain> uncertain;

  Scenario() = default;
  Scenario(const Scenario&) = delete;  // the leaves point into it
  Scenario& operator=(const Scenario&) = delete;
};

/** Reads a scenario; one object of the JSON at a time, and a field that nobody asked for is an error. */
class ScenarioReader {
 public:
  ScenarioReader(const Json& json, Scenario& scenario) : s_(scenario) { read(json); }

 private:
  static constexpr double kRequired = std::numeric_limits<double>::quiet_NaN();

  class Section {
   public:
    Section(Scenario& s, const Json* json, std::string path) : s_(s), json_(json), path_(std::move(path)) {
      if (json_ && !json_->isObject()) fail("", "an object expected");
    }

    ~Section() noexcept(false) {
      if (!json_ || std::uncaught_exceptions() > 0) return;
      for (const auto& member : json_->members)
        if (!known_.count(member.first)) fail(member.first, "not a field");
    }

    bool given() const { return json_ != nullptr; }

    const Json* find(const std::string& name) {
      known_.insert(name);
      return json_ ? json_->find(name) : nullptr;
    }

    Section section(const std::string& name) { return Section(s_, find(name), join(name)); }

    void number(const std::string& name, double& target, double otherwise = kRequired) {
      leaf(find(name), join(name), target, otherwise);
    }

    void numbers(const std::string& name, std::vector<double>& target) {
      const Json* list = find(name);
      if (!list) return;
      if (!list->isArray()) fail(name, "a list expected");
      target.resize(list->items.size());
      for (size_t i = 0; i < target.size(); ++i)
        leaf(&list->items[i], join(name) + "." + std::to_string(i), target[i], kRequired);
    }

    std::string text(const std::string& name, const char* otherwise = nullptr) {
      const Json* value = find(name);
      if (!value && otherwise) return otherwise;
      if (!value || !value->isText()) fail(name, "a text expected");
      return value->text;
    }

    int whole(const std::string& name, int otherwise) {
      const Json* value = find(name);
      if (!value) return otherwise;
      if (!value->isNumber() || value->number != std::floor(value->number)) fail(name, "a whole number expected");
      return int(value->number);
    }

    void ignore(std::initializer_list<const char*> names) {
      for (const char* name : names) known_.insert(name);
    }

    const std::vector<std::pair<std::string, Json>>& members() const { return json_->members; }

    std::string join(const std::string& name) const { return path_.empty() ? name : path_ + "." + name; }

    [[noreturn]] void fail(const std::string& name, const std::string& rule) const {
      throw std::runtime_error("scenario: " + (name.empty() ? path_ : join(name)) + ": " + rule);
    }

   private:
    Scenario& s_;
    const Json* json_;
    std::string path_;
    std::set<std::string> known_;

    void leaf(const Json* value, const std::string& path, double& target, double otherwise) {
      s_.leaves[path] = &target;
      target = otherwise;
      if (!value) {
        if (std::isnan(otherwise)) throw std::runtime_error("scenario: " + path + ": required");
      } else if (value->isNumber()) {
        target = value->number;
      } else if (value->isObject()) {
        s_.uncertain.push_back(distribution(*value, path, target));
      } else {
        throw std::runtime_error("scenario: " + path + ": a number or a distribution expected");
      }
    }
  };

  Scenario& s_;

  static Uncertain distribution(const Json& json, const std::string& path, double& target) {
    const auto has = [&](const char* name) { return json.find(name) != nullptr; };
    const auto get = [&](const char* name) {
      const Json* value = json.find(name);
      if (!value || !value->isNumber()) throw std::runtime_error("scenario: " + path + "." + name + ": required");
      return value->number;
    };
    Uncertain result;
    result.path = path;
    result.target = &target;
    const Json* dist = json.find("dist");
    const std::string name = dist ? dist->text : "";
    if (name == "constant") {
      result.quantile = [x = get("value")](double) { return x; };
    } else if (name == "normal") {
      result.quantile = [m = get("mean"), sd = get("sd")](double u) { return m + sd * normalQuantile(u); };
    } else if (name == "lognormal") {
      double mu, sigma;
      if (has("mu")) {
        mu = get("mu");
        sigma = get("sigma");
      } else {  // of the variable itself
        const double ratio = get("sd") / get("mean");
        sigma = std::sqrt(std::log1p(ratio * ratio));
        mu = std::log(get("mean")) - sigma * sigma / 2;
      }
      result.quantile = [mu, sigma](double u) { return std::exp(mu + sigma * normalQuantile(u)); };
    } else if (name == "uniform") {
      result.quantile = [low = get("min"), high = get("max")](double u) { return low + (high - low) * u; };
    } else if (name == "triangular") {
      result.quantile = [low = get("min"), mode = get("mode"), high = get("max")](double u) {
        const double width = high - low;
        if (!(width > 0)) return low;
        return u * width <= mode - low ? low + std::sqrt(u * width * (mode - low))
                                       : high - std::sqrt((1 - u) * width * (high - mode));
      };
    } else {
      throw std::runtime_error("scenario: " + path + ".dist: unknown '" + name + "'");
    }
    if (const Json* clamp = json.find("clamp")) {
      if (!clamp->isArray() || clamp->items.size() != 2)
        throw std::runtime_error("scenario: " + path + ".clamp: [low, high] expected");
      if (clamp->items[0].isNumber()) result.low = clamp->items[0].number;
      if (clamp->items[1].isNumber()) result.high = clamp->items[1].number;
    }
    if (has("scale")) result.scale = get("scale");
    if (const Json* ceil = json.find("ceil")) result.ceil = ceil->boolean;
    return result;
  }

  void read(const Json& json) {
    Section root(s_, &json, "");
    root.ignore({"schema", "name", "description", "currency", "correlations"});
    readCalendar(root.section("calendar"));
    readMarket(root.section("market"));
    readPlan(root.section("plan"));
    readDesign(root.section("design"));
    readFinance(root.section("finance"));
    readProcesses(root.section("processes"));
    readStrategies(root.section("strategies"));
  }

  void readCalendar(Section calendar) {
    const std::string period = calendar.text("period", "week");
    if (period != "week" && period != "month") calendar.fail("period", "week or month expected");
    s_.periodsPerYear = period == "week" ? 52 : 12;
    s_.horizon = calendar.whole("horizon", 0);
    if (s_.horizon < 1 || s_.horizon > 520) calendar.fail("horizon", "1 to 520 periods expected");
    s_.startMonth = calendar.whole("startMonth", 1);
  }

  void readMarket(Section market) {
    const std::string model = market.text("model");
    const bool bass = model == "bass", level = model == "level", profile = model == "profile";
    if (!bass && !level && !profile) market.fail("model", "bass, level or profile expected");
    s_.model = bass ? MarketModel::bass : level ? MarketModel::level : MarketModel::profile;
    const std::string counting = market.text("counting", "poisson");
    if (counting != "poisson" && counting != "expected") market.fail("counting", "poisson or expected expected");
    s_.poisson = counting == "poisson";
    market.number("price", s_.price);
    market.number("priceErosion", s_.priceErosion, 0);
    market.number("size", s_.size, bass ? kRequired : 1);
    market.number("innovation", s_.innovation, bass ? kRequired : 0);
    market.number("imitation", s_.imitation, bass ? kRequired : 0);
    market.number("level", s_.level, level ? kRequired : 0);
    market.number("growth", s_.growth, 0);
    market.numbers("profile", s_.profile);
    if (profile && s_.profile.empty()) market.fail("profile", "required");
    market.number("profileScale", s_.profileScale, 1);
    market.numbers("seasonality", s_.seasonality);
    if (!s_.seasonality.empty() && s_.seasonality.size() != 12) market.fail("seasonality", "12 factors expected");
    market.number("noise", s_.noise, 0);
    market.number("noisePersistence", s_.noisePersistence, 0);
    market.number("cancel", s_.cancel, 0);
    market.number("paymentDelay", s_.paymentDelay, 0);
    Section competitor = market.section("competitor");
    competitor.number("arrives", s_.competitorArrives, kNever);
    competitor.number("share", s_.competitorShare, 0);
  }

  void readPlan(Section plan) {
    plan.number("demand", s_.planDemand);
    plan.number("cv", s_.planCv, 0.5);
    plan.number("smoothing", s_.smoothing, 0.2);
    plan.number("trendSmoothing", s_.trendSmoothing, 0.1);
  }

  void readDesign(Section design) {
    design.number("issues", s_.issues, 0);
    design.number("benchDiscovery", s_.benchDiscovery, 0);
    design.number("fieldDiscovery", s_.fieldDiscovery, 0);
    design.number("engineeringCost", s_.engineeringCost, 0);
    design.number("fieldFixCost", s_.fieldFixCost, 0);
    design.number("inventoryScrap", s_.inventoryScrap, 0);
    design.number("appealLoss", s_.appealLoss, 0);
    design.number("warranty", s_.warranty, 0);
    design.number("warrantyPerIssue", s_.warrantyPerIssue, 0);
    Section validation = design.section("validation");
    validation.number("cost", s_.validationCost, 0);
    validation.number("time", s_.validationTime, 0);
    validation.number("detection", s_.validationDetection, 0);
  }

  void readFinance(Section finance) {
    finance.number("openingCash", s_.openingCash);
    finance.number("burn", s_.burn, 0);
    finance.number("discountRate", s_.discountRate, 0);
    finance.number("holdingRate", s_.holdingRate, 0);
    finance.number("salvage", s_.salvage, 0);
    finance.number("reserve", s_.reserve, 0);
    finance.number("creditLine", s_.creditLine, 0);
    finance.number("creditRate", s_.creditRate, 0);
    finance.number("insolvencyCost", s_.insolvencyCost, 0);
    finance.number("terminal", s_.terminal, 0);
    if (const Json* funding = finance.find("funding")) {
      s_.funding.resize(funding->items.size());
      for (size_t i = 0; i < s_.funding.size(); ++i) {
        Section round(s_, &funding->items[i], finance.join("funding." + std::to_string(i)));
        round.number("at", s_.funding[i].at);
        round.number("amount", s_.funding[i].amount);
        round.number("ifSold", s_.funding[i].ifSold, 0);
      }
    }
  }

  void readProcesses(Section processes) {
    if (!processes.given()) processes.fail("", "required");
    s_.processes.resize(processes.members().size());
    for (size_t i = 0; i < s_.processes.size(); ++i) {
      Process& p = s_.processes[i];
      p.name = processes.members()[i].first;
      Section process = processes.section(p.name);
      process.ignore({"from"});
      const std::string scale = process.text("scale");
      if (scale != "prototype" && scale != "short-run" && scale != "low-volume" && scale != "mass")
        process.fail("scale", "prototype, short-run, low-volume or mass expected");
      p.mass = scale == "mass";
      process.number("setup", p.setup, 0);
      process.number("batch", p.batch, 1);
      process.number("tooling", p.tooling, 0);
      process.number("toolLife", p.toolLife, kNever);
      process.number("toolingLead", p.toolingLead, 0);
      process.number("toolingDeposit", p.toolingDeposit, 1);
      process.number("changeCost", p.changeCost, 0);
      process.number("changeTime", p.changeTime, 0);
      process.number("material", p.material, 0);
      process.number("conversion", p.conversion, 0);
      process.number("learning", p.learning, 1);
      process.number("learningReference", p.learningReference, 1);
      process.number("yield", p.yield, 1);
      process.number("capacity", p.capacity, kNever);
      process.number("minimumOrder", p.minimumOrder, 0);
      process.number("lead", p.lead, 1);
      process.number("deposit", p.deposit, 1);
    }
  }

  void readStrategies(Section strategies) {
    if (!strategies.given()) strategies.fail("", "required");
    s_.strategies.resize(strategies.members().size());
    for (size_t i = 0; i < s_.strategies.size(); ++i) {
      Strategy& g = s_.strategies[i];
      g.name = strategies.members()[i].first;
      Section strategy = strategies.section(g.name);
      strategy.number("initialOrder", g.initialOrder);
      strategy.number("validationRounds", g.validationRounds, 0);
      readGates(strategy.section("advanceWhen"), g.advanceWhen);
      Section collaboration = strategy.section("supplierCollaboration");
      collaboration.number("cost", g.collaborationCost, 0);
      collaboration.number("issueReduction", g.issueReduction, 0);
      collaboration.number("changeReduction", g.changeReduction, 0);
      collaboration.number("setupReduction", g.setupReduction, 0);
      Section stop = strategy.section("stop");
      stop.number("after", g.stopAfter, kNever);
      stop.number("soldBelow", g.stopSoldBelow, 0);
      readStages(strategy, g);
    }
  }

  void readStages(Section& strategy, Strategy& g) {
    const Json* stages = strategy.find("stages");
    if (!stages || stages->items.empty()) strategy.fail("stages", "at least one expected");
    g.stages.resize(stages->items.size());
    for (size_t i = 0; i < g.stages.size(); ++i) {
      Section stage(s_, &stages->items[i], strategy.join("stages." + std::to_string(i)));
      const std::string process = stage.text("process");
      size_t index = 0;
      while (index < s_.processes.size() && s_.processes[index].name != process) ++index;
      if (index == s_.processes.size()) stage.fail("process", "no such process");
      g.stages[i].process = int(index);
      stage.number("cover", g.stages[i].cover, s_.periodsPerYear == 52 ? 4 : 1);
      stage.number("safety", g.stages[i].safety, 1);
      stage.number("stepUp", g.stages[i].stepUp, kNever);
      readGates(stage.section("advanceWhen"), g.stages[i].advanceWhen);
    }
  }

  void readGates(Section gates, Gates& g) {
    if (!gates.given()) return;
    g.present = true;
    g.onDate = gates.find("at") != nullptr;
    gates.number("at", g.at, kNever);
    gates.number("require", g.require, kNever);
    Section demandStable = gates.section("demandStable");
    if ((g.hasDemandStable = demandStable.given())) {
      demandStable.number("cv", g.cv);
      demandStable.number("window", g.window);
    }
    Section designFrozen = gates.section("designFrozen");
    if ((g.hasDesignFrozen = designFrozen.given())) designFrozen.number("for", g.frozenFor);
    Section costPressure = gates.section("costPressure");
    if ((g.hasCostPressure = costPressure.given())) costPressure.number("payback", g.payback);
    Section marketValidated = gates.section("marketValidated");
    if ((g.hasMarketValidated = marketValidated.given())) marketValidated.number("sold", g.sold);
    g.given = g.hasDemandStable + g.hasDesignFrozen + g.hasCostPressure + g.hasMarketValidated;
    if (g.onDate ? g.given > 0 : g.given == 0) gates.fail("", "`at` alone, or other gates");
  }
};
