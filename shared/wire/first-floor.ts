// A floor of one's own, begun with a few answers: what the console asks before there is one.
import { z } from 'zod'
import { FloorSettings } from './floor.ts'
import { Name, Slug, TimeZone } from './text.ts'

/**
 * `POST /api/v1/floor/begin`: the playbook's boards in the place of an empty floor or of the demo, whose facts go.
 * Refused with `in-use` where a floor of one's own stands. `version` is what the sender saw.
 */
export const FirstFloorRequest = z.strictObject({
  version: z.int(),
  name: FloorSettings.shape.name,
  timeZone: TimeZone,
  currency: FloorSettings.shape.currency,
  locale: FloorSettings.shape.locale,
  fiscalYearStartsIn: FloorSettings.shape.fiscalYearStartsIn,
  weekStartsOn: FloorSettings.shape.weekStartsOn,
  /** Who sells. */
  roles: z
    .array(z.enum(['ae', 'sdr']))
    .min(1)
    .max(2),
  /** To whom. */
  segments: z
    .array(z.enum(['smb', 'mid-market', 'enterprise']))
    .min(1)
    .max(3),
  /** The floor's own teams, by the team of the playbook that they belong to. */
  teams: z
    .array(z.strictObject({ name: Name, parent: Slug }))
    .max(50)
    .default([]),
})
export type FirstFloorRequest = z.input<typeof FirstFloorRequest>

/** `withdrawn`: facts of the demo that went, with those that were entered by hand on it. */
export const FirstFloorAnswer = z.object({ version: z.int(), withdrawn: z.int() })
