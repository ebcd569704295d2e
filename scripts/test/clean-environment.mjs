// What the shell sets for somebody's real Kaskad is not for the tests.
const ours = /^(KASKAD_.*|DATABASE_.*|NODE_ENV|PORT|HOST|FORCE_COLOR)$/;

/**
 * A copy of the environment without settings that would change what the tests find.
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
export function cleanEnvironment(env) {
  const clean = { ...env };
  for (const name of Object.keys(clean)) if (ours.test(name)) Reflect.deleteProperty(clean, name);
  return clean;
}
