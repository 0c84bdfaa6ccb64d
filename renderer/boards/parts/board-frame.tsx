// What every board has around it: its title, whose it is, how far its window has come, and a line at the foot.

import { type CSSProperties, memo, type ReactNode, useMemo } from 'react'
import type { Format } from '../../../shared/domain/words/format.ts'
import type { Say } from '../../../shared/domain/words/say.ts'
import { textWidth } from '../../../shared/domain/words/text-width.ts'
import type { BoardView } from '../../../shared/wire/view.ts'
import type { Standing, ViewMetric } from '../../../shared/wire/view-parts.ts'
import { fitting } from '../../ui/fitting.ts'
import { phrase } from '../../ui/phrase.ts'
import { useSurroundings } from '../../ui/surroundings.tsx'
import { Badge } from './badge.tsx'
import { beginning } from './beginning.ts'
import type { BoardAnswer } from './board-answer.ts'
import { Empty, HeadlineOf } from './empty.tsx'
import { FootCode } from './foot-code.tsx'
import { FootNote } from './foot-note.tsx'
import { createRoom, RoomLight, RoomProvider } from './room/room.tsx'
import { useCounted } from './use-counted.ts'
import { windowProgress } from './window-label.ts'
import { withoutRepeats } from './without-repeats.ts'
import './alarm.css'
import './board-frame.css'

interface BoardFrameProps {
  readonly view: BoardView
  /** What a board is about that has no metric of its own, where all that it shows is one of them; left out, the metric's. */
  readonly indicator?: ViewMetric['indicator'] | null
  /** Stands in large letters, and the title above it; left out or null, the title stands in its place. */
  readonly answer?: ((format: Format, locale: string) => BoardAnswer | null) | null
  /** Whom all of it is about: stands in large letters, as an answer does, also before the first fact. */
  readonly person?: string | null
  /** Of all of them together, where the board shows that: as its period begins, what is to go is the answer. */
  readonly whole?: Pick<Standing, 'value' | 'goal'> | null
  /** Everybody on it who has a goal is over it. */
  readonly isEveryoneOver?: boolean
  /** Nothing is on it: what it says instead is the headline, unless there is an answer all the same. */
  readonly isEmpty?: boolean
  /** Before the first fact that is said instead. */
  readonly foot: ReactNode
  readonly children: ReactNode
}

/** In em: an eyebrow that is longer is set closer. */
const longEyebrowFrom = 26

export const BoardFrame = ({
  view,
  indicator,
  answer,
  person = null,
  whole = null,
  isEveryoneOver = false,
  isEmpty = false,
  foot,
  children,
}: BoardFrameProps) => {
  const { format, locale } = useSurroundings()
  const { say } = format
  const metric = 'metric' in view ? view.metric : null
  const said = useCounted(
    view.awaits === null ? (beginning(view, whole, format) ?? answer?.(format, locale) ?? null) : null,
  )
  const room = useMemo(createRoom, [])
  const isBare = said === null && person === null && (isEmpty || view.awaits === 'history')
  return (
    <RoomProvider value={room}>
      <article className="board">
        <RoomLight everyone={view.awaits === null && isEveryoneOver} />
        <Head
          title={view.title}
          isBare={isBare}
          word={said?.word ?? null}
          person={person}
          alarm={said?.alarm}
          rest={said?.rest ?? ''}
          scope={view.scope}
          topic={metric?.name ?? ''}
          indicator={indicator ?? metric?.indicator ?? null}
          window={windowProgress(view.window, say)}
        />
        {/* A part of the past would be a wrong number, and nobody could tell by looking at it. */}
        <div className="board-body">
          <HeadlineOf value={isBare ? 'empty' : 'answer'}>
            {view.awaits === 'history' ? <PastToCome /> : children}
          </HeadlineOf>
        </div>
        <footer className="board-foot">
          <FootCode board={view.id} />
          {/* It explains what stands above it. */}
          {view.awaits === null && !isEmpty && foot}
          {view.awaits === 'first fact' && <FootNote text={noFactWords} />}
        </footer>
      </article>
    </RoomProvider>
  )
}

const noFactWords = (say: Say): string =>
  say({
    id: 'board.first-fact',
    defaultMessage: 'No numbers have come in yet: this board starts with the first one',
  })

const PastToCome = () => {
  const { say } = useSurroundings().format
  return (
    <Empty headline={say({ id: 'board.history', defaultMessage: 'Loading past numbers' })}>
      {say({
        id: 'board.history-advice',
        defaultMessage: 'The board appears by itself as soon as all of them are here.',
      })}
    </Empty>
  )
}

interface HeadProps {
  readonly title: string
  /** The title stands above alone: what the board says while it is empty is the headline. */
  readonly isBare: boolean
  /** Of the answer, in parts, so that the same one is drawn once; null where there is none. */
  readonly word: string | null
  readonly person: string | null
  readonly alarm: BoardAnswer['alarm']
  readonly rest: string
  readonly scope: string
  /** What the board is about. */
  readonly topic: string
  readonly indicator: ViewMetric['indicator'] | null
  readonly window: string
}

/** The same until the answer is another one, while the numbers below it change. */
const Head = memo(
  ({ title, isBare, word, person, alarm, rest, scope, topic, indicator, window }: HeadProps) => {
    const answers = word !== null || person !== null
    const eyebrow = answers || isBare ? withoutRepeats([scope, title]) : withoutRepeats([scope, topic], title)
    return (
      <header
        className="board-head"
        data-answers={answers || undefined}
        style={{ '--window-ems': textWidth(window).toFixed(1) } as CSSProperties}
      >
        <span className="eyebrow">
          {indicator !== null && <Badge indicator={indicator} />}
          <span
            className="eyebrow-text line"
            dir="auto"
            data-long={textWidth(eyebrow.toUpperCase()) > longEyebrowFrom || undefined}
          >
            {eyebrow}
          </span>
        </span>
        {isBare ? null : word === null ? (
          <h1 className="board-title fitting line" dir="auto" style={fitting(person ?? title)}>
            {person ?? title}
          </h1>
        ) : (
          <h1 className="board-title fitting line" style={fitting(`${word} ${rest}`)} {...phrase}>
            <bdi className="board-answer" data-alarm={alarm}>
              {word}
            </bdi>
            {rest !== '' && ` ${rest}`}
          </h1>
        )}
        <span className="board-window line">{window}</span>
      </header>
    )
  },
)
Head.displayName = 'Head'
