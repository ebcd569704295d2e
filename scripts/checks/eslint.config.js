// ESLint looks at what Prettier and the compiler leave open. Paths are from the project's root:
// the configuration is always named (`eslint -c scripts/checks/eslint.config.js`).
import { fileURLToPath } from "node:url";
import js from "@eslint/js";
// @ts-expect-error the package ships no types
import jsxA11y from "eslint-plugin-jsx-a11y";
import reactHooks from "eslint-plugin-react-hooks";
import globals from "globals";
import ts from "typescript-eslint";
import { noLiteralJsxText } from "./eslint-rules/no-literal-jsx-text.js";
import { reasonForAssertion } from "./eslint-rules/reason-for-assertion.js";

const typescript = ["**/*.{ts,tsx}"];

export default ts.config(
  {
    ignores: ["build/", "data/", "app/generated/", "tests/output/", "tests/fixtures/"],
  },
  {
    linterOptions: { reportUnusedDisableDirectives: "error" },
    languageOptions: { globals: globals.node },
    plugins: {
      kaskad: {
        rules: {
          "no-literal-jsx-text": noLiteralJsxText,
          "reason-for-assertion": reasonForAssertion,
        },
      },
    },
  },
  js.configs.recommended,
  {
    rules: {
      eqeqeq: ["error", "always", { null: "ignore" }],
      "no-control-regex": "off", // File formats are made of them.
      "max-lines": ["error", { max: 300, skipBlankLines: true, skipComments: true }],
      "no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
    },
  },
  // A dictionary is a list: its length says how many words a room has.
  { files: ["app/i18n/{sv,en}/*.ts"], rules: { "max-lines": "off" } },
  {
    files: typescript,
    extends: [ts.configs.strictTypeChecked, ts.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: {
        projectService: true,
        tsconfigRootDir: fileURLToPath(new URL("../..", import.meta.url)),
      },
    },
    rules: {
      "kaskad/reason-for-assertion": "error",
      // Half of the time of a run, for faults that nobody has made here.
      ...off(["no-deprecated", "no-generated-empty-object-type", "unbound-method"]),
      ...off(["no-unsafe-class-instance-assignment", "no-unsafe-enum-assignment"]),
      "@typescript-eslint/no-dynamic-delete": "off",
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: false }],
      "@typescript-eslint/no-misused-spread": "off", // Letters are taken apart on purpose.
      "@typescript-eslint/no-non-null-assertion": "off", // A match has the groups of its pattern.
      "@typescript-eslint/no-redundant-type-constituents": "off",
      "@typescript-eslint/require-await": "off", // A verb may be async by its signature.
      "@typescript-eslint/prefer-nullish-coalescing": [
        "error",
        { ignorePrimitives: { string: true } },
      ],
      "@typescript-eslint/consistent-type-definitions": ["error", "type"],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-confusing-void-expression": "off",
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_" },
      ],
      "@typescript-eslint/only-throw-error": "off", // A Remix loader throws responses.
      "@typescript-eslint/use-unknown-in-catch-callback-variable": "off",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
    },
  },
  {
    files: ["app/**/*.{ts,tsx}"],
    rules: { "no-console": "error" },
  },
  {
    files: ["app/{features,formats,overviews,platform,terms,ui}/**"],
    rules: {
      "no-restricted-syntax": [
        "error",
        { selector: "ExportDefaultDeclaration", message: "Exports have names here." },
      ],
    },
  },
  {
    // One looks at the text first, the other takes a name apart, which is short.
    files: ["app/**/*.{ts,tsx}"],
    ignores: ["app/terms/composed-text.ts", "app/features/competence/rules/competence-code.ts"],
    rules: {
      "no-restricted-properties": [
        "error",
        {
          property: "normalize",
          message: "It takes the square of a text's length: use composed().",
        },
      ],
    },
  },
  {
    files: ["app/{features,overviews,platform}/**/*.{server,policy}.ts"],
    rules: {
      "no-restricted-syntax": [
        "error",
        { selector: "ExportDefaultDeclaration", message: "Exports have names here." },
        {
          selector: "LogicalExpression[right.type='Identifier'][right.name='undefined']",
          message: "A filter without a value finds everybody's: `only(id)` finds nobody's.",
        },
        {
          selector:
            "ObjectExpression:has(> Property[key.name='equals']):has(> Property[key.name='mode'])",
          message: "Prisma takes such a name for a pattern (`_`, `%`): compare by lower() in SQL.",
        },
      ],
    },
  },
  {
    files: ["app/**/*.tsx"],
    extends: [jsxA11y.flatConfigs.recommended],
    plugins: { "react-hooks": reactHooks },
    languageOptions: { globals: globals.browser },
    rules: {
      "kaskad/no-literal-jsx-text": "error",
      "react-hooks/rules-of-hooks": "error",
      "react-hooks/exhaustive-deps": "error",
    },
  },
  {
    // Only an interface can add to a package's own types.
    files: ["**/*.d.ts"],
    rules: { "@typescript-eslint/consistent-type-definitions": "off" },
  },
  {
    // A test asserts what the compiler does not know: its own answers, a page's texts. Of the rules
    // that need types it keeps the one without which a test may pass by not being waited for.
    files: ["tests/**/*.{ts,tsx}"],
    extends: [ts.configs.disableTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      "@typescript-eslint/no-floating-promises": "error",
      "max-lines": "off",
    },
  },
);

/**
 * @param {string[]} rules names without the prefix of typescript-eslint
 * @returns {Record<string, "off">}
 */
function off(rules) {
  return Object.fromEntries(rules.map((rule) => [`@typescript-eslint/${rule}`, "off"]));
}
