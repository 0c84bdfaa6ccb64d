// What two texts of the floor file say otherwise. Most edits change one list of a file that is long: only those of its
// top-level parts are parsed that are not the same byte for byte.
import { LineCounter } from 'yaml'
import { isFields, type RawFields } from '../../../shared/domain/edits/raw-floor.ts'
import { composeYaml } from '../floor-file/compose-yaml.ts'

export interface ChangedParts {
  readonly before: RawFields
  readonly after: RawFields
}

const keyLine = /^(?:"([\w-]+)"|'([\w-]+)'|([\w-]+)):(?=\s|$)/
/** Lines that begin no part of their own: blank ones, comments, a list that is not indented, whatever is indented. */
const innerLine = /^(?:\s|#|- |-\r?$|$)/

/** The top-level parts of a text by their keys; null where it is not written in blocks. */
const partsOf = (text: string): ReadonlyMap<string, string> | null => {
  const parts = new Map<string, string>()
  let key: string | null = null
  let lines: string[] = []
  for (const line of text.replace(/^\uFEFF/, '').split('\n')) {
    const match = keyLine.exec(line)
    if (match === null && !innerLine.test(line)) return null
    if (match !== null) {
      if (key !== null) parts.set(key, lines.join('\n'))
      key = match[1] ?? match[2] ?? match[3] ?? ''
      if (parts.has(key)) return null
      lines = []
    }
    if (key !== null) lines.push(line)
  }
  if (key !== null) parts.set(key, lines.join('\n'))
  return parts
}

/** Null where a text is no document by itself, as one whose aliases name anchors elsewhere. */
const parsed = function* (text: string): Generator<void, RawFields | null> {
  if (text === '') return {}
  const composed = yield* composeYaml(text, new LineCounter())
  if ('tooMuch' in composed || composed.document.errors.length > 0) return null
  try {
    const data: unknown = composed.document.toJS()
    return isFields(data) ? data : null
  } catch (error) {
    if (error instanceof ReferenceError) return null
    throw error
  }
}

const whole = function* (before: string, after: string): Generator<void, ChangedParts> {
  return { before: (yield* parsed(before)) ?? {}, after: (yield* parsed(after)) ?? {} }
}

/** It yields where it may be interrupted. */
export const changedPartsInSteps = function* (before: string, after: string): Generator<void, ChangedParts> {
  const [was, is] = [partsOf(before), partsOf(after)]
  if (was === null || is === null) return yield* whole(before, after)
  const keys = [...new Set([...was.keys(), ...is.keys()])].filter((key) => was.get(key) !== is.get(key))
  const textOf = (parts: ReadonlyMap<string, string>): string =>
    keys
      .map((key) => parts.get(key) ?? '')
      .join('\n')
      .trim()
  const changed = { before: yield* parsed(textOf(was)), after: yield* parsed(textOf(is)) }
  if (changed.before === null || changed.after === null) return yield* whole(before, after)
  return { before: changed.before, after: changed.after }
}
