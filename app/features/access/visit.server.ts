import type { z } from "zod";
import { isLanguage, preferredLanguage, type Language } from "~/i18n/language";
import { translator } from "~/i18n/server";
import type { MessageKey, Translate } from "~/i18n/translator";
import { AppError } from "~/platform/app-error";
import { todayInStockholm } from "~/platform/clock";
import { database, type Database } from "~/platform/db.server";
import { FieldError, type Sentence } from "~/platform/field-error";
import { fieldValues, parseForm, type FieldValues } from "~/platform/form";
import { data, readCookie, readForm, redirect } from "~/platform/http.server";
import { Question } from "~/platform/question";
import type { IsoDate } from "~/terms/day";
import { SentBefore } from "~/platform/submission.server";
import type { FormState, RefusedForm } from "~/ui/form";
import { refusalOf } from "./refusal.server";
import { accountOfSession } from "./sessions.server";
import { hasRole, type Role, type Viewer } from "./viewer";
import { loadViewer } from "./viewer.queries.server";

export const sessionCookie = "kaskad_session";
export const languageCookie = "kaskad_language";

export type RouteArgs = { request: Request; params: Record<string, string | undefined> };

/** One request, with all that a page or a command needs to know of it. */
export type Visit = RouteArgs & {
  db: Database;
  today: IsoDate;
  url: URL;
  language: Language;
  t: Translate;
};
export type ViewerVisit = Visit & { viewer: Viewer };

/** A loader or action that anybody may call, signed in or not. */
export function forAnyone<T>(work: (visit: Visit & { viewer: Viewer | null }) => Promise<T>) {
  return async (args: RouteArgs): Promise<T> => {
    let language = languageOf(args.request, null);
    try {
      const visit = await openVisit(args);
      language = visit.language;
      return await work(visit);
    } catch (error) {
      throw error instanceof Response ? error : refusalOf(error, args.request, language);
    }
  };
}

/**
 * A loader or action for those who are signed in; others are sent to sign in and come back.
 * With `allowed`, only for those who have one of the roles: the rest get 403.
 */
export function forViewers<T>(work: (visit: ViewerVisit) => Promise<T>, allowed?: readonly Role[]) {
  return forAnyone(async (visit) => {
    const { viewer } = visit;
    if (!viewer) {
      const returnTo = visit.request.method === "GET" ? visit.url.pathname + visit.url.search : "/";
      throw redirect(`/sign-in?returnTo=${encodeURIComponent(returnTo)}`);
    }
    if (allowed && !hasRole(viewer, ...allowed)) throw new AppError("forbidden");
    return work({ ...visit, viewer });
  });
}

/**
 * An action that carries out one form: reads it by its schema, runs the command, and goes where
 * `work` says. Input that the schema or the command can't accept comes back as a `RefusedForm`
 * with status 400, and so does a form that has been carried out before with other content.
 */
export function formAction<Schema extends z.ZodType>(
  schema: Schema,
  work: (visit: ViewerVisit, input: z.output<Schema>) => Promise<string | Response>,
  options: { allowed?: readonly Role[]; maxBytes?: number } = {},
) {
  return forViewers(
    (visit) => carryOut(schema, visit, options.maxBytes, (input) => work(visit, input)),
    options.allowed,
  );
}

/** The same for the few forms that are sent before anybody is signed in. */
export function openFormAction<Schema extends z.ZodType>(
  schema: Schema,
  work: (visit: Visit, input: z.output<Schema>) => Promise<string | Response>,
) {
  return forAnyone((visit) => carryOut(schema, visit, undefined, (input) => work(visit, input)));
}

async function carryOut<Schema extends z.ZodType>(
  schema: Schema,
  visit: Visit,
  maxBytes: number | undefined,
  work: (input: z.output<Schema>) => Promise<string | Response>,
) {
  const form = await readForm(visit.request, maxBytes);
  const parsed = parseForm(schema, form);
  if (!parsed.ok) return refuse(visit, parsed.values, parsed.errors);
  try {
    const done = await work(parsed.value);
    throw typeof done === "string" ? redirect(done, 303) : done;
  } catch (error) {
    if (error instanceof FieldError) {
      return refuse(visit, fieldValues(form), error.fields);
    }
    if (error instanceof Question) return ask(visit, fieldValues(form), error);
    if (!(error instanceof SentBefore)) throw error;
    // As the submission that was carried out, the command answers as it did then.
    form.set("submissionId", error.earlier);
    const earlier = parseForm(schema, form);
    const answer = earlier.ok ? await work(earlier.value).catch(() => null) : null;
    return askAgain(visit, form, typeof answer === "string" ? answer : undefined);
  }
}

/**
 * Nothing lost and nothing doubled: the form as it is now, with an id of its own. To send it again
 * says that this is to be carried out as well.
 */
function askAgain(visit: Pick<Visit, "t">, form: FormData, answeredAt: string | undefined) {
  const values = { ...fieldValues(form), submissionId: crypto.randomUUID() };
  const earlier = { label: visit.t("ui.form.seeEarlier"), href: answeredAt ?? null };
  const sentBefore = { key: "errors.sentBefore", ...(answeredAt && { links: [earlier] }) };
  const asked = askedOf(visit, { touched: [sentBefore], mark: null, needed: {} });
  return data<RefusedForm>({ form: { values, errors: {}, asked } }, { status: 400 });
}

export function refuse(
  { t }: Pick<Visit, "t">,
  values: FieldValues,
  sentences: Record<string, Sentence>,
) {
  const errors = mapValues(sentences, (sentence) => said(t, sentence));
  return data<RefusedForm>({ form: { values, errors } }, { status: 400 });
}

function mapValues<From, To>(record: Record<string, From>, change: (value: From) => To) {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));
}

/** The form again, with what there is to see before it is carried out, and what is missing of a yes. */
function ask(visit: Pick<Visit, "t">, values: FieldValues, question: Question) {
  const { t } = visit;
  const isAgreed = values.agreed === question.mark;
  // Of what the form had: once the box is ticked, it is these that the command still misses.
  const missing = Object.entries(question.needed).filter(
    ([name]) => name in values && (isAgreed || values[name] === ""),
  );
  const errors = {
    ...(!isAgreed && { agreed: t("ui.asked.agree") }),
    ...mapValues(Object.fromEntries(missing), (sentence) => said(t, sentence)),
  };
  return data<RefusedForm>(
    { form: { values, errors, asked: askedOf(visit, question) } },
    { status: 400 },
  );
}

type Asked = Pick<Question, "touched" | "needed"> & { mark: string | null };

/** A question as a form tells it: also one that a page asks before its form is sent. */
export function askedOf(
  { t }: Pick<Visit, "t">,
  { touched, mark, needed }: Asked,
): NonNullable<FormState["asked"]> {
  return {
    touched: touched.map(({ links = [], ...sentence }) => ({ says: said(t, sentence), links })),
    ...{ mark, needed: Object.keys(needed) },
  };
}

function said(t: Translate, { key, values }: Sentence): string {
  // The keys come from schemas and commands, which a test checks against the dictionary.
  return t(key as MessageKey, values);
}

async function openVisit({ request, params }: RouteArgs) {
  const db = database();
  const viewer = await viewerOf(db, request);
  const language = languageOf(request, viewer);
  return {
    request,
    params,
    db,
    viewer,
    language,
    t: translator(language),
    today: todayInStockholm(),
    url: new URL(request.url),
  };
}

async function viewerOf(db: Database, request: Request): Promise<Viewer | null> {
  const token = readCookie(request, sessionCookie);
  if (!token) return null;
  const accountId = await accountOfSession(db, token);
  return accountId ? loadViewer(db, accountId) : null;
}

/** The account's choice, else the browser's earlier choice, else what the browser prefers. */
function languageOf(request: Request, viewer: Viewer | null): Language {
  const chosen = readCookie(request, languageCookie);
  if (viewer?.language) return viewer.language;
  if (isLanguage(chosen)) return chosen;
  return preferredLanguage(request.headers.get("accept-language"));
}
