// A type assertion (`value as Type`) asks the reader for trust: a comment in the line above says
// why it holds.
/** @type {import("eslint").Rule.RuleModule} */
export const reasonForAssertion = {
  meta: {
    type: "problem",
    schema: [],
    messages: { reason: "Say in a comment in the line above why this `as` holds." },
  },
  create(context) {
    const { sourceCode } = context;
    const commented = new Set(
      sourceCode.getAllComments().flatMap(({ loc }) => (loc ? [loc.end.line] : [])),
    );
    return {
      /** @param {any} node ESLint's own types know no TypeScript nodes */
      TSAsExpression(node) {
        if (isConst(node.typeAnnotation)) return;
        const as = sourceCode.getTokenAfter(node.expression);
        const lines = [as?.loc.start.line, node.loc.start.line, statementOf(node).loc.start.line];
        if (lines.some((line) => line !== undefined && commented.has(line - 1))) return;
        context.report({ node, messageId: "reason" });
      },
    };
  },
};

/** @param {any} type */
function isConst(type) {
  return type.type === "TSTypeReference" && type.typeName.name === "const";
}

/** @param {any} node */
function statementOf(node) {
  let statement = node;
  while (!/Statement$|Declaration$/.test(statement.type)) statement = statement.parent;
  return statement;
}
