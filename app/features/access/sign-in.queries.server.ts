import type { Db } from "~/platform/db.server";
import { env } from "~/platform/env.server";

/** What the way in looks like here: open demo, or nobody has an account yet. */
export async function showSignIn(db: Db): Promise<{ isDemo: boolean; needsSetup: boolean }> {
  const someAccount = await db.account.findFirst({ select: { id: true } });
  return { isDemo: env().KASKAD_DEMO, needsSetup: someAccount === null };
}
