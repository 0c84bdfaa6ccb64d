// Why rows were refused: each reason once, with how many rows have it and on which lines the first of them are. Reasons that
// differ in nothing but the values they quote are of one kind, of which a few are enough.

/** Lines that are named of one reason. */
const shownLines = 3
/** Reasons that are told of one kind. */
const shownOfKind = 5
/** Kinds beyond these are counted together: nobody reads as many. */
const mostKinds = 200

interface Reason {
  readonly reason: string
  readonly lines: number[]
  count: number
}

interface Kind {
  readonly reasons: Map<string, Reason>
  /** Rows for other reasons of the kind. */
  others: number
}

export interface ReasonBook {
  note(reason: string, line: number): void
  /** A line each, in the order of the file; reasons of one kind stand together. */
  lines(): readonly string[]
}

const counted = new Intl.NumberFormat('en-US')

const kindOf = (reason: string): string => reason.replace(/"[^"]*"/g, '""').replace(/\d+/g, '0')

const linesInWords = ({ lines, count }: Reason): string => {
  if (count === 1) return `line ${lines[0]}`
  const more = count - lines.length
  if (more === 0) return `lines ${lines.slice(0, -1).join(', ')} and ${lines.at(-1)}`
  return `lines ${lines.join(', ')} and ${counted.format(more)} more`
}

const rows = (count: number): string => (count === 1 ? '1 row' : `${counted.format(count)} rows`)

const linesOfKind = ({ reasons, others }: Kind): readonly string[] => [
  ...[...reasons.values()].map((each) => `${linesInWords(each)}: ${each.reason}`),
  ...(others === 0 ? [] : [`and ${rows(others)} more like these, with other values`]),
]

export const createReasonBook = (): ReasonBook => {
  const kinds = new Map<string, Kind>()
  let others = 0

  const kindFor = (reason: string): Kind | null => {
    const name = kindOf(reason)
    const known = kinds.get(name)
    if (known || kinds.size >= mostKinds) return known ?? null
    const kind = { reasons: new Map<string, Reason>(), others: 0 }
    kinds.set(name, kind)
    return kind
  }

  return {
    note: (reason, line) => {
      const kind = kindFor(reason)
      if (kind === null) {
        others += 1
        return
      }
      const known = kind.reasons.get(reason)
      if (known) {
        known.count += 1
        if (known.lines.length < shownLines) known.lines.push(line)
      } else if (kind.reasons.size < shownOfKind)
        kind.reasons.set(reason, { reason, lines: [line], count: 1 })
      else kind.others += 1
    },
    lines: () => [
      ...[...kinds.values()].flatMap(linesOfKind),
      ...(others === 0 ? [] : [`and ${rows(others)} more, for other reasons`]),
    ],
  }
}
