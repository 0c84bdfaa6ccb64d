// A takeover of the whole screen: what it stands on, and the design of what is celebrated.
import { useIsPresent } from 'framer-motion'
import { useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import type { CelebrationLook } from '../../../../shared/wire/celebrations/rule.ts'
import type { CelebrateMessage, CelebrationView } from '../../../../shared/wire/celebrations/view.ts'
import { useSurroundings } from '../../../ui/surroundings.tsx'
import { BestSoFar } from '../designs/best-so-far.tsx'
import { BigDeal } from '../designs/big-deal.tsx'
import { GoalReached } from '../designs/goal-reached.tsx'
import { Quiet } from '../designs/quiet.tsx'
import { Recognition } from '../designs/recognition.tsx'
import { Streak } from '../designs/streak.tsx'
import { TeamThreshold } from '../designs/team-threshold.tsx'
import { Blade } from '../parts/blade.tsx'
import { Turns } from '../parts/later.tsx'
import { Part } from '../parts/part.tsx'
import { beatsOf } from './beats.ts'
import { coverBoard, stepBack } from './board-behind.ts'
import { type Clock, elapsedOn, TimingProvider, useTiming } from './timing.ts'
import './takeover.css'

const designs: {
  readonly [look in CelebrationLook]: (props: { readonly view: CelebrationView }) => React.ReactNode
} = {
  'big-deal': BigDeal,
  'goal-reached': GoalReached,
  record: BestSoFar,
  'team-threshold': TeamThreshold,
  streak: Streak,
  recognition: Recognition,
  quiet: Quiet,
}

export interface TakeoverProps {
  readonly message: Pick<CelebrateMessage, 'startsAt' | 'ms' | 'view' | 'isTest'>
  readonly clock: Clock
}

export const Takeover = ({ message: { startsAt, ms, view, isTest }, clock }: TakeoverProps) => {
  const { calm } = useSurroundings()
  const isStill = calm || view.look === 'quiet'
  const wroteAt = view.word === null ? null : view.word.at - startsAt
  const timing = useMemo(
    () => ({ clock, isStill, beats: beatsOf({ ms, wroteAt, isStill }) }),
    [clock, isStill, ms, wroteAt],
  )
  const Design = designs[view.look]
  return (
    <TimingProvider value={timing}>
      <section className="takeover" data-look={view.look} aria-live="polite">
        {view.look !== 'quiet' && <Ground />}
        <Turns>
          <Design view={view} />
        </Turns>
        {view.look !== 'quiet' && <Blade title={view.title} />}
        {isTest && <TestMark />}
      </section>
    </TimingProvider>
  )
}

/** What it stands on; the board is there until it is covered, and again when the picture leaves. */
const Ground = () => {
  const { clock, beats, isStill } = useTiming()
  const element = useRef<HTMLDivElement>(null)
  /** Taken back, it gives the board free before it is gone. */
  const isPresent = useIsPresent()
  useLayoutEffect(() => {
    const stage = element.current?.closest<HTMLElement>('.stage')
    return stage && isPresent && !isStill ? stepBack(stage, clock, beats) : undefined
  }, [clock, beats, isStill, isPresent])
  useEffect(() => {
    const stage = element.current?.closest<HTMLElement>('.stage')
    return stage && isPresent ? coverBoard(stage, elapsedOn(clock), beats, 'heldAt' in clock) : undefined
  }, [clock, beats, isPresent])
  return (
    <div ref={element}>
      <Part
        className="takeover-ground"
        track={[
          { at: 0, opacity: 0, easing: 'ease-out' },
          { at: isStill ? 300 : 170, opacity: isStill ? 1 : 0.82 },
          { at: beats.arrive, opacity: isStill ? 1 : 0.9 },
          { at: beats.arrive + 240, opacity: 1 },
          { at: beats.leave + 180, opacity: 1, easing: 'ease-in-out' },
          { at: beats.leave + 640, opacity: 0 },
        ]}
      />
    </div>
  )
}

const TestMark = () => {
  const { say } = useSurroundings().format
  return <p className="takeover-test">{say({ id: 'celebration.test', defaultMessage: 'Test' })}</p>
}
