// What the playbook's floor file depends on: who sells, to whom, where.

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
}
