import { startApp } from "../../../scripts/test/running-app";

/** Runs the app from before the first test until after the last, at KASKAD_E2E_URL. */
export default async function provideApp(): Promise<() => Promise<void>> {
  const { url, stop } = await startApp();
  process.env.KASKAD_E2E_URL = url;
  return stop;
}
