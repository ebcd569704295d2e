import { composed } from "~/terms/composed-text";

const longest = 100;
/** What is looked at of a name: far more than is kept of it. */
const longestSent = 1000;

/**
 * A name that is safe to store, to show and to save under on any system: without folders, control
 * and direction characters and what file systems refuse, and always ending in the extension of
 * what the file really is.
 */
export function safeFileName(name: string, extension: string): string {
  const base = composed((name.split(/[/\\]/).at(-1) ?? "").slice(0, longestSent))
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, "")
    .replace(/[<>:"|?*]/g, "_")
    .replace(/\s+/g, " ");
  const stem = withoutExtension(base, extension).replace(/^[.\s]+|[.\s]+$/g, "");
  const kept = [...stem].slice(0, longest - extension.length - 1).join("");
  return `${kept.trimEnd() || "document"}.${extension}`;
}

function withoutExtension(name: string, extension: string): string {
  const same = extension === "jpg" ? ["jpg", "jpeg"] : [extension];
  const ending = same.find((end) => name.toLowerCase().endsWith(`.${end}`));
  return ending ? name.slice(0, -ending.length - 1) : name;
}
