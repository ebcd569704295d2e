// Text in a page comes from a message key. Punctuation, digits and symbols may stand as they are.
const spokenAttributes = new Set([
  ...["alt", "title", "placeholder", "label", "description"],
  ...["aria-label", "aria-description", "aria-roledescription", "aria-valuetext"],
]);

/** @type {import("eslint").Rule.RuleModule} */
export const noLiteralJsxText = {
  meta: {
    type: "problem",
    schema: [],
    messages: { literal: "“{{text}}” stands in the page without a message key." },
  },
  create(context) {
    return {
      /** @param {any} node ESLint's types know no JSX */
      JSXText(node) {
        reportText(context, node, node.value);
      },
      /** @param {any} node ESLint's types know no JSX */
      JSXExpressionContainer(node) {
        if (node.parent.type === "JSXAttribute") return;
        reportLiterals(context, node.expression);
      },
      /** @param {any} node ESLint's types know no JSX */
      JSXAttribute(node) {
        if (!spokenAttributes.has(node.name.name) || !node.value) return;
        const { value } = node;
        reportLiterals(context, value.type === "JSXExpressionContainer" ? value.expression : value);
      },
    };
  },
};

/**
 * Follows an expression through choices, but not into calls: `t("a.key")` is what is wanted.
 * @param {import("eslint").Rule.RuleContext} context
 * @param {any} node
 */
function reportLiterals(context, node) {
  if (node.type === "Literal" && typeof node.value === "string") {
    reportText(context, node, node.value);
  } else if (node.type === "TemplateLiteral") {
    for (const part of node.quasis) reportText(context, part, part.value.cooked ?? "");
  } else if (node.type === "ConditionalExpression") {
    reportLiterals(context, node.consequent);
    reportLiterals(context, node.alternate);
  } else if (node.type === "LogicalExpression" || isSum(node)) {
    reportLiterals(context, node.left);
    reportLiterals(context, node.right);
  }
}

/** @param {any} node */
function isSum(node) {
  return node.type === "BinaryExpression" && node.operator === "+";
}

/**
 * @param {import("eslint").Rule.RuleContext} context
 * @param {any} node
 * @param {string} text
 */
function reportText(context, node, text) {
  // Entities such as &nbsp; arrive here as the characters that they stand for.
  if (!/\p{L}/u.test(text)) return;
  context.report({ node, messageId: "literal", data: { text: text.trim().slice(0, 40) } });
}
