// The build that `npm start` would make, and will find made.
import { buildApp } from "../start/build";

try {
  await buildApp(new AbortController().signal);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
