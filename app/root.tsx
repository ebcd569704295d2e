import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useRouteError,
  useRouteLoaderData,
  type MetaFunction,
} from "@remix-run/react";
import type { ReactNode } from "react";
import { failedRequest } from "./features/access/refusal-page";
import { Shell } from "./features/access/shell";
import { showShell } from "./features/access/shell.queries.server";
import { forAnyone } from "./features/access/visit.server";
import { SpeechProvider } from "./i18n/context";
import { defaultLanguage } from "./i18n/language";
import { loadedTranslator, shownLanguage } from "./i18n/loaded";
import { pageLanguage as languageOfPage } from "./i18n/page-words";
import { appVersion, requestId } from "./platform/http.server";
import { ErrorPage, errorTitle } from "./ui/error-page";
import { useMadeFor, useWholePage } from "./ui/navigation/whole-page";
import { useNonce } from "./ui/nonce";
import "./ui/styles/index.css";

export const loader = forAnyone(async ({ db, viewer, language, request }) => ({
  language,
  version: appVersion(request),
  requestId: requestId(request),
  shell: viewer ? await showShell(db, viewer) : null,
}));

/** Pages have their own titles; this one is for what goes wrong before there is a page. */
export const meta: MetaFunction<typeof loader> = ({ data, error }) => {
  if (!error) return [{ title: "Kaskad" }];
  const { language } = refusalOf(error);
  const t = loadedTranslator(shownLanguage(data?.language ?? language ?? pageLanguage()));
  return [{ title: `${errorTitle(t, statusOf(error))} · Kaskad` }];
};

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce();
  const root = useRouteLoaderData<typeof loader>("root");
  // Where an act was refused, the document has nobody's data.
  const refused = refusalOf(useRouteError());
  const language = shownLanguage(root?.language ?? refused.language ?? pageLanguage());
  useWholePage({
    isForeign: (root?.language ?? language) !== language,
    version: root?.version,
  });
  return (
    <html lang={language} {...useMadeFor()}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="manifest" href="/manifest.webmanifest" />
        <Meta />
        <Links />
      </head>
      <body>
        <SpeechProvider language={language} t={loadedTranslator(language)}>
          <Shell shell={root?.shell ?? null}>{children}</Shell>
        </SpeechProvider>
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

/** Where the root's data are missing: in a browser the language that the page already has. */
function pageLanguage() {
  return typeof document === "undefined" ? defaultLanguage : languageOfPage();
}

export default function App() {
  return <Outlet />;
}

export function ErrorBoundary() {
  const error = useRouteError();
  const root = useRouteLoaderData<typeof loader>("root");
  return <ErrorPage status={statusOf(error)} requestId={refusalOf(error).id ?? root?.requestId} />;
}

function refusalOf(error: unknown): ReturnType<typeof failedRequest> {
  return failedRequest(isRouteErrorResponse(error) ? error.data : undefined);
}

function statusOf(error: unknown): number {
  return isRouteErrorResponse(error) ? error.status : 500;
}
