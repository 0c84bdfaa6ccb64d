// What one wall is, whether its display is there or not: its screen, its pairing, its last numbers, and a browser of its own.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Session, session } from 'electron'
import { serveAppScheme } from '../app-scheme.ts'
import { type FeedCertificate, watchFeedCertificate } from '../feed-certificate.ts'
import { type Journal, withDetail } from '../journal.ts'
import { createKeptPicture, type KeptPicture } from '../kept-picture.ts'
import { createLastGoodFile, type LastGoodFile } from '../last-good-file.ts'
import { denyPermissions } from '../permissions.ts'
import { countRecoveries, type RecoveryCount } from '../recoveries.ts'
import type { TvSetUp } from '../set-up/set-up.ts'
import { createTokenFile, type TokenFile } from '../token-file.ts'
import type { TokenSeal } from '../token-seal.ts'

export interface PlaceParts {
  /** From 0. */
  readonly nth: number
  readonly userData: string
  /** The renderer's build. */
  readonly page: string
  /** One of the floor's; null: its first. */
  readonly screen: string | null
  readonly feed: Pick<TvSetUp, 'origin' | 'fingerprint'>
  readonly seal: TokenSeal
  readonly journal: Journal
}

export interface Place {
  readonly session: Session
  readonly screen: string | null
  readonly lastGood: LastGoodFile
  readonly picture: KeptPicture
  readonly tokens: TokenFile
  readonly certificate: FeedCertificate
  readonly recoveries: RecoveryCount
  readonly journal: Journal
}

/** The first has the folder of a kiosk with one display, so that it stays the screen that it was. */
const folderOf = (userData: string, nth: number): string => {
  if (nth === 0) return userData
  const folder = join(userData, 'displays', String(nth + 1))
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  return folder
}

/** A browser of its own: walls share neither a page's process nor what pages keep. */
const sessionOf = (nth: number): Session =>
  nth === 0 ? session.defaultSession : session.fromPartition(`persist:display-${nth + 1}`)

/** Once for each place while the kiosk runs. */
export function openPlace({ nth, userData, page, screen, feed, seal, journal: all }: PlaceParts): Place {
  const folder = folderOf(userData, nth)
  const own = sessionOf(nth)
  const journal = withDetail(all, { place: nth + 1 })
  denyPermissions(own)
  const picture = createKeptPicture(join(folder, 'last-picture.jpg'), journal)
  serveAppScheme({ protocol: own.protocol, root: page, feedOrigin: feed.origin, picture: picture.load })
  return {
    session: own,
    screen,
    lastGood: createLastGoodFile(join(folder, 'last-good.json'), journal),
    picture,
    tokens: createTokenFile(join(folder, 'token.json'), seal, journal),
    certificate: watchFeedCertificate({ session: own, origin: feed.origin, fingerprint: feed.fingerprint }),
    recoveries: countRecoveries(Date.now),
    journal,
  }
}
