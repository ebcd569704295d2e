import type { z } from "zod";
import { agreed, text } from "~/formats/form-fields";

/** What a form says of a change that touches figures of days that have been. */
export const agreedChange = { agreed, reason: text({ max: 500, optional: true }) };
export type AgreedChange = z.output<z.ZodObject<typeof agreedChange>>;
