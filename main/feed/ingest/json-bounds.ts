// Bounds what a text of JSON may hold, before it is built: a megabyte of brackets becomes a hundred megabytes of lists.

/** Far more than the fields of any source's record. */
const maxValues = 5000
/** A fact is three deep. */
const maxDepth = 64

const code = (character: string): number => character.charCodeAt(0)
const [quote, backslash, comma] = [code('"'), code('\\'), code(',')]
const [openBrace, closeBrace, openBracket, closeBracket] = [code('{'), code('}'), code('['), code(']')]

/** Where the text that begins at a quote ends. */
const endOfText = (json: string, start: number): number => {
  let at = start + 1
  while (at < json.length) {
    const char = json.charCodeAt(at)
    if (char === quote) return at
    at += char === backslash ? 2 : 1
  }
  return json.length
}

/**
 * Why it is not to be built, as the end of a sentence; null for all else, also for what is no JSON. `mostValues`: of what holds
 * more than a record.
 */
export const tooMuchIn = (json: string, mostValues: number = maxValues): string | null => {
  // Whatever it holds, a shorter text holds fewer values than are too many.
  if (json.length < 2 * mostValues) return null
  let values = 1
  let depth = 0
  for (let at = 0; at < json.length; at += 1) {
    const char = json.charCodeAt(at)
    if (char === quote) at = endOfText(json, at)
    else if (char === comma) values += 1
    else if (char === openBrace || char === openBracket) {
      values += 1
      depth += 1
      if (depth > maxDepth) return `is nested more than ${maxDepth} deep`
    } else if (char === closeBrace || char === closeBracket) depth -= 1
    if (values > mostValues) return `holds more than ${mostValues} values`
  }
  return null
}
