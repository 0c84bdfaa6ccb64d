// What the playbook's floor file depends on: who sells, to whom, where.
import type { Weekday } from '../wire/floor.ts'

export const playbookRoles = ['ae', 'sdr'] as const
export type PlaybookRole = (typeof playbookRoles)[number]

export const segments = ['smb', 'mid-market', 'enterprise'] as const
export type Segment = (typeof segments)[number]

export const segmentNames: Readonly<Record<Segment, string>> = {
  smb: 'SMB',
  'mid-market': 'Mid-market',
  enterprise: 'Enterprise',
}

/** `roles` and `segments` are not empty and have no repeats. */
export interface Shape {
  readonly name: string
  readonly timeZone: string
  /** ISO 4217. */
  readonly currency: string
  /** BCP 47. */
  readonly locale: string
  readonly roles: readonly PlaybookRole[]
  readonly segments: readonly Segment[]
  /** 1 to 12; January when left out. */
  readonly fiscalYearStartsIn?: number
  /** Monday when left out. */
  readonly weekStartsOn?: Weekday
  /** The floor's own, below a team of the playbook that is nobody's parent. */
  readonly teams?: readonly { readonly id: string; readonly name: string; readonly parent: string }[]
  /** TVs that hang already: they show what the first screen shows. */
  readonly hanging?: readonly { readonly id: string; readonly name: string }[]
}
