import { listen } from "~/platform/web-server/http-server";

/** Says that the port cannot be had before the long steps are taken. Throws ListenError. */
export async function refusePortInUse(place: { host: string; port: number }): Promise<void> {
  if (place.port === 0) return;
  const server = await listen(() => undefined, place);
  await new Promise((resolve) => server.close(resolve));
}
