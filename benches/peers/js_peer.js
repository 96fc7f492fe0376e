// The reduced model of README.md in plain JavaScript: one thread, no library.
//
//     node js_peer.js --trials N --seed S --repeat R
//
// prints one JSON line. In a page, after js_chance.js, it sets globalThis.jsPeer, whose run(trials, seed, repeat) returns
// the same.
"use strict";

if (typeof require === "function") require("./js_chance.js");

globalThis.jsPeer = (() => {
  const MONTHS = 60;
  const YEARS = 5;
  const SITES = ["onshore", "nearshore", "offshore"];
  const KINDS = ["complete", "hybrid", "function_specific"];
  const HYBRID_SHARE = 0.4;
  const LOCAL_SHARE = 0.2;
  const { Chance, pert, lognormal } = globalThis.jsChance;
  const P90 = 1.2815515655446004;
  const P95 = 1.6448536269514722;
  const DISCOUNT = Float64Array.from({ length: MONTHS }, (_, i) => 1.08 ** (-(i + 1) / 12));
  const CAP = Float64Array.from({ length: MONTHS + 1 }, (_, steps) => 3 * Math.sqrt(steps));

  // Support, help desk, accounting, data entry. Prices are multiples of that of an hour of customer support: at home
  // they follow wages, abroad a rate card.
  const ABROAD = [1, 2, 1.15, 0.75];
  const FUNCTIONS = [[40, 42830, true], [10, 60340, false], [12, 49210, false], [8, 39850, true]].map(
    ([heads, wage, marked], f) => ({ heads, wage, marked, prices: [wage / 42830, ABROAD[f], ABROAD[f]] }));
  const COUNT = FUNCTIONS.length;

  // Ranges: low, likely, high, where low and high are bounds (README.md says how they follow from percentiles).
  const HOME = {
    wageGrowth: pert(0.022746299, 0.035, 0.053655088), wageVolatility: pert(0, 0.01, 0.02),
    benefits: pert(0.18236549, 0.235, 0.33032576), hours: pert(1409.9843, 1560, 2000.7771),
    hazard: pert(0.03, 0.072, 0.1), days: lognormal(0.1, 10, P95), reach: pert(0.2, 0.5, 1), loss: pert(1, 1.5, 2.5),
  };
  const VOLUME_GROWTH = pert(-0.098672443, 0, 0.098672443);
  const VOLUME_VOLATILITY = pert(0.03, 0.08, 0.15);
  const VENDORS = [
    {
      rate: pert(10.946834, 42, 78.147614), escalator: pert(0.02, 0.03, 0.045), goLive: pert(0.53812584, 2, 5.5983868),
      movable: pert(0.85, 0.93, 1), rampMonths: pert(2, 3, 5), hazard: pert(0.03, 0.072, 0.1),
      rampLoss: lognormal(0.05, 0.2, P90), rework: lognormal(1, 1.05, P90),
      wageGrowth: null, drift: null, volatility: 0, // an onshore price follows no foreign wages and no currency
    },
    {
      rate: pert(6.7588225, 18, 36.884228), escalator: pert(0.02, 0.035, 0.06), goLive: pert(0.9735998, 4, 9.1606681),
      movable: pert(0.82, 0.9, 0.97), rampMonths: pert(3, 5, 8), hazard: pert(0.04, 0.1, 0.2),
      rampLoss: lognormal(0.08, 0.25, P90), rework: lognormal(1, 1.12, P90),
      wageGrowth: pert(0.05, 0.07, 0.09), drift: pert(0.3, 0.7, 1), volatility: 0.145,
    },
    {
      rate: pert(6.1062046, 14, 21.893795), escalator: pert(0.02, 0.035, 0.07), goLive: pert(1.1728851, 6, 10.827115),
      movable: pert(0.75, 0.85, 0.95), rampMonths: pert(5, 8, 12), hazard: pert(0.05, 0.14, 0.3),
      rampLoss: lognormal(0.1, 0.27, P90), rework: lognormal(1, 1.25, P90),
      wageGrowth: pert(0.09, 0.095, 0.105), drift: pert(0.3, 0.7, 1), volatility: 0.074,
    },
  ];

  // Written anew in each trial. A row is a function or a site, a column a month.
  const steps = new Float64Array(MONTHS); // of one Brownian motion
  const market = new Float64Array(MONTHS); // the part of the swings that functions share
  const levels = new Float64Array(COUNT * MONTHS);
  const fees = new Float64Array(SITES.length * MONTHS); // of an hour a year at a price of 1, rework apart, discounted
  const pay = new Float64Array(MONTHS); // discounted twelfth of the wage index
  const goLive = new Float64Array(SITES.length);
  const homeYear = new Float64Array(COUNT); // a year's cost at home, at the wages of the decision
  // What the trial is for: present value at home, and what a cell adds: a function at a site, all that can move.
  const home = new Float64Array(COUNT);
  const movable = new Float64Array(SITES.length * COUNT);
  const cells = new Float64Array(SITES.length * COUNT);

  const capped = (x, cap) => (x > cap ? cap : x < -cap ? -cap : x);
  const atWork = (s, i) => Math.min(Math.max(i + 1 - goLive[s], 0), 1); // part of a month in which the vendor works

  function drawHome(chance, growth) {
    const volatility = chance.from(HOME.wageVolatility);
    for (let i = 0, wage = 1; i < MONTHS; i++) {
      if (i > 0 && i % 12 === 0) wage *= 1 + Math.max(growth + volatility * chance.normal(), -0.5);
      pay[i] = (wage * DISCOUNT[i]) / 12;
    }
    const benefits = chance.from(HOME.benefits);
    for (let f = 0; f < COUNT; f++) homeYear[f] = FUNCTIONS[f].heads * FUNCTIONS[f].wage * (1 + benefits);
  }

  function drawLevels(chance) {
    chance.normals(steps);
    for (let i = 1, walk = 0; i < MONTHS; i++) {
      walk += steps[i];
      market[i] = capped(walk, CAP[i]);
    }
    for (let f = 0; f < COUNT; f++) {
      const volatility = chance.from(VOLUME_VOLATILITY);
      const trend = Math.log(1 + chance.from(VOLUME_GROWTH)) / 12 - (volatility * volatility) / 24;
      const swing = volatility * Math.sqrt(0.5 / 12);
      const row = f * MONTHS;
      chance.normals(steps);
      levels[row] = 1;
      for (let i = 1, walk = 0; i < MONTHS; i++) {
        walk += steps[i];
        levels[row + i] = Math.exp(trend * i + swing * (market[i] + capped(walk, CAP[i])));
      }
    }
  }

  function drawFees(chance, s, homeGrowth, rampLoss) {
    const { escalator, wageGrowth, drift, volatility, rampMonths } = VENDORS[s];
    const row = s * MONTHS;
    const stepUp = 1 + chance.from(escalator);
    for (let i = 0, contract = 1; i < MONTHS; i++) {
      if (i > 0 && i % 12 === 0) contract *= stepUp;
      fees[row + i] = (contract * DISCOUNT[i]) / 12;
    }
    if (wageGrowth !== null) {
      const growth = Math.log(1 + chance.from(wageGrowth));
      const loss = chance.from(drift) * (growth - Math.log(1 + homeGrowth));
      const trend = (0.7 * growth - loss - (volatility * volatility) / 2) / 12;
      const swing = volatility * Math.sqrt(1 / 12);
      chance.normals(steps);
      for (let i = 0, walk = 0; i < MONTHS; i++) {
        walk += steps[i];
        const local = Math.exp(trend * (i + 1) - swing * capped(walk, CAP[i + 1]));
        fees[row + i] = (1 - LOCAL_SHARE) * fees[row + i] + (LOCAL_SHARE * local * DISCOUNT[i]) / 12;
      }
    }
    const start = chance.from(VENDORS[s].goLive);
    const toLearn = chance.from(rampMonths);
    goLive[s] = start;
    const learned = Math.min(MONTHS, Math.ceil(start + toLearn) + 1); // later the vendor works all month, and well
    for (let i = 0; i < learned; i++) {
      const worked = (i + 1 + Math.max(i, start)) / 2 - start;
      fees[row + i] *= atWork(s, i) * (1 + rampLoss * Math.max(0, 1 - worked / toLearn));
    }
  }

  // What the work of a function costs at home, and what each site adds to that.
  function addUp(f, rates) {
    const { heads, prices } = FUNCTIONS[f];
    const [on, near, off] = [0, MONTHS, 2 * MONTHS];
    let [atHome, fee0, fee1, fee2] = [0, 0, 0, 0];
    for (let i = 0; i < MONTHS; i++) {
      const level = levels[f * MONTHS + i];
      atHome += pay[i] * level;
      fee0 += fees[on + i] * level;
      fee1 += fees[near + i] * level;
      fee2 += fees[off + i] * level;
    }
    home[f] = atHome * homeYear[f];
    for (let s = 0; s < SITES.length; s++) {
      let away = atHome;
      for (let i = 0; i <= goLive[s] && i < MONTHS; i++) away -= pay[i] * levels[f * MONTHS + i] * (1 - atWork(s, i));
      const fee = (s === 0 ? fee0 : s === 1 ? fee1 : fee2) * rates[s] * prices[s] * heads;
      cells[s * COUNT + f] = movable[s * COUNT + f] * (fee - away * homeYear[f]);
    }
  }

  // Disruptions at a place, -1 for home. What has moved is not struck at home, but where it is.
  function disrupt(chance, place, loss) {
    const hazard = chance.from(place < 0 ? HOME.hazard : VENDORS[place].hazard);
    const { mean, deviation } = HOME.days;
    for (let t = chance.exponential() / hazard; t < YEARS; t += chance.exponential() / hazard) {
      const i = Math.min(Math.floor(12 * t), MONTHS - 1);
      const days = Math.min(Math.exp(mean + deviation * chance.normal()), 365);
      const share = (days / 365) * chance.from(HOME.reach) * loss;
      for (let f = 0; f < COUNT; f++) {
        const stopped = share * levels[f * MONTHS + i] * homeYear[f] * pay[i] * 12;
        if (place < 0) home[f] += stopped;
        for (let s = Math.max(place, 0); s < (place < 0 ? SITES.length : place + 1); s++) {
          cells[s * COUNT + f] += (place < 0 ? -1 : 1) * movable[s * COUNT + f] * atWork(s, i) * stopped;
        }
      }
    }
  }

  const rates = new Float64Array(SITES.length);

  function drawTrial(chance) {
    const homeGrowth = chance.from(HOME.wageGrowth);
    const hours = chance.from(HOME.hours);
    drawHome(chance, homeGrowth);
    drawLevels(chance);
    const common = Math.sqrt(0.3) * chance.normal();
    for (let s = 0; s < SITES.length; s++) {
      const { rate, rampLoss, rework, movable: share } = VENDORS[s];
      const leaning = 0.5 * (common + Math.sqrt(0.7) * chance.normal());
      const own = Math.sqrt(0.75);
      const extra = Math.exp(rampLoss.mean + rampLoss.deviation * (leaning + own * chance.normal()));
      const again = Math.max(1, Math.exp(rework.mean + rework.deviation * (leaning + own * chance.normal())));
      drawFees(chance, s, homeGrowth, extra);
      rates[s] = chance.from(rate) * hours * again;
      for (let f = 0; f < COUNT; f++) movable[s * COUNT + f] = chance.from(share);
    }
    for (let f = 0; f < COUNT; f++) addUp(f, rates);
    const loss = chance.from(HOME.loss);
    for (let place = -1; place < SITES.length; place++) disrupt(chance, place, loss);
  }

  function simulate(trials, seed) {
    const chance = new Chance(seed);
    const values = Array.from({ length: 1 + KINDS.length * SITES.length }, () => new Float64Array(trials));
    for (let trial = 0; trial < trials; trial++) {
      drawTrial(chance);
      const inHouse = home[0] + home[1] + home[2] + home[3];
      values[0][trial] = inHouse;
      for (let s = 0; s < SITES.length; s++) {
        let all = 0;
        let marked = 0;
        for (let f = 0; f < COUNT; f++) {
          all += cells[s * COUNT + f];
          if (FUNCTIONS[f].marked) marked += cells[s * COUNT + f];
        }
        values[1 + s][trial] = inHouse + all;
        values[4 + s][trial] = inHouse + HYBRID_SHARE * all;
        values[7 + s][trial] = inHouse + marked;
      }
    }
    return figures(values);
  }

  function figures(values) {
    const ids = ["in_house", ...KINDS.flatMap((kind) => SITES.map((site) => `${kind}_${site}`))];
    return Object.fromEntries(ids.map((id, index) => {
      const sorted = values[index].sort();
      const count = sorted.length;
      let [sum, squares] = [0, 0];
      for (let i = 0; i < count; i++) sum += sorted[i];
      const mean = sum / count;
      for (let i = 0; i < count; i++) squares += (sorted[i] - mean) ** 2;
      const at = 0.95 * (count - 1);
      const below = Math.floor(at);
      const above = Math.min(below + 1, count - 1);
      return [id, {
        mean_present_value: mean,
        standard_error: Math.sqrt(squares / (count - 1) / count),
        p95_present_value: sorted[below] + (at - below) * (sorted[above] - sorted[below]),
      }];
    }));
  }

  function run(trials, seed, repeat) {
    const seconds = [];
    let found;
    for (let i = 0; i < repeat; i++) {
      const start = performance.now();
      found = simulate(trials, seed);
      seconds.push((performance.now() - start) / 1000);
    }
    return { peer: "js", trials, seconds, figures: found };
  }

  return { run };
})();

if (typeof process !== "undefined" && process.argv) {
  const option = (name, otherwise) => {
    const at = process.argv.indexOf(name);
    return at < 0 ? otherwise : Number(process.argv[at + 1]);
  };
  const result = globalThis.jsPeer.run(option("--trials", 100000), option("--seed", 1), option("--repeat", 1));
  console.log(JSON.stringify(result));
}
