// Why the feed and this TV do not come together, for whoever stands before it.
import { type HelloMessage, protocolVersion } from '../../../shared/wire/socket.ts'
import type { Link } from '../../live/wall.ts'

interface Trouble {
  readonly headline: string
  /** What is wrong, and what to do about it. */
  readonly advice: string
  /** Beside numbers that are still shown. */
  readonly note: string
}

/** The feed's one word where a token is missing or wrong; all else it says is a sentence of its own. */
const tokenRefused = 'unauthorized'

const sentence = (words: string): string => {
  const text = words.trim()
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? '' : '.'}`
}

/** `refused`: the feed's own words. */
export const refusal = (refused: string): Trouble =>
  refused === tokenRefused
    ? {
        headline: 'The feed asks this screen for its token',
        advice:
          'It got none, or one it does not know. Open the address of this screen again, with its token.',
        note: 'Token refused',
      }
    : {
        headline: 'The feed has nothing for this screen',
        advice: `${sentence(refused)} Correct the name in the address of this screen, or add the screen to the floor file.`,
        note: 'Screen refused',
      }

const updateScreen = 'Update Floorboard on this screen; in a browser, load the page again.'

/** `feed`: what it said of itself; null when it said nothing. */
export const otherVersion = (feed: HelloMessage | null): Trouble => {
  const versions = `The feed speaks version ${feed?.protocol} of the protocol, this screen version ${protocolVersion}.`
  if (feed === null || feed.protocol === protocolVersion)
    return {
      headline: 'This screen cannot read what the feed sends',
      advice: `They are of different builds. ${updateScreen}`,
      note: 'Feed of another build',
    }
  return feed.protocol > protocolVersion
    ? {
        headline: 'This screen is older than its feed',
        advice: `${versions} ${updateScreen}`,
        note: 'Feed of a newer version',
      }
    : {
        headline: 'The feed is older than this screen',
        advice: `${versions} Update Floorboard on the machine where the feed runs.`,
        note: 'Feed of an older version',
      }
}

/** Null while nothing is wrong but, at most, that the feed is out of reach. */
export const troubleOf = (link: Link): Trouble | null => {
  if (link.state === 'unreadable') return otherVersion(link.feed)
  return link.state === 'gone' && link.refused !== null ? refusal(link.refused) : null
}
