import { expect, onTestFinished, test, vi } from "vitest";
import { failedRequest } from "~/features/access/refusal-page";
import { refusalOf } from "~/features/access/refusal.server";
import { AppError } from "~/platform/app-error";
import { log } from "~/platform/log.server";

const id = "0f8fad5b-d9cb-469f-a165-70867728950e";
const token = "q1W2e3R4t5Y6u7I8o9P0-_aSdFgHjKlZxCvBnM12345";
const asked = new Request(`http://localhost/password/${token}`, {
  headers: { "x-request-id": id, "x-logged-path": "/password/:token" },
});

function watchLog() {
  // The log is not what is tested here, and would write among the tests' own lines.
  const written = vi.spyOn(log, "error").mockImplementation(() => undefined);
  onTestFinished(() => written.mockRestore());
  return written;
}

test("what a person ran into is told with the number of the request, and not written down", async () => {
  const written = watchLog();
  const refusal = refusalOf(new AppError("conflict"), asked, "sv");
  expect(refusal.status).toBe(409);
  const page = await refusal.text();
  expect(page).toContain("Någon hann före");
  expect(failedRequest(page)).toEqual({ id, language: "sv" });
  expect(written).not.toHaveBeenCalled();
});

test("what nobody expected is written down once and tells nothing of itself", async () => {
  const written = watchLog();
  const error = new Error(`relation person does not exist in /password/${token}`);
  const refusal = refusalOf(error, asked, "en");
  expect(refusal.status).toBe(500);
  const page = await refusal.text();
  expect(page).not.toContain("relation");
  expect(failedRequest(page)).toEqual({ id, language: "en" });
  expect(written).toHaveBeenCalledExactlyOnceWith(
    {
      err: expect.objectContaining({
        type: "Error",
        message: "relation person does not exist in /password/…",
        stack: expect.stringContaining("refusal.test.ts"),
      }),
      requestId: id,
      path: "/password/:token",
    },
    "A request failed",
  );
  expect(JSON.stringify(written.mock.calls)).not.toContain(token);
});
