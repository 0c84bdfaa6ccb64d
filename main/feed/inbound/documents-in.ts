// What a delivery's body holds: JSON, JSON by lines, or a form. Numbers keep every digit that they were written with.
import { isUtf8 } from 'node:buffer'
import { parse } from 'lossless-json'
import { tooMuchIn } from '../ingest/json-bounds.ts'

export type DocumentsIn =
  | { readonly documents: readonly unknown[] }
  /** A sentence's end: why nothing of it can be read. */
  | { readonly fault: string }

/** A number whose digits a double would change (an id of 19 digits, `0.10`) stays text. */
const numberOf = (text: string): number | string => {
  const number = Number(text)
  return String(number) === text ? number : text
}

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error))

const jsonIn = (text: string): DocumentsIn => {
  const tooMuch = tooMuchIn(text)
  if (tooMuch !== null) return { fault: tooMuch }
  try {
    return { documents: [parse(text, null, numberOf)] }
  } catch (error) {
    return { fault: `is no JSON: ${reason(error)}` }
  }
}

const linesIn = (text: string): DocumentsIn => {
  const documents: unknown[] = []
  for (const [nth, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    const read = jsonIn(line)
    if ('fault' in read) return { fault: `${read.fault} (line ${nth + 1})` }
    documents.push(...read.documents)
  }
  return { documents }
}

/** One field that holds JSON is what is meant, as Slack sends it; else each field is a text. */
const formIn = (text: string): DocumentsIn => {
  const fields = new URLSearchParams(text)
  const [only, ...others] = [...new Set(fields.keys())]
  const value = only === undefined ? null : fields.get(only)
  if (others.length === 0 && value !== null && /^\s*[[{]/.test(value)) return jsonIn(value)
  // Without a prototype, so that `__proto__` is a name like any other.
  const document: Record<string, unknown> = Object.create(null)
  for (const name of new Set(fields.keys())) {
    const values = fields.getAll(name)
    document[name] = values.length === 1 ? values[0] : values
  }
  return { documents: [document] }
}

/** `type`: as its header says; one that says nothing of it is taken for JSON. */
export const documentsIn = (body: Buffer, type: string): DocumentsIn => {
  if (!isUtf8(body)) return { fault: 'is not text in UTF-8' }
  const text = body.toString('utf8').replace(/^\uFEFF/, '')
  if (text.trim() === '') return { fault: 'is empty' }
  if (type.includes('x-www-form-urlencoded')) return formIn(text)
  if (/ndjson|jsonl|json-seq/.test(type)) return linesIn(text)
  if (/html|xml/.test(type)) return { fault: `is ${type.split(';')[0]} and no JSON` }
  return jsonIn(text)
}
