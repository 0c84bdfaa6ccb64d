// A board in words: its kind, what it shows, and for whom it is.
import { EyeOff, MessageCircleOff } from 'lucide-react'
import { FormattedDate, FormattedMessage } from 'react-intl'
import type { Audience } from '../../../../shared/wire/audience.ts'
import type { BoardKind } from '../../../../shared/wire/boards.ts'
import type { Board, FloorFile } from '../../../../shared/wire/floor.ts'
import { Tag } from '../../kit/tag.tsx'
import { useSay } from '../../words/words.tsx'
import { metricsOfBoard } from './metrics-of-board.ts'

export const useKindWords = (): ((kind: BoardKind) => string) => {
  const say = useSay()
  const words: Readonly<Record<BoardKind, string>> = {
    leaderboard: say({ id: 'console.kind.leaderboard', defaultMessage: 'Leaderboard' }),
    'team-progress': say({ id: 'console.kind.team-progress', defaultMessage: 'Team progress' }),
    'over-the-line': say({ id: 'console.kind.over-the-line', defaultMessage: 'Over the line' }),
    accountability: say({ id: 'console.kind.accountability', defaultMessage: 'Accountability grid' }),
    announcement: say({ id: 'console.kind.announcement', defaultMessage: 'Announcement' }),
    calm: say({ id: 'console.kind.calm', defaultMessage: 'Calm screen' }),
    wins: say({ id: 'console.kind.wins', defaultMessage: 'Latest wins' }),
    'head-to-head': say({ id: 'console.kind.head-to-head', defaultMessage: 'Head to head' }),
    results: say({ id: 'console.kind.results', defaultMessage: 'Results' }),
    'team-goal': say({ id: 'console.kind.team-goal', defaultMessage: 'Team goal' }),
    'countdown-ask': say({ id: 'console.kind.countdown-ask', defaultMessage: 'Countdown' }),
    'trend-race': say({ id: 'console.kind.trend-race', defaultMessage: 'Trend race' }),
    'birds-eye': say({ id: 'console.kind.birds-eye', defaultMessage: 'Bird’s eye' }),
    improved: say({ id: 'console.kind.improved', defaultMessage: 'Most improved' }),
    spotlight: say({ id: 'console.kind.spotlight', defaultMessage: 'Spotlight' }),
    'from-the-top': say({ id: 'console.kind.from-the-top', defaultMessage: 'From the top' }),
    thanks: say({ id: 'console.kind.thanks', defaultMessage: 'Thank-you wall' }),
    hygiene: say({ id: 'console.kind.hygiene', defaultMessage: 'Pipeline hygiene' }),
    exceptions: say({ id: 'console.kind.exceptions', defaultMessage: 'Exceptions' }),
    formula: say({ id: 'console.kind.formula', defaultMessage: 'Plan of the day' }),
    contest: say({ id: 'console.kind.contest', defaultMessage: 'Contest' }),
    'hall-of-fame': say({ id: 'console.kind.hall-of-fame', defaultMessage: 'Hall of fame' }),
    award: say({ id: 'console.kind.award', defaultMessage: 'Award' }),
    funnel: say({ id: 'console.kind.funnel', defaultMessage: 'Funnel' }),
  }
  return (kind) => words[kind]
}

/** For whom a board is, and what that means. */
export const useAudienceWords = (): ((audience: Audience) => {
  readonly name: string
  readonly note: string
}) => {
  const say = useSay()
  return (audience) => {
    switch (audience) {
      case 'floor':
        return {
          name: say({ id: 'console.audience.floor', defaultMessage: 'The floor' }),
          note: say({
            id: 'console.audience.floor.note',
            defaultMessage: 'Hangs on walls; everybody in the room sees it.',
          }),
        }
      case 'managers':
        return {
          name: say({ id: 'console.audience.managers', defaultMessage: 'Managers' }),
          note: say({
            id: 'console.audience.managers.note',
            defaultMessage: 'Never on a wall, whatever a playlist says. Managers see it in the console.',
          }),
        }
      case 'leadership':
        return {
          name: say({ id: 'console.audience.leadership', defaultMessage: 'Leadership' }),
          note: say({
            id: 'console.audience.leadership.note',
            defaultMessage: 'Never on a wall. Leaders and admins see it in the console.',
          }),
        }
    }
  }
}

/** "Leaderboard · Closed-won revenue". */
export function BoardLine({ board, file }: { readonly board: Board; readonly file: FloorFile }) {
  const kindWords = useKindWords()
  const metrics = metricsOfBoard(board, file.metrics)
  const scope =
    file.teams.find(({ id }) => id === board.scope.team)?.name ??
    file.roles.find(({ id }) => id === board.scope.role)?.name
  return (
    <span dir="auto">
      {[kindWords(board.kind), ...metrics.slice(0, 2).map(({ name }) => name), scope]
        .filter(Boolean)
        .join(' · ')}
    </span>
  )
}

interface BoardTagsProps {
  readonly board: Board
  readonly file: FloorFile
  /** Since when it only hangs there, epoch ms. */
  readonly silentSince?: number | null
}

export function BoardTags({ board, file, silentSince = null }: BoardTagsProps) {
  const audienceWords = useAudienceWords()
  const indicators = new Set(metricsOfBoard(board, file.metrics).map(({ indicator }) => indicator))
  return (
    <span className="tags">
      {indicators.has('output') && (
        <Tag tone="output">
          <FormattedMessage id="console.tag.output" defaultMessage="Result" />
        </Tag>
      )}
      {indicators.has('input') && (
        <Tag tone="input">
          <FormattedMessage id="console.tag.input" defaultMessage="Activity" />
        </Tag>
      )}
      {board.audience !== 'floor' && (
        <Tag tone="private">
          <EyeOff aria-hidden="true" />
          <FormattedMessage
            id="console.tag.private"
            defaultMessage="{audience} only, not on walls"
            values={{ audience: audienceWords(board.audience).name }}
          />
        </Tag>
      )}
      {silentSince !== null && (
        <Tag>
          <MessageCircleOff aria-hidden="true" />
          <FormattedMessage
            id="console.tag.silent"
            defaultMessage="Not discussed since {day}"
            values={{ day: <FormattedDate value={silentSince} month="short" day="numeric" /> }}
          />
        </Tag>
      )}
    </span>
  )
}
