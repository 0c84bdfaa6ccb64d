// A text of YAML beside what it was parsed to: what a rewriting starts from.
import { type Document, isAlias, isNode, visit } from 'yaml'

export interface YamlSource {
  readonly text: string
  readonly document: Document.Parsed
  /** What the document says, as plain data, before any schema. */
  readonly data: unknown
}

/** A place in a text that only a person can change. The message continues "line 12 …". */
export class CannotRewrite extends Error {
  override readonly name = 'CannotRewrite'
  /** Where in the text it stands. */
  readonly offset: number

  constructor(offset: number, message: string) {
    super(message)
    this.offset = offset
  }
}

export type Fields = Readonly<Record<string, unknown>>

export const isRecord = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Names of anchors that aliases use. */
export const aliasedAnchors = (document: Document.Parsed): ReadonlySet<string> => {
  const names = new Set<string>()
  visit(document, {
    Alias: (_, { source }) => {
      names.add(source)
    },
  })
  return names
}

/** Where a node begins, without its anchor or tag. */
export const startOf = (node: unknown): number => (isNode(node) ? (node.range?.[0] ?? 0) : 0)

/** Where a node's own text ends, without comments behind it. Not for blocks, which end where their last entry does. */
export const endOf = (node: unknown): number => (isNode(node) ? (node.range?.[1] ?? 0) : 0)

/** Throws where an alias needs the anchor of this node or of one within it. */
export const refuseAnchors = (node: unknown, aliased: ReadonlySet<string>): void => {
  if (!isNode(node) || isAlias(node)) return
  visit(node, {
    Node: (_, each) => {
      if (!isAlias(each) && 'anchor' in each && each.anchor !== undefined && aliased.has(each.anchor))
        throw new CannotRewrite(
          startOf(each),
          `has the anchor &${each.anchor}, which other places of the file use; change it in the file itself`,
        )
    },
  })
}
