// Makes of a TV that waits a screen of the floor, with a token of its own.
import type { z } from 'zod'
import type { Screen } from '../../../../shared/wire/floor.ts'
import type { PairRequest } from '../../../../shared/wire/pairing.ts'
import { nameOf, type Principal } from '../../access/principal.ts'
import { createToken, keepToken } from '../../access/token.ts'
import type { Clock } from '../../clock.ts'
import type { LiveFloor } from '../../fold/live-floor.ts'
import { StaleFloor } from '../../store/log.ts'
import type { TokenStore } from '../../store/tokens.ts'
import type { ScreenDesk } from '../screen-desk.ts'
import type { PairingDesk, TakenPairing } from './pairing-desk.ts'
import { screenEntry } from './screen-entry.ts'

/** Adds an entry to the floor file's screens, on the version that it was made for. */
export type AddScreen = (
  entry: z.input<typeof Screen>,
  version: number,
  principal: Principal,
) => Promise<{ readonly version: number }>

export interface PairScreensParts {
  readonly desk: PairingDesk
  readonly screens: Pick<ScreenDesk, 'notePairing' | 'revoke'>
  readonly floor: Pick<LiveFloor, 'current'>
  readonly tokens: Pick<TokenStore, 'addToken'>
  readonly clock: Clock
  readonly addScreen: AddScreen
}

/** `gone`: no TV waits with this code. `no-screen`: the floor has none to stand in for. */
export type PairOutcome =
  | { readonly screen: string; readonly version: number }
  | { readonly refused: 'gone' | 'no-screen' }

/** Nobody saw the floor that the screen is added to: another's edit between is no reason to refuse. */
const mostEdits = 5

export const createPairScreens = (parts: PairScreensParts) => {
  const { desk, screens, floor, tokens, clock, addScreen } = parts

  const added = async (asked: Extract<PairRequest, { screen: unknown }>, principal: Principal) => {
    for (let edit = 1; ; edit += 1) {
      const { file, version } = floor.current()
      const entry = screenEntry(file, asked.screen)
      try {
        await addScreen(entry, version, principal)
        return entry.id
      } catch (error) {
        if (!(error instanceof StaleFloor) || edit === mostEdits) throw error
      }
    }
  }

  const screenFor = async (taken: TakenPairing, asked: PairRequest, principal: Principal) => {
    if ('replaces' in asked) {
      await screens.revoke(asked.replaces, principal)
      return asked.replaces
    }
    const screen = taken.screen ?? (await added(asked, principal))
    // Should its token not be kept, the next try must not add it a second time.
    taken.keepScreen(screen)
    return screen
  }

  return async (code: string, asked: PairRequest, principal: Principal): Promise<PairOutcome> => {
    const isThere = (id: string): boolean => floor.current().file.screens.some((screen) => screen.id === id)
    if ('replaces' in asked && !isThere(asked.replaces)) return { refused: 'no-screen' }
    const taken = desk.take(code, clock.now())
    if (taken === null) return { refused: 'gone' }
    try {
      const screen = await screenFor(taken, asked, principal)
      const token = createToken('screen')
      await tokens.addToken({ ...keepToken(token, 'screen', `TV of ${screen}`, clock.now()), screen })
      screens.notePairing(screen, { by: nameOf(principal), at: clock.now() })
      taken.finish(token, screen)
      return { screen, version: floor.current().version }
    } catch (error) {
      taken.giveBack()
      throw error
    }
  }
}
