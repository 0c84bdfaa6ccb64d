// YAML (and JSON, which is YAML too) read through a schema; everything wrong comes back with its line.
import { type Document, isAlias, isMap, isNode, isScalar, isSeq, LineCounter, visit } from 'yaml'
import type { z } from 'zod'
import { atOnce } from '../turns.ts'
import { composeYaml, tooMuchUnfolds } from './compose-yaml.ts'
import { type Fault, faultsIn } from './issue-sentences.ts'
import { withMeantKeys } from './meant-keys.ts'
import type { YamlSource } from './rewrite/yaml-source.ts'
import { syntaxFault } from './syntax-words.ts'

export interface LineError {
  /** From 1. */
  readonly line: number
  /** `people[3].team`; empty for the file as a whole. */
  readonly path: string
  readonly message: string
}

export type YamlReading<T> =
  | {
      readonly ok: true
      readonly value: T
      readonly locate: (fault: Fault) => LineError
      readonly source: YamlSource
    }
  | { readonly ok: false; readonly errors: LineError[] }

/** A floor of a thousand people is a tenth of this. */
const maxChars = 2_000_000
/** An anchor used to write a block once is fine; blocks of blocks of aliases that unfold into gigabytes are not. */
const maxAliasCount = 100
/** More than anybody reads; the rest shows once these are gone. */
const maxErrors = 100
/** Finding the line of each of a million faults would take longer than anybody waits. */
export const maxLocated = 1000
/** Keys may be as long as the file. */
const maxWords = 500

interface Refusal {
  readonly ok: false
  readonly errors: LineError[]
}

const shortened = (words: string): string =>
  words.length <= maxWords ? words : `${words.slice(0, maxWords).toWellFormed()}…`

/** From the top of the file down, each said once. */
export const refused = (errors: readonly LineError[]): Refusal => {
  const told = errors.map(({ line, path, message }) => ({
    line,
    path: shortened(path),
    message: shortened(message),
  }))
  const unlike = new Map(told.map((error) => [JSON.stringify(error), error]))
  return { ok: false, errors: [...unlike.values()].sort((a, b) => a.line - b.line).slice(0, maxErrors) }
}

const fileError = (message: string): Refusal => refused([{ line: 1, path: '', message }])

const writePath = (path: Fault['path']): string =>
  path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`
    return text === '' ? key : `${text}.${key}`
  }, '')

/** Where a path stands in the text; for a key that is missing, where its block begins. */
const offsetOf = (document: Document.Parsed, path: Fault['path']): number => {
  let node: unknown = document.contents
  let found: unknown = node
  for (const key of path) {
    if (isAlias(node)) node = node.resolve(document)
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key))
      if (!pair) break
      found = pair.key
      node = pair.value
    } else if (isSeq(node) && typeof key === 'number' && key in node.items) {
      found = node.items[key]
      node = found
    } else break
  }
  return isNode(found) ? (found.range?.[0] ?? 0) : 0
}

/** The parser's own check of unique keys compares every pair of keys; this one is linear, and names both lines. */
const duplicateKeys = (document: Document.Parsed, lineOf: (offset: number) => number): LineError[] => {
  const errors: LineError[] = []
  visit(document, {
    Map: (_, map) => {
      const seen = new Map<string, number>()
      for (const { key } of map.items) {
        if (!isScalar(key)) continue
        const name = String(key.value)
        const line = lineOf(key.range?.[0] ?? 0)
        const first = seen.get(name)
        if (first === undefined) seen.set(name, line)
        else errors.push({ line, path: name, message: `is written twice; line ${first} has it already` })
      }
    },
  })
  return errors
}

const unfold = (document: Document.Parsed): { value: unknown } | { message: string } => {
  try {
    return { value: document.toJS({ maxAliasCount }) }
  } catch (error) {
    // An alias without an anchor, or too many aliases of aliases.
    if (error instanceof ReferenceError) return { message: `has a bad alias: ${error.message}` }
    throw error
  }
}

/** A value may fail several tests, and the first of them says enough. */
const firstOfEach = (faults: readonly Fault[]): Fault[] => {
  const seen = new Set<string>()
  return faults.filter(({ path }) => {
    const place = JSON.stringify(path)
    if (seen.has(place)) return false
    seen.add(place)
    return true
  })
}

/** Finds faults, and yields where it may be interrupted. */
export type FindFaults = (value: unknown) => Generator<void, readonly Fault[]>

const nothingElse: FindFaults = function* () {
  yield
  return []
}

/**
 * `alsoIn` finds what else is wrong in a document that the schema refuses, so that all of it is told at once. It yields
 * where it may be interrupted.
 */
export const readYamlInSteps = function* <S extends z.ZodType>(
  text: string,
  schema: S,
  alsoIn: FindFaults = nothingElse,
): Generator<void, YamlReading<z.output<S>>> {
  if (text.length > maxChars) return fileError(`is larger than ${maxChars / 1_000_000} million characters`)
  if (/[\0\uFFFD]/.test(text)) return fileError('is not text in UTF-8')
  if (text.trim() === '') return fileError('is empty')

  const lines = new LineCounter()
  const lineOf = (offset: number): number => lines.linePos(offset).line || 1
  const composed = yield* composeYaml(text, lines)
  if ('tooMuch' in composed) return fileError(composed.tooMuch)
  const { document } = composed
  yield

  const syntax = [...document.errors, ...document.warnings].map(({ pos, message }) => ({
    line: lineOf(pos[0]),
    message,
  }))
  // After a syntax error the rest of the document is guesswork; faults in it would mislead.
  const notYaml = syntaxFault(text, syntax)
  if (notYaml !== null) return refused([{ ...notYaml, path: '' }])
  const twice = duplicateKeys(document, lineOf)
  if (twice.length > 0) return refused(twice)
  yield
  const tooMuch = tooMuchUnfolds(document)
  if (tooMuch !== null) return fileError(tooMuch)
  yield

  const unfolded = unfold(document)
  if ('message' in unfolded) return fileError(unfolded.message)
  yield
  const locate = ({ path, message }: Fault): LineError => ({
    line: lineOf(offsetOf(document, path)),
    path: writePath(path),
    message,
  })
  const parsed = schema.safeParse(unfolded.value, { reportInput: true })
  if (parsed.success)
    return { ok: true, value: parsed.data, locate, source: { text, document, data: unfolded.value } }
  yield
  const faults = withMeantKeys(firstOfEach(faultsIn(parsed.error)).slice(0, maxLocated), schema)
  faults.push(...(yield* alsoIn(unfolded.value)))
  yield
  return refused(faults.slice(0, maxLocated).map(locate))
}

/** The same at once. */
export const readYaml = <S extends z.ZodType>(text: string, schema: S): YamlReading<z.output<S>> =>
  atOnce(readYamlInSteps(text, schema))
