// Who holds a screen, and what they have it show: the remote's and the huddle's part of the contract.
import { z } from 'zod'
import { Slug } from './text.ts'

/** Who holds, asks or discusses. `id` is the account's; `name` as people read it. */
export const Holder = z.object({ id: z.string(), name: z.string() })
export type Holder = z.infer<typeof Holder>

/** One board of a huddle. `spentMs`: how long it has been on; `discussed` once the presenter said so. */
export const HuddleBoard = z.object({ board: Slug, discussed: z.boolean(), spentMs: z.number() })

/**
 * A screen that somebody holds. It shows `board` until `until` (epoch ms, feed clock), and then goes back to its
 * playlist. `page` counts from 0; null lets the board turn its own pages. `since`: when this board came on.
 */
export const Hold = z.object({
  kind: z.enum(['hold', 'pin', 'huddle']),
  holder: Holder,
  board: Slug,
  page: z.int().nullable(),
  since: z.number(),
  until: z.number(),
  /** Of a huddle: its playlist's name and boards, in order. */
  huddle: z.object({ title: z.string(), boards: z.array(HuddleBoard) }).nullable(),
})
export type Hold = z.infer<typeof Hold>

/** The same with what only remotes see. `version` grows with every change of the screen's control. */
export const Control = z.object({
  screen: Slug,
  version: z.int(),
  hold: Hold.nullable(),
  /** Others who asked for the wall, oldest first. */
  asking: z.array(Holder),
  /** Who has a remote open for this screen now. */
  remotes: z.array(Holder),
})
export type Control = z.infer<typeof Control>

/** From one minute to eight hours. */
const HoldMs = z
  .int()
  .min(60_000)
  .max(8 * 3_600_000)

/** Counts from 0; left out, the board turns its pages by itself. */
const Page = z.int().min(0).max(999)

/**
 * What a remote asks for. `next`, `back` and `hold` work on what the screen shows at that moment, which the remote
 * says (`board`), so that a late tap does nothing surprising. Everything but `ask` is refused while another holds it.
 */
export const ControlAction = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('hold'), board: Slug, page: Page.optional(), forMs: HoldMs }),
  z.strictObject({ do: z.literal('next'), board: Slug, forMs: HoldMs.optional() }),
  z.strictObject({ do: z.literal('back'), board: Slug, forMs: HoldMs.optional() }),
  z.strictObject({ do: z.literal('pin'), board: Slug, page: Page.optional(), forMs: HoldMs }),
  /** A playlist from its first board on, as a hold that goes through it once. */
  z.strictObject({ do: z.literal('show'), playlist: Slug }),
  z.strictObject({ do: z.literal('huddle'), playlist: Slug, forMs: HoldMs }),
  z.strictObject({ do: z.literal('discussed') }),
  z.strictObject({ do: z.literal('extend'), forMs: HoldMs }),
  z.strictObject({ do: z.literal('release') }),
  z.strictObject({ do: z.literal('ask') }),
  z.strictObject({ do: z.literal('hand-over'), to: z.string() }),
  z.strictObject({ do: z.literal('not-yet'), to: z.string() }),
])
export type ControlAction = z.infer<typeof ControlAction>

/** `POST /api/v1/controls`: the same for several screens at once. `versions`: what the remote saw of each. */
export const ControlRequest = z.strictObject({
  screens: z
    .array(z.strictObject({ screen: Slug, version: z.int() }))
    .min(1)
    .max(200),
  action: ControlAction,
})
export type ControlRequest = z.infer<typeof ControlRequest>

export const ControlAnswer = z.object({ controls: z.array(Control) })
