// `npm start`: from a fresh clone to a running Kaskad in one process. This file and those it
// imports before main.ts are plain JavaScript without dependencies: at first there is no
// node_modules. It is also read by versions of Node that are too old, so it uses nothing new.
import process from "node:process";

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
const isNewEnough = major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19);

if (isNewEnough) {
  import("./start/begin.mjs").then(({ begin }) => begin());
} else {
  console.error(
    `Kaskad needs Node 20.19, 22.12 or newer, and this is Node ${process.versions.node}. Install a newer one from https://nodejs.org and start again.`,
  );
  process.exitCode = 1;
}
