import type { Page } from "@playwright/test";
import { randomUUID } from "node:crypto";
import { unitId } from "../../../prisma/demo/ids";
import { expect } from "./fixtures";

export type OwnAccount = { email: string; password: string };

/**
 * Makes an employee's account that no other test knows, in a unit whose approvals none looks at,
 * and signs the browser in with it.
 */
export async function enterOwnAccount(page: Page): Promise<OwnAccount> {
  await page.request.post("/sign-in/demo", { form: { role: "administrator" }, maxRedirects: 0 });
  const account = { email: `${randomUUID()}@kommun.example.se`, password: "sju gröna ord på rad" };
  const made = await page.request.post("/accounts/new", {
    maxRedirects: 0,
    form: {
      submissionId: randomUUID(),
      givenName: "Prova",
      familyName: "Språklund",
      email: account.email,
      roles: "employee",
      unitId: unitId("family"),
    },
  });
  expect(made.status(), "making an account").toBe(303);
  const id = /[0-9a-f-]{36}/.exec(made.headers().location ?? "")?.[0];
  const shown = await (await page.request.post(`/accounts/${id}/link`)).text();
  const { password } = account;
  const link = /\/password\/[\w-]+/.exec(shown)?.[0] ?? "";
  const form = { password, again: password };
  const entered = await page.request.post(link, { maxRedirects: 0, form });
  expect(entered.status(), "choosing a password").toBe(303);
  return account;
}
