// A team has come so far that something is theirs: the reward leads, the ladder shows what is next, and everybody is in the
// picture.
import type { CSSProperties } from 'react'
import type { CelebrationView } from '../../../../shared/wire/celebrations/view.ts'
import { fitting } from '../../../ui/fitting.ts'
import { useSurroundings } from '../../../ui/surroundings.tsx'
import { Confetti } from '../parts/confetti.tsx'
import { GrowthBar } from '../parts/growth-bar.tsx'
import { Ladder } from '../parts/ladder.tsx'
import { Later } from '../parts/later.tsx'
import { Part } from '../parts/part.tsx'
import { Likeness } from '../parts/portrait.tsx'
import { Sheets } from '../parts/sheets.tsx'
import { Tag } from '../parts/tag.tsx'
import { useTiming } from '../takeover/timing.ts'
import { springy, stay } from '../takeover/tracks.ts'
import { rowBursts } from './bursts.ts'
import { teamGrowth } from './team-growth.ts'
import { WordOver } from './word-over.tsx'
import './team-threshold.css'

export const TeamThreshold = ({ view }: { readonly view: CelebrationView }) => {
  const { format } = useSurroundings()
  const { beats } = useTiming()
  const won = view.ladder.findLast(({ reached }) => reached)
  const headline = won?.reward ?? view.title
  const beside = [view.team?.name, view.metric?.name, view.window].filter((part) => part != null).join(' · ')
  const value = view.team?.after.value ?? view.figure?.value ?? null
  return (
    <>
      <Later turn={1}>
        <Part
          className="dawn"
          track={[
            { at: beats.arrive, opacity: 0, transform: 'translateY(30%)', easing: 'ease-out' },
            { at: beats.land + 400, opacity: 1, transform: 'none' },
            { at: beats.leave + 100, opacity: 1, transform: 'none' },
            { at: beats.leave + 400, opacity: 0, transform: 'translateY(10%)' },
          ]}
        />
        <Sheets />
      </Later>
      <Later turn={13}>
        <Confetti bursts={rowBursts(beats)} />
      </Later>
      <div className="threshold">
        <Later turn={2}>
          <Tag title={view.title} beside={beside === '' ? null : beside} />
        </Later>
        <Later turn={3}>
          <Part
            className="threshold-headline fitting line"
            dir="auto"
            style={fitting(headline)}
            track={stay({
              at: beats.arrive + 120,
              from: 'translateY(3rem) scale(0.94)',
              easing: springy,
              until: beats.leave,
            })}
            isClear
          >
            {headline}
          </Part>
        </Later>
        <Later turn={4}>
          {view.ladder.length > 0 && value !== null ? (
            <Ladder rungs={view.ladder} value={value} was={view.team?.before.value ?? null} />
          ) : (
            view.team !== null && <GrowthBar {...teamGrowth(view.team, format)} until={beats.leave} />
          )}
        </Later>
        <Crowd people={view.people} />
      </div>
      <Later turn={12}>
        <WordOver word={view.word} />
      </Later>
    </>
  )
}

/** The whole team, shoulder to shoulder in two rows. */
const Crowd = ({ people }: Pick<CelebrationView, 'people'>) => {
  const { beats } = useTiming()
  return (
    <ul className="crowd" style={{ '--count': Math.max(people.length, 5) } as CSSProperties}>
      {people.map(({ face }, nth) => {
        const rises = beats.count + ((nth * 5) % people.length) * (900 / people.length)
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: two people may have one name
          <Later key={nth} turn={5 + Math.floor((7 * nth) / people.length)}>
            <li data-back={nth % 2 === 1 || undefined}>
              <Part
                className="crowd-one"
                track={[
                  { at: rises, opacity: 0, transform: 'translateY(110%)', easing: springy },
                  { at: rises + 620, opacity: 1, transform: 'none' },
                  { at: beats.leave, opacity: 1, transform: 'none', easing: 'ease-in' },
                  { at: beats.leave + 320, opacity: 0, transform: 'translateY(110%)' },
                ]}
                isClear
              >
                <span className="crowd-face">
                  <Likeness face={face} />
                </span>
                <span className="crowd-name line" dir="auto">
                  {face.short}
                </span>
              </Part>
            </li>
          </Later>
        )
      })}
    </ul>
  )
}
