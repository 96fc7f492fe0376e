// A worker's way to its program, which is the page's own: its script's name stands behind the # of this file's address, and the
// page compiles it once and sends it to every worker. See boot.js, and src/worker/service.rs for what follows.

const script = import(new URL(location.hash.slice(1), location));
// Told below, when the program is to start.
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
