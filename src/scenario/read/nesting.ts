/** A scenario nests about ten levels deep. */
const mostLevels = 200;
/** A level of indentation takes a column or more: a space, or the mark of a list. */
const indented = new RegExp(`^[ ?-]{${2 * mostLevels}}`, 'm');

/**
 * Returns whether a text, YAML or JSON, nests deeper than any scenario does. The parser calls itself for every level, so
 * that a hostile file could exhaust the stack, which V8 does not always survive; this looks at the characters alone.
 */
export function isNestedTooDeeply(text: string): boolean {
  if (indented.test(text)) return true;
  let level = 0;
  for (const character of text) {
    if (character === '[' || character === '{') level += 1;
    else if (character === ']' || character === '}') level = Math.max(0, level - 1);
    if (level > mostLevels) return true;
  }
  return false;
}
