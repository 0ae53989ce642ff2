#!/usr/bin/env python3
"""The model of docs/model.md (sections 4 to 6), one replication at a time, in plain Python.

    oracle.py INPUT.json [--ledger] [--check]

INPUT is {"scenario": {...}, "replications": [{"inputs": {...}, "z": [...], "u": [...], "r": [...], "v": 0.3}, ...]}.
Every leaf of the scenario is a number in model units: durations are whole numbers of periods, per-time rates are per
period, a fraction-per-time is per period, annual fractions stay annual. `inputs` overrides leaves by dotted path.
Output (stdout): {"replications": [{strategy: {metric: value}}]}; with --ledger also {strategy: {"ledger": {...}}}.
--check compares with the metrics that a peer wrote into `replications[].expected` and exits 1 if any differs.

It was written from the page alone, to be read beside it, and shares no code with what it checks. Standard library only.
"""

import copy
import json
import math
import sys

PERIODS_A_YEAR = {'week': 52, 'month': 12}
DEFAULT_COVER = {'week': 4, 'month': 1}  # 4 weeks, rounded up to periods
TOLERANCE = 1e-9


def round_up(x):
    return math.ceil(x - TOLERANCE)


def round_down(x):
    return math.floor(x + TOLERANCE)


def round_half_up(x):
    return math.floor(x + 0.5)


# ---------------------------------------------------------------------------------------------------------------------
# Inverse distribution functions: the smallest k with F(k) >= u


def smallest_k(u, mode, ratio_up, last):
    """Weights relative to the mode's, by w[k+1] = w[k]*ratio_up(k), until they no longer matter; then the smallest k with
    F(k) >= u, summed from the nearer tail, so that the small terms come first."""
    above, k, w = [], mode, 1.0
    while k < last and w > 1e-40:
        w *= ratio_up(k)
        k += 1
        above.append(w)  # of mode + 1, mode + 2, ...
    below, k, w = [], mode, 1.0
    while k > 0 and w > 1e-40:
        k -= 1
        w /= ratio_up(k)
        below.append(w)  # of mode - 1, mode - 2, ...
    first = mode - len(below)
    weights = below[::-1] + [1.0] + above
    total = math.fsum(weights)
    if u <= 0.5:
        cumulated = 0.0
        for i, w in enumerate(weights):
            cumulated += w / total
            if cumulated >= u:
                return first + i
        return first + len(weights) - 1
    beyond = 0.0  # P(X > k), for k falling; F(k) >= u means P(X > k) <= 1 - u, and 1 - u is exact here
    for i in range(len(weights) - 1, -1, -1):
        beyond += weights[i] / total  # now P(X > first + i - 1)
        if beyond > 1.0 - u:
            return first + i
    return first


def inverse_poisson(u, mean):
    if mean <= 0:
        return 0
    return smallest_k(u, math.floor(mean), lambda k: mean / (k + 1), math.inf)


def inverse_binomial(u, n, p):
    if n <= 0 or p <= 0:
        return 0
    if p >= 1:
        return n
    odds = p / (1 - p)
    return smallest_k(u, min(n, math.floor((n + 1) * p)), lambda k: (n - k) / (k + 1) * odds, n)


# ---------------------------------------------------------------------------------------------------------------------
# Reading: one replication's tree of numbers, with the defaults of section 2


def with_inputs(scenario, inputs):
    tree = copy.deepcopy(scenario)
    for path, value in inputs.items():
        node = tree
        *parents, leaf = path.split('.')
        for name in parents:
            if isinstance(node, list):
                node = node[int(name)]
            else:
                if node.get(name) is None:
                    node[name] = {}
                node = node[name]
        if isinstance(node, list):
            node[int(leaf)] = value
        else:
            node[leaf] = value
    return tree


def get(tree, path, default):
    for name in path.split('.'):
        if tree is None:
            return default
        tree = tree.get(name)
    return default if tree is None else tree


class Process:
    def __init__(self, tree):
        self.scale = tree['scale']
        self.setup = get(tree, 'setup', 0)
        self.batch = max(1, round_half_up(get(tree, 'batch', 1)))
        self.tooling = get(tree, 'tooling', 0)
        self.tool_life = get(tree, 'toolLife', math.inf)
        self.tooling_lead = get(tree, 'toolingLead', 0)
        self.tooling_deposit = get(tree, 'toolingDeposit', 1)
        self.change_cost = get(tree, 'changeCost', 0)
        self.change_time = get(tree, 'changeTime', 0)
        self.material = get(tree, 'material', 0)
        self.conversion = get(tree, 'conversion', 0)
        self.learning = get(tree, 'learning', 1)
        self.learning_reference = get(tree, 'learningReference', 1)
        self.yield_ = get(tree, 'yield', 1)
        self.capacity = get(tree, 'capacity', math.inf)
        self.minimum_order = get(tree, 'minimumOrder', 0)
        self.lead = get(tree, 'lead', 1)
        self.deposit = get(tree, 'deposit', 1)
        self.ordered = 0.0  # N
        self.tools_owned = 0


class Batch:
    """On order. `good` is q*yield over the G of the day it was ordered."""

    def __init__(self, process, arrives, paid_for, good, balance):
        self.process, self.arrives, self.paid_for, self.good, self.balance = process, arrives, paid_for, good, balance


class Tool:
    def __init__(self, stage, ready, balance):
        self.stage, self.ready, self.balance = stage, ready, balance


# ---------------------------------------------------------------------------------------------------------------------
# Section 4: one strategy, one replication


class Path:
    def __init__(self, tree, strategy_name, draws):
        self.tree = tree
        self.draws = draws
        period = get(tree, 'calendar.period', 'week')
        self.n = PERIODS_A_YEAR[period]
        self.H = int(tree['calendar']['horizon'])
        strategy = tree['strategies'][strategy_name]
        self.strategy = strategy
        self.stages = strategy['stages']
        self.processes = [Process(tree['processes'][stage['process']]) for stage in self.stages]
        self.cover = [get(stage, 'cover', DEFAULT_COVER[period]) for stage in self.stages]
        self.safety = [get(stage, 'safety', 1) for stage in self.stages]
        self.step_up = [get(stage, 'stepUp', math.inf) for stage in self.stages]
        help_ = strategy.get('supplierCollaboration') or {}
        self.collaboration_cost = get(help_, 'cost', 0)
        self.issue_reduction = get(help_, 'issueReduction', 0)
        self.change_reduction = get(help_, 'changeReduction', 0)
        self.setup_reduction = get(help_, 'setupReduction', 0)
        self.opening_cash = tree['finance']['openingCash']
        self.delta = (1 + get(tree, 'finance.discountRate', 0)) ** (-1 / self.n)

        # State
        self.C = self.opening_cash
        self.f = 0.0
        self.NPV = 0.0
        self.I = 0.0
        self.batches = []
        self.W = 0.0
        self.O = 0.0
        self.X = 0.0
        self.S = 0.0
        self.K = round_half_up(get(tree, 'design.issues', 0))
        self.level = tree['plan']['demand']
        self.trend = 0.0
        self.V = (get(tree, 'plan.cv', 0.5) * self.level) ** 2
        self.frozen = 0
        self.G = 1.0
        self.receivables = []  # (due, amount)
        self.active = None  # index of the active stage
        self.tool = None  # the tool on order
        self.blocked = 0
        self.launch = None
        self.scaled = None
        self.last_order = None
        self.stopped = False
        self.insolvent = False
        self.ended = False
        self.k = 0.0

        # What is reported
        self.lost = 0.0
        self.made = 0.0
        self.scrapped = 0.0
        self.production_spend = 0.0
        self.tooling_spend = 0.0
        self.revenue = 0.0
        self.warranty_spend = 0.0
        self.revisions = 0
        self.peak_tied = 0.0
        self.lowest_cash = self.opening_cash
        self.funding = 0.0
        self.payback = 0
        self.other_spend = 0.0  # validation, engineering, field fixes, burn, collaboration, holding, interest, insolvency
        self.salvage = 0.0
        self.ledger = {name: [] for name in ('closing_cash', 'f', 'stock', 'waiting', 'orders', 'shipped', 'ordered')}
        self.noise = None  # x_t

    # Small words

    def pay(self, amount):
        self.f -= amount

    def pay_other(self, amount):
        self.f -= amount
        self.other_spend += amount

    def pay_tooling(self, amount):
        self.f -= amount
        self.tooling_spend += amount

    def balances(self):
        return math.fsum(b.balance for b in self.batches) + (self.tool.balance if self.tool else 0.0)

    def on_order(self):
        """Good units on order, times G."""
        return math.fsum(b.good for b in self.batches) * self.G

    def price(self, t):
        return self.tree['market']['price'] * (1 - get(self.tree, 'market.priceErosion', 0)) ** (t / self.n)

    def cost(self, p):
        """c and k of a process at the units ordered on it so far."""
        c = p.material + p.conversion * max(1.0, p.ordered / p.learning_reference) ** math.log2(p.learning)
        return c, (c + p.setup * (1 - self.setup_reduction) / p.batch) / p.yield_

    def order_tool(self, stage, ready):
        p = self.processes[stage]
        self.pay_tooling(p.tooling * p.tooling_deposit)
        self.tool = Tool(stage, ready, p.tooling * (1 - p.tooling_deposit))

    # The story

    def run(self):
        self.before()
        for t in range(self.H):
            if t > 0:
                self.f = 0.0
            self.orders_now = self.shipped_now = self.ordered_now = 0.0
            self.step_1_funding(t)
            self.step_2_due_today(t)
            self.step_3_arrivals(t)
            self.step_4_discovery(t)
            self.step_5_market(t)
            self.step_6_forecast(t)
            self.step_7_decide(t)
            self.step_8_replenish(t)
            self.step_9_carry(t)
            if self.ended:
                return self.metrics()
        self.settle(self.delta**self.H)
        self.terminal_value()
        return self.metrics()

    def before(self):
        rounds = get(self.strategy, 'validationRounds', 0)
        detection = get(self.tree, 'design.validation.detection', 0)
        p = 1 - (1 - detection) ** rounds * (1 - self.issue_reduction)
        removed = inverse_binomial(self.draws.get('v', 0.5), self.K, p)
        self.K -= removed
        self.f = 0.0
        self.pay_other(rounds * get(self.tree, 'design.validation.cost', 0))
        self.pay_other(removed * get(self.tree, 'design.engineeringCost', 0))
        self.t0 = rounds * get(self.tree, 'design.validation.time', 0)

    def step_1_funding(self, t):
        for offer in get(self.tree, 'finance.funding', []):
            if offer['at'] == t and get(offer, 'ifSold', 0) <= self.S:
                self.C += offer['amount']
                self.funding += offer['amount']
        if t == self.t0:
            self.order_tool(0, t + self.processes[0].tooling_lead)

    def step_2_due_today(self, t):
        for due, amount in self.receivables:
            if due == t:
                self.f += amount
        self.receivables = [(due, amount) for due, amount in self.receivables if due != t]
        for b in self.batches:
            if b.arrives == t:
                self.pay(b.balance)

    def step_3_arrivals(self, t):
        for b in self.batches:
            if b.arrives == t:
                self.I += b.good * self.G
        self.batches = [b for b in self.batches if b.arrives != t]
        if self.tool and self.tool.ready == t:
            self.pay_tooling(self.tool.balance)
            self.active = self.tool.stage
            self.processes[self.active].tools_owned += 1
            self.blocked = t
            self.tool = None
            if self.scaled is None and self.processes[self.active].scale == 'mass':
                self.scaled = t

    def step_4_discovery(self, t):
        if t < self.t0:
            return
        bench = get(self.tree, 'design.benchDiscovery', 0)
        field = get(self.tree, 'design.fieldDiscovery', 0)
        found = 0
        if self.K > 0:
            found = inverse_binomial(self.draws['r'][t], self.K, -math.expm1(-(bench + field * self.S)))
        if found > 0:
            self.revisions += 1
            self.K -= found
            self.frozen = 0
            self.pay_other(found * get(self.tree, 'design.engineeringCost', 0))
            self.pay_other(found * get(self.tree, 'design.fieldFixCost', 0) * self.S)
            self.scrap(get(self.tree, 'design.inventoryScrap', 0))
            if self.active is not None:
                p = self.processes[self.active]
                self.pay_tooling(p.change_cost * (1 - self.change_reduction))
                self.blocked = max(self.blocked, t) + p.change_time
            if self.tool:
                p = self.processes[self.tool.stage]
                self.pay_tooling(p.change_cost * (1 - self.change_reduction))
                self.tool.ready = max(self.tool.ready, t) + p.change_time
        elif self.launch is not None and self.launch < t:
            self.frozen += 1

    def scrap(self, share):
        self.scrapped += share * (self.I + self.on_order())
        self.I *= 1 - share
        if share == 1:
            for b in self.batches:
                b.good = 0.0
        else:
            self.G *= 1 - share

    def step_5_market(self, t):
        self.advance_noise(t)
        if self.launch is None and self.I > 0:
            self.launch = t
        if self.launch is None:
            return
        market = self.tree['market']
        tau = t - self.launch
        untouched = math.inf
        if market['model'] == 'bass':
            M = market['size']
            untouched = max(0.0, M - self.O - self.X)
            demand = (market['innovation'] + market['imitation'] * self.S / M) * untouched
        elif market['model'] == 'level':
            demand = market['level'] * (1 + get(market, 'growth', 0)) ** (tau / self.n)
        else:
            profile = market['profile']
            demand = get(market, 'profileScale', 1) * profile[min(tau, len(profile) - 1)]
        demand *= self.epsilon * (1 - get(self.tree, 'design.appealLoss', 0)) ** self.K * self.season(t)
        ours = demand
        arrives = get(market, 'competitor.arrives', math.inf)
        if t >= arrives:
            share = get(market, 'competitor.share', 0)
            self.X += share * demand
            ours = (1 - share) * demand
        if get(market, 'counting', 'poisson') == 'expected':
            D = ours
        else:
            D = inverse_poisson(self.draws['u'][t], ours)
        D = min(D, untouched)
        self.O += D
        wanted = self.W + D
        shipped = min(self.I, wanted)
        self.I -= shipped
        self.W = wanted - shipped
        lost = get(market, 'cancel', 0) * self.W
        self.W -= lost
        self.lost += lost
        self.S += shipped
        booked = shipped * self.price(t)
        self.revenue += booked
        delay = get(market, 'paymentDelay', 0)
        if delay == 0:
            self.f += booked
        else:
            self.receivables.append((t + delay, booked))
        warranty = shipped * self.warranty_a_unit()
        self.warranty_spend += warranty
        self.pay(warranty)
        self.orders_now, self.shipped_now = D, shipped

    def warranty_a_unit(self):
        return get(self.tree, 'design.warranty', 0) + get(self.tree, 'design.warrantyPerIssue', 0) * self.K

    def advance_noise(self, t):
        sigma = get(self.tree, 'market.noise', 0)
        if sigma == 0:
            self.epsilon = 1.0
            return
        rho = get(self.tree, 'market.noisePersistence', 0)
        z = self.draws['z'][t]
        self.noise = z if t == 0 else rho * self.noise + math.sqrt(1 - rho * rho) * z
        self.epsilon = math.exp(sigma * self.noise - sigma * sigma / 2)

    def season(self, t):
        factors = get(self.tree, 'market.seasonality', None)
        if factors is None:
            return 1.0
        start = get(self.tree, 'calendar.startMonth', 1)
        return factors[(start - 1 + round_down((t % self.n) * 12 / self.n)) % 12]

    def step_6_forecast(self, t):
        if self.launch is None:
            return
        alpha = get(self.tree, 'plan.smoothing', 0.2)
        beta = get(self.tree, 'plan.trendSmoothing', 0.1)
        e = self.orders_now - (self.level + self.trend)
        self.level = self.level + self.trend + alpha * e
        self.trend = self.trend + alpha * beta * e
        self.V = (1 - alpha) * self.V + alpha * e * e

    def step_7_decide(self, t):
        stop = self.strategy.get('stop')
        if stop and stop.get('after') is not None and self.launch is not None and t == self.launch + stop['after']:
            if self.S + self.W < stop['soldBelow']:
                self.stopped = True
                return
        if self.active is None or self.active + 1 >= len(self.stages) or self.tool is not None:
            return
        if not self.gates_pass(t):
            return
        p = self.processes[self.active + 1]
        reserve = get(self.tree, 'finance.reserve', 0)
        if self.C + self.f - p.tooling - self.balances() >= reserve:
            self.order_tool(self.active + 1, t + max(1, p.tooling_lead))

    def gates_pass(self, t):
        """Section 5."""
        gates = self.stages[self.active].get('advanceWhen') or self.strategy.get('advanceWhen')
        if not gates:
            return False
        if gates.get('at') is not None:
            return t >= gates['at']
        if self.launch is None:
            return False
        passed = []
        stable, frozen = gates.get('demandStable'), gates.get('designFrozen')
        pressure, validated = gates.get('costPressure'), gates.get('marketValidated')
        if stable:
            passed.append(
                t - self.launch + 1 >= stable['window']
                and self.level > 0
                and self.V <= stable['cv'] ** 2 * self.level**2
            )
        if frozen:
            passed.append(self.frozen >= frozen['for'])
        if pressure:
            now, next_ = self.processes[self.active], self.processes[self.active + 1]
            saving = self.cost(now)[1] + now.tooling / now.tool_life - self.cost(next_)[1]
            passed.append(next_.tooling <= saving * max(0.0, self.level) * pressure['payback'])
        if validated:
            passed.append(self.S >= validated['sold'])
        return sum(passed) >= get(gates, 'require', len(passed))

    def step_8_replenish(self, t):
        if self.active is None:
            return
        i = self.active
        p = self.processes[i]
        c, self.k = self.cost(p)
        if self.stopped or t < self.blocked or t + p.lead >= self.H:
            return
        if self.launch is None:
            want = self.strategy['initialOrder'] if self.I == 0 and self.on_order() == 0 else 0.0
        else:
            h = p.lead + self.cover[i]
            position = self.I + self.on_order() - self.W
            need = h * max(0.0, self.level + self.trend * (h + 1) / 2) + self.safety[i] * math.sqrt(h * self.V) - position
            want = 0.0
            if need > 0:
                want = need / p.yield_
                if self.step_up[i] != math.inf:
                    most = max(1, round_down(self.step_up[i] * self.last_order / p.batch)) * p.batch
                    want = min(want, most)
        if want <= 0:
            return
        setup = p.setup * (1 - self.setup_reduction)
        minimum = round_up(p.minimum_order / p.batch) * p.batch
        q = max(round_up(want / p.batch) * p.batch, minimum)
        if p.capacity != math.inf:
            paid_for = math.fsum(b.paid_for for b in self.batches if b.process is p)
            q = min(q, round_down((p.capacity * p.lead - paid_for) / p.batch) * p.batch)
        money = self.C + self.f - get(self.tree, 'finance.reserve', 0) - self.balances()
        batch_cost = p.batch * c + setup
        if batch_cost > 0:
            q = min(q, round_down(money / batch_cost) * p.batch)
        elif money < 0:
            q = 0
        if q <= 0 or q < minimum:
            return
        spend = q * c + q / p.batch * setup
        self.production_spend += spend
        self.made += q * p.yield_
        self.pay(p.deposit * spend)
        self.batches.append(Batch(p, t + p.lead, q, q * p.yield_ / self.G, (1 - p.deposit) * spend))
        self.last_order = self.ordered_now = q
        p.ordered += q
        if p.tool_life != math.inf:
            tools = round_up(p.ordered / p.tool_life)
            if tools > p.tools_owned:
                self.pay_tooling((tools - p.tools_owned) * p.tooling)
                p.tools_owned = tools

    def step_9_carry(self, t):
        self.pay_other(get(self.tree, 'finance.holdingRate', 0) / self.n * self.I * self.k)
        self.pay_other(get(self.tree, 'finance.burn', 0) + self.collaboration_cost)
        self.pay_other(get(self.tree, 'finance.creditRate', 0) / self.n * max(0.0, -self.C))
        self.C += self.f
        self.NPV += self.f * self.delta**t
        self.lowest_cash = min(self.lowest_cash, self.C)
        self.peak_tied = max(self.peak_tied, self.I * self.k + self.tooling_spend)
        if self.C < self.opening_cash + self.funding:
            self.payback = t + 1
        self.write_ledger()
        self.conserve()
        if self.C < -get(self.tree, 'finance.creditLine', 0):
            self.insolvent = True
        if self.insolvent or self.stopped:
            self.settle(self.delta**t)
            self.ended = True
            if self.C < self.opening_cash + self.funding:
                self.payback = self.H

    def settle(self, discount):
        self.f = math.fsum(amount for _, amount in self.receivables)
        self.pay(math.fsum(b.balance for b in self.batches))
        if self.tool:
            self.pay_tooling(self.tool.balance)
        self.inventory = self.I + self.on_order()
        sold_off = self.inventory * get(self.tree, 'finance.salvage', 0) * self.k
        self.salvage += sold_off
        self.f += sold_off
        if self.insolvent:
            self.pay_other(get(self.tree, 'finance.insolvencyCost', 0))
        self.C += self.f
        self.NPV += self.f * discount

    def terminal_value(self):
        if self.launch is None:
            return
        units = get(self.tree, 'finance.terminal', 0) * max(0.0, self.level)
        if self.tree['market']['model'] == 'bass':
            units = min(units, max(0.0, self.tree['market']['size'] - self.O - self.X))
        margin = max(0.0, self.price(self.H) - self.k - self.warranty_a_unit())
        self.NPV += units * margin * self.delta**self.H

    # Section 6

    def metrics(self):
        H = self.H
        rest = self.opening_cash + self.funding + self.revenue + self.salvage
        spent = self.production_spend + self.tooling_spend + self.warranty_spend + self.other_spend
        same('cash at the end', self.C, rest - spent, abs(self.opening_cash) + self.funding + self.revenue + spent)
        same('units at the end', self.made, self.S + self.scrapped + self.inventory, self.made)
        same('orders at the end', self.O, self.S + self.lost + self.W, self.O)
        return {
            'npv': self.NPV,
            'ending_cash': self.C,
            'lowest_cash': self.lowest_cash,
            'peak_funding': max(0.0, self.opening_cash - self.lowest_cash),
            'insolvent': int(self.insolvent),
            'stopped': int(self.stopped),
            'launch_period': H if self.launch is None else self.launch,
            'scaled_period': H if self.scaled is None else self.scaled,
            'ever_scaled': int(self.scaled is not None),
            'units_sold': self.S,
            'orders_lost': self.lost,
            'orders_waiting': self.W,
            'units_made': self.made,
            'units_scrapped': self.scrapped,
            'ending_inventory': self.inventory,
            'production_spend': self.production_spend,
            'unit_cost': self.production_spend / self.made if self.made > 0 else None,
            'tooling_spend': self.tooling_spend,
            'revenue': self.revenue,
            'warranty_spend': self.warranty_spend,
            'revisions': self.revisions,
            'open_issues': self.K,
            'peak_capital_tied': self.peak_tied,
            'payback_period': self.payback,
        }

    def write_ledger(self):
        row = (self.C, self.f, self.I, self.W, self.orders_now, self.shipped_now, self.ordered_now)
        for name, value in zip(self.ledger, row):
            self.ledger[name].append(value)

    def conserve(self):
        """Every period: good units, orders and money are all somewhere."""
        same('units', self.made, self.S + self.I + self.on_order() + self.scrapped, self.made)
        same('orders', self.O, self.S + self.W + self.lost, self.O)
        received = self.revenue - math.fsum(amount for _, amount in self.receivables)
        produced = self.production_spend - math.fsum(b.balance for b in self.batches)
        spent = produced + self.tooling_spend + self.warranty_spend + self.other_spend
        expected = self.opening_cash + self.funding + received - spent
        same('cash', self.C, expected, abs(self.opening_cash) + self.funding + self.revenue + spent)
        assert self.I >= 0 and self.W >= 0 and self.K >= 0 and self.V >= 0


def same(what, a, b, scale):
    assert abs(a - b) <= 1e-9 * max(1.0, abs(scale)), f'{what}: {a!r} is not {b!r}'


# ---------------------------------------------------------------------------------------------------------------------


def differences(expected, got):
    """Where a peer's metrics differ by more than rounding."""
    found = []
    for name, value in got.items():
        other = expected.get(name)
        if value is None or other is None:
            if value is not None or other is not None:
                found.append((name, other, value))
        elif abs(other - value) > 1e-7 * max(1.0, abs(value), abs(got['production_spend']) if name == 'npv' else 0):
            found.append((name, other, value))
    return found


def main(arguments):
    flags = {a for a in arguments if a.startswith('--')}
    files = [a for a in arguments if not a.startswith('--')]
    if len(files) != 1 or flags - {'--ledger', '--check'}:
        sys.exit(__doc__)
    with open(files[0], encoding='utf-8') as file:
        job = json.load(file)
    results, wrong, compared = [], 0, 0
    for number, replication in enumerate(job['replications']):
        tree = with_inputs(job['scenario'], replication.get('inputs') or {})
        result = {}
        for name in tree['strategies']:
            path = Path(tree, name, replication)
            result[name] = path.run()
            if '--check' in flags:
                compared += 1
                found = differences(replication['expected'][name], result[name])
                wrong += bool(found)
                if found and wrong <= 10:
                    print(f'replication {number}, {name}: (metric, peer, oracle) {found}', file=sys.stderr)
            if '--ledger' in flags:
                result[name]['ledger'] = path.ledger
        results.append(result)
    if '--check' in flags:
        print(f'{compared} paths compared, {wrong} differ')
        sys.exit(1 if wrong else 0)
    json.dump({'replications': results}, sys.stdout)
    print()


if __name__ == '__main__':
    main(sys.argv[1:])
