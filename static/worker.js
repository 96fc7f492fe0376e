// Starts the page's program in a worker: see boot.js, whose startWorker names the script and sends the module, and worker/service.rs.

const script = import(new URL(location.hash.slice(1), location));
// Told below.
script.catch(() => {});

// What the page asked for before the program listened.
const early = [];

onmessage = async ({ data }) => {
  if (!(data instanceof WebAssembly.Module)) {
    early.push(data);
    return;
  }
  try {
    const program = await script;
    await program.default({ module_or_path: data });
    for (const data of early) dispatchEvent(new MessageEvent("message", { data }));
  } catch (error) {
    // The page hears of what is thrown, but not within a promise.
    setTimeout(() => {
      throw error;
    });
  }
};
