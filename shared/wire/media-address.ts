// Where pictures and films on a wall come from: a file of the feed's own, or anywhere on the web.
import { z } from 'zod'

const mediaPattern = /^(https:\/\/|\/media\/)/

/** An address under `/media/` of the feed, or https. */
export const MediaAddress = z.string().max(500).regex(mediaPattern, 'must start with https:// or /media/')

/** What is under `/media/` has one of these endings, or the feed does not serve it; the web may call things as it likes. */
const endingIn = (endings: readonly string[]) =>
  MediaAddress.refine(
    (address) =>
      !address.startsWith('/media/') || endings.some((ending) => address.toLowerCase().endsWith(ending)),
    `under /media/ must end in ${endings.join(', ')}`,
  )

export const PictureAddress = endingIn(['.png', '.jpg', '.jpeg', '.gif', '.webp', '.avif'])
export const VideoAddress = endingIn(['.mp4', '.webm'])
