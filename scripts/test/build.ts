// The build that `npm start` would make, and will find made.
import { buildApp } from "../start/build";

await buildApp(new AbortController().signal);
