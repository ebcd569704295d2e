import { createRequestHandler, type LoaderFunctionArgs, type ServerBuild } from "@remix-run/node";
import { Scripts, useLoaderData } from "@remix-run/react";
import { expect, test } from "vitest";
import * as entry from "~/entry.server";
import { withoutNul } from "~/platform/without-nul.server";

const sentence =
  "Två av åtta möten på nätet ställdes in, men målet nåddes ändå: 😀 för ”källkritik”. ";
// Some 6 kB in elements that are each shorter than a piece, as the fields of a long form are.
const paragraphs = Array.from({ length: 20 }, () => sentence.repeat(3).trim());

test("a page holds every letter and no NUL, wherever its pieces are cut", async () => {
  for (let shift = 0; shift < 64; shift += 1) {
    const bytes = await pageBytes(`/?shift=${shift}`);
    expect(bytes.includes(0), `a NUL with ${shift} letters before the text`).toBe(false);
    const html = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    const shown = [...html.matchAll(/<textarea[^>]*>([^<]*)<\/textarea>/g)].map(([, text]) => text);
    expect(shown).toEqual(paragraphs);
  }
});

test("what was typed with a NUL in it is shown without", async () => {
  const html = new TextDecoder().decode(await pageBytes("/?shift=0&typed=fr%00åga"));
  expect(html).toContain("<p>fråga</p>");
  expect(html).not.toContain("\0");
});

test("the data of a page hold no NUL either", async () => {
  const bytes = await pageBytes("/_root.data?shift=3&typed=fr%00åga");
  expect(bytes.includes(0)).toBe(false);
});

test("pieces go on one by one, as they come", async () => {
  const stream = withoutNul();
  const passed: string[] = [];
  stream.on("data", (piece: Buffer) => passed.push(piece.toString("latin1")));
  for (const piece of ["\xc3", "\xa5\0", "\0\0", "b"]) stream.write(Buffer.from(piece, "latin1"));
  await new Promise((resolve) => setImmediate(resolve));
  expect(passed.filter((piece) => piece !== "")).toEqual(["\xc3", "\xa5", "b"]);
});

async function pageBytes(path: string): Promise<Buffer> {
  const handle = createRequestHandler(onePage(), "production");
  const response = await handle(new Request(`http://localhost${path}`));
  expect(response.status).toBe(200);
  return Buffer.from(await response.arrayBuffer());
}

/** The app's own way of rendering, around one page. */
function onePage(): ServerBuild {
  const root = { id: "root", path: "", hasLoader: true, module: "/root.js", imports: [] };
  const build = {
    entry: { module: entry },
    routes: { root: { id: "root", path: "", module: { loader: showTexts, default: Texts } } },
    assets: {
      entry: { imports: [], module: "/entry.js" },
      routes: { root },
      url: "/manifest.js",
      version: "1",
    },
    publicPath: "/",
    assetsBuildDirectory: "",
    future: { v3_singleFetch: true },
    isSpaMode: false,
  };
  // Only the parts that a build of one page is asked for.
  return build as unknown as ServerBuild;
}

function showTexts({ request }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams;
  return { before: "x".repeat(Number(asked.get("shift"))), typed: asked.get("typed") };
}

function Texts() {
  const { before, typed } = useLoaderData<typeof showTexts>();
  return (
    <html lang="sv">
      <body>
        <p>{before}</p>
        <p>{typed}</p>
        {paragraphs.map((text, index) => (
          <textarea key={index} readOnly value={text} />
        ))}
        <Scripts />
      </body>
    </html>
  );
}
