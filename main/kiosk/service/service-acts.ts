// What can be done at the service menu of this TV.
import { exec } from 'node:child_process'
import { unlink } from 'node:fs/promises'
import { nothingGood } from '../../../shared/wire/kiosk.ts'
import type { ServiceAct } from '../../../shared/wire/service.ts'
import type { Exit } from '../clean-exit.ts'
import type { Journal } from '../journal.ts'
import type { KeptPicture } from '../kept-picture.ts'
import type { LastGoodFile } from '../last-good-file.ts'
import type { KioskOptions } from '../options.ts'
import type { TokenFile } from '../token-file.ts'
import type { PinGuard } from './pin-guard.ts'

export interface ServiceActs {
  possible(): Promise<readonly ServiceAct[]>
  /** Does nothing where it is not possible. */
  act(act: ServiceAct): Promise<void>
}

export interface ServiceActsParts {
  readonly options: KioskOptions
  /** Of what somebody chose when this TV was set up. */
  readonly setUpFile: string
  readonly feedUrl: () => string | null
  readonly tokens: TokenFile
  readonly lastGood: Pick<LastGoodFile, 'save' | 'settled'>
  readonly picture: Pick<KeptPicture, 'forget'>
  readonly guard: Pick<PinGuard, 'forget'>
  readonly exit: Pick<Exit, 'isSupervised' | 'leave' | 'startAnew'>
  /** Of all walls of this kiosk. */
  readonly forgetFloor: () => Promise<void>
  /** Loads the page anew. */
  readonly load: () => void
  readonly journal: Journal
}

export function createServiceActs(parts: ServiceActsParts): ServiceActs {
  const { options, setUpFile, feedUrl, tokens, lastGood, picture, guard, exit, forgetFloor, load, journal } =
    parts

  const isPaired = async (): Promise<boolean> => {
    const url = feedUrl()
    return url !== null && options.token === undefined && (await tokens.load(url)) !== null
  }
  const isSetUpHere = () => feedUrl() !== null && options.feed === undefined && options.data === undefined

  const possible = async (): Promise<readonly ServiceAct[]> => [
    ...((await isPaired()) ? (['pair'] as const) : []),
    ...(isSetUpHere() ? (['set-up'] as const) : []),
    'restart',
    ...(exit.isSupervised ? [] : (['leave'] as const)),
    ...(options['power-off'] === undefined ? [] : (['power-off'] as const)),
  ]

  const forgetPairing = async () => {
    await tokens.forget()
    // Whoever comes next must not see these numbers.
    lastGood.save(nothingGood)
    picture.forget()
    await lastGood.settled()
  }

  const doIt = async (act: ServiceAct): Promise<void> => {
    switch (act) {
      case 'pair':
        await forgetPairing()
        load()
        return
      case 'set-up':
        await forgetFloor()
        await guard.forget()
        await unlink(setUpFile).catch((error: Error) =>
          journal.error('what this TV was set up for could not be forgotten', { error: error.message }),
        )
        exit.startAnew('to be set up anew')
        return
      case 'restart':
        exit.startAnew('asked for at the service menu')
        return
      case 'leave':
        exit.leave('asked for at the service menu')
        return
      case 'power-off':
        exec(options['power-off'] ?? '', (error) => {
          if (error) journal.error('this computer could not be shut down', { error: error.message })
        })
    }
  }

  return {
    possible,
    async act(act) {
      if ((await possible()).includes(act)) await doIt(act)
    },
  }
}
