/** Whether a string of the definition is an expression: it must start with `{%` and end with `%}`, with nothing around. */
export function isExpression(text: string): boolean {
  return text.startsWith('{%') && text.endsWith('%}') && text.length >= 4;
}

/** The JSONata source inside the delimiters. */
export function expressionSource(text: string): string {
  return text.slice(2, -2).trim();
}

/** A string with only one of the delimiters is a slip of the pen that AWS would take for a literal. */
export function isHalfDelimited(text: string): boolean {
  const trimmed = text.trim();
  return !isExpression(text) && (trimmed.startsWith('{%') || trimmed.endsWith('%}'));
}
