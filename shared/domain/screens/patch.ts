// Changes between two views as RFC 6902 operations. Only `add`, `replace` and `remove` are used.
import type { PatchOp } from '../../wire/patch.ts'

type Container = Record<string, unknown> | unknown[]

/** A patch does not fit its document: the receiver has another version than the sender assumed. */
export class PatchMismatch extends Error {
  override readonly name = 'PatchMismatch'
}

const isContainer = (value: unknown): value is Container => typeof value === 'object' && value !== null

/** RFC 6901. `~` comes first, else the `~` of an escaped `/` would be escaped again. */
const escapeKey = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1')
const unescapeKey = (key: string): string => key.replaceAll('~1', '/').replaceAll('~0', '~')

const diffObjects = (
  before: Record<string, unknown>,
  after: Record<string, unknown>,
  path: string,
  ops: PatchOp[],
): void => {
  for (const key of Object.keys(before)) {
    if (!Object.hasOwn(after, key)) ops.push({ op: 'remove', path: `${path}/${escapeKey(key)}` })
  }
  for (const key of Object.keys(after)) {
    const known = Object.hasOwn(before, key)
    // Most of a view stays the same: no path is built for it.
    if (known && Object.is(before[key], after[key])) continue
    const here = `${path}/${escapeKey(key)}`
    if (known) diffInto(before[key], after[key], here, ops)
    else ops.push({ op: 'add', path: here, value: after[key] })
  }
}

/** Compares index by index: lists in views are short (a trend grows at its end, a bar has a segment per person). */
const diffArrays = (
  before: readonly unknown[],
  after: readonly unknown[],
  path: string,
  ops: PatchOp[],
): void => {
  const shared = Math.min(before.length, after.length)
  for (let index = 0; index < shared; index += 1)
    if (!Object.is(before[index], after[index]))
      diffInto(before[index], after[index], `${path}/${index}`, ops)
  for (let index = before.length - 1; index >= shared; index -= 1)
    ops.push({ op: 'remove', path: `${path}/${index}` })
  for (let index = shared; index < after.length; index += 1)
    ops.push({ op: 'add', path: `${path}/${index}`, value: after[index] })
}

const diffInto = (before: unknown, after: unknown, path: string, ops: PatchOp[]): void => {
  if (Object.is(before, after)) return
  if (Array.isArray(before) && Array.isArray(after)) diffArrays(before, after, path, ops)
  else if (isContainer(before) && isContainer(after) && !Array.isArray(before) && !Array.isArray(after))
    diffObjects(before, after, path, ops)
  else ops.push({ op: 'replace', path, value: after })
}

/**
 * The operations that turn `before` into `after`; empty when they are equal. Both are plain JSON. Parts that are the
 * same object in both are skipped, so a view that reuses its unchanged rows is cheap to compare.
 */
export const diffViews = (before: unknown, after: unknown): PatchOp[] => {
  const ops: PatchOp[] = []
  diffInto(before, after, '', ops)
  return ops
}

const arrayIndex = (list: readonly unknown[], key: string, end: number): number => {
  const index = /^(?:0|[1-9]\d*)$/.test(key) ? Number(key) : -1
  if (index < 0 || index > end) throw new PatchMismatch(`no place ${key} in a list of ${list.length}`)
  return index
}

const readChild = (parent: Container, key: string): unknown => {
  if (Array.isArray(parent)) return parent[arrayIndex(parent, key, parent.length - 1)]
  if (!Object.hasOwn(parent, key)) throw new PatchMismatch(`no ${key} to change`)
  return parent[key]
}

/** Not by assignment, which would change the prototype for a key named `__proto__`. */
const writeKey = (parent: Record<string, unknown>, key: string, value: unknown): void => {
  Object.defineProperty(parent, key, { value, writable: true, enumerable: true, configurable: true })
}

const writeChild = (parent: Container, key: string, op: PatchOp): void => {
  if (Array.isArray(parent)) {
    const index = arrayIndex(parent, key, op.op === 'add' ? parent.length : parent.length - 1)
    if (op.op === 'add') parent.splice(index, 0, op.value)
    else if (op.op === 'remove') parent.splice(index, 1)
    else parent[index] = op.value
    return
  }
  if (op.op !== 'add' && !Object.hasOwn(parent, key)) throw new PatchMismatch(`no ${key} to ${op.op}`)
  if (op.op === 'remove') delete parent[key]
  else writeKey(parent, key, op.value)
}

/**
 * The document after `ops`. The given one is not changed; parts that no operation touches stay the same objects, so an
 * unchanged row is `===` the row before. Throws `PatchMismatch` when a path does not exist.
 */
export const applyPatch = (document: unknown, ops: readonly PatchOp[]): unknown => {
  const copies = new Set<Container>()
  const own = (value: unknown): Container => {
    if (!isContainer(value)) throw new PatchMismatch('the path leads through a plain value')
    if (copies.has(value)) return value
    const copy: Container = Array.isArray(value) ? [...value] : { ...value }
    copies.add(copy)
    return copy
  }

  let root = document
  for (const op of ops) {
    if (op.path === '') {
      root = op.op === 'remove' ? null : op.value
      continue
    }
    const keys = op.path.split('/').slice(1).map(unescapeKey)
    const last = keys.pop() ?? ''
    let parent = own(root)
    root = parent
    for (const key of keys) {
      const child = own(readChild(parent, key))
      writeChild(parent, key, { op: 'replace', path: '', value: child })
      parent = child
    }
    writeChild(parent, last, op)
  }
  return root
}
