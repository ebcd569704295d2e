import type { TestProject } from "vitest/node";
import { useTestServer } from "../../scripts/test/database-server";
import { dropClones, prepareTemplate } from "./template-database";

declare module "vitest" {
  // Vitest's own type, which only an interface can add to.
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions
  interface ProvidedContext {
    testServer: {
      url: string;
      /** The database to clone. */
      template: string;
      /** The process of the whole run: clones bear its number. */
      pid: number;
    };
  }
}

/** Before the first test of a suite that needs a database, and after the last. */
export default async function provideDatabaseServer(
  project: TestProject,
): Promise<() => Promise<void>> {
  const server = await useTestServer();
  await dropClones(server.url);
  const template = await prepareTemplate(server.url);
  project.provide("testServer", { url: server.url, template, pid: process.pid });
  return async () => {
    await dropClones(server.url);
    await server.release();
  };
}
