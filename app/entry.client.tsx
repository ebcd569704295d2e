import { RemixBrowser } from "@remix-run/react";
import { startTransition, StrictMode } from "react";
import { hydrateRoot } from "react-dom/client";
import { registerMessages } from "./i18n/loaded";

async function start() {
  if (document.documentElement.lang === "en") {
    registerMessages("en", (await import("./i18n/en")).default);
  } else {
    registerMessages("sv", (await import("./i18n/sv")).default);
  }
  await pageData();
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <RemixBrowser />
      </StrictMode>,
    );
  });
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

void start();
