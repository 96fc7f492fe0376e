// Chance for js_peer.js: a generator of random numbers, and what it draws from.
"use strict";

globalThis.jsChance = (() => {
  // Quantiles of a PERT at equal steps of probability: a draw is then one look-up instead of a rejection.
  function pert(low, likely, high) {
    const CELLS = 2048;
    const STEPS = 20000;
    const shape = 1 + (4 * (likely - low)) / (high - low);
    const sums = new Float64Array(STEPS + 1);
    for (let i = 0; i < STEPS; i++) {
      const x = (i + 0.5) / STEPS;
      sums[i + 1] = sums[i] + x ** (shape - 1) * (1 - x) ** (5 - shape);
    }
    const table = new Float64Array(CELLS + 1);
    table[CELLS] = high;
    for (let cell = 0, i = 0; cell < CELLS; cell++) {
      const wanted = (sums[STEPS] * cell) / CELLS;
      while (sums[i + 1] <= wanted) i++;
      table[cell] = low + ((high - low) * (i + (wanted - sums[i]) / (sums[i + 1] - sums[i]))) / STEPS;
    }
    return table;
  }

  // Mean and deviation of the logarithm, from the percentiles at -z and z deviations.
  function lognormal(low, high, z) {
    return { mean: (Math.log(low) + Math.log(high)) / 2, deviation: (Math.log(high) - Math.log(low)) / (2 * z) };
  }

  // Layers of equal area under the normal density (the ziggurat): x is where a layer ends, y the density there.
  const LAYERS = 256;
  const TAIL = 3.6541528853610088;
  const AREA = 0.00492867323397466;
  const layerX = new Float64Array(LAYERS + 1);
  const layerY = new Float64Array(LAYERS + 1);
  layerX[0] = AREA / Math.exp((-TAIL * TAIL) / 2); // as if the lowest layer, tail included, were a rectangle
  for (let i = 1, x = TAIL; i <= LAYERS; i++) {
    layerX[i] = i === LAYERS ? 0 : x;
    layerY[i] = Math.exp((-layerX[i] * layerX[i]) / 2);
    x = Math.sqrt(-2 * Math.log(Math.min(1, layerY[i] + AREA / x)));
  }

  // The generator sfc32: small, fast, and 128 bits of state.
  class Chance {
    constructor(seed) {
      this.state = Int32Array.of(seed, Math.floor(seed / 2 ** 32), 0x5eed, 1);
      this.one = new Float64Array(1);
      for (let i = 0; i < 20; i++) this.bits();
    }

    bits() {
      const s = this.state;
      const result = (((s[0] + s[1]) | 0) + s[3]) | 0;
      s[3] = (s[3] + 1) | 0;
      s[0] = s[1] ^ (s[1] >>> 9);
      s[1] = (s[2] + (s[2] << 3)) | 0;
      s[2] = (((s[2] << 21) | (s[2] >>> 11)) + result) | 0;
      return result;
    }

    // Between 0 and 1, never either.
    uniform() {
      return ((this.bits() >>> 0) + 0.5) / 2 ** 32;
    }

    exponential() {
      return -Math.log(this.uniform());
    }

    from(table) {
      const place = this.uniform() * (table.length - 1);
      const cell = Math.floor(place);
      return table[cell] + (place - cell) * (table[cell + 1] - table[cell]);
    }

    normal() {
      this.normals(this.one);
      return this.one[0];
    }

    // Fills an array with normal deviates. The state stays in local variables meanwhile: half the time of one by one.
    normals(into) {
      const state = this.state;
      let a = state[0];
      let b = state[1];
      let c = state[2];
      let d = state[3];
      for (let k = 0; k < into.length; k++) {
        const bits = (((a + b) | 0) + d) | 0;
        d = (d + 1) | 0;
        a = b ^ (b >>> 9);
        b = (c + (c << 3)) | 0;
        c = (((c << 21) | (c >>> 11)) + bits) | 0;
        const layer = bits & 255;
        const x = (bits >> 8) * 2 ** -23 * layerX[layer];
        if (Math.abs(x) < layerX[layer + 1]) {
          into[k] = x;
        } else {
          this.state[0] = a, this.state[1] = b, this.state[2] = c, this.state[3] = d;
          const y = layerY[layer] + this.uniform() * (layerY[layer + 1] - layerY[layer]);
          if (layer === 0) into[k] = bits < 0 ? -this.beyond() : this.beyond();
          else if (y < Math.exp((-x * x) / 2)) into[k] = x;
          else k--; // drawn again
          a = this.state[0], b = this.state[1], c = this.state[2], d = this.state[3];
        }
      }
      this.state[0] = a, this.state[1] = b, this.state[2] = c, this.state[3] = d;
    }

    // A normal deviate given that it lies beyond the lowest layer's edge.
    beyond() {
      for (;;) {
        const x = this.exponential() / TAIL;
        if (2 * this.exponential() > x * x) return TAIL + x;
      }
    }
  }

  return { Chance, pert, lognormal };
})();
