import { RuleTester } from "eslint";
import ts from "typescript-eslint";
import { describe, test } from "vitest";
import { noLiteralJsxText } from "../../../scripts/checks/eslint-rules/no-literal-jsx-text.js";
import { reasonForAssertion } from "../../../scripts/checks/eslint-rules/reason-for-assertion.js";

RuleTester.describe = describe;
RuleTester.it = test;

const tester = new RuleTester({
  languageOptions: {
    parser: ts.parser,
    parserOptions: { ecmaFeatures: { jsx: true } },
  },
});

tester.run("no-literal-jsx-text", noLiteralJsxText, {
  valid: [
    '<h1>{t("log.title")}</h1>',
    "<p>{name} – {count} %</p>",
    "<span>·</span>",
    '<input type="text" className="field" />',
    '<img alt="" src="/logo.svg" />',
    '<img alt={t("log.logo")} />',
    '<p>{isOpen ? t("a.open") : t("a.closed")}</p>',
    "<p>{`${from}–${to}`}</p>",
    '<Tabs current={"overview"} />',
  ],
  invalid: [
    ...["<h1>Logga kurs</h1>", "<p>{count} h</p>", '<p>{"Öppen"}</p>', "<p>{`${count} dagar`}</p>"],
    ...['<p>{isOpen ? "Öppen" : ""}</p>', '<p>{isOpen && "Öppen"}</p>', '<p>{"Öppen " + name}</p>'],
    ...['<img alt="Logga" />', '<button aria-label={"Stäng"} />', '<input placeholder="Sök" />'],
  ].map((code) => ({ code, errors: [{ messageId: "literal" }] })),
});

tester.run("reason-for-assertion", reasonForAssertion, {
  valid: [
    'const roles = ["a", "b"] as const;',
    "const row = value satisfies Row;",
    "// The driver types no rows.\nconst row = value as Row;",
    "function f() {\n  // Checked by the caller.\n  return list.map(\n    (x) => x as Row,\n  );\n}",
    "const rows = [\n  // The driver types no rows.\n  value as Row,\n];",
    "const row = rows[0]!;",
  ],
  invalid: [
    "const row = value as Row;",
    "// A heading.\n\nconst row = value as Row;",
    "const row = <const T,>(value: T) => value as Row;",
  ].map((code) => ({ code, errors: [{ messageId: "reason" }] })),
});
