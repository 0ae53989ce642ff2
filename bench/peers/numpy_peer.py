#!/usr/bin/env python3
"""The whole model of docs/model.md in NumPy: arrays over replications, a loop over periods, one thread.

    OMP_NUM_THREADS=1 numpy_peer.py SCENARIO.json --replications N --seed S --rounds R [--block B] [--generator philox]
    numpy_peer.py SCENARIO.json --replications N --seed S --dump > job.json      # then: oracle.py job.json --check

SCENARIO.json is a scenario in model units (see oracle.py), or {"scenario": {...}}, in which any leaf may be
{"dist": "normal|lognormal|uniform|triangular|constant", "mean"/"sd" | "mu"/"sigma" | "min"/"mode"/"max" | "value",
"clamp": [lo, hi], "scale": s, "ceil": true}: value = clamp(draw)*scale, then ceil(value - 1e-9) if "ceil".

It is what somebody who is good at NumPy would write for this job, and is here to be beaten: replications in blocks that
stay in the cache, every array operation in place, work that a scenario does not ask for left out, rare events (a
revision, a tool, a launch, an end) done on the few replications they happen to. All strategies see the same futures.

Two draws are taken as what they are used for, one number a period, shared by the strategies: orders come from a normal
score w, of which u = Phi(w) is the uniform; discovery from an exponential E, of which r = exp(-E) is the uniform. --dump
writes u and r, so the oracle can follow.
"""

import argparse
import json
import math
import sys
import time
from statistics import NormalDist

import numpy as np

PERIODS_A_YEAR = {'week': 52, 'month': 12}
DEFAULT_COVER = {'week': 4, 'month': 1}
TOLERANCE = 1e-9
METRICS = (
    'npv ending_cash lowest_cash peak_funding insolvent stopped launch_period scaled_period ever_scaled units_sold '
    'orders_lost orders_waiting units_made units_scrapped ending_inventory production_spend unit_cost tooling_spend '
    'revenue warranty_spend revisions open_issues peak_capital_tied payback_period'
).split()


def is_array(x):
    return isinstance(x, np.ndarray)


def at(x, lanes):
    """A parameter on some of the replications."""
    return x[lanes] if is_array(x) else x


def is_zero(x):
    return not is_array(x) and x == 0


def is_one(x):
    return not is_array(x) and x == 1


# ---------------------------------------------------------------------------------------------------------------------
# Draws


class Draws:
    """Uniforms, normals (Box and Muller 1958, both of the pair) and exponentials, in blocks."""

    def __init__(self, key, size, generator):
        bits = {'philox': np.random.Philox, 'sfc64': np.random.SFC64}[generator]
        self.rng = np.random.Generator(bits(np.random.SeedSequence(key)))
        self.size = size
        self.spare = None

    def uniform(self):
        return self.rng.random(self.size)

    def normal(self):
        if self.spare is not None:
            spare, self.spare = self.spare, None
            return spare
        radius = self.rng.random(self.size)
        # 24 bits of angle are plenty: the radius has 53, and each normal is continuous because of it
        angle = self.rng.random(self.size, dtype=np.float32).astype(np.float64)
        np.subtract(1.0, radius, radius)
        np.log(radius, radius)
        np.multiply(radius, -2.0, radius)
        np.sqrt(radius, radius)
        np.multiply(angle, 2 * math.pi, angle)
        self.spare = np.cos(angle)
        self.spare *= radius
        np.sin(angle, angle)
        angle *= radius
        return angle

    def exponential(self):
        e = self.rng.random(self.size)
        np.subtract(1.0, e, e)
        np.log(e, e)
        return np.negative(e, e)

    def leaf(self, spec):
        kind = spec['dist']
        if kind == 'constant':
            x = np.full(self.size, float(spec.get('value', spec.get('mean'))))
        elif kind == 'normal':
            x = spec['mean'] + spec['sd'] * self.normal()
        elif kind == 'lognormal':
            x = np.exp(spec['mu'] + spec['sigma'] * self.normal())
        elif kind == 'uniform':
            x = spec['min'] + (spec['max'] - spec['min']) * self.uniform()
        elif kind == 'triangular':
            x = self.triangular(spec['min'], spec['mode'], spec['max'])
        else:
            raise SystemExit(f'unknown distribution {kind!r}')
        if spec.get('clamp'):
            low, high = spec['clamp']
            x = np.clip(x, -np.inf if low is None else low, np.inf if high is None else high)
        x = x * spec.get('scale', 1)
        return np.ceil(x - TOLERANCE) if spec.get('ceil') else x

    def triangular(self, low, mode, high):
        u = self.uniform()
        width = high - low
        if width <= 0:
            return np.full(self.size, float(low))
        split = (mode - low) / width
        left = low + np.sqrt(u * width * (mode - low))
        right = high - np.sqrt((1 - u) * width * (high - mode))
        return np.where(u < split, left, right)


def resolve(node, draws, path, drawn):
    """The tree with every uncertain leaf replaced by an array over replications; `drawn` collects them by path."""
    if isinstance(node, dict):
        if 'dist' in node:
            if node['dist'] == 'constant' and not node.get('clamp'):
                x = node.get('value', node.get('mean')) * node.get('scale', 1)
                return math.ceil(x - TOLERANCE) if node.get('ceil') else x
            drawn[path] = draws.leaf(node)
            return drawn[path]
        return {k: resolve(v, draws, f'{path}.{k}' if path else k, drawn) for k, v in node.items()}
    if isinstance(node, list):
        return [resolve(v, draws, f'{path}.{i}', drawn) for i, v in enumerate(node)]
    return node


def get(tree, path, default):
    for name in path.split('.'):
        if tree is None:
            return default
        tree = tree.get(name)
    return default if tree is None else tree


# ---------------------------------------------------------------------------------------------------------------------
# Inverse distribution functions


def normal_cdf(w):
    """Phi(w) of a few scores."""
    root = math.sqrt(0.5)
    return np.array([0.5 * math.erfc(-root * x) for x in w.tolist()])


class Poisson:
    """The inverse Poisson distribution at normal scores w: the smallest k with F(k) >= Phi(w), exact but for rounding.

    Means from 4: x = lambda + sqrt(lambda) w + 1/3 + w^2/6 + ... to the order 1/lambda (Giles 2016, doi:10.1145/2699466,
    the expansion Q_N3), of which k is the whole part, but for the few x within the expansion's error of a whole number.
    Means below 4: a table over cells of (s, w), s = sqrt(lambda), right wherever a cell's corners agree. Whoever is left
    lies beside one boundary F(k) = Phi(w), and is settled by the boundary's score T_k(s), interpolated over s; the very
    few within the interpolation's error of it, or outside the table, by the distribution function."""

    SMALL = 4.0
    CELLS = 256  # a unit of s or of w
    REACH = 8  # the cells run from w = -8 to 8
    ROWS = 128  # of boundaries, a unit of s
    WIDEST = 16  # the greatest s with boundaries
    MOST = 400  # the greatest k with a boundary
    UNSURE, BEYOND = 128, 255
    table = None

    def __init__(self, size):
        self.x, self.s, self.r, self.y, self.mean = (np.empty(size) for _ in range(5))
        self.b, self.c, self.d, self.error, self.column = (np.empty(size) for _ in range(5))
        self.mask = np.empty(size, bool)
        self.floor = np.full(size, self.SMALL)
        if Poisson.table is None:
            Poisson.columns = 2 * self.REACH * self.CELLS
            Poisson.table = self.make_cells()
            Poisson.boundary, Poisson.doubt = self.make_boundaries()

    def make_cells(self):
        rows = math.isqrt(int(self.SMALL)) * self.CELLS
        u = normal_cdf(np.arange(self.columns + 1) / self.CELLS - self.REACH)
        corner = np.zeros((rows + 1, self.columns + 1), np.uint8)
        for i in range(1, rows + 1):
            corner[i] = np.searchsorted(np.cumsum(poisson_terms((i / self.CELLS) ** 2, 0, 60)), u, side='left')
        low, high = corner[:-1, :-1], corner[1:, 1:]
        cells = np.where(low == high, low, low + self.UNSURE)
        return np.where(high > low + 1, self.BEYOND, cells).astype(np.uint8).ravel()

    def make_boundaries(self):
        """T_k at whole rows, and how far the straight line between two rows may be off, from the middle between them."""
        rows = self.WIDEST * self.ROWS
        score = np.full((2 * rows + 1, self.MOST), np.nan)
        inverse = NormalDist().inv_cdf
        for i in range(1, 2 * rows + 1):
            s = i / (2 * self.ROWS)
            mean = s * s
            first, last = max(0, int(mean - 7 * s - 9)), min(self.MOST, int(mean + 7 * s + 30))
            terms = poisson_terms(mean, 0, last + 40)
            below = np.cumsum(terms)[first:last].tolist()
            above = np.cumsum(terms[::-1])[::-1][first + 1 : last + 1].tolist()
            score[i, first:last] = [
                (inverse(p) if p < 0.5 else -inverse(q)) if p > 1e-15 and q > 1e-15 else math.nan
                for p, q in zip(below, above)
            ]
        whole, middle = score[::2], score[1::2]
        doubt = 2 * np.abs(middle - (whole[:-1] + whole[1:]) / 2) + 1e-10
        return whole.ravel(), doubt.ravel()

    def prepare(self, w):
        """What depends on w alone, once a period for all strategies."""
        self.w = w
        self.has_column = False
        x, b, c, d, error = self.x, self.b, self.c, self.d, self.error
        np.multiply(w, w, x)
        np.multiply(x, 1 / 6, b)
        b += 1 / 3
        np.multiply(x, -1 / 72, c)
        c -= 1 / 36
        c *= w
        np.multiply(x, 1 / 270, d)
        d += 7 / 810
        d *= x
        d -= 8 / 405
        np.multiply(x, x, error)
        error *= x
        error *= 0.001
        error += 0.02  # times lambda^-1.5: more than the expansion's error at every whole number, for |w| < 8

    def invert(self, mean, out):
        np.less(mean, self.SMALL, self.mask)
        small = np.count_nonzero(self.mask)
        if small == mean.size:
            self.look_up(mean, self.columns_of_w(), self.w, out)
            return
        x, s, r, y = self.x, self.s, self.r, self.y
        large = mean
        if small:
            lanes_small = np.flatnonzero(self.mask)
            large = np.maximum(mean, self.floor, self.mean)
        np.sqrt(large, s)
        np.divide(1.0, s, r)
        np.multiply(self.d, r, y)
        y += self.c
        y *= r
        y += self.b
        y += large
        s *= self.w
        y += s
        np.floor(y, out)
        np.rint(y, s)
        y -= s
        np.abs(y, y)
        np.multiply(r, r, x)
        x *= r
        x *= self.error
        np.less(y, x, self.mask)
        lanes = np.flatnonzero(self.mask)
        if lanes.size:
            k = s[lanes] - 1
            k[x[lanes] >= 0.45] = -2  # far out, where the expansion is of no use
            means = large[lanes]
            out[lanes] = self.settle(k, means, np.sqrt(means), self.w[lanes])
        if small:
            part = np.empty(lanes_small.size)
            self.look_up(mean[lanes_small], self.columns_of_w()[lanes_small], self.w[lanes_small], part)
            out[lanes_small] = part

    def columns_of_w(self):
        if not self.has_column:
            column = self.column
            np.add(self.w, self.REACH, column)
            column *= self.CELLS
            np.floor(column, column)
            np.clip(column, 0, self.columns - 1, column)
            self.has_column = True
        return self.column

    def look_up(self, mean, column, w, out):
        s = np.sqrt(mean)
        cell = s * self.CELLS
        np.floor(cell, cell)
        cell *= self.columns
        cell += column
        found = self.table.take(cell.astype(np.intp), mode='clip')
        np.copyto(out, found)
        lanes = np.flatnonzero(found >= self.UNSURE)
        if lanes.size:
            k = out[lanes] - self.UNSURE
            k[k == self.BEYOND - self.UNSURE] = -2
            out[lanes] = self.settle(k, mean[lanes], s[lanes], w[lanes])

    def settle(self, k, mean, s, w):
        """k or k + 1, by the boundary between them; k = -1 gives 0, and k = -2 asks for the distribution function."""
        row = s * self.ROWS
        whole = np.floor(row)
        row -= whole
        cell = (whole * self.MOST + k).astype(np.intp)
        start = self.boundary.take(cell, mode='clip')
        slope = self.boundary.take(cell + self.MOST, mode='clip')
        slope -= start
        slope *= row
        start += slope
        beyond = w - start
        result = k + (beyond > 0)
        np.abs(beyond, beyond)
        sure = beyond > self.doubt.take(cell, mode='clip')
        sure &= whole < self.WIDEST * self.ROWS
        sure &= k < self.MOST
        sure &= k >= 0
        if not sure.all():
            for i in np.flatnonzero(~sure):
                result[i] = 0 if k[i] == -1 else count_poisson(mean[i], w[i])
        return result


def poisson_terms(mean, first, last):
    counts = np.arange(first, last)
    if last > len(LOG_FACTORIALS):
        return np.exp(counts * math.log(mean) - mean - np.array([math.lgamma(k + 1) for k in counts.tolist()]))
    return np.exp(counts * math.log(mean) - mean - LOG_FACTORIALS[first:last])


LOG_FACTORIALS = np.array([math.lgamma(k + 1) for k in range(4096)])


def count_poisson(mean, w):
    """One value by summing the distribution, from the nearer tail."""
    if mean <= 0:
        return 0
    span = int(40 + 12 * math.sqrt(mean) + 2 * w * w)
    first, last = max(0, int(mean) - span), int(mean) + span
    terms = poisson_terms(mean, first, last)
    if w < 0:
        return first + int(np.searchsorted(np.cumsum(terms), 0.5 * math.erfc(-w * math.sqrt(0.5)), side='left'))
    # the greatest k with P(X >= k) > 1 - u
    return last - 1 - int(np.searchsorted(np.cumsum(terms[::-1]), 0.5 * math.erfc(w * math.sqrt(0.5)), side='right'))


def binomial(u, n, h):
    """The smallest k with F(k) >= u, each of n found with probability 1 - exp(-h). For n*h below 700 or h above 36."""
    h = np.minimum(h, 36.0)  # beyond, all are found
    odds = np.expm1(h)
    term = np.exp(-h * n)
    cdf = term.copy()
    k = np.zeros(len(n))
    for j in range(int(n.max(initial=0))):
        more = u > cdf
        if not more.any():
            break
        k += more
        term *= (n - j) / (j + 1) * odds
        cdf += term
    return np.minimum(k, n)


# ---------------------------------------------------------------------------------------------------------------------
# What a block of replications shares


class Block:
    def __init__(self, scenario, size, key, generator, record=False):
        draws = Draws(key, size, generator)
        self.size, self.draws, self.record = size, draws, record
        self.inputs = {}
        self.tree = tree = resolve(scenario, draws, '', self.inputs)
        self.n = PERIODS_A_YEAR[get(tree, 'calendar.period', 'week')]
        self.horizon = int(tree['calendar']['horizon'])
        self.zeros = np.zeros(size)
        self.scratch = [np.empty(size) for _ in range(3)]
        self.mask = np.empty(size, bool)
        market = tree['market']
        self.counts = get(market, 'counting', 'poisson') != 'expected'
        self.sigma = get(market, 'noise', 0)
        self.rho = get(market, 'noisePersistence', 0)
        self.seasons = get(market, 'seasonality', None)
        self.start = int(get(tree, 'calendar.startMonth', 1))
        self.price = market['price']
        self.price_step = self.step_a_period(1 - get(market, 'priceErosion', 0))
        self.growth = 1.0
        self.growth_step = self.step_a_period(1 + get(market, 'growth', 0))
        self.discount = 1.0
        self.discount_step = self.step_a_period(1 + get(tree, 'finance.discountRate', 0), -1)
        issues = get(tree, 'design.issues', 0)
        self.issues = np.floor(issues + 0.5) if is_array(issues) else math.floor(issues + 0.5)
        self.v = draws.uniform() if not is_zero(self.issues) else None
        self.poisson = Poisson(size) if self.counts else None
        self.noise = None
        self.z, self.w, self.e = [], [], []

    def step_a_period(self, factor, sign=1):
        return factor ** (sign / self.n)

    def advance(self, t):
        """The draws and the factors of period t."""
        draws = self.draws
        self.epsilon = 1.0
        if not is_zero(self.sigma):
            z = draws.normal()
            if self.record:
                self.z.append(z.copy())
            if t == 0 or is_zero(self.rho):
                self.noise = z
            else:
                z *= np.sqrt(1 - self.rho * self.rho)
                self.noise *= self.rho
                self.noise += z
            self.epsilon = np.multiply(self.noise, self.sigma)
            self.epsilon -= self.sigma * self.sigma / 2
            np.exp(self.epsilon, self.epsilon)
        if self.seasons is not None:
            month = (self.start - 1 + (t % self.n) * 12 // self.n) % 12
            self.epsilon = self.epsilon * self.seasons[month]
        if self.counts:
            w = draws.normal()
            self.poisson.prepare(w)
            if self.record:
                self.w.append(w.copy())
        if self.v is not None:
            self.exponential = draws.exponential()
            if self.record:
                self.e.append(self.exponential.copy())
        if t > 0:
            self.advance_factors()

    def advance_factors(self):
        self.price = self.price * self.price_step
        self.discount = self.discount * self.discount_step
        self.growth = self.growth * self.growth_step

    def run(self):
        paths = {name: Path(self, name) for name in self.tree['strategies']}
        alive = list(paths.values())
        for t in range(self.horizon):
            self.advance(t)
            for path in alive:
                path.period(t)
            if any(path.living == 0 for path in alive):
                alive = [path for path in alive if path.living]
                if not alive:
                    break
        if alive:
            self.advance_factors()
            for path in alive:
                path.finish()
        return {name: path.out for name, path in paths.items()}


class Orders:
    """Batches on order from one process: one row a period, read back a lead later, in a ring that stays in the cache."""

    def __init__(self, lead, kinds, size):
        self.lead, self.size = lead, size
        self.longest = int(np.max(lead))
        self.length = self.longest + 1
        self.rows = {kind: np.zeros((self.length, size)) for kind in kinds}
        self.stamp = [-1] * self.length
        self.last = -1
        self.back = None
        if is_array(lead):
            self.back = lead.astype(np.intp) * size - np.arange(size)  # the cell of period t is t*size - back
            self.cell = np.empty(size, np.int64)
            self.wrapped = np.empty(size, np.int64)
        self.buffers = {kind: np.empty(size) for kind in kinds}

    def open(self, t):
        """The rows of period t, to be written."""
        row = t % self.length
        self.stamp[row] = self.last = t
        return {kind: rows[row] for kind, rows in self.rows.items()}

    def store_nothing(self, t):
        row = t % self.length
        if self.stamp[row] >= 0:
            self.stamp[row] = -1
            for rows in self.rows.values():
                rows[row] = 0.0

    def arriving(self, t):
        """{kind: array} of what arrives in t, or None."""
        if self.last < 0 or t > self.last + self.longest:
            return None
        if self.back is None:
            row = (t - self.longest) % self.length
            if t < self.longest or self.stamp[row] != t - self.longest:
                return None
            return {kind: rows[row] for kind, rows in self.rows.items()}
        # (t - lead) mod length, at once for all: below zero is a huge unsigned number, so the minimum wraps it
        cell, wrapped = self.cell, self.wrapped
        np.subtract((t % self.length) * self.size, self.back, cell)
        np.add(cell, self.length * self.size, wrapped)
        np.minimum(cell.view(np.uint64), wrapped.view(np.uint64), cell.view(np.uint64))
        for kind, rows in self.rows.items():
            np.take(rows.ravel(), cell, out=self.buffers[kind], mode='wrap')
        return self.buffers

    def clear(self, kind, lanes):
        if kind in self.rows:
            self.rows[kind][:, lanes] = 0.0


# ---------------------------------------------------------------------------------------------------------------------
# One strategy, all replications of a block


class Path:
    def __init__(self, block, name):
        self.block = block
        tree = block.tree
        self.size = size = block.size
        self.n, self.H = block.n, block.horizon
        strategy = tree['strategies'][name]
        self.read_market(tree)
        self.read_finance(tree, strategy)
        self.read_stages(tree, strategy)
        full, zeros = (lambda x: np.full(size, x)), (lambda: np.zeros(size))

        # State; what a replication that has not launched, or has ended, must not do is switched off by its value here
        self.C = full(0.0) + self.opening
        self.f = zeros()
        self.NPV = zeros()
        self.I = zeros()
        self.W = zeros()
        self.S = zeros()
        self.position = zeros()  # I + on order - W
        self.balance = zeros()  # owed on batches
        self.tool_balance = zeros()
        self.K = full(0.0) + block.issues
        self.level = full(0.0) + tree['plan']['demand']
        self.trend = zeros()
        self.V = np.square(get(tree, 'plan.cv', 0.5) * self.level)
        self.alpha_true = get(tree, 'plan.smoothing', 0.2)
        self.alpha = zeros()  # 0 before launch
        self.beta = get(tree, 'plan.trendSmoothing', 0.1)
        self.appeal = zeros()  # (1 - appealLoss)^K; 0 before launch and after the end
        self.quiet_since = zeros()  # frozen = t - this
        self.launch = full(np.inf)
        self.scaled = full(float(self.H))
        self.blocked = full(np.inf)  # until a stage is active
        self.stage = np.full(size, -1)
        self.ready = full(np.inf)
        self.tools_on_order = 0
        self.can_step = np.zeros(size, bool)
        self.steppers = 0
        self.pending = np.zeros(size, bool)  # active, not launched, nothing on order
        self.pendings = 0
        self.unlaunched = np.arange(size)
        self.launched = 0
        self.stop_at = full(np.inf)
        self.alive = np.ones(size, bool)
        self.living = size
        self.in_stage = [0] * len(self.raw)
        self.limit = full(0.0) - self.credit_line
        self.base = full(0.0) + self.opening  # openingCash + funding so far
        self.cost_is_old = True
        self.latest_block = np.inf
        self.warranty_unit = self.warranty + self.warranty_issue * self.K
        if self.is_bass:
            self.untouched = full(0.0) + self.market_size  # M - O - X
        self.G = full(1.0) if not is_zero(self.scrap) else None
        self.last_order = full(1.0) if self.has_step_up else None
        if self.delay_longest:
            self.receivable = np.zeros((self.delay_longest + 1, size))
            if is_array(self.delay):
                self.delay_back = self.delay.astype(np.intp) * size - np.arange(size)

        # What is reported
        self.lost = zeros()
        self.made = zeros()
        self.scrapped = zeros()
        self.production = zeros()
        self.tooling = zeros()
        self.revenue = zeros()
        self.warranty_paid = zeros()
        self.revisions = zeros()
        self.peak_tied = zeros()
        self.lowest = self.C.copy()
        self.below = zeros()
        self.out = {metric: np.zeros(size) for metric in METRICS}
        self.buffers = {name: np.empty(size) for name in 'c each k orders shipped'.split()}
        self.before(tree, strategy)

    # Reading

    def read_market(self, tree):
        market = tree['market']
        self.model = market['model']
        self.is_bass = self.model == 'bass'
        if self.is_bass:
            self.market_size = market['size']
            self.innovation = market['innovation']
            self.imitation = market['imitation'] / market['size']
        elif self.model == 'level':
            self.market_level = market['level']
            self.base_level = np.zeros(self.size)
        else:
            self.profile = np.array(market['profile'], float)
            self.profile_scale = get(market, 'profileScale', 1)
        self.cancel = get(market, 'cancel', 0)
        self.arrives = get(market, 'competitor.arrives', np.inf)
        self.share = get(market, 'competitor.share', 0)
        self.delay = get(market, 'paymentDelay', 0)
        self.delay_longest = int(np.max(self.delay))
        design = tree.get('design') or {}
        self.bench = get(design, 'benchDiscovery', 0)
        self.field = get(design, 'fieldDiscovery', 0)
        self.engineering = get(design, 'engineeringCost', 0)
        self.field_fix = get(design, 'fieldFixCost', 0)
        self.scrap = get(design, 'inventoryScrap', 0)
        self.scraps_all = bool(np.any(np.equal(self.scrap, 1)))
        self.appeal_loss = get(design, 'appealLoss', 0)
        self.warranty = get(design, 'warranty', 0)
        self.warranty_issue = get(design, 'warrantyPerIssue', 0)
        self.has_warranty = not (is_zero(self.warranty) and is_zero(self.warranty_issue))

    def read_finance(self, tree, strategy):
        finance = tree['finance']
        self.opening = finance['openingCash']
        help_ = strategy.get('supplierCollaboration') or {}
        self.fixed = get(finance, 'burn', 0) + get(help_, 'cost', 0)
        self.issue_reduction = get(help_, 'issueReduction', 0)
        self.change_factor = 1 - get(help_, 'changeReduction', 0)
        self.setup_factor = 1 - get(help_, 'setupReduction', 0)
        self.holding = get(finance, 'holdingRate', 0) / self.n
        self.salvage = get(finance, 'salvage', 0)
        self.reserve = get(finance, 'reserve', 0)
        self.credit_line = get(finance, 'creditLine', 0)
        self.interest = get(finance, 'creditRate', 0) / self.n
        self.insolvency_cost = get(finance, 'insolvencyCost', 0)
        self.terminal = get(finance, 'terminal', 0)
        self.funding = get(finance, 'funding', [])
        # Cash below zero is insolvency where there is no credit: no interest then
        if is_zero(self.credit_line) and np.min(self.opening) >= 0:
            self.interest = 0

    def read_stages(self, tree, strategy):
        self.initial = strategy['initialOrder']
        stop = strategy.get('stop')
        self.stop = stop if stop and stop.get('after') is not None else None
        period = get(tree, 'calendar.period', 'week')
        stages = strategy['stages']
        self.raw = []
        for stage in stages:
            p = tree['processes'][stage['process']]
            batch = get(p, 'batch', 1)
            batch = np.maximum(1, np.floor(batch + 0.5)) if is_array(batch) else max(1, math.floor(batch + 0.5))
            lead = get(p, 'lead', 1)
            h = lead + get(stage, 'cover', DEFAULT_COVER[period])
            learning = get(p, 'learning', 1)
            setup = get(p, 'setup', 0) * self.setup_factor
            self.raw.append({
                'batch': batch,
                'setup_each': setup / batch,
                'tooling': get(p, 'tooling', 0),
                'life': get(p, 'toolLife', np.inf),
                'tool_lead': get(p, 'toolingLead', 0),
                'tool_deposit': get(p, 'toolingDeposit', 1),
                'change': get(p, 'changeCost', 0) * self.change_factor,
                'change_time': get(p, 'changeTime', 0),
                'material': get(p, 'material', 0),
                'conversion': get(p, 'conversion', 0),
                'slope': np.log2(learning) if is_array(learning) else math.log2(learning),
                'per_reference': 1 / get(p, 'learningReference', 1),
                'yield': get(p, 'yield', 1),
                'capacity': np.inf if p.get('capacity') is None else p['capacity'] * lead,
                'minimum': np.ceil(get(p, 'minimumOrder', 0) / batch - TOLERANCE) * batch,
                'lead': lead,
                'deposit': get(p, 'deposit', 1),
                'h': h,
                'half': (h + 1) / 2,
                'safety': get(stage, 'safety', 1) * np.sqrt(h),
                'step_up': get(stage, 'stepUp', np.inf),
                'mass': p['scale'] == 'mass',
            })
        some = lambda key, nothing: any(is_array(s[key]) or s[key] != nothing for s in self.raw)
        self.has_capacity = some('capacity', np.inf)
        self.has_life = some('life', np.inf)
        self.has_step_up = some('step_up', np.inf)
        self.has_minimum = some('minimum', 0)
        self.has_balance = some('deposit', 1)
        self.has_learning = some('slope', 0)
        self.leads = np.array([[np.min(s['lead']), np.max(s['lead'])] for s in self.raw])
        kinds = ['good'] + ['balance'] * self.has_balance + ['paid_for'] * self.has_capacity
        self.orders = [Orders(s['lead'], kinds, self.size) for s in self.raw]
        self.p = dict(self.raw[0])  # of the active stage: a scalar or an array
        self.own = set()  # the arrays in p that are not a stage's
        self.gates = [stage.get('advanceWhen') or strategy.get('advanceWhen') for stage in stages[:-1]]
        self.N = np.zeros(self.size)
        if self.has_life:
            self.tools = np.zeros(self.size)
            self.worn_at = np.full(self.size, np.inf)
        if self.has_capacity:
            self.paid_for = np.zeros(self.size)

    def before(self, tree, strategy):
        rounds = get(strategy, 'validationRounds', 0)
        validation = get(tree, 'design.validation', {})
        p = 1 - (1 - get(validation, 'detection', 0)) ** rounds * (1 - self.issue_reduction)
        if self.block.v is not None and not is_zero(p):
            with np.errstate(divide='ignore'):
                h = np.broadcast_to(-np.log1p(-np.asarray(p, float)), (self.size,))
            removed = binomial(self.block.v, self.K.copy(), h)
            self.K -= removed
            self.f -= removed * self.engineering
            self.warranty_unit = self.warranty + self.warranty_issue * self.K
        self.f -= rounds * get(validation, 'cost', 0)
        self.t0 = rounds * get(validation, 'time', 0)
        self.first, self.last_first = int(np.min(self.t0)), int(np.max(self.t0))
        self.has_issues = bool(np.any(self.K > 0)) and not (is_zero(self.bench) and is_zero(self.field))

    # One period

    def period(self, t):
        if t > 0:
            self.f.fill(0.0)
        if self.funding:
            self.fund(t)
        if self.first <= t <= self.last_first:
            self.order_first_tool(t)
        self.arrivals(t)
        if self.has_issues and t >= self.first:
            self.discovery(t)
        if self.unlaunched.size and self.in_transit():
            self.look_for_launch(t)
        if self.launched:
            self.market(t)
            self.forecast()
        if self.cost_is_old and self.in_production():
            self.costs()
        stopping = self.decide(t)
        self.replenish(t, stopping)
        self.carry(t, stopping)

    def in_production(self):
        return any(self.in_stage)

    def in_transit(self):
        return any(orders.last >= 0 for orders in self.orders)

    def fund(self, t):
        for offer in self.funding:
            if is_array(offer['at']) or offer['at'] == t:
                lanes = np.flatnonzero((offer['at'] == t) & (get(offer, 'ifSold', 0) <= self.S))
                self.C[lanes] += at(offer['amount'], lanes)
                self.base[lanes] += at(offer['amount'], lanes)

    def order_first_tool(self, t):
        lanes = np.flatnonzero(self.alive & (self.t0 == t))
        if lanes.size:
            self.order_tool(lanes, 0, t + at(self.raw[0]['tool_lead'], lanes))

    def order_tool(self, lanes, stage, ready):
        p = self.raw[stage]
        tooling, deposit = at(p['tooling'], lanes), at(p['tool_deposit'], lanes)
        self.pay_tooling(lanes, tooling * deposit)
        self.tool_balance[lanes] = tooling * (1 - deposit)
        self.ready[lanes] = ready
        self.steppers -= np.count_nonzero(self.can_step[lanes])
        self.can_step[lanes] = False
        self.tools_on_order += lanes.size

    def pay_tooling(self, lanes, amount):
        self.f[lanes] -= amount
        self.tooling[lanes] += amount

    def arrivals(self, t):
        for stage, orders in enumerate(self.orders):
            arriving = orders.arriving(t)
            if arriving is None:
                continue
            good = arriving['good']
            if self.G is not None:
                good = np.multiply(good, self.G, self.block.scratch[0])
            self.I += good
            if self.has_balance:
                self.f -= arriving['balance']
                self.balance -= arriving['balance']
            if self.has_capacity:
                self.paid_for -= arriving['paid_for']
        if self.tools_on_order:
            np.equal(self.ready, t, self.block.mask)
            lanes = np.flatnonzero(self.block.mask)
            if lanes.size:
                self.tools_arrive(lanes, t)

    def tools_arrive(self, lanes, t):
        self.pay_tooling(lanes, self.tool_balance[lanes])
        self.tool_balance[lanes] = 0.0
        self.ready[lanes] = np.inf
        self.tools_on_order -= lanes.size
        self.stage[lanes] += 1
        stages = self.stage[lanes]
        for stage in range(stages.min(), stages.max() + 1):
            some = lanes[stages == stage]
            if some.size:
                self.activate(some, stage, t)

    def activate(self, lanes, stage, t):
        raw = self.raw[stage]
        self.in_stage[stage] += lanes.size
        if stage > 0:
            self.in_stage[stage - 1] -= lanes.size
            self.made[lanes] += self.N[lanes] * at(self.p['yield'], lanes)
            self.N[lanes] = 0.0
            if self.has_capacity:
                self.paid_for[lanes] = 0.0
                self.orders[stage - 1].clear('paid_for', lanes)
        else:
            self.pending[lanes] = True
            self.pendings += lanes.size
        if self.in_stage[stage] == sum(self.in_stage):
            self.p, self.own = dict(raw), set()
        else:
            self.mix(lanes, raw)
        self.blocked[lanes] = t
        self.latest_block = self.blocked[self.alive].max()
        if stage + 1 < len(self.raw) and self.gates[stage]:
            self.can_step[lanes] = True
            self.steppers += lanes.size
        if self.has_life:
            self.tools[lanes] = 1.0
            self.worn_at[lanes] = (1 + TOLERANCE) * at(raw['life'], lanes)
        if raw['mass']:
            self.scaled[lanes] = np.minimum(self.scaled[lanes], t)
        self.cost_is_old = True

    def mix(self, lanes, raw):
        for name, new in raw.items():
            old = self.p[name]
            if old is new or (not is_array(old) and not is_array(new) and old == new):
                continue
            if name not in self.own:
                self.own.add(name)
                self.p[name] = np.empty(self.size)
                self.p[name][:] = old
            self.p[name][lanes] = at(new, lanes)

    # Discovery

    def discovery(self, t):
        h = self.block.scratch[0]
        if is_zero(self.field):
            np.multiply(self.K, self.bench, h)
        else:
            np.multiply(self.S, self.field, h)
            h += self.bench
            h *= self.K
        np.less(self.block.exponential, h, self.block.mask)  # r > (1 - p)^K
        if t < self.last_first:
            self.block.mask &= self.t0 <= t
        lanes = np.flatnonzero(self.block.mask)
        if lanes.size:
            self.revise(lanes, t)

    def revise(self, lanes, t):
        sold, K = self.S[lanes], self.K[lanes]
        h = at(self.bench, lanes) + at(self.field, lanes) * sold
        found = np.maximum(binomial(np.exp(-self.block.exponential[lanes]), K, h), 1)
        K -= found
        self.K[lanes] = K
        self.revisions[lanes] += 1
        self.quiet_since[lanes] = t
        self.f[lanes] -= found * (at(self.engineering, lanes) + at(self.field_fix, lanes) * sold)
        if self.has_warranty:
            self.warranty_unit[lanes] = at(self.warranty, lanes) + at(self.warranty_issue, lanes) * K
        if not is_zero(self.appeal_loss):
            appeal = (1 - at(self.appeal_loss, lanes)) ** K
            self.appeal[lanes] = np.where(self.launch[lanes] < t, appeal, 0.0)
        if self.G is not None:
            self.scrap_stock(lanes)
        if self.in_production():
            active = lanes[self.stage[lanes] >= 0]
            if active.size:
                self.pay_tooling(active, at(self.p['change'], active))
                self.blocked[active] = np.maximum(self.blocked[active], t) + at(self.p['change_time'], active)
                self.latest_block = max(self.latest_block, self.blocked[active].max())
        if self.tools_on_order:
            waiting = lanes[self.ready[lanes] < np.inf]
            for stage, raw in enumerate(self.raw):
                some = waiting[self.stage[waiting] == stage - 1]
                if some.size:
                    self.pay_tooling(some, at(raw['change'], some))
                    self.ready[some] = np.maximum(self.ready[some], t) + at(raw['change_time'], some)

    def scrap_stock(self, lanes):
        share, waiting = at(self.scrap, lanes), self.W[lanes]
        owned = self.position[lanes] + waiting
        self.scrapped[lanes] += share * owned
        self.position[lanes] = (1 - share) * owned - waiting
        self.I[lanes] *= 1 - share
        if not self.scraps_all:
            self.G[lanes] *= 1 - share
            return
        self.G[lanes] *= np.where(np.equal(share, 1), 1.0, 1 - share)
        everything = lanes[np.broadcast_to(share == 1, lanes.shape)]
        if everything.size:
            for orders in self.orders:
                orders.clear('good', everything)
            self.position[everything] = -self.W[everything]
            again = everything[(self.launch[everything] == np.inf) & (self.stage[everything] >= 0)]
            again = again[~self.pending[again]]
            self.pending[again] = True
            self.pendings += again.size

    # Market and forecast

    def look_for_launch(self, t):
        in_stock = self.I[self.unlaunched] > 0
        if not in_stock.any():
            return
        lanes = self.unlaunched[in_stock]
        self.unlaunched = self.unlaunched[~in_stock]
        self.launched += lanes.size
        self.launch[lanes] = t
        self.quiet_since[lanes] = t
        self.alpha[lanes] = at(self.alpha_true, lanes)
        self.appeal[lanes] = 1.0 if is_zero(self.appeal_loss) else (1 - at(self.appeal_loss, lanes)) ** self.K[lanes]
        if self.model == 'level':
            self.base_level[lanes] = at(self.market_level, lanes) / at(self.block.growth, lanes)
        if self.stop:
            self.stop_at[lanes] = t + at(self.stop['after'], lanes)

    def market(self, t):
        block = self.block
        mean, scratch, free = block.scratch
        D, shipped = self.buffers['orders'], self.buffers['shipped']
        if self.is_bass:
            np.maximum(self.untouched, block.zeros, free)
            np.multiply(self.S, self.imitation, mean)
            mean += self.innovation
            mean *= free
        elif self.model == 'level':
            np.multiply(self.base_level, block.growth, mean)
        else:
            np.subtract(t, self.launch, mean)
            np.clip(mean, 0, len(self.profile) - 1, mean)
            self.profile.take(mean.astype(np.intp), out=mean, mode='clip')
            mean *= self.profile_scale
        mean *= block.epsilon
        mean *= self.appeal
        if is_array(self.arrives) or t >= self.arrives:
            self.compete(t, mean, scratch)
        if block.counts:
            block.poisson.invert(mean, D)
        else:
            np.copyto(D, mean)
        if self.is_bass:
            np.minimum(D, free, D)
            self.untouched -= D
        self.position -= D
        self.W += D
        np.minimum(self.I, self.W, shipped)
        self.I -= shipped
        self.W -= shipped
        if not is_zero(self.cancel):
            np.multiply(self.W, self.cancel, scratch)
            self.W -= scratch
            self.lost += scratch
            self.position += scratch
        self.S += shipped
        np.multiply(shipped, block.price, scratch)
        self.revenue += scratch
        if self.delay_longest:
            self.collect(t, scratch)
        else:
            self.f += scratch
        if self.has_warranty:
            np.multiply(shipped, self.warranty_unit, scratch)
            self.warranty_paid += scratch
            self.f -= scratch

    def compete(self, t, mean, scratch):
        share = self.share
        if is_array(self.arrives):
            share = share * (self.arrives <= t)
        np.multiply(mean, share, scratch)
        mean -= scratch
        if self.is_bass:
            self.untouched -= scratch

    def collect(self, t, booked):
        length = self.delay_longest + 1
        np.copyto(self.receivable[t % length], booked)
        if is_array(self.delay):
            cell = (t % length) * self.size - self.delay_back
            cell += (cell < 0) * (length * self.size)
            self.f += self.receivable.ravel().take(cell, mode='wrap')
        else:
            self.f += self.receivable[(t - self.delay_longest) % length]

    def forecast(self):
        e, scratch, _ = self.block.scratch
        self.level += self.trend
        np.subtract(self.buffers['orders'], self.level, e)
        np.multiply(e, e, scratch)
        scratch -= self.V
        scratch *= self.alpha
        self.V += scratch
        e *= self.alpha
        self.level += e
        e *= self.beta
        self.trend += e

    # Decisions

    def costs(self):
        """c, what a unit costs with its share of the setup, and k, by the units ordered so far."""
        p = self.p
        self.cost_is_old = False
        if not self.has_learning:
            self.c = p['material'] + p['conversion']
            self.each = self.c + p['setup_each']
            self.k = self.each / p['yield']
            return
        c, each, k = (self.buffers[name] for name in ('c', 'each', 'k'))
        np.multiply(self.N, p['per_reference'], c)
        np.maximum(c, 1.0, c)
        np.power(c, p['slope'], c)
        c *= p['conversion']
        c += p['material']
        np.add(c, p['setup_each'], each)
        np.divide(each, p['yield'], k)
        self.c, self.each, self.k = c, each, k

    def decide(self, t):
        """The replications that stop in t; tools are ordered on the way."""
        stopping = None
        if self.stop and self.launched:
            lanes = np.flatnonzero(self.stop_at == t)
            if lanes.size:
                lanes = lanes[self.S[lanes] + self.W[lanes] < at(self.stop['soldBelow'], lanes)]
            if lanes.size:
                stopping = lanes
                self.steppers -= np.count_nonzero(self.can_step[lanes])
                self.can_step[lanes] = False
        if self.steppers:
            for stage, gates in enumerate(self.gates):
                if gates and self.in_stage[stage]:
                    candidates = self.can_step if len(self.gates) == 1 else self.can_step & (self.stage == stage)
                    lanes = self.passing(candidates, gates, stage, t)
                    if lanes.size:
                        self.step(lanes, stage + 1, t)
        return stopping

    def step(self, lanes, stage, t):
        p = self.raw[stage]
        left = self.C[lanes] + self.f[lanes] - at(p['tooling'], lanes) - self.balance[lanes]
        enough = left >= at(self.reserve, lanes)
        lanes = lanes[enough]
        if lanes.size:
            self.order_tool(lanes, stage, t + np.maximum(1, at(p['tool_lead'], lanes)))

    def passing(self, candidates, gates, stage, t):
        if gates.get('at') is not None:
            return np.flatnonzero(candidates & (gates['at'] <= t))
        tests = []
        if gates.get('marketValidated'):
            sold = gates['marketValidated']['sold']
            tests.append(lambda i: self.S[i] >= at(sold, i))
        if gates.get('designFrozen'):
            quiet = gates['designFrozen']['for']
            tests.append(lambda i: t - self.quiet_since[i] >= at(quiet, i))
        if gates.get('demandStable'):
            cv, window = gates['demandStable']['cv'], gates['demandStable']['window']
            tests.append(lambda i: (
                (self.V[i] <= np.square(at(cv, i) * self.level[i]))
                & (self.level[i] > 0)
                & (t - self.launch[i] + 1 >= at(window, i))
            ))
        if gates.get('costPressure'):
            payback = gates['costPressure']['payback']
            tests.append(lambda i: at(self.raw[stage + 1]['tooling'], i) <= (
                self.saving(stage, i) * np.maximum(0.0, self.level[i]) * at(payback, i)
            ))
        require = int(get(gates, 'require', len(tests)))
        if self.launched == 0:
            return np.empty(0, np.intp)
        if require < len(tests):
            lanes = np.flatnonzero(candidates & (self.launch <= t))
            return lanes[sum(test(lanes).astype(int) for test in tests) >= require]
        if self.steppers * 4 < self.size:
            lanes = np.flatnonzero(candidates)
        else:
            lanes = np.flatnonzero(candidates & tests.pop(0)(slice(None)))
        lanes = lanes[self.launch[lanes] <= t]
        for test in tests:
            if lanes.size:
                lanes = lanes[test(lanes)]
        return lanes

    def saving(self, stage, i):
        now, then = self.raw[stage], self.raw[stage + 1]
        k_then = (at(then['material'], i) + at(then['conversion'], i) + at(then['setup_each'], i)) / at(then['yield'], i)
        return at(self.k, i) + at(now['tooling'], i) / at(now['life'], i) - k_then

    # Replenishment

    def replenish(self, t, stopping):
        p, block = self.p, self.block
        lead = p['lead']
        active = [stage for stage, count in enumerate(self.in_stage) if count]
        soonest, latest = self.leads[active, 0].min(initial=self.H), self.leads[active, 1].max(initial=0)
        if not (self.launched or self.pendings) or t + soonest >= self.H:
            for orders in self.orders:
                orders.store_nothing(t)
            return
        q, other, mask = block.scratch[0], block.scratch[1], block.mask
        if self.launched:
            self.want(q, other)
        else:
            q.fill(0.0)
        if self.unlaunched.size:
            q[self.unlaunched] = 0.0
            if self.pendings:
                lanes = np.flatnonzero(self.pending)
                q[lanes] = at(self.initial, lanes)
        batch = p['batch']
        in_batches = not is_one(batch)
        if self.has_minimum:
            np.greater(q, 0.0, mask)
        if in_batches:
            q /= batch
        q -= TOLERANCE
        np.ceil(q, q)
        if in_batches:
            q *= batch
        if self.has_minimum:
            np.maximum(q, p['minimum'], q)
            q *= mask
        if self.has_capacity:
            np.subtract(p['capacity'], self.paid_for, other)
            self.whole_batches(other, batch, in_batches)
            np.minimum(q, other, q)
        np.add(self.C, self.f, other)
        other -= self.reserve
        if self.has_balance:
            other -= self.balance
        if self.tools_on_order:
            other -= self.tool_balance
        other /= self.each
        self.whole_batches(other, batch, in_batches)
        np.fmin(q, other, q)  # 0/0, of units that cost nothing, is no limit
        np.maximum(q, block.zeros, q)
        if self.has_minimum:
            np.greater_equal(q, p['minimum'], mask)
            q *= mask
        if t < self.latest_block:
            np.less_equal(self.blocked, t, mask)
            q *= mask
        if t + latest >= self.H and is_array(lead):
            np.less(lead, self.H - t, mask)
            q *= mask
        if stopping is not None:
            q[stopping] = 0.0
        self.book(t, q, other)

    def want(self, q, other):
        p = self.p
        np.multiply(self.trend, p['half'], q)
        q += self.level
        np.maximum(q, self.block.zeros, q)
        q *= p['h']
        np.sqrt(self.V, other)
        other *= p['safety']
        q += other
        q -= self.position
        if not is_one(p['yield']):
            q /= p['yield']
        if self.has_step_up:
            np.multiply(self.last_order, p['step_up'], other)
            other /= p['batch']
            other += TOLERANCE
            np.floor(other, other)
            np.maximum(other, 1.0, other)
            other *= p['batch']
            np.minimum(q, other, q)

    @staticmethod
    def whole_batches(x, batch, in_batches):
        if in_batches:
            x /= batch
        x += TOLERANCE
        np.floor(x, x)
        if in_batches:
            x *= batch

    def book(self, t, q, spend):
        p = self.p
        ordering = [stage for stage, count in enumerate(self.in_stage) if count]
        rows = self.orders[ordering[0]].open(t)  # written in place; shared out below if several stages are active
        for stage, orders in enumerate(self.orders):
            if stage not in ordering:
                orders.store_nothing(t)
        np.multiply(q, self.each, spend)
        self.production += spend
        if self.has_balance:
            balance = rows['balance']
            np.multiply(spend, p['deposit'], balance)
            self.f -= balance
            np.subtract(spend, balance, balance)
            self.balance += balance
        else:
            self.f -= spend
        if self.has_step_up:
            np.copyto(self.last_order, q, where=q > 0)
        if self.pendings:
            lanes = np.flatnonzero(self.pending & (q > 0))
            self.pending[lanes] = False
            self.pendings -= lanes.size
        self.N += q
        if self.has_capacity:
            self.paid_for += q
            np.copyto(rows['paid_for'], q)
        good = q
        if not is_one(p['yield']):
            good = np.multiply(q, p['yield'], rows['good'])
        self.position += good
        if self.G is not None:
            np.divide(good, self.G, rows['good'])
        elif good is q:
            np.copyto(rows['good'], q)
        for stage in ordering[1:]:
            here = self.stage == stage
            for kind, row in self.orders[stage].open(t).items():
                np.multiply(rows[kind], here, row)
                rows[kind] -= row
        if self.has_life:
            np.greater(self.N, self.worn_at, self.block.mask)
            lanes = np.flatnonzero(self.block.mask)
            if lanes.size:
                life = at(p['life'], lanes)
                tools = np.ceil(self.N[lanes] / life - TOLERANCE)
                self.pay_tooling(lanes, (tools - self.tools[lanes]) * at(p['tooling'], lanes))
                self.tools[lanes] = tools
                self.worn_at[lanes] = (tools + TOLERANCE) * life
        self.cost_is_old = self.has_learning

    # The end of the period

    def carry(self, t, stopping):
        tied, scratch, _ = self.block.scratch
        f, C = self.f, self.C
        if self.launched:
            np.multiply(self.I, self.k, tied)
            if not is_zero(self.holding):
                np.multiply(tied, self.holding, scratch)
                f -= scratch
            tied += self.tooling
            np.maximum(self.peak_tied, tied, self.peak_tied)
        else:
            np.maximum(self.peak_tied, self.tooling, self.peak_tied)
        f -= self.fixed
        if not is_zero(self.interest):
            np.minimum(C, self.block.zeros, scratch)
            scratch *= self.interest
            f += scratch
        C += f
        np.multiply(f, self.block.discount, scratch)
        self.NPV += scratch
        np.minimum(self.lowest, C, self.lowest)
        mask = self.block.mask
        np.less(C, self.base, mask)
        np.multiply(mask, t + 1.0, scratch)
        np.maximum(self.below, scratch, self.below)
        np.less(C, self.limit, mask)
        if stopping is not None or mask.any():
            self.end(t, np.flatnonzero(mask), stopping)

    def end(self, t, broke, stopping):
        self.out['insolvent'][broke] = 1
        lanes = broke
        if stopping is not None:
            self.out['stopped'][stopping] = 1
            lanes = np.union1d(broke, stopping)
        inventory = self.settle(lanes, t, at(self.block.discount, lanes))
        if is_array(self.insolvency_cost) or self.insolvency_cost:
            cost = at(self.insolvency_cost, lanes) * self.out['insolvent'][lanes]
            self.C[lanes] -= cost
            self.NPV[lanes] -= cost * at(self.block.discount, lanes)
        self.below[lanes] = np.where(self.C[lanes] < self.base[lanes], self.H, self.below[lanes])
        self.report(lanes, inventory)
        # From here on these replications must do nothing that is seen
        self.alive[lanes] = False
        self.living -= lanes.size
        self.unlaunched = self.unlaunched[self.alive[self.unlaunched]]
        self.launched -= np.count_nonzero(self.launch[lanes] < np.inf)
        self.pendings -= np.count_nonzero(self.pending[lanes])
        self.steppers -= np.count_nonzero(self.can_step[lanes])
        self.tools_on_order -= np.count_nonzero(self.ready[lanes] < np.inf)
        for stage in range(len(self.raw)):
            self.in_stage[stage] -= np.count_nonzero(self.stage[lanes] == stage)
        self.pending[lanes] = self.can_step[lanes] = False
        self.stage[lanes] = -1
        self.ready[lanes] = self.blocked[lanes] = self.stop_at[lanes] = np.inf
        self.limit[lanes] = -np.inf
        self.K[lanes] = self.appeal[lanes] = self.I[lanes] = self.W[lanes] = self.N[lanes] = self.position[lanes] = 0.0
        if self.living:
            self.latest_block = self.blocked[self.alive].max()

    def settle(self, lanes, t, discount):
        """Receivables, balances and what is left over, after period t; the units left over."""
        flow = -self.balance[lanes] - self.tool_balance[lanes]
        self.tooling[lanes] += self.tool_balance[lanes]
        if self.delay_longest:
            length = self.delay_longest + 1
            delay = at(self.delay, lanes)
            for age in range(min(t + 1, length)):
                flow += self.receivable[(t - age) % length, lanes] * (delay > age)
        inventory = np.zeros(lanes.size)
        if self.in_production():
            producing = self.stage[lanes] >= 0
            inventory = (self.position[lanes] + self.W[lanes]) * producing
            flow += inventory * at(self.salvage, lanes) * at(self.k, lanes)
        self.C[lanes] += flow
        self.NPV[lanes] += flow * discount
        return inventory

    def report(self, lanes, inventory):
        out = self.out
        launch = self.launch[lanes]
        producing = self.stage[lanes] >= 0
        made = self.made[lanes] + np.where(producing, self.N[lanes] * at(self.p['yield'], lanes), 0.0)
        production = self.production[lanes]
        with np.errstate(divide='ignore', invalid='ignore'):
            unit_cost = np.where(made > 0, production / made, np.nan)
        values = {
            'npv': self.NPV[lanes],
            'ending_cash': self.C[lanes],
            'lowest_cash': self.lowest[lanes],
            'peak_funding': np.maximum(0.0, at(self.opening, lanes) - self.lowest[lanes]),
            'launch_period': np.where(launch < np.inf, launch, self.H),
            'scaled_period': self.scaled[lanes],
            'ever_scaled': self.scaled[lanes] < self.H,
            'units_sold': self.S[lanes],
            'orders_lost': self.lost[lanes],
            'orders_waiting': self.W[lanes],
            'units_made': made,
            'units_scrapped': self.scrapped[lanes],
            'ending_inventory': inventory,
            'production_spend': production,
            'unit_cost': unit_cost,
            'tooling_spend': self.tooling[lanes],
            'revenue': self.revenue[lanes],
            'warranty_spend': self.warranty_paid[lanes],
            'revisions': self.revisions[lanes],
            'open_issues': self.K[lanes],
            'peak_capital_tied': self.peak_tied[lanes],
            'payback_period': self.below[lanes],
        }
        for metric, value in values.items():
            out[metric][lanes] = value

    def finish(self):
        """At H: the block's factors are those of period H."""
        lanes = np.flatnonzero(self.alive)
        block = self.block
        inventory = self.settle(lanes, self.H - 1, at(block.discount, lanes))
        if not is_zero(self.terminal):
            lanes_sold = self.launch[lanes] < np.inf
            units = at(self.terminal, lanes) * np.maximum(0.0, self.level[lanes])
            if self.is_bass:
                units = np.minimum(units, np.maximum(0.0, self.untouched[lanes]))
            k = at(self.k, lanes) if self.in_production() else 0.0
            margin = at(block.price, lanes) - k - at(self.warranty_unit, lanes)
            value = units * np.maximum(0.0, margin) * at(block.discount, lanes)
            self.NPV[lanes] += np.where(lanes_sold, value, 0.0)
        self.report(lanes, inventory)


# ---------------------------------------------------------------------------------------------------------------------


class Summary:
    """Mean and sd of each metric, merged block by block (Chan, Golub and LeVeque 1983)."""

    def __init__(self):
        self.parts = {}

    def add(self, strategy, metric, values):
        values = values[~np.isnan(values)] if metric == 'unit_cost' else values
        n = len(values)
        if n == 0:
            self.parts.setdefault((strategy, metric), (0, 0.0, 0.0))
            return
        mean = values.mean()
        square = np.square(values - mean).sum()
        n0, mean0, square0 = self.parts.get((strategy, metric), (0, 0.0, 0.0))
        difference, total = mean - mean0, n0 + n
        merged = mean0 + difference * n / total
        self.parts[strategy, metric] = (total, merged, square0 + square + difference**2 * n0 * n / total)

    def tree(self):
        tree = {}
        for (strategy, metric), (n, mean, square) in self.parts.items():
            sd = math.sqrt(square / (n - 1)) if n > 1 else None
            tree.setdefault(strategy, {})[metric] = {'mean': float(mean) if n else None, 'sd': sd}
        return tree


def run(scenario, replications, seed, block_size, generator):
    summary = Summary()
    for number, start in enumerate(range(0, replications, block_size)):
        size = min(block_size, replications - start)
        for strategy, out in Block(scenario, size, [seed, number], generator).run().items():
            for metric, values in out.items():
                summary.add(strategy, metric, values)
    return summary.tree()


def dump(scenario, size, seed, generator):
    """The oracle's job: the draws of one block, and what came out here."""
    block = Block(scenario, size, [seed, 0], generator, record=True)
    out = block.run()
    u = [normal_cdf(w) for w in block.w]
    replications = []
    for i in range(size):
        expected = {
            name: {m: None if math.isnan(values[m][i]) else float(values[m][i]) for m in METRICS}
            for name, values in out.items()
        }
        replications.append({
            'inputs': {path: float(x[i]) for path, x in block.inputs.items()},
            'z': [float(z[i]) for z in block.z],
            'u': [float(x[i]) for x in u],
            'r': [math.exp(-e[i]) for e in block.e],
            'v': float(block.v[i]) if block.v is not None else 0.5,
            'expected': expected,
        })
    # Leaves that are drawn are overridden in every replication; a constant takes its value
    return {'scenario': resolve(scenario, Draws([seed, 0], 1, generator), '', {}), 'replications': replications}


def plain(x):
    if isinstance(x, np.ndarray):
        return float(x[0])
    raise TypeError(type(x))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    parser.add_argument('scenario')
    parser.add_argument('--replications', type=int, default=10_000)
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--rounds', type=int, default=1)
    parser.add_argument('--block', type=int, default=8192)
    parser.add_argument('--generator', choices=['philox', 'sfc64'], default='philox')
    parser.add_argument('--dump', action='store_true', help="write the oracle's job instead of running")
    options = parser.parse_args()
    with open(options.scenario, encoding='utf-8') as file:
        scenario = json.load(file)
    scenario = scenario.get('scenario', scenario)
    np.seterr(all='ignore')  # replications that have ended run on unseen
    if options.dump:
        json.dump(dump(scenario, options.replications, options.seed, options.generator), sys.stdout, default=plain)
        return
    Poisson(1)  # the table is start-up
    periods = options.replications * int(scenario['calendar']['horizon']) * len(scenario['strategies'])
    seconds, cpu_seconds = [], []
    for _ in range(options.rounds):
        start, cpu_start = time.perf_counter(), time.process_time()
        metrics = run(scenario, options.replications, options.seed, options.block, options.generator)
        seconds.append(time.perf_counter() - start)
        cpu_seconds.append(time.process_time() - cpu_start)
    json.dump(
        {
            'metrics': metrics,
            'seconds': seconds,
            'cpuSeconds': cpu_seconds,
            'nsPerStrategyPeriod': [1e9 * s / periods for s in seconds],
            'strategyPeriods': periods,
        },
        sys.stdout,
    )
    print()


if __name__ == '__main__':
    main()
