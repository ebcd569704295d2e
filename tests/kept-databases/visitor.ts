// Somebody who uses Kaskad without a browser: opens pages, fills in their forms and sends them.
import { type Field, formsOf, type PageForm, valueOf, wordsOf } from "./page-forms";

/** What to put into a field: a text, a file, several values, or what stands behind a label. */
export type Answer = string | File | string[] | { label: string } | { labels: string[] };

export type Visitor = {
  open: (path: string) => Promise<string>;
  /**
   * Fills in the form of the page that has the fields, and that is sent to `to` or the page itself if there are several, and
   * sends it. Returns the address that it leads to; throws with the page's words where it is
   * refused.
   */
  fill: (path: string, answers: Record<string, Answer>, to?: string) => Promise<string>;
  /** The same for a form that answers with a page. */
  ask: (path: string, answers: Record<string, Answer>, to?: string) => Promise<string>;
};

export function visitor(base: string): Visitor {
  const cookies = new Map<string, string>();

  async function request(path: string, init: RequestInit = {}): Promise<Response> {
    const response = await fetch(new URL(path, base), {
      redirect: "manual",
      ...init,
      headers: {
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; "),
        origin: new URL(base).origin,
        "accept-language": "sv",
      },
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      cookies.set(name, value);
    }
    return response;
  }

  async function open(path: string): Promise<string> {
    const response = await request(path);
    const html = await response.text();
    if (response.status !== 200)
      throw new Error(`${path}: ${response.status} ${wordsOf(html).slice(0, 300)}`);
    return html;
  }

  async function send(
    path: string,
    answers: Record<string, Answer>,
    to?: string,
  ): Promise<Response> {
    const html = await open(path);
    const form = choose(path, html, answers, to);
    if (!form)
      throw new Error(
        `${path}: no form ${to ?? ""} with ${Object.keys(answers).join(", ")}\n${wordsOf(html).slice(0, 500)}`,
      );
    const body = form.multipart ? new FormData() : new URLSearchParams();
    for (const [name, value] of answered(form, answers)) {
      if (body instanceof FormData) body.append(name, value);
      else if (typeof value === "string") body.append(name, value);
    }
    return request(form.action ?? path, { method: "POST", body });
  }

  async function fill(path: string, answers: Record<string, Answer>, to?: string): Promise<string> {
    const sent = await send(path, answers, to);
    const location = sent.headers.get("location");
    if (location) return location;
    throw new Error(`${path}: ${sent.status} ${faultsOf(await sent.text())}`);
  }

  return {
    open,
    fill,
    ask: async (path, answers, to) => (await send(path, answers, to)).text(),
  };
}

function choose(
  path: string,
  html: string,
  answers: Record<string, Answer>,
  to = path,
): PageForm | undefined {
  const fitting = formsOf(html).filter(
    (form) =>
      // These stand on every page.
      !/^\/(language|sign-out)/.test(form.action ?? "") &&
      Object.keys(answers).every((name) => form.html.includes(`name="${name}"`)),
  );
  const meant = fitting.find((form) => withoutQuery(form.action ?? path) === withoutQuery(to));
  return meant ?? (fitting.length === 1 ? fitting[0] : undefined);
}

function withoutQuery(address: string): string {
  return address.split("?")[0] ?? "";
}

function answered(form: PageForm, answers: Record<string, Answer>): Field[] {
  const untouched = form.fields.filter(([name]) => !(name in answers));
  const typed = Object.entries(answers).flatMap(([name, answer]): Field[] => {
    if (typeof answer === "string" || answer instanceof File) return [[name, answer]];
    if (Array.isArray(answer)) return answer.map((value) => [name, value]);
    const labels = "labels" in answer ? answer.labels : [answer.label];
    return labels.map((label) => [name, valueOf(form.html, name, label)]);
  });
  return [...untouched, ...typed];
}

function faultsOf(html: string): string {
  const faults = [
    ...html.matchAll(/<(\w+)[^>]*class="[^"]*(?:field-error|notice)[^"]*"[^>]*>([\s\S]*?)<\/\1>/g),
  ].map(([, , text]) => wordsOf(text ?? ""));
  return faults.join(" · ") || wordsOf(html).slice(0, 400);
}
