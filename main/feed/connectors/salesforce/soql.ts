// Salesforce's query language, as far as it is written here.

/** A text as a literal. */
export const quoted = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`

/** Epoch ms as a literal: instants stand without quotes. */
export const instant = (ms: number): string => new Date(ms).toISOString()

export const anyOf = (ids: readonly string[]): string => `(${ids.map(quoted).join(', ')})`

/** Conditions that all hold; empty ones are left out. */
export const all = (...conditions: readonly string[]): string =>
  conditions.filter((condition) => condition !== '').join(' AND ')

export interface Query {
  readonly select: readonly string[]
  readonly from: string
  readonly where?: string
  readonly groupBy?: string
  readonly orderBy?: string
  readonly limit?: number
}

export const soql = ({ select, from, where = '', groupBy, orderBy, limit }: Query): string =>
  [
    `SELECT ${select.join(', ')} FROM ${from}`,
    where === '' ? '' : `WHERE ${where}`,
    groupBy === undefined ? '' : `GROUP BY ${groupBy}`,
    orderBy === undefined ? '' : `ORDER BY ${orderBy}`,
    limit === undefined ? '' : `LIMIT ${limit}`,
  ]
    .filter((part) => part !== '')
    .join(' ')
