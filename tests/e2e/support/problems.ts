import type { Page } from "@playwright/test";

/**
 * Collects, while the page lives, what its browser complains of: errors in the console (breaches
 * of the content policy are among them), uncaught exceptions, and requests that got no answer.
 */
export function watchForProblems(page: Page): string[] {
  const problems: string[] = [];
  page.on("console", (message) => {
    if (message.type() !== "error" && message.type() !== "warning") return;
    problems.push(`${message.type()}: ${message.text()} (${message.location().url})`);
  });
  page.on("pageerror", (error) => problems.push(`exception: ${error.message}`));
  page.on("requestfailed", (request) => {
    const reason = request.failure()?.errorText ?? "";
    // The browser gives up what the next page no longer needs; of what the policy stops, the
    // console tells, and without JavaScript the policy stops the preloading of scripts, silently.
    if (reason === "net::ERR_ABORTED" || reason === "csp") return;
    problems.push(`no answer: ${request.method()} ${request.url()} ${reason}`);
  });
  return problems;
}
