import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A source file as data: its path from the project's root with `/`, and its text. */
export type SourceFile = { path: string; text: string };

/** The project's own files, without what .gitignore names. */
export type ProjectTree = {
  root: string;
  /** Paths from the root with `/`, sorted. */
  files: string[];
  /** What stands at the top level, ignored things left out. */
  topLevel: string[];
  read: (file: string) => string;
  /** The TypeScript and JavaScript among the files, optionally below one folder only. */
  sources: (below?: string) => SourceFile[];
};

/** Reads the names now and the texts on demand, each once. */
export function readProjectTree(root: string): ProjectTree {
  const isIgnored = ignoredBy(readFileSync(join(root, ".gitignore"), "utf8"));
  const files = filesBelow(root, "", isIgnored);
  const texts = new Map<string, string>();
  const read = (file: string) => {
    const text = texts.get(file) ?? readFileSync(join(root, file), "utf8");
    texts.set(file, text);
    return text;
  };
  return {
    root,
    files,
    topLevel: readdirSync(root).filter((name) => name !== ".git" && !isIgnored(name)),
    read,
    sources: (below = "") =>
      files
        .filter((file) => file.startsWith(below) && /\.[cm]?[jt]sx?$/.test(file))
        .map((path) => ({ path, text: read(path) })),
  };
}

function filesBelow(root: string, folder: string, isIgnored: (file: string) => boolean): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .map((entry) => ({ entry, path: folder ? `${folder}/${entry.name}` : entry.name }))
    .filter(({ path }) => path !== ".git" && !isIgnored(path))
    .flatMap(({ entry, path }) => (entry.isDirectory() ? filesBelow(root, path, isIgnored) : path))
    .sort();
}

/** Understands what our .gitignore uses: `name`, `name/`, `a/b/` from the root, `*.ending`. */
function ignoredBy(gitignore: string): (path: string) => boolean {
  const patterns = gitignore
    .split("\n")
    .map((line) => line.trim().replace(/\/$/, ""))
    .filter((line) => line !== "" && !line.startsWith("#"));
  return (path) => {
    const name = path.slice(path.lastIndexOf("/") + 1);
    return patterns.some((pattern) => {
      if (pattern.startsWith("*")) return name.endsWith(pattern.slice(1));
      if (pattern.includes("/")) return path === pattern.replace(/^\//, "");
      return name === pattern;
    });
  };
}
