import type { Logger } from "pino";

/** What the web server needs of a logger. */
export type ServerLog = Pick<Logger, "debug" | "info" | "error">;
