// What Prisma's command line reads: `npx prisma generate --config prisma/prisma.config.ts`.
// Paths are relative to this file. The app itself connects by DATABASE_URL, see app/platform.
import { defineConfig } from "prisma/config";

export default defineConfig({
  schema: "schema",
  migrations: { path: "migrations" },
  datasource: { url: process.env.DATABASE_URL ?? "" },
});
