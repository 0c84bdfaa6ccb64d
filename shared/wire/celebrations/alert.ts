// Who hears of a big deal, as the floor file writes it. Addresses and keys of chat services are no part of it: a connection is
// named here and kept with the feed's secrets.
import { z } from 'zod'
import { PictureAddress } from '../media-address.ts'
import { Name, Slug } from '../text.ts'

/** One who may answer, in one tap. */
const Leader = z.strictObject({
  name: Name,
  /** "VP Sales". */
  title: Name.optional(),
  email: z.email().max(254),
  photo: PictureAddress.optional(),
  /** Who left is told nothing more, and their links are dead. */
  until: z.iso.date().optional(),
})
export type Leader = z.infer<typeof Leader>

/** A channel of a connection that is set up on the console. */
const Channel = z.strictObject({
  connection: Slug,
  /** Of Slack's `chat.postMessage`: `#deals` or an id. */
  channel: z.string().trim().min(1).max(120).optional(),
})

export const Alert = z.strictObject({
  id: Slug,
  name: Name,
  leaders: z.array(Leader).max(50).default([]),
  channels: z.array(Channel).max(20).default([]),
  /** A message that could not be sent for so long is noise. */
  expireHours: z.number().min(0.25).max(72).default(6),
  /** Nobody has answered for so many working hours: the list is reminded, once. */
  remindAfterHours: z.number().min(0.5).max(40).optional(),
})
export type Alert = z.infer<typeof Alert>
