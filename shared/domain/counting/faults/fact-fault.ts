// What can be wrong with a fact that is well-formed and yet counts nowhere, or not where its source meant it to.

export type FaultCode =
  | 'unknown-person'
  | 'unused-kind'
  | 'unmatched-value'
  | 'unknown-stage'
  | 'no-date'
  | 'implausible-date'
  | 'no-amount'
  | 'no-rate'
  | 'no-probability'
  | 'no-field'
  | 'wrong-type'
  | 'second-spelling'

export interface FactFault {
  readonly code: FaultCode
  /** The field at fault; empty where the code names it. Of a second spelling, the first one. */
  readonly field: string
  /** What distinguishes faults of one code and field: a name, a kind, a value, a status, the type that came. */
  readonly value: string
}

/** Two faults are the same when they have the same key. */
export const faultKey = ({ code, field, value }: FactFault): string => `${code}\n${field}\n${value}`
