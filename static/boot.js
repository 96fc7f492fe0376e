// Starts the program. A file of its own because the page's policy forbids inline scripts.

// The smallest module that uses a 128-bit vector: a function that splats a zero. Engines without simd128 refuse it.
const VECTOR_MODULE = new Uint8Array([
  0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00, // magic, version
  0x01, 0x05, 0x01, 0x60, 0x00, 0x01, 0x7b, // type 0: () -> v128
  0x03, 0x02, 0x01, 0x00, // function 0 has type 0
  0x0a, 0x08, 0x01, 0x06, 0x00, 0x41, 0x00, 0xfd, 0x0f, 0x0b, // i32.const 0, i8x16.splat, end
]);

const TOO_OLD =
  "This browser is too old for Shorecast: the simulation needs WebAssembly with vector instructions " +
  "(Chrome or Edge 91, Firefox 89, Safari 16.4, or newer).";
const NOT_LOADED =
  "Shorecast could not be loaded. Please check the connection and reload the page; " +
  "if it was open during an update, reloading is all it needs.";

// Most workers started early.
const MOST_WORKERS = 8;

// Milliseconds for workers to come up.
const HEAD_START = 25;

// Compiled while it comes in, where the host says that it is WebAssembly.
async function compile(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  if (answer.headers.get("Content-Type") === "application/wasm") return WebAssembly.compileStreaming(answer);
  return WebAssembly.compile(await answer.arrayBuffer());
}

// Starts a worker that gets the compiled program when it is there. Throws where that is not allowed.
function startWorker(scriptName, module) {
  const worker = new Worker(new URL(`worker.js#${scriptName}`, document.baseURI), { type: "module" });
  // That the program does not come is said by boot.
  module.then((module) => worker.postMessage(module), () => {});
  return worker;
}

// Workers start while the program is on its way. src/browser/workers.rs takes them over, with what they have said.
function startWorkers(start) {
  const early = [];
  globalThis.shorecastWorkers = { start, early };
  const wanted = Math.min(navigator.hardwareConcurrency || 2, MOST_WORKERS);
  try {
    for (let started = 0; started < wanted; started += 1) {
      const one = { worker: start(), messages: [], failed: false };
      one.worker.onmessage = (event) => one.messages.push(event.data);
      one.worker.onerror = (event) => {
        event.preventDefault();
        one.failed = true;
      };
      early.push(one);
    }
  } catch {
    // Not allowed: the program computes in the page.
  }
}

function say(sentence) {
  let status = document.getElementById("boot-status");
  if (status === null) {
    // The first paint is gone already.
    status = document.createElement("p");
    document.body.prepend(status);
  }
  status.setAttribute("role", "alert");
  status.textContent = sentence;
}

async function boot() {
  if (typeof WebAssembly !== "object" || !WebAssembly.validate(VECTOR_MODULE)) {
    say(TOO_OLD);
    return;
  }
  const names = document.querySelector("script[data-js][data-wasm]").dataset;
  const module = compile(new URL(names.wasm, document.baseURI));
  startWorkers(() => startWorker(names.js, module));
  try {
    const [program, compiled] = await Promise.all([import(new URL(names.js, document.baseURI)), module]);
    // Browsers start workers by way of the page, which is busy from here on.
    await new Promise((resolve) => setTimeout(resolve, HEAD_START));
    await program.default({ module_or_path: compiled });
  } catch (error) {
    say(NOT_LOADED);
    throw error;
  }
}

boot();
