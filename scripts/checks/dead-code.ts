import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { z } from "zod";
import type { Check } from "./check";

const names = z.array(z.object({ name: z.string() })).default([]);
const report = z.object({
  files: z.array(z.string()),
  issues: z.array(
    z.object({ file: z.string(), exports: names, types: names, dependencies: names }),
  ),
});

/** Nothing stands that nobody uses: no file, no export, no type, no package. */
export const deadCode: Check = {
  name: "dead code",
  async run({ root }) {
    const knip = path.join(root, "node_modules/knip/bin/knip.js");
    const config = path.join(root, "scripts/checks/knip.json");
    const args = ["--config", config, "--include", "files,exports,types,dependencies"];
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [knip, ...args, "--reporter", "json", "--no-exit-code", "--no-config-hints"],
      { cwd: root },
    );
    const { files, issues } = report.parse(JSON.parse(stdout));
    const unused = issues.flatMap(({ file, ...kinds }) =>
      Object.values(kinds).flatMap((each) => each.map(({ name }) => `${file}: ${name}`)),
    );
    return [...files, ...unused];
  },
};
