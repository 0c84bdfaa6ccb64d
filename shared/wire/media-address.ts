// Where pictures and films on a wall come from: a file of the feed's own, or anywhere on the web.
import { z } from 'zod'

const isOwn = (address: string): boolean => address.startsWith('/media/')

/** Without what stands behind a name: `?v=2`, `#top`. */
const pathOf = (address: string): string => address.replace(/[?#].*$/s, '')

const isNamedFile = (name: string): boolean => name !== '' && !/^\.|[\\\p{Cc}]/u.test(name)

/** A browser takes `..`, however it is written, for the folder above; and a name that is all ending is none. */
const leadsToFile = (address: string): boolean => {
  try {
    return decodeURIComponent(pathOf(address)).split('/').slice(2).every(isNamedFile)
  } catch (error) {
    // An escape that is none: `%zz`.
    if (error instanceof URIError) return false
    throw error
  }
}

/** Two slashes and a host, without blanks, backslashes or a `user:password@`: what a browser would silently mend or hide. */
const plainPattern = /^https:\/\/[^/?#@\\\s]+([/?#][^\\\s]*)?$/i
const Web = z.url()

const isWebAddress = (address: string): boolean =>
  plainPattern.test(address) && Web.safeParse(address).success

/** What is wrong with it; null when nothing is. */
const refusal = (address: string): string | null => {
  if (isOwn(address)) return leadsToFile(address) ? null : 'must lead to a file under /media/'
  if (!/^https:\/\//i.test(address)) return 'must start with https:// or /media/'
  return isWebAddress(address) ? null : 'must be a web address without a user name or password'
}

/** An address under `/media/` of the feed, or https. */
export const MediaAddress = z
  .string()
  .max(500)
  .superRefine((address, { addIssue }) => {
    const message = refusal(address)
    if (message !== null) addIssue(message)
  })

/** What is under `/media/` has one of these endings, or the feed does not serve it; the web may call things as it likes. */
const endingIn = (endings: readonly string[]) =>
  MediaAddress.refine(
    (address) => !isOwn(address) || endings.some((ending) => pathOf(address).toLowerCase().endsWith(ending)),
    `under /media/ must end in ${endings.join(', ')}`,
  )

export const PictureAddress = endingIn(['.png', '.jpg', '.jpeg', '.gif', '.webp', '.avif'])
export const VideoAddress = endingIn(['.mp4', '.webm'])
