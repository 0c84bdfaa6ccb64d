// What `window.kiosk` does on the kiosk's side.
import { z } from 'zod'
import { type FeedAddress, LastGood } from '../../shared/wire/kiosk.ts'
import { channels } from './channels.ts'
import type { IpcDoor } from './ipc-door.ts'
import type { LastGoodFile } from './last-good-file.ts'

export interface BridgeParts {
  readonly feedAddress: () => Promise<FeedAddress>
  readonly lastGood: LastGoodFile
  readonly heartbeat: () => void
}

export function serveBridge(door: IpcDoor, { feedAddress, lastGood, heartbeat }: BridgeParts): void {
  door.answer(channels.feedUrl, feedAddress)
  door.answer(channels.loadLastGood, () => lastGood.load())
  door.hear(channels.saveLastGood, LastGood, (json) => lastGood.save(json))
  door.hear(channels.heartbeat, z.undefined(), heartbeat)
}
