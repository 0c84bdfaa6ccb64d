// As much of SOQL as a stand-in needs, and as strict as the real one: a field that is not there fails the whole question, AND and
// OR do not stand side by side without brackets, and a date is not compared with an instant.

export type SoqlRow = Readonly<Record<string, string | number | boolean | null>>

export class SoqlFault extends Error {
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

type Literal = string | number | boolean | null | readonly string[]

type Condition =
  | { readonly op: 'and' | 'or'; readonly of: readonly Condition[] }
  | { readonly op: string; readonly field: string; readonly value: Literal; readonly kind: string }

export interface SoqlQuery {
  readonly fields: readonly string[]
  /** `COUNT(Id) won`. */
  readonly sums: readonly { readonly of: string; readonly field: string; readonly as: string }[]
  readonly aliases: ReadonlyMap<string, string>
  readonly children: readonly SoqlQuery[]
  readonly from: string
  readonly where: Condition | null
  readonly groupBy: string | null
  readonly orderBy: readonly { readonly field: string; readonly sign: 1 | -1 }[]
  readonly limit: number
}

const token =
  /\s*(?:'((?:\\.|[^'\\])*)'|(\d{4}-\d\d-\d\dT[\d:.]+Z)|(\d{4}-\d\d-\d\d)|(\d+(?:\.\d+)?)|([A-Za-z_][\w.]*)|(>=|<=|!=|[=<>(),]))/y

interface Token {
  readonly kind: 'text' | 'instant' | 'date' | 'number' | 'word' | 'sign'
  readonly text: string
}

const kinds = ['text', 'instant', 'date', 'number', 'word', 'sign'] as const

const tokensOf = (text: string): Token[] => {
  const found: Token[] = []
  token.lastIndex = 0
  while (token.lastIndex < text.trimEnd().length) {
    const at = token.lastIndex
    const match = token.exec(text)
    if (match === null)
      throw new SoqlFault('MALFORMED_QUERY', `unexpected token at ${text.slice(at, at + 20)}`)
    const index = match.slice(1).findIndex((part) => part !== undefined)
    found.push({ kind: kinds[index] ?? 'sign', text: (match[index + 1] ?? '').replace(/\\(.)/g, '$1') })
  }
  return found
}

export const parseSoql = (text: string): SoqlQuery => {
  const tokens = tokensOf(text)
  let at = 0
  const isNext = (word: string): boolean => {
    const next = tokens[at]
    return (next?.kind === 'word' || next?.kind === 'sign') && next.text.toUpperCase() === word
  }
  const malformed = (): SoqlFault =>
    new SoqlFault('MALFORMED_QUERY', `unexpected token: ${tokens[at]?.text ?? 'the end'}`)
  const take = (): Token => {
    const next = tokens[at++]
    if (next === undefined) throw malformed()
    return next
  }
  const skip = (word: string): boolean => {
    if (!isNext(word)) return false
    at += 1
    return true
  }
  const need = (word: string): void => {
    if (!skip(word)) throw malformed()
  }
  const literal = (): { value: string | number | boolean | null; kind: string } => {
    const { kind, text: value } = take()
    if (kind === 'number') return { value: Number(value), kind }
    if (kind !== 'word') return { value, kind }
    if (value === 'null') return { value: null, kind: 'null' }
    if (value === 'true' || value === 'false') return { value: value === 'true', kind: 'flag' }
    throw malformed()
  }
  const single = (): Condition => {
    if (skip('(')) {
      const inner = conditions()
      need(')')
      return inner
    }
    const field = take().text
    if (skip('IN')) {
      need('(')
      const value: string[] = []
      do value.push(String(literal().value))
      while (skip(','))
      need(')')
      return { op: 'in', field, value, kind: 'text' }
    }
    const op = take().text
    return { op, field, ...literal() }
  }
  const conditions = (): Condition => {
    const of = [single()]
    const op = isNext('OR') ? 'or' : 'and'
    while (skip(op.toUpperCase())) of.push(single())
    if (isNext('AND') || isNext('OR')) throw malformed()
    return { op, of }
  }
  const query = (): SoqlQuery => {
    need('SELECT')
    const fields: string[] = []
    const sums: { of: string; field: string; as: string }[] = []
    const aliases = new Map<string, string>()
    const children: SoqlQuery[] = []
    do {
      if (skip('(')) {
        children.push(query())
        need(')')
        continue
      }
      const { text: name } = take()
      if (skip('(')) {
        const field = take().text
        need(')')
        sums.push({
          of: name.toUpperCase(),
          field,
          as: isNext(',') || isNext('FROM') ? `expr${sums.length}` : take().text,
        })
      } else {
        fields.push(name)
        if (!isNext(',') && !isNext('FROM')) aliases.set(name, take().text)
      }
    } while (skip(','))
    need('FROM')
    const from = take().text
    const where = skip('WHERE') ? conditions() : null
    let groupBy: string | null = null
    if (skip('GROUP')) {
      need('BY')
      groupBy = take().text
    }
    const orderBy: { field: string; sign: 1 | -1 }[] = []
    if (skip('ORDER')) {
      need('BY')
      do orderBy.push({ field: take().text, sign: skip('DESC') ? -1 : 1 })
      while (skip(','))
    }
    const limit = skip('LIMIT') ? Number(take().text) : Number.POSITIVE_INFINITY
    return { fields, sums, aliases, children, from, where, groupBy, orderBy, limit }
  }
  const whole = query()
  if (at < tokens.length) throw malformed()
  return whole
}

const isDate = (field: string): boolean => ['CloseDate', 'ActivityDate', 'LastActivityDate'].includes(field)
export const isInstant = (field: string): boolean =>
  [
    'SystemModstamp',
    'CreatedDate',
    'StartDateTime',
    'EndDateTime',
    'CompletedDateTime',
    'LastStageChangeDate',
  ].includes(field)

const comparable = (
  field: string,
  value: string | number | boolean | null,
): string | number | boolean | null =>
  value !== null && isInstant(field) ? Date.parse(String(value)) : value

/** Every field that a query names, for whoever checks that they are there. */
export const fieldsIn = (query: SoqlQuery): readonly string[] => {
  const inCondition = (condition: Condition | null): string[] =>
    condition === null ? [] : 'of' in condition ? condition.of.flatMap(inCondition) : [condition.field]
  return [
    ...query.fields,
    ...query.sums.map(({ field }) => field),
    ...inCondition(query.where),
    ...query.orderBy.map(({ field }) => field),
  ]
}

export const passes = (row: SoqlRow, condition: Condition | null): boolean => {
  if (condition === null) return true
  if ('of' in condition)
    return condition.op === 'or'
      ? condition.of.some((each) => passes(row, each))
      : condition.of.every((each) => passes(row, each))
  const { field, op, value, kind } = condition
  if (kind !== 'null' && isDate(field) !== (kind === 'date'))
    throw new SoqlFault(
      'INVALID_FIELD',
      `value of filter criterion for field '${field}' must be of type date`,
    )
  if (kind !== 'null' && isInstant(field) !== (kind === 'instant'))
    throw new SoqlFault(
      'INVALID_FIELD',
      `value of filter criterion for field '${field}' must be of type dateTime`,
    )
  const own = comparable(field, row[field] ?? null)
  if (Array.isArray(value)) return value.some((each) => String(own ?? '').slice(0, 15) === each.slice(0, 15))
  const other = comparable(field, value as string | number | boolean | null)
  if (op === '=') return own === other
  if (op === '!=') return own !== other
  if (own === null || other === null) return false
  if (op === '>') return own > other
  if (op === '>=') return own >= other
  if (op === '<') return own < other
  if (op === '<=') return own <= other
  throw new SoqlFault('MALFORMED_QUERY', `unexpected token: ${op}`)
}

export const inOrder = <T extends SoqlRow>(rows: readonly T[], { orderBy }: SoqlQuery): T[] =>
  rows.toSorted((a, b) => {
    for (const { field, sign } of orderBy) {
      const [one, other] = [
        comparable(field, a[field] ?? null) ?? '',
        comparable(field, b[field] ?? null) ?? '',
      ]
      if (one !== other) return one < other ? -sign : sign
    }
    return 0
  })
