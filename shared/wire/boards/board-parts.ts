// What the boards of a floor file are made of.
import { z } from 'zod'
import { Audience } from '../audience.ts'
import { Name, Slug } from '../text.ts'
import { WindowText } from '../window.ts'

/** Whose rows: everybody, a team with the teams below it, a role, or a role within a team. */
export const Scope = z.strictObject({ team: Slug.optional(), role: Slug.optional() })
export type Scope = z.infer<typeof Scope>

export const Paired = z.strictObject({ metric: Slug, window: WindowText.optional() })

/** What every kind of board has. */
export const boardHead = {
  id: Slug,
  title: Name,
  scope: Scope.default({}),
  audience: Audience.default('floor'),
}
