// Why the feed and this TV do not come together, for whoever stands before it.
import type { Say } from '../../../shared/domain/words/say.ts'
import type { FeedTrouble, RefusedCertificate } from '../../../shared/wire/kiosk.ts'
import { type HelloMessage, protocolVersion, tooManyTvs } from '../../../shared/wire/socket.ts'
import type { NoLine } from '../../live/reach.ts'
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

const tvsFull = (say: Say): Trouble => ({
  headline: say({ id: 'trouble.tvs', defaultMessage: 'This floor is on as many TVs as it may be' }),
  advice: say({
    id: 'trouble.tvs-advice',
    defaultMessage:
      'Switch off a TV that nobody needs, and this one comes up by itself; or ask whoever runs Floorboard here for more.',
  }),
  note: say({ id: 'trouble.tvs-note', defaultMessage: 'As many TVs as it may have' }),
})

/** `refused`: the feed's own words. */
export const refusal = (refused: string, say: Say): Trouble =>
  refused === tooManyTvs
    ? tvsFull(say)
    : refused === tokenRefused
      ? {
          headline: say({
            id: 'trouble.token',
            defaultMessage: 'The feed asks this screen for its token',
          }),
          advice: say({
            id: 'trouble.token-advice',
            defaultMessage:
              'It got none, or one it does not know. Open the address of this screen again, with its token.',
          }),
          note: say({ id: 'trouble.token-note', defaultMessage: 'Token refused' }),
        }
      : {
          headline: say({ id: 'trouble.screen', defaultMessage: 'The feed has nothing for this screen' }),
          advice: say(
            {
              id: 'trouble.screen-advice',
              defaultMessage:
                '{refused} Correct the name in the address of this screen, or add the screen to the floor file.',
            },
            { refused: sentence(refused) },
          ),
          note: say({ id: 'trouble.screen-note', defaultMessage: 'Screen refused' }),
        }

const updateScreen = (say: Say): string =>
  say({
    id: 'trouble.update-screen',
    defaultMessage: 'Update Floorboard on this screen; in a browser, load the page again.',
  })

/** `feed`: what it said of itself; null when it said nothing. */
export const otherVersion = (feed: HelloMessage | null, say: Say): Trouble => {
  const versions = say(
    {
      id: 'trouble.versions',
      defaultMessage: 'The feed speaks version {feed} of the protocol, this screen version {screen}.',
    },
    { feed: `${feed?.protocol}`, screen: `${protocolVersion}` },
  )
  if (feed === null || feed.protocol === protocolVersion)
    return {
      headline: say({
        id: 'trouble.build',
        defaultMessage: 'This screen cannot read what the feed sends',
      }),
      advice: `${say({ id: 'trouble.build-advice', defaultMessage: 'They are of different builds.' })} ${updateScreen(say)}`,
      note: say({ id: 'trouble.build-note', defaultMessage: 'Feed of another build' }),
    }
  return feed.protocol > protocolVersion
    ? {
        headline: say({ id: 'trouble.newer', defaultMessage: 'This screen is older than its feed' }),
        advice: `${versions} ${updateScreen(say)}`,
        note: say({ id: 'trouble.newer-note', defaultMessage: 'Feed of a newer version' }),
      }
    : {
        headline: say({ id: 'trouble.older', defaultMessage: 'The feed is older than this screen' }),
        advice: `${versions} ${say({ id: 'trouble.update-feed', defaultMessage: 'Update Floorboard on the machine where the feed runs.' })}`,
        note: say({ id: 'trouble.older-note', defaultMessage: 'Feed of an older version' }),
      }
}

/** Whoever puts up a machine in the place of the feed has a certificate too: what is shown here is compared, not copied. */
const otherCertificate = ({ fingerprint, isPinned }: RefusedCertificate, say: Say): Trouble => ({
  headline: isPinned
    ? say({
        id: 'trouble.certificate',
        defaultMessage: 'This is not the feed that this screen was set up for',
      })
    : say({ id: 'trouble.unvouched', defaultMessage: 'Nobody vouches for the certificate of this feed' }),
  advice: `${say(
    { id: 'trouble.certificate-is', defaultMessage: 'Its certificate has the fingerprint {fingerprint}.' },
    { fingerprint },
  )} ${say({
    id: 'trouble.certificate-advice',
    defaultMessage:
      'If the feed prints the same when it starts, start the kiosk with it as --feed-fingerprint. If not, something else answers in its place.',
  })}`,
  note: say({ id: 'trouble.certificate-note', defaultMessage: 'Certificate refused' }),
})

const noLine = (reach: NoLine, say: Say): Trouble =>
  reach.kind === 'refused'
    ? {
        headline: say({ id: 'trouble.address', defaultMessage: 'The feed does not know this address' }),
        advice: reach.said,
        note: say({ id: 'trouble.address-note', defaultMessage: 'Address refused' }),
      }
    : {
        headline: say({ id: 'trouble.blocked', defaultMessage: 'New numbers do not get through' }),
        advice: say({
          id: 'trouble.blocked-advice',
          defaultMessage:
            'The feed answers, but what stands before it lets no WebSocket through. The lines that nginx, Caddy or Traefik need for it are in docs/reverse-proxy.md.',
        }),
        note: say({ id: 'trouble.blocked-note', defaultMessage: 'WebSocket blocked' }),
      }

/** A feed that the kiosk runs itself has nobody else to say it to. */
const ownFeed = ({ said }: FeedTrouble, say: Say): Trouble => ({
  headline: say({ id: 'trouble.ended', defaultMessage: 'The feed on this machine does not start' }),
  advice: `${
    said === null
      ? say({ id: 'trouble.ended-silent', defaultMessage: 'It ended without a word; its log says more.' })
      : sentence(said)
  } ${say({ id: 'trouble.ended-advice', defaultMessage: 'It is tried again every half minute.' })}`,
  note: say({ id: 'trouble.ended-note', defaultMessage: 'Feed does not start' }),
})

/** Beside numbers that are as they should be, of a feed that runs; null where nothing is wrong with it. */
export const notedOf = (link: Link, say: Say): string | null => {
  if (link.state !== 'connected' || link.trouble === undefined) return null
  return link.trouble.kind === 'gap'
    ? say({ id: 'trouble.gap', defaultMessage: 'Log damaged: figures have a gap' })
    : say({ id: 'trouble.refusing', defaultMessage: 'Disk takes nothing: new numbers refused' })
}

/** Null while nothing is wrong but, at most, that the feed is out of reach. */
export const troubleOf = (link: Link, say: Say): Trouble | null => {
  if (link.state === 'unreadable') return otherVersion(link.feed, say)
  if (link.state !== 'gone') return null
  if (link.trouble?.kind === 'ended') return ownFeed(link.trouble, say)
  if (link.certificate !== undefined) return otherCertificate(link.certificate, say)
  if (link.reach !== undefined) return noLine(link.reach, say)
  return link.refused === null ? null : refusal(link.refused, say)
}
