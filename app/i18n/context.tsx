import { createContext, useContext, type ReactNode } from "react";
import type { Language } from "./language";
import type { Speech, Translate } from "./translator";

const SpeechContext = createContext<Speech | null>(null);

export function SpeechProvider({ children, ...speech }: Speech & { children: ReactNode }) {
  return <SpeechContext.Provider value={speech}>{children}</SpeechContext.Provider>;
}

/** The translator of the page's language. */
export function useT(): Translate {
  return useSpeech().t;
}

export function useLanguage(): Language {
  return useSpeech().language;
}

/** The page's language with its translator. */
export function useSpeech(): Speech {
  const speech = useContext(SpeechContext);
  if (!speech) throw new Error("useT and useLanguage need a SpeechProvider above them");
  return speech;
}
