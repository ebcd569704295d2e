import { text } from "node:stream/consumers";
import type { ActionFunctionArgs, EntryContext, LoaderFunctionArgs } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { renderToPipeableStream } from "react-dom/server";
import { keepLineage } from "./features/cascade/history/keep-lineage.server";
import "./i18n/server";
import { logFailure } from "./platform/log.server";
import { keepUpToDate } from "./platform/transact.server";
import { withoutNul } from "./platform/without-nul.server";
import { NonceProvider } from "./ui/nonce";

// Said here as well: the build leaves out modules that are imported for their effect alone.
keepUpToDate("lineage", keepLineage);

const renderTimeoutMs = 10_000;
export const streamTimeout = renderTimeoutMs - 1000;

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
): Promise<Response> {
  // The web server makes the nonce, puts it into the policy, and hands it on in this header.
  const nonce = request.headers.get("x-csp-nonce") ?? undefined;
  return new Promise((resolve, reject) => {
    let code = status;
    // A page waits for nothing once it is rendered, and goes out whole: in pieces, each of them
    // packed by itself, it would be twice as large.
    const respond = async () => {
      headers.set("content-type", "text/html; charset=utf-8");
      // Pages are somebody's own: no cache may keep them.
      headers.set("cache-control", "private, no-cache");
      return new Response(await text(pipe(withoutNul())), { headers, status: code });
    };
    const { pipe, abort } = renderToPipeableStream(
      <NonceProvider nonce={nonce}>
        <RemixServer context={context} url={request.url} nonce={nonce} />
      </NonceProvider>,
      {
        nonce,
        onAllReady: () => resolve(respond()),
        onShellError: reject,
        onError: (error) => {
          code = 500;
          logFailure(error, request, "A page could not be rendered");
        },
      },
    );
    setTimeout(abort, renderTimeoutMs).unref();
  });
}

/** What fails outside a visit, such as a page that is asked for in a way that it doesn't answer. */
export function handleError(
  error: unknown,
  { request }: LoaderFunctionArgs | ActionFunctionArgs,
): void {
  logFailure(error, request);
}
