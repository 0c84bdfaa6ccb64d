// Why rows were refused: each reason once, with how many rows have it and on which lines the first of them are. Reasons that
// differ in nothing but the values they quote are of one kind: those that several rows share are told, and a few others.

/** Lines that are named of one reason. */
const shownLines = 3
/** Reasons that are told of one kind, by how many rows share them. */
const shownShared = 20
const shownSingle = 5
/** Reasons of one kind that are told apart. */
const mostOfKind = 500
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

/** What is asked of the mapping makes a kind: one line of it mends every such row, whichever columns they are about. */
const kindOf = (reason: string): string =>
  /say which with [^;]*/.exec(reason)?.[0] ?? reason.replace(/"[^"]*"/g, '""').replace(/\d+/g, '0')

const linesInWords = ({ lines, count }: Reason): string => {
  if (count === 1) return `line ${lines[0]}`
  const more = count - lines.length
  if (more === 0) return `lines ${lines.slice(0, -1).join(', ')} and ${lines.at(-1)}`
  return `lines ${lines.join(', ')} and ${counted.format(more)} more`
}

const rows = (count: number): string => (count === 1 ? '1 row' : `${counted.format(count)} rows`)

const linesOfKind = ({ reasons, others }: Kind): readonly string[] => {
  const all = [...reasons.values()]
  const shared = all.filter(({ count }) => count > 1).slice(0, shownShared)
  const single = all.filter(({ count }) => count === 1).slice(0, Math.max(0, shownSingle - shared.length))
  const shown = all.filter((each) => shared.includes(each) || single.includes(each))
  const left = all.reduce((sum, each) => (shown.includes(each) ? sum : sum + each.count), others)
  return [
    ...shown.map((each) => `${linesInWords(each)}: ${each.reason}`),
    ...(left === 0 ? [] : [`and ${rows(left)} more like these, with other values`]),
  ]
}

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
      } else if (kind.reasons.size < mostOfKind) kind.reasons.set(reason, { reason, lines: [line], count: 1 })
      else kind.others += 1
    },
    lines: () => [
      ...[...kinds.values()].flatMap(linesOfKind),
      ...(others === 0 ? [] : [`and ${rows(others)} more, for other reasons`]),
    ],
  }
}
