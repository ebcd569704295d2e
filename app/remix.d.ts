// Types of loaders and actions as single fetch delivers them: Dates and the like stay themselves.
import "@remix-run/server-runtime";

declare module "@remix-run/server-runtime" {
  interface Future {
    v3_singleFetch: true;
  }
}

declare global {
  /** What Vite puts into the browser's files, and scripts/build. */
  interface ImportMeta {
    readonly env: { readonly DEV: boolean; readonly WORDS_VERSION: string };
  }
}
