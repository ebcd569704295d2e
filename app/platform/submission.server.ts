import { createHash } from "node:crypto";
import { AppError } from "./app-error";
import type { Transaction } from "./db.server";
import { isId } from "./ids";

/**
 * A form has been carried out with other content than it has now: nothing is done before its
 * sender has been asked. `earlier` is the submission that was carried out.
 */
export class SentBefore extends AppError {
  readonly earlier: string;

  constructor(earlier: string) {
    super("conflict", "The form has been sent before, with other content");
    this.earlier = earlier;
  }
}

/**
 * Makes the `submissionId` of a form that was sent stand for the form and its content: behind the
 * form's own id comes a digest of where it was sent, of its fields and of its files. The same form
 * with the same content is the same submission, whichever way a browser writes it.
 */
export async function sealSubmission(form: FormData, path: string): Promise<void> {
  const sent = form.get("submissionId");
  const formId = typeof sent === "string" ? sent.split(".")[0] : undefined;
  if (!isId(formId)) return;
  const content: unknown[] = [path];
  for (const [name, value] of form) {
    if (name !== "submissionId") content.push([name, await essenceOf(value)]);
  }
  form.set("submissionId", `${formId}.${digestOf(JSON.stringify(content)).toString("base64url")}`);
}

async function essenceOf(value: FormDataEntryValue): Promise<unknown> {
  if (typeof value === "string") return value.replaceAll("\r\n", "\n");
  return [value.name, digestOf(new Uint8Array(await value.arrayBuffer())).toString("base64url")];
}

type Sender = { accountId: string; action: string };

/** The row that stands for a submission; with `earlier`, the result of when it was carried out. */
export type Claim = { id: string; earlier?: string };

/**
 * Takes a submission for this transaction. Another sender of the same form waits here, in the
 * unique index, until the first has ended. Throws `SentBefore` for other content than the first
 * time; a `submissionId` without a digest counts as the same.
 */
export async function claimSubmission(
  tx: Transaction,
  submissionId: string,
  sender: Sender,
): Promise<Claim> {
  const [formId = "", content = null] = submissionId.split(".");
  // What another person, or another command, did with the id says nothing of this form.
  for (const id of [formId, ownIdOf(formId, sender)]) {
    const { count } = await tx.submission.createMany({
      data: { id, content, ...sender },
      skipDuplicates: true,
    });
    if (count === 1) return { id };
    const earlier = await tx.submission.findUniqueOrThrow({ where: { id } });
    if (earlier.accountId !== sender.accountId) continue;
    if (earlier.action !== null && earlier.action !== sender.action) continue;
    if (content !== null && earlier.content !== null && content !== earlier.content) {
      throw new SentBefore(`${formId}.${earlier.content}`);
    }
    return { id, earlier: earlier.result ?? "" };
  }
  throw new Error("The id of one sender's form is another's");
}

function ownIdOf(formId: string, { accountId, action }: Sender): string {
  const hex = digestOf([formId, accountId, action].join()).toString("hex");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*/, "$1-$2-$3-$4-$5");
}

function digestOf(content: string | Uint8Array): Buffer {
  return createHash("sha256").update(content).digest();
}
