import { z } from "zod";

const flag = z
  .enum(["0", "1"])
  .default("0")
  .transform((value) => value === "1");

const schema = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  NODE_ENV: z.enum(["production", "development", "test"]).default("production"),
  /** One-click sign-in as the demo's people is offered. */
  KASKAD_DEMO: flag,
  /** The app is reached over https: cookies are marked Secure. */
  KASKAD_HTTPS: flag,
});

export type Env = z.infer<typeof schema>;

/**
 * The settings of this process, read once and checked: a wrong one ends the program at its
 * start with the variable's name, not later with a page that fails.
 */
export function env(): Env {
  checked ??= parseEnv(process.env);
  return checked;
}

let checked: Env | undefined;

function parseEnv(variables: NodeJS.ProcessEnv): Env {
  const result = schema.safeParse(variables);
  if (result.success) return result.data;
  const faults = result.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  throw new Error(`The settings can't be used.\n${faults.join("\n")}`);
}
