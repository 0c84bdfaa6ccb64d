// A picture that hangs upright on a panel which does not know it: the page is turned, and its style sheets are told that
// their screen has the other shape.

export type Turn = 0 | 90 | 180 | 270

/** Anything else, as another version may send it, is no turn. */
export const turnOf = (degrees: number): Turn =>
  degrees === 90 || degrees === 180 || degrees === 270 ? degrees : 0

/** Whether width and height change places. */
export const isSideways = (turn: Turn): boolean => turn === 90 || turn === 270

/** As style sheets ask for a shape, and as builds rewrite that. */
const opposites: Readonly<Record<string, string>> = { 'max-': 'min-', 'min-': 'max-', '<=': '>=', '>=': '<=' }

const swapShapes = (condition: string): string =>
  condition.includes('aspect-ratio')
    ? condition.replace(/max-|min-|<=|>=/g, (sign) => opposites[sign] ?? sign)
    : condition

const swapIn = (rules: CSSRuleList): void => {
  for (const rule of rules) {
    if (rule instanceof CSSMediaRule) rule.media.mediaText = swapShapes(rule.media.mediaText)
    if (rule instanceof CSSGroupingRule) swapIn(rule.cssRules)
  }
}

/** Turns a page from how it is to `turn`. Its style sheets are its own, and all there before it is drawn. */
export const turnPage = (page: Document, turn: Turn): void => {
  const root = page.documentElement
  const before = turnOf(Number(root.dataset['turn'] ?? 0))
  if (before === turn) return
  if (isSideways(before) !== isSideways(turn)) for (const sheet of page.styleSheets) swapIn(sheet.cssRules)
  if (turn === 0) delete root.dataset['turn']
  else root.dataset['turn'] = String(turn)
}
