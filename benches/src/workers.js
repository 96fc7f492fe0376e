// The bundle's workers, fed as the page's pool feeds them: one batch each, and the next when it answers.
"use strict";

globalThis.benchWorkers = (() => {
  const workers = [];
  const requests = new Map();
  let answers = [];

  const toBytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const toText = (bytes) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));

  // Starts one worker and gives its first message.
  function startOne() {
    return new Promise((resolve, reject) => {
      const worker = new Worker("./worker_loader.js", { type: "module" });
      workers.push(worker);
      worker.onmessage = (event) => resolve(toText(new Uint8Array(event.data)));
      worker.onerror = () => reject(new Error("a worker of the bundle did not start"));
    });
  }

  // One after the other, so that none waits for another's loading.
  async function start(count) {
    const said = [];
    while (workers.length < count) said.push(await startOne());
    return said;
  }

  function load(model, batches) {
    requests.set(model, batches.map(toBytes));
  }

  // Seconds from the first request to the last answer.
  function run(model, count) {
    const batches = requests.get(model);
    answers = new Array(batches.length);
    let handedOut = 0;
    let open = batches.length;
    return new Promise((resolve, reject) => {
      const start = performance.now();
      for (const worker of workers.slice(0, count)) {
        let batch;
        const handOut = () => {
          if (handedOut === batches.length) return;
          batch = handedOut++;
          worker.postMessage(batches[batch]);
        };
        worker.onmessage = (event) => {
          answers[batch] = new Uint8Array(event.data);
          open -= 1;
          if (open === 0) resolve((performance.now() - start) / 1000);
          else handOut();
        };
        worker.onerror = () => reject(new Error("a worker of the bundle stopped"));
        handOut();
      }
    });
  }

  // An answer of the last run.
  function answer(batch) {
    return toText(answers[batch]);
  }

  return { start, load, run, answer };
})();
