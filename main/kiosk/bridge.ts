// What `window.kiosk` does on the kiosk's side.
import { z } from 'zod'
import {
  FeedChoice,
  Heartbeat,
  LastGood,
  nothingGood,
  PairedToken,
  type RefusedCertificate,
} from '../../shared/wire/kiosk.ts'
import type { Recoveries } from '../../shared/wire/recoveries.ts'
import { HashedPin, ServiceRequest } from '../../shared/wire/service.ts'
import { channels } from './channels.ts'
import type { IpcDoor } from './ipc-door.ts'
import type { KeptPicture } from './kept-picture.ts'
import type { LastGoodFile } from './last-good-file.ts'
import type { Service } from './service/open-service.ts'
import type { TvSetUp } from './set-up/set-up.ts'
import type { TokenFile } from './token-file.ts'

export interface BridgeParts {
  readonly setUp: Pick<TvSetUp, 'address' | 'found' | 'choose' | 'newFloor' | 'trouble'>
  /** Whether somebody sets the kiosk up on this wall, and not on another one of it. */
  readonly isAsked: () => boolean
  /** One of the floor's; null: its first. */
  readonly screen: string | null
  readonly lastGood: LastGoodFile
  readonly picture: Pick<KeptPicture, 'forget'>
  readonly tokens: TokenFile
  /** A JPEG; null where it cannot be had. */
  readonly takePicture: () => Promise<Uint8Array | null>
  readonly refusedCertificate: () => Promise<RefusedCertificate | null>
  readonly recoveries: () => Recoveries | null
  readonly service: Pick<Service, 'keepPin' | 'wrongPins' | 'request'>
  readonly heartbeat: (beat: Heartbeat) => void
  readonly betweenScenes: () => void
}

export function serveBridge(door: IpcDoor, parts: BridgeParts): void {
  const { setUp, isAsked, screen, lastGood, picture, tokens, takePicture } = parts
  const { refusedCertificate, recoveries, service, heartbeat, betweenScenes } = parts
  door.answer(channels.feedUrl, async () => {
    const address = await setUp.address()
    if (address === null) return null
    // What this TV was paired with counts more than what it was started with.
    return { url: address.url, token: (await tokens.load(address.url)) ?? address.token, screen }
  })
  door.answer(channels.foundFeeds, setUp.found)
  door.answerTo(channels.chooseFeed, FeedChoice, setUp.choose)
  door.answer(channels.isAsked, isAsked)
  // Whoever becomes its admin needs one code, and the keys reach one wall.
  door.answer(channels.newFloor, () => (isAsked() ? setUp.newFloor() : null))
  door.hear(channels.keepToken, PairedToken, async (token) => {
    const address = await setUp.address()
    if (address !== null) await tokens.save(address.url, token)
  })
  door.answer(channels.takePicture, takePicture)
  door.answer(channels.refusedCertificate, refusedCertificate)
  door.answer(channels.feedTrouble, setUp.trouble)
  door.answer(channels.recoveries, recoveries)
  door.answer(channels.loadLastGood, () => lastGood.load())
  door.hear(channels.saveLastGood, LastGood, (json) => {
    lastGood.save(json)
    if (json === nothingGood) picture.forget()
  })
  door.hear(channels.keepServicePin, HashedPin, service.keepPin)
  door.answer(channels.wrongPins, service.wrongPins)
  door.answerTo(channels.service, ServiceRequest, service.request)
  door.hear(channels.heartbeat, Heartbeat, heartbeat)
  door.hear(channels.betweenScenes, z.undefined(), betweenScenes)
}
