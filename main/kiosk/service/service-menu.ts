// The service menu's state: closed, asking for the PIN, or open. The page only draws it.
import type { ServiceAct, ServiceFacts, ServiceRequest, ServiceState } from '../../../shared/wire/service.ts'
import { createKeySequence } from './key-sequence.ts'
import type { PinGuard } from './pin-guard.ts'

/** Somebody who walks away leaves no open menu. */
const idleMs = 60_000

export interface ServiceMenu {
  /** While it stands, keys reach the page. */
  stands(): boolean
  /** True for the key that opens it, which is for nobody else. */
  press(key: string): boolean
  /** The facts for `look`, else null; null also where the menu does not stand open. */
  request(request: ServiceRequest): Promise<ServiceFacts | null>
  /** Also when its page is gone. */
  close(): void
}

export interface ServiceMenuParts {
  readonly guard: Pick<PinGuard, 'isSet' | 'waitMs' | 'try'>
  readonly show: (state: ServiceState) => void
  readonly facts: () => Promise<ServiceFacts>
  readonly act: (act: ServiceAct) => Promise<void>
  /** Ms on a clock that is never set. */
  readonly running: () => number
  /** Runs `action` after `ms`; the returned function cancels it. */
  readonly after: (ms: number, action: () => void) => () => void
  readonly report: (message: string, detail?: Readonly<Record<string, unknown>>) => void
}

export function createServiceMenu(parts: ServiceMenuParts): ServiceMenu {
  const { guard, show, facts, act, running, after, report } = parts
  const isLast = createKeySequence(running)
  let state: ServiceState = { kind: 'closed' }
  let cancelIdle: () => void = () => undefined

  const set = (next: ServiceState) => {
    state = next
    show(next)
  }
  const lock = (wasWrong: boolean) => set({ kind: 'locked', waitMs: guard.waitMs(), wasWrong })
  const close = () => {
    cancelIdle()
    if (state.kind !== 'closed') set({ kind: 'closed' })
  }
  const stayForNow = () => {
    cancelIdle()
    cancelIdle = after(idleMs, close)
  }

  const tryPin = async (pin: string): Promise<void> => {
    const answer = await guard.try(pin)
    // It may have closed meanwhile.
    if (state.kind !== 'locked') return
    if (answer !== 'right') return lock(answer === 'wrong')
    report('the service menu was opened')
    set({ kind: 'open' })
  }

  return {
    stands: () => state.kind !== 'closed',
    press(key) {
      if (state.kind !== 'closed') {
        stayForNow()
        return false
      }
      if (!isLast(key)) return false
      stayForNow()
      if (guard.isSet()) lock(false)
      else {
        report('the service menu was opened, without a PIN: no feed has told of one')
        set({ kind: 'open' })
      }
      return true
    },
    async request(request) {
      if (request.kind === 'close') close()
      else if (request.kind === 'pin' && state.kind === 'locked') await tryPin(request.pin)
      else if (request.kind === 'look' && state.kind === 'open') return await facts()
      else if (request.kind === 'act' && state.kind === 'open') {
        report('asked for at the service menu', { act: request.act })
        await act(request.act)
      }
      return null
    },
    close,
  }
}
