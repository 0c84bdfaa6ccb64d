// Finding one's way in a text of YAML between its nodes.

/** One stretch of a text and what stands there instead. */
export interface Patch {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** The stretch of a text with its patches made. They do not overlap. */
export const patched = (text: string, start: number, end: number, patches: readonly Patch[]): string => {
  const inside = patches.filter((patch) => patch.start >= start && patch.end <= end)
  let written = ''
  let at = start
  for (const patch of inside.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    written += text.slice(at, patch.start) + patch.text
    at = patch.end
  }
  return written + text.slice(at, end)
}

export const lineStart = (text: string, offset: number): number => {
  const start = text.lastIndexOf('\n', offset - 1) + 1
  // A byte order mark is no part of the first line.
  return start === 0 && text.startsWith('\uFEFF') ? 1 : start
}

/** The start of the next line; `offset` itself where that is one. */
export const lineEnd = (text: string, offset: number): number => {
  if (text[offset - 1] === '\n') return offset
  const end = text.indexOf('\n', offset)
  return end === -1 ? text.length : end + 1
}

/** The end of what the line says, before its line break. */
export const lineTextEnd = (text: string, offset: number): number => {
  const end = text.indexOf('\n', offset)
  if (end === -1) return text.length
  return text[end - 1] === '\r' && end > offset ? end - 1 : end
}

export const skipBlanks = (text: string, offset: number): number => {
  let at = offset
  while (text[at] === ' ' || text[at] === '\t') at += 1
  return at
}

/** Over blanks, line breaks and comments, to what is said next. */
export const skipToNext = (text: string, offset: number): number => {
  let at = offset
  for (;;) {
    const char = text[at]
    if (char === ' ' || char === '\t' || char === '\n' || char === '\r') at += 1
    else if (char === '#') at = lineTextEnd(text, at)
    else return at
  }
}

/** The end of a comment that stands behind `offset` in the same line, else `offset`. */
export const commentEnd = (text: string, offset: number): number => {
  const at = skipBlanks(text, offset)
  return text[at] === '#' ? lineTextEnd(text, at) : offset
}

/** The line break that a text uses. */
export const lineBreakOf = (text: string): string => {
  const first = text.indexOf('\n')
  return first > 0 && text[first - 1] === '\r' ? '\r\n' : '\n'
}
