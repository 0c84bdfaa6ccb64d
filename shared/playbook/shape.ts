// What a playbook is shaped by: who sells, to whom, where.

export const playbookRoles = ['ae', 'sdr'] as const
export type PlaybookRole = (typeof playbookRoles)[number]

export const segments = ['smb', 'mid-market', 'enterprise'] as const
export type Segment = (typeof segments)[number]

export const segmentNames: Readonly<Record<Segment, string>> = {
  smb: 'SMB',
  'mid-market': 'Mid-market',
  enterprise: 'Enterprise',
}

/** `roles` and `segments` hold at least one each, and none twice. */
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
