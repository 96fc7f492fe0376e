// The reduced model of README.md, without disruptions, in Squiggle.
//
//     npm install && node squiggle_peer.mjs --trials N --repeat R
//
// prints one JSON line. A unit is one function at one place (home or a site) in one month of one trial.
import { run } from "@quri/squiggle-lang";
import { readFileSync } from "node:fs";

const UNITS = 4 * 4 * 60; // functions, places, months
const SITES = ["onshore", "nearshore", "offshore"];
const KINDS = ["complete", "hybrid", "function_specific"];
const IDS = ["in_house", ...KINDS.flatMap((kind) => SITES.map((site) => `${kind}_${site}`))];

const option = (name, otherwise) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
};
const trials = option("--trials", 10000);
const code = readFileSync(new URL("reduced.squiggle", import.meta.url), "utf8");

const seconds = [];
let figures;
for (let i = 0; i < option("--repeat", 1); i++) {
  const environment = { sampleCount: trials, xyPointLength: 1000, seed: `${option("--seed", 1)}` };
  const start = performance.now();
  const found = (await run(code, { environment })).getEndResult();
  seconds.push((performance.now() - start) / 1000);
  if (!found.ok) throw new Error(found.value.toString());
  figures = Object.fromEntries(found.value.asJS().map(([mean, deviation, tail], index) => [IDS[index], {
    mean_present_value: mean,
    standard_error: deviation / Math.sqrt(trials),
    p95_present_value: tail,
  }]));
}
console.log(JSON.stringify({ peer: "squiggle", trials, units: trials * UNITS, seconds, figures }));
