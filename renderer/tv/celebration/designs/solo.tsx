// One person on the stage: who, how much, with whom, for whom, and what a leader says of it.
import type { CSSProperties, ReactNode } from 'react'
import { textWidth } from '../../../../shared/domain/words/text-width.ts'
import type { CelebrationView } from '../../../../shared/wire/celebrations/view.ts'
import { fitting } from '../../../ui/fitting.ts'
import { phrase } from '../../../ui/phrase.ts'
import { Confetti } from '../parts/confetti.tsx'
import { FliesHome } from '../parts/flies-home.tsx'
import { Helpers } from '../parts/helpers.tsx'
import { Later } from '../parts/later.tsx'
import { MediaFrame } from '../parts/media-frame.tsx'
import { Part } from '../parts/part.tsx'
import { Likeness, Portrait } from '../parts/portrait.tsx'
import { Rays } from '../parts/rays.tsx'
import { RollingFigure } from '../parts/rolling-figure.tsx'
import { Sheets } from '../parts/sheets.tsx'
import { Spark } from '../parts/spark.tsx'
import { Tag } from '../parts/tag.tsx'
import { Word } from '../parts/word.tsx'
import { useTiming } from '../takeover/timing.ts'
import { both, settle, stay } from '../takeover/tracks.ts'
import { soloBursts } from './bursts.ts'
import './solo.css'

const stepAsideMs = 620

interface SoloProps {
  readonly view: CelebrationView
  /** In full: "$182,000". */
  readonly figure: string | null
  /** "Northwind Traders", "Platform, 3-year". */
  readonly about: readonly string[]
  /** What the picture stands on, given when it has to be gone. */
  readonly foot: ((until: number) => ReactNode) | null
}

export const Solo = ({ view, figure, about, foot }: SoloProps) => {
  const { beats, isStill } = useTiming()
  const face = view.people[0]?.face ?? null
  const word = view.word !== null && beats.word !== null ? { ...view.word, beat: beats.word } : null
  const until = word?.beat ?? beats.leave
  return (
    <>
      <Later turn={1}>
        <Rays />
        <Sheets />
      </Later>
      <Later turn={8}>
        <Confetti bursts={soloBursts(beats)} />
      </Later>
      <div className="solo" data-foot={foot !== null || undefined} data-faceless={face === null || undefined}>
        {face !== null && (
          <Later turn={2}>
            <Part
              className="solo-face"
              track={[
                { at: 0, opacity: 1, transform: 'none' },
                ...(word === null
                  ? []
                  : [
                      { at: word.beat, opacity: 1, transform: 'none', easing: both },
                      { at: word.beat + stepAsideMs, opacity: isStill ? 0 : 1, transform: 'var(--aside)' },
                    ]),
                {
                  at: beats.leave,
                  opacity: isStill && word !== null ? 0 : 1,
                  transform: word === null ? 'none' : 'var(--aside)',
                  easing: settle,
                },
                {
                  at: beats.leave + 420,
                  opacity: 0,
                  transform: word === null ? 'scale(0.9)' : 'var(--aside)',
                },
              ]}
            >
              <MediaFrame media={view.media} face={face} until={until}>
                <Portrait face={face} at={beats.arrive} />
              </MediaFrame>
              <FliesHome names={[face.name, face.short]} />
            </Part>
          </Later>
        )}
        <div className="solo-said">
          <Later turn={3}>
            <Tag title={view.title} beside={view.window} until={until} />
            {face !== null && (
              <Part
                className="solo-name person-name fitting line"
                dir="auto"
                style={fitting(face.name)}
                track={stay({ at: beats.arrive + 160, from: 'translateX(-6rem)', until })}
                isClear
              >
                {face.name}
              </Part>
            )}
          </Later>
          {figure !== null && (
            <Later turn={4}>
              <Figure text={figure} until={until} />
            </Later>
          )}
          <Later turn={5}>
            <Spark />
            {about.length > 0 && (
              <Part
                className="solo-about"
                track={stay({ at: beats.land + 60, from: 'translateY(2rem)', until })}
                isClear
              >
                <span className="line" {...phrase}>
                  {about.map((part, at) => (
                    <bdi key={part} data-first={at === 0 || undefined}>
                      {at > 0 && ' · '}
                      {part}
                    </bdi>
                  ))}
                </span>
              </Part>
            )}
            <Helpers helpers={view.deal?.helpers ?? []} at={beats.land + 260} until={until} />
            {view.message !== null && (
              <Part
                className="solo-message"
                dir="auto"
                track={stay({ at: beats.land + 200, from: 'translateY(2rem)', until })}
                isClear
              >
                <span>{view.message}</span>
              </Part>
            )}
          </Later>
        </div>
        {word !== null && (
          <Later turn={7}>
            {face !== null && (
              <Aside face={face} figure={figure} about={about[0] ?? null} at={word.beat + 260} />
            )}
            <div className="solo-word">
              <Word word={word} at={word.beat} />
            </div>
          </Later>
        )}
        {foot !== null && <Later turn={6}>{foot(beats.leave)}</Later>}
      </div>
    </>
  )
}

/** It rolls, and breathes out as the last digit settles. */
const Figure = ({ text, until }: { readonly text: string; readonly until: number }) => {
  const { beats } = useTiming()
  return (
    <Part
      className="solo-figure"
      track={[
        { at: beats.count - 60, opacity: 0, transform: 'translateY(1.5rem)', easing: settle },
        { at: beats.count + 200, opacity: 1, transform: 'none' },
        { at: beats.land - 40, opacity: 1, transform: 'none', easing: settle },
        { at: beats.land + 90, opacity: 1, transform: 'scale(1.025)', easing: settle },
        { at: beats.land + 420, opacity: 1, transform: 'none' },
        { at: until, opacity: 1, transform: 'none', easing: settle },
        { at: until + 260, opacity: 0, transform: 'none' },
      ]}
      isClear
    >
      <RollingFigure text={text} from={beats.count} to={beats.land} />
    </Part>
  )
}

interface AsideProps {
  readonly face: CelebrationView['people'][number]['face']
  readonly figure: string | null
  readonly about: string | null
  readonly at: number
}

/** What it is about, beneath the face, while the words have the stage. */
const Aside = ({ face, figure, about, at }: AsideProps) => {
  const { beats, isStill } = useTiming()
  return (
    <Part className="solo-aside" track={stay({ at, from: 'translateY(2rem)', until: beats.leave })} isClear>
      {isStill && (
        <span className="solo-aside-face">
          <Likeness face={face} />
        </span>
      )}
      <span className="solo-aside-name fitting line" dir="auto" style={fitting(face.name)}>
        {face.name}
      </span>
      {figure !== null && (
        <span
          className="solo-aside-figure fitting-figure"
          style={{ '--ems': textWidth(figure).toFixed(2) } as CSSProperties}
        >
          {figure}
        </span>
      )}
      {about !== null && <bdi className="solo-aside-about line">{about}</bdi>}
    </Part>
  )
}
