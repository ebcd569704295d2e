// Types of loaders and actions as single fetch delivers them: Dates and the like stay themselves.
import "@remix-run/server-runtime";

declare module "@remix-run/server-runtime" {
  interface Future {
    v3_singleFetch: true;
  }
}
