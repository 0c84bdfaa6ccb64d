// Keeps who holds which screen: takes what remotes ask for, ends holds by the clock, and follows edits of the floor.

import {
  afterEdit,
  type ControlDecision,
  type ControlledWall,
  type ControlRefusal,
  type ControlState,
  decideControl,
  decideMeeting,
  decideMeetingStep,
  freeControl,
  type HuddlePlan,
  type MeetingStep,
  nextChangeOf,
  settled,
} from '../../../shared/domain/screens/control.ts'
import { refuseScreen } from '../../../shared/domain/screens/screen-stage.ts'
import type { Control, ControlRequest, Hold, Holder } from '../../../shared/wire/control.ts'
import { addListener, type StopListening } from '../add-listener.ts'
import type { Clock } from '../clock.ts'
import type { LiveFloor } from '../fold/live-floor.ts'
import type { KeptFolder } from '../store/kept-folder.ts'
import { openControlFile } from './control-file.ts'
import { controlledWall } from './controlled-wall.ts'
import { createRemotes } from './remotes.ts'

interface UnknownScreen {
  readonly code: 'unknown-screen'
  readonly message: string
}

type Outcome =
  | { readonly ok: true; readonly controls: readonly Control[] }
  | {
      readonly ok: false
      readonly refusal: ControlRefusal | UnknownScreen
      /** Of the screens that the floor has, as they stand. */
      readonly controls: readonly Control[]
    }

/** `hold`: who holds the screen, or what they show, changed. `around`: only who asks for it or has a remote open. */
export type ControlListener = (screen: string, what: 'hold' | 'around') => void

export interface Controls {
  /** For all of the screens or for none. Whoever listens has been told when this returns. */
  act(request: ControlRequest, who: Holder): Outcome
  /** A meeting comes to a screen, by what stands there. */
  meet(screen: string, plan: HuddlePlan, who: Holder): Outcome
  /** The meeting on a screen goes on. */
  steer(screen: string, step: MeetingStep, who: Holder): Outcome
  /** Null for a screen that the floor does not have. */
  of(screen: string): Control | null
  holdOf(screen: string): Hold | null
  onChange(listener: ControlListener): StopListening
  /** Somebody opened a remote for this screen; the answer closes it. */
  openRemote(screen: string, who: Holder): () => void
  /** Once what stands is on disk. */
  close(): Promise<void>
}

export interface ControlsParts {
  /** Where holds are kept over a restart. */
  readonly file: string
  /** What keeps the folder in which it lies, where something else does. */
  readonly kept?: Pick<KeptFolder, 'changed'>
  readonly floor: Pick<LiveFloor, 'current' | 'stage' | 'onStageChange'>
  /** As TVs are sent their stages: the same ones are then worked out once. */
  readonly build: string
  readonly clock: Clock
  readonly onError: (what: string, error: unknown) => void
}

/** Looks at least this often: the clock may be set anew. */
const lookMs = 1000

/** What a floor without screens calls the one that shows all of its boards. */
const onlyScreen = 'main'

export const openControls = ({ file, kept, floor, build, clock, onError }: ControlsParts): Controls => {
  const stored = openControlFile(file, onError, kept)
  const listeners = new Set<ControlListener>()
  const states = new Map<string, ControlState>()
  // Versions only grow, across restarts too, as long as the clock does.
  const firstVersion = clock.now()

  const announce = (screen: string, what: 'hold' | 'around'): void => {
    for (const listener of listeners) listener(screen, what)
  }
  const remotes = createRemotes((screen) => announce(screen, 'around'))

  const stateOf = (screen: string): ControlState => states.get(screen) ?? freeControl(screen, firstVersion)
  const controlOf = ({ screen, version, hold, asking }: ControlState): Control => ({
    screen,
    version,
    hold,
    asking: [...asking],
    remotes: [...remotes.of(screen)],
  })

  /** The screen as stages are asked for; undefined where the floor does not have it. */
  const stageIdOf = (screen: string): string | null | undefined => {
    const { file: floorFile } = floor.current()
    if (floorFile.screens.length === 0) return screen === onlyScreen ? null : undefined
    return refuseScreen(floorFile, screen) === null ? screen : undefined
  }
  const wallOf = (screen: string): ControlledWall | null => {
    const stageId = stageIdOf(screen)
    return stageId === undefined
      ? null
      : controlledWall(floor.current().file, floor.stage(stageId, build), clock.now())
  }

  const timer: { next: NodeJS.Timeout | null } = { next: null }
  const put = (changes: readonly ControlState[]): void => {
    const moved = changes.filter((state) => state !== states.get(state.screen))
    const heldBefore = new Map(moved.map(({ screen }) => [screen, stateOf(screen).hold]))
    for (const state of moved) states.set(state.screen, state)
    for (const { screen, hold } of moved)
      announce(screen, hold === heldBefore.get(screen) ? 'around' : 'hold')
    if (moved.length > 0) stored.save(() => [...states.values()])
    watchClock()
  }
  const settle = (): void => put([...states.values()].map((state) => settled(state, clock.now())))
  const watchClock = (): void => {
    if (timer.next !== null) clearTimeout(timer.next)
    const times = [...states.values()].flatMap((state) => nextChangeOf(state) ?? [])
    const wait = Math.min(lookMs, Math.max(1, Math.min(...times) - clock.now()))
    timer.next = times.length === 0 ? null : setTimeout(settle, wait).unref()
  }

  const followFloor = (): void => {
    const changes = [...states.values()].flatMap((state) => {
      const wall = wallOf(state.screen)
      if (wall) return [afterEdit(state, wall, clock.now())]
      states.delete(state.screen)
      return []
    })
    put(changes)
  }

  /** For all of the screens or for none. */
  const decideAll = (
    screens: readonly string[],
    decide: (state: ControlState, wall: ControlledWall, index: number) => ControlDecision,
  ): Outcome => {
    const after: ControlState[] = []
    const standing = (): Control[] =>
      screens.filter((screen) => wallOf(screen) !== null).map((screen) => controlOf(stateOf(screen)))
    for (const [index, screen] of screens.entries()) {
      const wall = wallOf(screen)
      if (!wall)
        return {
          ok: false,
          refusal: { code: 'unknown-screen', message: `The floor has no screen "${screen}".` },
          controls: standing(),
        }
      const decision = decide(stateOf(screen), wall, index)
      if (!decision.ok) {
        settle()
        return { ok: false, refusal: decision.refusal, controls: standing() }
      }
      after.push(decision.state)
    }
    put(after)
    return { ok: true, controls: after.map(controlOf) }
  }

  for (const { screen, hold, show, asking } of stored.read())
    states.set(screen, { ...freeControl(screen, firstVersion), hold, show, asking })
  followFloor()
  settle()
  floor.onStageChange(followFloor)

  return {
    act: ({ screens, action }, who) =>
      decideAll(
        screens.map(({ screen }) => screen),
        (state, wall, index) =>
          decideControl(state, action, who, {
            version: screens[index]?.version ?? 0,
            wall,
            now: clock.now(),
          }),
      ),
    meet: (screen, plan, who) =>
      decideAll([screen], (state, wall) => decideMeeting(state, plan, who, { wall, now: clock.now() })),
    steer: (screen, step, who) =>
      decideAll([screen], (state) => decideMeetingStep(state, step, who, clock.now())),
    of: (screen) =>
      stageIdOf(screen) === undefined ? null : controlOf(settled(stateOf(screen), clock.now())),
    holdOf: (screen) => settled(stateOf(screen), clock.now()).hold,
    onChange: (listener) => addListener(listeners, listener),
    openRemote: remotes.open,
    close: async () => {
      if (timer.next !== null) clearTimeout(timer.next)
      await stored.close()
    },
  }
}
