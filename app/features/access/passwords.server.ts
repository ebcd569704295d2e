import { hash, verify } from "@node-rs/argon2";

// OWASP's parameters for argon2id (19 MiB, two passes, one lane), the library's algorithm default.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export async function hashPassword(password: string): Promise<string> {
  return hash(password, cost);
}

/**
 * Whether a password is an account's. Without a stored hash the same work is done on a dummy, so
 * that the time taken doesn't tell whether the account exists.
 */
export async function passwordIsRight(stored: string | null, password: string): Promise<boolean> {
  dummy ??= await hashPassword("no account has this password");
  const right = await verify(stored ?? dummy, password);
  return right && stored !== null;
}

let dummy: string | undefined;
