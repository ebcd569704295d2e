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
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <RemixBrowser />
      </StrictMode>,
    );
  });
}

void start();
