import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { SpeechProvider } from "~/i18n/context";
import type { Language } from "~/i18n/language";
import { translator } from "~/i18n/server";

/** The HTML that the server sends for an element. Components with links need `plainNavigation`. */
export function show(element: ReactElement, language: Language = "sv"): string {
  return renderToStaticMarkup(
    <SpeechProvider language={language} t={translator(language)}>
      {element}
    </SpeechProvider>,
  );
}
