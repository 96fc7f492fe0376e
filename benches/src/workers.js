// The bundle's workers, fed as the page's pool feeds them: one batch each, and the next when it answers.
"use strict";

globalThis.benchWorkers = (() => {
  const workers = [];
  const requests = new Map();
  let answers = [];

  const toBytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const toText = (bytes) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));

  // The names of the program's files, as the page of the bundle holds them.
  async function names() {
    const page = new DOMParser().parseFromString(await (await fetch("index.html")).text(), "text/html");
    return page.querySelector("script[data-js][data-wasm]").dataset;
  }

  // Starts one worker and gives its first message.
  function startOne(script, module) {
    return new Promise((resolve, reject) => {
      const worker = new Worker(`worker.js#${script}`, { type: "module" });
      workers.push(worker);
      worker.postMessage(module);
      worker.onmessage = (event) => resolve(toText(new Uint8Array(event.data)));
      worker.onerror = () => reject(new Error("a worker of the bundle did not start"));
    });
  }

  // One after the other, so that none waits for another's loading.
  async function start(count) {
    const said = [];
    const { js, wasm } = await names();
    const module = await WebAssembly.compileStreaming(fetch(wasm));
    while (workers.length < count) said.push(await startOne(js, module));
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
