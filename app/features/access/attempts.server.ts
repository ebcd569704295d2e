import { AppError } from "~/platform/app-error";
import type { Database } from "~/platform/db.server";

const windowMs = 15 * 60 * 1000;
const most = 10;

/**
 * Counts one attempt under a key (an e-mail address, a set-up code) and throws
 * `too-many-attempts` from the eleventh within a quarter of an hour on. Counted in the database,
 * in one statement, so that several copies of the app and parallel attempts share one count.
 */
export async function countAttempt(db: Database, key: string): Promise<void> {
  const [row] = await db.$queryRaw<{ attempts: number }[]>`
    insert into attempt (key, attempts, window_ends)
    values (${key}, 1, now() + ${windowMs} * interval '1 millisecond')
    on conflict (key) do update set
      attempts = case when attempt.window_ends <= now() then 1 else attempt.attempts + 1 end,
      window_ends = case when attempt.window_ends <= now()
        then excluded.window_ends else attempt.window_ends end
    returning attempts`;
  if ((row?.attempts ?? 0) > most) throw new AppError("too-many-attempts");
}

/** A right password ends the count. */
export async function forgetAttempts(db: Database, key: string): Promise<void> {
  await db.attempt.deleteMany({ where: { key } });
}
