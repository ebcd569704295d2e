/** A form of a page, with the fields that a browser would send if nothing were touched. */
export type PageForm = { action: string | null; multipart: boolean; fields: Field[]; html: string };
export type Field = [name: string, value: string | File];

/** The forms of a page that change something. */
export function formsOf(html: string): PageForm[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)]
    .filter(([, head]) => attribute(head ?? "", "method")?.toLowerCase() === "post")
    .map(([, head = "", inside = ""]) => ({
      action: attribute(head, "action"),
      multipart: attribute(head, "enctype") === "multipart/form-data",
      fields: fieldsOf(inside),
      html: inside,
    }));
}

/** The value that stands behind a label: of a choice in a list, a tick or a radio button. */
export function valueOf(html: string, field: string, label: string): string {
  const choices = field ? [...optionsOf(html, field), ...ticksOf(html, field)] : [];
  const found =
    choices.find(([, text]) => text === label) ?? choices.find(([, text]) => text.includes(label));
  if (!found) {
    const offered = choices.map(([, text]) => text).join(" | ");
    throw new Error(`${field} offers no ${label}, but ${offered || "nothing"}`);
  }
  return found[0];
}

/** The address of the link that holds the words and leads to a page of that kind. */
export function linkIn(html: string, kind: RegExp, words = ""): string {
  const links = [...html.matchAll(/<a\b([^>]*)>([\s\S]*?)<\/a>/g)];
  const found = links
    .map(([, head = "", text = ""]) => ({
      href: attribute(head, "href") ?? "",
      text: wordsOf(text),
    }))
    .find(({ href, text }) => kind.test(href) && text.includes(words));
  if (!found) throw new Error(`no link ${words} to ${kind}`);
  return found.href;
}

/** What a reader sees of a piece of a page. */
export function wordsOf(html: string): string {
  return plain(
    html
      .replace(/<(script|style|svg)\b[\s\S]*?<\/\1>/g, " ")
      .replace(/<!--[\s\S]*?-->/g, "")
      .replace(/<[^>]+>/g, " "),
  )
    .replace(/\s+/g, " ")
    .trim();
}

function fieldsOf(html: string): Field[] {
  const controls =
    /<input\b([^>]*)>|<select\b([^>]*)>([\s\S]*?)<\/select>|<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/g;
  return [...html.matchAll(controls)].flatMap(([, input, select, options, area, text]): Field[] => {
    const head = input ?? select ?? area ?? "";
    const name = attribute(head, "name");
    if (!name) return [];
    if (input !== undefined) return inputField(name, input);
    if (area !== undefined) return [[name, plain(text ?? "").replace(/^\n/, "")]];
    const all = [...(options ?? "").matchAll(/<option\b([^>]*)>/g)].map(
      ([, option = ""]) => option,
    );
    const chosen = all.find((option) => /\sselected\b/.test(option)) ?? all[0] ?? "";
    return [[name, attribute(chosen, "value") ?? ""]];
  });
}

function inputField(name: string, head: string): Field[] {
  const type = attribute(head, "type") ?? "text";
  if (type === "file" || type === "submit") return [];
  const isTick = type === "checkbox" || type === "radio";
  if (isTick && !/\schecked\b/.test(head)) return [];
  return [[name, attribute(head, "value") ?? (isTick ? "on" : "")]];
}

function optionsOf(html: string, field: string): [value: string, label: string][] {
  return [...html.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/g)]
    .filter(([, head = ""]) => attribute(head, "name") === field)
    .flatMap(([, , options = ""]) => [
      ...options.matchAll(/<option\b([^>]*)>([\s\S]*?)<\/option>/g),
    ])
    .map(([, head = "", label = ""]) => [attribute(head, "value") ?? "", wordsOf(label)]);
}

function ticksOf(html: string, field: string): [value: string, label: string][] {
  return [
    ...html.matchAll(/<label\b[^>]*>((?:(?!<\/label>)[\s\S])*?<input\b([^>]*)>[\s\S]*?)<\/label>/g),
  ]
    .filter(([, , head = ""]) => attribute(head, "name") === field)
    .map(([, inside = "", head = ""]) => [attribute(head, "value") ?? "on", wordsOf(inside)]);
}

function attribute(head: string, name: string): string | null {
  const found = new RegExp(`(?:^|\\s)${name}="([^"]*)"`, "i").exec(head);
  return found ? plain(found[1] ?? "") : null;
}

function plain(text: string): string {
  return text
    .replace(/&quot;/g, '"')
    .replace(/&#x27;|&#39;/g, "'")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&nbsp;/g, " ")
    .replace(/&amp;/g, "&");
}
