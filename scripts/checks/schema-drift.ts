import { useTestServer } from "../test/database-server";
import { schemaDiffersFromMigrations } from "../migrate/schema-drift";
import type { Check } from "./check";

/** The migrations lead to exactly what prisma/schema describes. */
export const schemaDrift: Check = {
  name: "schema drift",
  async run() {
    const server = await useTestServer();
    try {
      const lacking = await schemaDiffersFromMigrations({ url: server.url });
      if (lacking === null) return [];
      return [
        "prisma/migrations lacks this SQL: npm run migrate -- new NAME",
        ...lacking.split("\n"),
      ];
    } finally {
      await server.release();
    }
  },
};
