import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import type { Plugin } from "vite";
import en from "../../app/i18n/en";
import sv from "../../app/i18n/sv";
import { wordsOfPage } from "./page-words";

/**
 * Writes a file of words for every page and language, which `loadWords` of app/i18n/page-words.ts
 * fetches: the whole dictionary is several times what a page shows.
 */
export function pageWords(): Plugin {
  const files = wordFiles();
  const hash = createHash("sha256").update(JSON.stringify(files)).digest("hex");
  const version = hash.slice(0, 8);
  return {
    name: "page-words",
    config: () => ({ define: { "import.meta.env.WORDS_VERSION": JSON.stringify(version) } }),
    generateBundle({ dir }) {
      if (!dir?.endsWith("client")) return;
      for (const { name, words } of files) {
        const source = `export default ${JSON.stringify(words)};`;
        this.emitFile({ type: "asset", fileName: `assets/words/${name}.${version}.js`, source });
      }
    },
  };
}

function wordFiles() {
  const pages = readdirSync("app/routes").filter((file) => file.endsWith(".tsx"));
  return Object.entries({ sv, en }).flatMap(([language, messages]) =>
    pages.map((file) => ({
      name: `${language}/${file.replace(/\.tsx$/, "")}`,
      words: wordsOfPage(`app/routes/${file}`, messages),
    })),
  );
}
