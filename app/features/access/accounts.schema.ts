import { z } from "zod";
import { agreed, emailAddress, many, submissionId, text, word } from "~/formats/form-fields";
import { organisationNumber } from "~/formats/organisation-number";
import { orNothing } from "~/formats/typed-fields";
import { languages } from "~/i18n/language";
import { roles } from "./viewer";

const newPassword = z.string().min(12, "access.passwordTooShort").max(200);

export const signInForm = z.object({
  email: emailAddress,
  password: z.string().min(1, "errors.required").max(200),
  returnTo: z.string().max(500).optional(),
});

export const demoSignInForm = z.object({
  role: word(roles, "errors.unreadable"),
  returnTo: z.string().max(500).optional(),
});

export const languageForm = z.object({
  language: z.enum(languages, "errors.unreadable"),
  returnTo: z.string().max(500).optional(),
});

export const setupForm = z.object({
  code: text({ max: 40 }),
  authorityName: text({ max: 120 }),
  orgNumber: orNothing(organisationNumber),
  unitName: text({ max: 120 }),
  name: text({ max: 120 }),
  email: emailAddress,
  password: newPassword,
});

export const passwordForm = z
  .object({ password: newPassword, again: z.string().max(200) })
  .refine((form) => form.password === form.again, {
    path: ["again"],
    message: "access.passwordsDiffer",
  });

export const newAccountForm = z.object({
  submissionId,
  givenName: text({ max: 60 }),
  familyName: text({ max: 60 }),
  email: emailAddress,
  agreed,
  jobTitle: text({ max: 80, optional: true }),
  unitId: z.union([z.literal(""), z.uuid("errors.unreadable")]),
  roles: many(word(roles, "errors.unreadable")),
  projects: many(z.uuid("errors.unreadable")),
});
