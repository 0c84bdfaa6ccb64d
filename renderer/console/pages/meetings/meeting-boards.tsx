// The boards of a meeting in their order: when each was discussed, and, while it goes on, how long it was on.
import { Check, EyeOff, MessageCircleOff } from 'lucide-react'
import { FormattedMessage } from 'react-intl'
import type { MeetingAnswer, MeetingBoard } from '../../../../shared/wire/meetings.ts'
import { useFeedNow } from '../../api/feed-time.ts'
import { Tag } from '../../kit/tag.tsx'
import { useSay } from '../../words/words.tsx'
import { useMeetingWords } from './meeting-words.ts'

const minuteMs = 60_000

/** "2:05" while it is on, "4 min" afterwards. */
export const useSpentWords = (): ((spentMs: number, since: number | null) => string) => {
  const say = useSay()
  const now = useFeedNow()
  return (spentMs, since) => {
    const seconds = Math.floor((spentMs + (since === null ? 0 : Math.max(0, now - since))) / 1000)
    if (since !== null) return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
    if (spentMs < 1000) return ''
    return say(
      { id: 'console.age.minutes', defaultMessage: '{minutes} min' },
      { minutes: Math.max(1, Math.round(spentMs / minuteMs)) },
    )
  }
}

/** What else is to be known of a board: that it is for no wall, and that nobody talks about it. */
export function MeetingBoardTags({ board }: { readonly board: MeetingBoard }) {
  const words = useMeetingWords()
  return (
    <span className="tags">
      {!board.isForWalls && (
        <Tag tone="private">
          <EyeOff aria-hidden="true" />
          <FormattedMessage id="console.meeting.in-hand" defaultMessage="here alone, not on the wall" />
        </Tag>
      )}
      {board.silentSince !== null && (
        <Tag>
          <MessageCircleOff aria-hidden="true" />
          <FormattedMessage
            id="console.meeting.silent"
            defaultMessage="not discussed since {day}"
            values={{ day: words.day(board.silentSince) }}
          />
        </Tag>
      )}
    </span>
  )
}

interface MeetingBoardsProps {
  readonly answer: MeetingAnswer
  /** Goes to a board; left out where nobody may. */
  readonly onGo?: ((board: string) => void) | undefined
}

export function MeetingBoards({ answer: { boards, open, withheld }, onGo }: MeetingBoardsProps) {
  const say = useSay()
  const words = useMeetingWords()
  const spentWords = useSpentWords()
  return (
    <>
      <ol className="meeting-board-list">
        {boards.map((board, index) => {
          const run = open?.boards.find((each) => each.board === board.id)
          const isOn = open?.board === board.id
          const inside = (
            <>
              <span className="meeting-nth figures" data-discussed={run?.discussed ? '' : undefined}>
                {run?.discussed ? (
                  <Check
                    role="img"
                    aria-label={say({ id: 'console.huddle.discussed', defaultMessage: 'discussed' })}
                  />
                ) : (
                  index + 1
                )}
              </span>
              <span className="meeting-board-words">
                <span className="meeting-board-title" dir="auto">
                  {board.title}
                </span>
                <MeetingBoardTags board={board} />
              </span>
              <span className="figures soft small meeting-board-when">
                {open
                  ? run && spentWords(run.spentMs, isOn ? open.since : null)
                  : board.lastAt !== null && words.ago(board.lastAt)}
              </span>
            </>
          )
          return (
            <li key={board.id} aria-current={isOn ? 'step' : undefined}>
              {onGo ? (
                <button
                  type="button"
                  className="meeting-board"
                  data-now={isOn ? '' : undefined}
                  onClick={() => onGo(board.id)}
                >
                  {inside}
                </button>
              ) : (
                <div className="meeting-board" data-now={isOn ? '' : undefined}>
                  {inside}
                </div>
              )}
            </li>
          )
        })}
      </ol>
      {withheld > 0 && (
        <p className="soft small meeting-withheld">
          <FormattedMessage
            id="console.meeting.withheld"
            defaultMessage="{count, plural, one {One board of this meeting is not for you.} other {# boards of this meeting are not for you.}}"
            values={{ count: withheld }}
          />
        </p>
      )}
    </>
  )
}
