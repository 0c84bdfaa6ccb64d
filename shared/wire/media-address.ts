// Where photos, pictures and videos come from: a file of the feed, or anywhere on the web by https.
import { z } from 'zod'

const isOwn = (address: string): boolean => address.startsWith('/media/')

/** Without query and fragment. */
const pathOf = (address: string): string => address.replace(/[?#].*$/s, '')

const isNamedFile = (name: string): boolean => name !== '' && !/^\.|[\\\p{Cc}]/u.test(name)

/** False where a part is empty, begins with a dot (`..` and `%2e%2e` are the folder above) or holds a backslash. */
const leadsToFile = (address: string): boolean => {
  try {
    return decodeURIComponent(pathOf(address)).split('/').slice(2).every(isNamedFile)
  } catch (error) {
    // A malformed escape such as `%zz`.
    if (error instanceof URIError) return false
    throw error
  }
}

/** A host after exactly two slashes; no blanks, backslashes or `user:password@`, which browsers silently correct or hide. */
const plainPattern = /^https:\/\/[^/?#@\\\s]+([/?#][^\\\s]*)?$/i
const Web = z.url()

const isWebAddress = (address: string): boolean =>
  plainPattern.test(address) && Web.safeParse(address).success

/** What is wrong with an address, or null. */
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

const endsIn = (address: string, endings: readonly string[]): boolean =>
  endings.some((ending) => pathOf(address).toLowerCase().endsWith(ending))

/** The feed serves only files with these endings from `/media/`. Addresses on the web may have any. */
const endingIn = (endings: readonly string[]) =>
  MediaAddress.refine(
    (address) => !isOwn(address) || endsIn(address, endings),
    `under /media/ must end in ${endings.join(', ')}`,
  )

const videoEndings = ['.mp4', '.webm'] as const
const soundEndings = ['.mp3', '.m4a', '.ogg', '.wav'] as const

export const PictureAddress = endingIn(['.png', '.jpg', '.jpeg', '.gif', '.webp', '.avif'])
export const VideoAddress = endingIn(videoEndings)
export const SoundAddress = endingIn(soundEndings)
/** A sound or a film. */
export const ClipAddress = endingIn([...soundEndings, ...videoEndings])

/** Whether an address leads to a video, by its ending. */
export const isVideo = (address: string): boolean => endsIn(address, videoEndings)

/** Whether it leads to a sound. */
export const isSound = (address: string): boolean => endsIn(address, soundEndings)
