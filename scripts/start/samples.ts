import { existsSync } from "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { todayInStockholm } from "~/platform/clock";

/** Lays files to try the demo's imports with beside its data, where none are yet. */
export async function layOutSamples(dataDir: string): Promise<void> {
  const folder = join(dataDir, "samples");
  if (existsSync(folder)) return;
  const { sampleFiles } = await import("../../prisma/demo/samples");
  const unfinished = `${folder}.new`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true });
  for (const { name, bytes } of sampleFiles(todayInStockholm())) {
    await writeFile(join(unfinished, name), bytes);
  }
  await rename(unfinished, folder);
}
