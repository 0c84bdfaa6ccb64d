// Everybody who reached their goal today, on one gold line: one size, the same words.
import type { CSSProperties } from 'react'
import { textWidth } from '../../../../shared/domain/words/text-width.ts'
import type { CelebrationView } from '../../../../shared/wire/celebrations/view.ts'
import type { Face } from '../../../../shared/wire/view-parts.ts'
import { ofGoalWords } from '../../../boards/parts/of-goal-words.ts'
import { fitting } from '../../../ui/fitting.ts'
import { SameSize, useNameFitting } from '../../../ui/person-name.tsx'
import { useSurroundings } from '../../../ui/surroundings.tsx'
import { Confetti } from '../parts/confetti.tsx'
import { Later } from '../parts/later.tsx'
import { Part } from '../parts/part.tsx'
import { Likeness } from '../parts/portrait.tsx'
import { Sheets } from '../parts/sheets.tsx'
import { Tag } from '../parts/tag.tsx'
import { useTiming } from '../takeover/timing.ts'
import { settle, springy, stay } from '../takeover/tracks.ts'
import { rowBursts } from './bursts.ts'
import { WordOver } from './word-over.tsx'
import './goal-reached.css'

/** Wider screens have room for more; the rest are named beneath. */
const mostInRow = 8
const mostWithSign = 5

export const GoalReached = ({ view }: { readonly view: CelebrationView }) => {
  const { format } = useSurroundings()
  const { beats } = useTiming()
  const { say } = format
  const standing = view.people.slice(0, mostInRow)
  const count = view.people.length + view.morePeople
  const headline =
    count === 1
      ? say({ id: 'celebration.one-over', defaultMessage: 'Over the line' })
      : say(
          {
            id: 'celebration.over',
            defaultMessage:
              '{count, select, 2 {Two} 3 {Three} 4 {Four} 5 {Five} 6 {Six} 7 {Seven} 8 {Eight} 9 {Nine} 10 {Ten} 11 {Eleven} 12 {Twelve} other {{count}}} over the line',
          },
          { count },
        )
  const others = [
    ...view.people.slice(mostInRow).map(({ face }) => `\u2068${face.name}\u2069`),
    ...(view.morePeople > 0
      ? [say({ id: 'celebration.more', defaultMessage: '{count} more' }, { count: view.morePeople })]
      : []),
  ]
  const unit = view.metric?.unit ?? 'count'
  // Where they stand close, the sign of their currency would leave no room for the figure.
  const write = standing.length > mostWithSign ? format.unsigned : format.value
  const figures = standing.map(({ standing: own }) =>
    own === null || own.value === null ? null : write(own.value, unit),
  )
  const widest = Math.max(0, ...figures.map((figure) => textWidth(figure ?? '')))
  const beside = [view.metric?.name, view.window].filter((part) => part != null).join(' · ')
  return (
    <>
      <Later turn={1}>
        <Sheets />
      </Later>
      <Later turn={13}>
        <Confetti bursts={rowBursts(beats)} />
      </Later>
      <div className="reached" style={{ '--count': standing.length } as CSSProperties}>
        <Later turn={2}>
          <Tag title={view.title} beside={beside === '' ? null : beside} isReached />
        </Later>
        <Later turn={3}>
          <Part
            className="reached-headline fitting line"
            style={fitting(headline)}
            track={stay({ at: beats.arrive + 140, from: 'translateX(-6rem)', until: beats.leave })}
            isClear
          >
            {headline}
          </Part>
        </Later>
        <SameSize names={standing.map(({ face }) => face.name)}>
          <ul className="reached-row">
            {standing.map((each, nth) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two people may have one name
              <Later key={nth} turn={4 + nth}>
                <Risen
                  face={each.face}
                  figure={figures[nth] ?? null}
                  figureEms={widest}
                  goal={
                    each.standing?.goal == null
                      ? null
                      : ofGoalWords(write(each.standing.goal, unit), view.metric?.better ?? 'higher', say)
                  }
                  nth={nth}
                  count={standing.length}
                />
              </Later>
            ))}
          </ul>
        </SameSize>
        {others.length > 0 && (
          <Later turn={12}>
            <Part
              className="reached-others"
              track={stay({ at: beats.land + 300, until: beats.leave })}
              isClear
            >
              <span className="line">
                {say({ id: 'celebration.and', defaultMessage: 'and {names}' }, { names: others.join(', ') })}
              </span>
            </Part>
          </Later>
        )}
      </div>
      <Later turn={12}>
        <WordOver word={view.word} />
      </Later>
    </>
  )
}

interface RisenProps {
  readonly face: Face
  readonly figure: string | null
  /** The widest figure's width, em: all are in the size at which it fits. */
  readonly figureEms: number
  /** In words. */
  readonly goal: string | null
  readonly nth: number
  readonly count: number
}

const Risen = ({ face, figure, figureEms, goal, nth, count }: RisenProps) => {
  const { beats } = useTiming()
  const rises = beats.arrive + 220 + (nth * 700) / count
  const style = useNameFitting(face.name)
  return (
    <li className="risen">
      <div className="risen-window">
        <Part
          className="risen-panel"
          track={[
            { at: rises, opacity: 0, transform: 'translateY(101%)', easing: settle },
            { at: rises + 80, opacity: 1, transform: 'translateY(80%)', easing: springy },
            { at: rises + 700, opacity: 1, transform: 'none' },
            { at: beats.leave, opacity: 1, transform: 'none', easing: 'ease-in' },
            { at: beats.leave + 300, opacity: 0, transform: 'translateY(101%)' },
          ]}
          isClear
        >
          <Likeness face={face} />
        </Part>
      </div>
      <Part
        className="risen-line"
        track={[
          { at: beats.arrive + 60, opacity: 0, transform: 'scaleX(0)', easing: settle },
          { at: beats.arrive + 80, opacity: 1, transform: 'scaleX(0)', easing: settle },
          { at: beats.arrive + 560, opacity: 1, transform: 'none' },
          { at: beats.leave, opacity: 1, transform: 'none' },
          { at: beats.leave + 300, opacity: 0, transform: 'none' },
        ]}
      />
      <Part
        className="risen-said"
        track={stay({ at: rises + 420, from: 'translateY(-2.4rem)', until: beats.leave })}
        isClear
      >
        <span className="risen-name person-name fitting line" dir="auto" style={style}>
          {face.name}
        </span>
        {figure !== null && (
          <span
            className="risen-value fitting-figure"
            style={{ '--ems': figureEms.toFixed(2) } as CSSProperties}
          >
            {figure}
          </span>
        )}
        {goal !== null && <span className="risen-goal line">{goal}</span>}
      </Part>
    </li>
  )
}
