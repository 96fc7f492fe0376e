"""The reduced model of README.md in NumPy.

    python numpy_peer.py --trials N --seed S --repeat R

prints one JSON line: seconds of each repeat, and the present value of the cost of each strategy.
"""

import argparse
import json
import time

import numpy as np

MONTHS, YEARS = 60, 5
SITES = ("onshore", "nearshore", "offshore")
MARKED = [0, 3]  # functions that the function-specific strategies move
HYBRID_SHARE = 0.4
# Trials computed together. Fewer would pay for NumPy's calls, more would not fit the cache.
CHUNK = 2048

# Functions down: support, help desk, accounting, data entry.
HEADS = np.array([40.0, 10.0, 12.0, 8.0])
WAGE = np.array([42830.0, 60340.0, 49210.0, 39850.0])
# Price of an hour as a multiple of that of an hour of customer support: at home it follows wages, abroad a rate card.
PRICE_FACTOR = np.stack([WAGE / WAGE[0], [1.0, 2.0, 1.15, 0.75], [1.0, 2.0, 1.15, 0.75]])

# Ranges: low, likely, high, where low and high are bounds (README.md says how they follow from percentiles).
WAGE_GROWTH = (0.022746299, 0.035, 0.053655088)
WAGE_VOLATILITY = (0, 0.01, 0.02)
BENEFITS = (0.18236549, 0.235, 0.33032576)
HOURS = (1409.9843, 1560, 2000.7771)
VOLUME_GROWTH = (-0.098672443, 0, 0.098672443)
VOLUME_VOLATILITY = (0.03, 0.08, 0.15)
HOME_HAZARD = (0.03, 0.072, 0.1)
REACH = (0.2, 0.5, 1)
LOSS = (1, 1.5, 2.5)
# The same by site, in the order of SITES.
RATE = ((10.946834, 42, 78.147614), (6.7588225, 18, 36.884228), (6.1062046, 14, 21.893795))
ESCALATOR = ((0.02, 0.03, 0.045), (0.02, 0.035, 0.06), (0.02, 0.035, 0.07))
GO_LIVE = ((0.53812584, 2, 5.5983868), (0.9735998, 4, 9.1606681), (1.1728851, 6, 10.827115))
MOVABLE = ((0.85, 0.93, 1), (0.82, 0.9, 0.97), (0.75, 0.85, 0.95))
RAMP_MONTHS = ((2, 3, 5), (3, 5, 8), (5, 8, 12))
SITE_HAZARD = ((0.03, 0.072, 0.1), (0.04, 0.1, 0.2), (0.05, 0.14, 0.3))
# Abroad only: an onshore price follows no foreign wages and no currency.
LOCAL_WAGE_GROWTH = ((0.05, 0.07, 0.09), (0.09, 0.095, 0.105))
DRIFT = (0.3, 0.7, 1)
CURRENCY_VOLATILITY = np.array([[0.145], [0.074]])
CURRENCY_STEP = -CURRENCY_VOLATILITY * np.sqrt(1 / 12)
LOCAL_SHARE = 0.2


def lognormal(low, high, z):
    """Mean and deviation of the logarithm, from the percentiles at -z and z deviations."""
    low, high = np.log(low), np.log(high)
    return (low + high) / 2, (high - low) / (2 * z)


P90, P95 = 1.2815515655446004, 1.6448536269514722
RAMP_LOSS = lognormal([0.05, 0.08, 0.1], [0.2, 0.25, 0.27], P90)
REWORK = lognormal([1, 1, 1], [1.05, 1.12, 1.25], P90)
DAYS = lognormal(0.1, 10, P95)

MONTH = np.arange(1, MONTHS + 1)
YEAR = (MONTH - 1) // 12
DISCOUNT = 1.08 ** (-MONTH / 12)


def pert(rng, bounds, size):
    low, likely, high = bounds
    shape = 1 + 4 * (likely - low) / (high - low)
    draws = rng.beta(shape, 6 - shape, size)
    draws *= high - low
    draws += low
    return draws


def by_site(rng, ranges, trials):
    return np.stack([pert(rng, bounds, trials) for bounds in ranges])


def disruptions(rng, hazard, loss):
    """Trial, month (from 0) and relative cost of each disruption at one place.

    Given how many events a clock of constant hazard strikes, their times are independent and uniform.
    """
    trials = len(hazard)
    trial = np.repeat(np.arange(trials), rng.poisson(hazard * YEARS))
    month = rng.integers(0, MONTHS, len(trial))
    mean, deviation = DAYS
    days = np.minimum(np.exp(mean + deviation * rng.standard_normal(len(trial))), 365)
    cost = days / 365 * pert(rng, REACH, len(trial)) * loss[trial] * DISCOUNT[month]
    return trial, month, cost


def chunk(rng, trials):
    """Present values of ten strategies, one column a trial: without disruptions, and with them."""
    # What holds for a whole trial. Arrays have trials last, so that every operation runs along them.
    growth = pert(rng, WAGE_GROWTH, trials)
    volatility = pert(rng, WAGE_VOLATILITY, trials)
    wages = np.ones((YEARS, trials))
    for year in range(1, YEARS):
        swing = growth + volatility * rng.standard_normal(trials)
        wages[year] = wages[year - 1] * (1 + np.maximum(swing, -0.5))
    benefits, hours = pert(rng, BENEFITS, trials), pert(rng, HOURS, trials)
    home_year = (HEADS * WAGE)[:, None] * (1 + benefits)
    log_growth = np.log1p(pert(rng, VOLUME_GROWTH, (4, trials)))
    swings = pert(rng, VOLUME_VOLATILITY, (4, trials))
    log_growth -= swings**2 / 2
    swings *= np.sqrt(0.5 / 12)

    common = rng.standard_normal(trials)
    quality = np.sqrt(0.3) * common + np.sqrt(0.7) * rng.standard_normal((3, trials))
    leaning = 0.5 * quality + np.sqrt(0.75) * rng.standard_normal((2, 3, trials))
    mean, deviation = RAMP_LOSS
    ramp_loss = np.exp(mean[:, None] + deviation[:, None] * leaning[0])
    mean, deviation = REWORK
    rework = np.maximum(np.exp(mean[:, None] + deviation[:, None] * leaning[1]), 1)
    go_live = by_site(rng, GO_LIVE, trials)
    ramp_months = by_site(rng, RAMP_MONTHS, trials)
    price = by_site(rng, RATE, trials) * hours * rework
    step_up = 1 + by_site(rng, ESCALATOR, trials)
    movable = np.stack([pert(rng, bounds, (4, trials)) for bounds in MOVABLE])
    local_growth = np.log1p(by_site(rng, LOCAL_WAGE_GROWTH, trials))
    drift = pert(rng, DRIFT, (2, trials))
    local_trend = 0.7 * local_growth - drift * (local_growth - np.log1p(growth)) - CURRENCY_VOLATILITY**2 / 2

    # Month by month: the level of each function and the fee of each site, then sums of their products.
    pay_weight = np.repeat(wages, 12, axis=0) * (DISCOUNT / 12)[:, None]
    level = np.empty((MONTHS, 4, trials))
    fee = np.empty((MONTHS, 3, trials))  # for an hour a year at a price of 1, rework apart, discounted
    at_work = np.ones((MONTHS, 3, trials))
    volume_walk, currency_walk = np.zeros((5, trials)), np.zeros((2, trials))
    contract = np.ones((3, trials))
    not_yet = np.zeros((3, 4, trials))  # what home still pays for because the vendor has not started
    started, learned = go_live.max(), (go_live + ramp_months).max()
    for m in MONTH:
        i = m - 1
        if m > 1:
            volume_walk += rng.standard_normal((5, trials))
        cap = 3 * np.sqrt(m - 1)
        capped = np.clip(volume_walk, -cap, cap)
        exponent = capped[1:] + capped[0]
        exponent *= swings
        exponent += log_growth * ((m - 1) / 12)
        np.exp(exponent, out=level[i])

        if m > 1 and YEAR[i] != YEAR[i - 1]:
            contract *= step_up
        currency_walk += rng.standard_normal((2, trials))
        cap = 3 * np.sqrt(m)
        exponent = np.clip(currency_walk, -cap, cap)
        exponent *= CURRENCY_STEP
        exponent += local_trend * (m / 12)
        local = np.exp(exponent, out=exponent)
        fee[i, 0] = contract[0]
        np.multiply(contract[1:], 1 - LOCAL_SHARE, out=fee[i, 1:])
        local *= LOCAL_SHARE
        fee[i, 1:] += local

        if m <= learned + 1:  # later all vendors have learned and work all month
            worked = (m + np.maximum(m - 1, go_live)) / 2 - go_live
            fee[i] *= 1 + ramp_loss * np.maximum(0, 1 - worked / ramp_months)
        if m <= started + 1:
            np.clip(m - go_live, 0, 1, out=at_work[i])
            fee[i] *= at_work[i]
            not_yet += (pay_weight[i] * (1 - at_work[i]))[:, None] * level[i]
        fee[i] *= DISCOUNT[i] / 12

    home = home_year * np.einsum("mt,mft->ft", pay_weight, level)
    away = home - home_year * not_yet
    fees = np.stack([np.einsum("mt,mft->ft", fee[:, site], level) for site in range(3)])
    cells = movable * (fees * price[:, None] * (PRICE_FACTOR * HEADS)[:, :, None] - away)
    calm = strategies(home, cells)
    strike(rng, home, cells, home_year, movable, wages, level, at_work)
    return calm, strategies(home, cells)


def strike(rng, home, cells, home_year, movable, wages, level, at_work):
    """Adds disruptions. Events are few: each is looked up in the paths instead of spread over all months."""
    trials = home.shape[1]
    loss = pert(rng, LOSS, trials)
    for place in range(4):
        hazard = pert(rng, HOME_HAZARD if place == 0 else SITE_HAZARD[place - 1], trials)
        trial, month, cost = disruptions(rng, hazard, loss)
        cost = cost * wages[YEAR[month], trial]
        for function in range(4):
            stopped = cost * level[month, function, trial] * home_year[function, trial]
            if place == 0:
                home[function] += np.bincount(trial, stopped, trials)
            for site in range(3) if place == 0 else [place - 1]:
                sign = -1 if place == 0 else 1  # what has moved is not struck at home, but where it is
                there = stopped * at_work[month, site, trial] * movable[site, function, trial]
                cells[site, function] += sign * np.bincount(trial, there, trials)


def strategies(home, cells):
    in_house = home.sum(axis=0)
    complete = cells.sum(axis=1)
    specific = cells[:, MARKED].sum(axis=1)
    return np.concatenate([in_house[None], in_house + complete, in_house + HYBRID_SHARE * complete, in_house + specific])


def simulate(trials, seed):
    """Values without disruptions, to be summed up outside the clock, and figures of the whole model."""
    rng = np.random.Generator(np.random.PCG64(seed))
    calm, whole = np.empty((2, 10, trials))
    for start in range(0, trials, CHUNK):
        end = min(start + CHUNK, trials)
        calm[:, start:end], whole[:, start:end] = chunk(rng, end - start)
    return calm, figures(whole)


def figures(values):
    ids = ["in_house"] + [f"{kind}_{site}" for kind in ("complete", "hybrid", "function_specific") for site in SITES]
    means = values.mean(axis=1)
    errors = values.std(axis=1, ddof=1) / np.sqrt(values.shape[1])
    tails = np.percentile(values, 95, axis=1)
    return {
        name: {"mean_present_value": mean, "standard_error": error, "p95_present_value": tail}
        for name, mean, error, tail in zip(ids, means.tolist(), errors.tolist(), tails.tolist())
    }


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--trials", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--repeat", type=int, default=1)
    options = parser.parse_args()
    seconds = []
    for _ in range(options.repeat):
        start = time.perf_counter()
        calm, whole = simulate(options.trials, options.seed)
        seconds.append(time.perf_counter() - start)
    print(
        json.dumps(
            {
                "peer": "numpy",
                "trials": options.trials,
                "seconds": seconds,
                "figures": whole,
                "squiggle_part": figures(calm),
            }
        )
    )


if __name__ == "__main__":
    main()
