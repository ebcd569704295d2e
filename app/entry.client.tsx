import { RemixBrowser } from "@remix-run/react";
import { startTransition, StrictMode } from "react";
import { hydrateRoot } from "react-dom/client";
import { loadWords, pageLanguage } from "./i18n/page-words";
import { patientFetch } from "./ui/navigation/patient-fetch";
import { isPageOfAddress } from "./ui/navigation/whole-page";

async function start() {
  waitForPageData();
  await wordsOfPage();
  await pageData();
  if (!isPageOfAddress()) return;
  makeRouter();
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <RemixBrowser />
      </StrictMode>,
    );
  });
}

/** Those of the root come with every page's; an address without a page has the missing page's. */
async function wordsOfPage(): Promise<void> {
  const shown = Object.keys(window.__remixRouteModules).filter((id) => id !== "root");
  await loadWords(pageLanguage(), shown.at(-1) ?? "routes/missing");
}

/**
 * Resolves when the data that came with the page are decoded. RemixBrowser asks for them by
 * throwing their promise before its first hook, and React 18 gives a page up (its error 345) when
 * somebody clicks or types while that is awaited inside the page.
 */
async function pageData(): Promise<void> {
  try {
    RemixBrowser({});
  } catch (thrown) {
    if (!(thrown instanceof Promise)) throw thrown;
    await thrown;
  }
}

/**
 * Has the router made for the address that the page has just been found to be of: RemixBrowser does
 * it before its first hook, which throws outside a page. Left to the first rendering it could be
 * another address by then, whose page would come alive with no data: who goes back while a page
 * loads.
 */
function makeRouter(): void {
  try {
    RemixBrowser({});
  } catch (thrown) {
    if (!("__remixRouter" in window)) throw thrown;
  }
}

/**
 * The router asks for a page's data, and sends its forms, with the global `fetch`, and shows an
 * error page in the place of everything typed where nothing answers: it waits instead.
 */
function waitForPageData(): void {
  const send = window.fetch;
  window.fetch = (input, init) => {
    const isPageData = input instanceof URL && input.pathname.endsWith(".data");
    return isPageData ? patientFetch(input, init, send) : send(input, init);
  };
}

void start();
