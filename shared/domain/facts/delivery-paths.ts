// Where in the JSON that another program sends a value stands: JSONPath (RFC 9535), or a name alone, which is short for it.
import { JSONPathEnvironment, JSONPathError, type JSONValue } from 'json-p3'

export interface DeliveryPath {
  /** Where it begins: at what becomes a fact, or at the whole delivery. */
  readonly from: 'item' | 'body'
  /** In the order in which they stand. */
  valuesIn(value: unknown): readonly unknown[]
}

const environment = new JSONPathEnvironment()
// Regular expressions that take for ever, on texts that somebody else chooses.
for (const name of ['match', 'search']) environment.functionRegister.delete(name)

const wholeBody = '$body'

/** What RFC 9535 takes after a dot. */
const shortName = /^[A-Za-z_\u{80}-\u{10FFFF}][\w\u{80}-\u{10FFFF}]*/u

const inFull = (path: string): string => {
  if (path === wholeBody || /^\$body[.[]/.test(path)) return `$${path.slice(wholeBody.length)}`
  if (/^\$($|[.[])/.test(path)) return path
  const rest = path.replace(shortName, '')
  return rest !== path && /^($|[.[])/.test(rest) ? `$.${path}` : `$[${JSON.stringify(path)}]`
}

/**
 * `amount`, `deal.owner.email` and `First name` begin at what becomes a fact, as `$.amount` does; `$body` begins at the whole
 * delivery. A string is what is wrong with it, in words that continue the path.
 */
export const deliveryPath = (path: string): DeliveryPath | string => {
  try {
    const query = environment.compile(inFull(path))
    return {
      from: path.startsWith(wholeBody) ? 'body' : 'item',
      // What a parser of JSON makes is JSON.
      valuesIn: (value) => query.query(value as JSONValue).values(),
    }
  } catch (error) {
    if (error instanceof JSONPathError) return `is no JSONPath: ${error.message}`
    throw error
  }
}
