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

// Most workers that start before the program says how many it wants.
const MOST_WORKERS = 8;

// Workers start while the program is still on its way, for the answer waits for both. What a worker says before the program
// listens is kept beside it; src/browser/early_workers.rs takes both over.
function startWorkers() {
  const wanted = Math.min(navigator.hardwareConcurrency || 2, MOST_WORKERS);
  globalThis.shorecastWorkers = [];
  try {
    for (let started = 0; started < wanted; started += 1) {
      const worker = new Worker(new URL("worker_loader.js", document.baseURI), { type: "module" });
      const early = { worker, messages: [], failed: false };
      worker.onmessage = (event) => early.messages.push(event.data);
      worker.onerror = (event) => {
        event.preventDefault();
        early.failed = true;
      };
      globalThis.shorecastWorkers.push(early);
    }
  } catch {
    // Not allowed here; the program finds that out by itself and computes in the page.
  }
}

function say(sentence) {
  let status = document.getElementById("boot-status");
  if (status === null) {
    // The program had already replaced the first paint when it stopped.
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
  startWorkers();
  const names = document.querySelector("script[data-js][data-wasm]").dataset;
  try {
    const program = await import(new URL(names.js, document.baseURI));
    await program.default({ module_or_path: new URL(names.wasm, document.baseURI) });
  } catch (error) {
    say(NOT_LOADED);
    throw error;
  }
}

boot();
