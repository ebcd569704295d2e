// `node --import tsx tests/kept-databases/make.ts`: keeps the databases of this version among the
// fixtures, on which every later migration is then tried. For a version that has been released, or
// whose tables are about to change; what an older version has left stays as it is.
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { useEmbeddedServer } from "~/platform/postgres/embedded";
import { fillKaskad } from "./story";
import { fileOf } from "./kept-database";
import { startProgram } from "./running-program";
import { writeDatabase } from "./write-database";

await keep("demo", []);
await keep("own", ["--empty"]);

async function keep(contents: string, options: string[]): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), "kaskad-kept-"));
  // Where root runs this, the database runs as another user, who must be able to pass.
  await chmod(dataDir, 0o755);
  try {
    const program = await startProgram(dataDir, ...options);
    try {
      if (program.code) await fillKaskad(program.url, program.code);
      const server = await useEmbeddedServer({ dataDir });
      try {
        const text = await writeDatabase(server.url);
        const file = fileOf({ contents, text });
        await writeFile(file, gzipSync(text, { level: 9 }));
        console.log(`Written: ${file}`);
      } finally {
        await server.release();
      }
    } finally {
      await program.stop();
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}
