// A huddle: somebody goes through a playlist on the wall, board by board, and marks what was discussed.
import { Check, SkipBack } from 'lucide-react'
import { useState } from 'react'
import { FormattedMessage } from 'react-intl'
import type { z } from 'zod'
import type { HuddleBoard } from '../../../../shared/wire/control.ts'
import { useFeedNow } from '../../api/feed-time.ts'
import { Button } from '../../kit/button.tsx'
import { Miniature } from '../../kit/miniature.tsx'
import { Picker } from '../../kit/picker.tsx'
import { useSay } from '../../words/words.tsx'
import type { Remote } from './use-remote.ts'

const minuteMs = 60_000
/** A stand-up is short, a review is not. */
const lengths = ['15', '30', '60', '90'] as const

export function Huddle({ remote }: { readonly remote: Remote }) {
  const { hold } = remote.control
  if (hold?.huddle) return <Running remote={remote} />
  if (!remote.mayControl) return null
  return <Start remote={remote} />
}

function Start({ remote }: { readonly remote: Remote }) {
  const say = useSay()
  const { file, screen, status, control, mine, ask } = remote
  const [playlist, setPlaylist] = useState(status?.playlist ?? file.playlists[0]?.id ?? null)
  const [length, setLength] = useState<(typeof lengths)[number]>('30')
  if (playlist === null) return null
  const boards = file.playlists.find(({ id }) => id === playlist)?.items.length ?? 0
  return (
    <section className="remote-part huddle-start">
      <h1>
        <FormattedMessage id="console.huddle.title" defaultMessage="Lead the floor through the numbers" />
      </h1>
      <p className="soft">
        <FormattedMessage
          id="console.huddle.note"
          defaultMessage="You hold {screen} and step through a playlist. The wall says who leads, and marks what was discussed."
          values={{ screen: <span dir="auto">{screen.name}</span> }}
        />
      </p>
      <Picker
        label={say({ id: 'console.huddle.playlist', defaultMessage: 'Through which playlist' })}
        value={playlist}
        choices={file.playlists.map(({ id, name }) => ({ id, name }))}
        onChange={setPlaylist}
      />
      <Picker
        label={say({ id: 'console.huddle.length', defaultMessage: 'For at most' })}
        value={length}
        choices={lengths.map((each) => ({
          id: each,
          name: say({ id: 'console.age.minutes', defaultMessage: '{minutes} min' }, { minutes: each }),
        }))}
        onChange={setLength}
      />
      <Button
        look="primary"
        size="large"
        isDisabled={control.hold !== null && !mine}
        onPress={() => void ask({ do: 'huddle', playlist, forMs: Number(length) * minuteMs })}
      >
        <FormattedMessage
          id="console.huddle.start"
          defaultMessage="Begin with {count, plural, one {one board} other {# boards}}"
          values={{ count: boards }}
        />
      </Button>
    </section>
  )
}

/** "4 min", "2:05" while it is on. */
const useSpent = (board: z.infer<typeof HuddleBoard>, since: number | null): string => {
  const now = useFeedNow()
  const say = useSay()
  const ms = board.spentMs + (since === null ? 0 : Math.max(0, now - since))
  const seconds = Math.floor(ms / 1000)
  if (since !== null) return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
  if (ms === 0) return ''
  return say(
    { id: 'console.age.minutes', defaultMessage: '{minutes} min' },
    { minutes: Math.max(1, Math.round(ms / minuteMs)) },
  )
}

interface BoardLineProps {
  readonly board: z.infer<typeof HuddleBoard>
  readonly title: string
  /** Since when it is on; null while another is. */
  readonly since: number | null
}

function BoardLine({ board, title, since }: BoardLineProps) {
  const say = useSay()
  const spent = useSpent(board, since)
  return (
    <li className="huddle-board" data-now={since === null ? undefined : ''} aria-current={since !== null}>
      <span className="huddle-mark" data-discussed={board.discussed ? '' : undefined}>
        {board.discussed && (
          <Check
            role="img"
            aria-label={say({ id: 'console.huddle.discussed', defaultMessage: 'discussed' })}
          />
        )}
      </span>
      <span className="huddle-miniature">
        <Miniature of={{ kind: 'board', id: board.board }} label={title} />
      </span>
      <span className="grow" dir="auto">
        {title}
      </span>
      <span className="figures soft">{spent}</span>
    </li>
  )
}

function Running({ remote }: { readonly remote: Remote }) {
  const { file, screen, control, mine, ask } = remote
  const { hold } = control
  if (!hold?.huddle) return null
  const { title, boards } = hold.huddle
  const at = boards.findIndex(({ board }) => board === hold.board)
  const discussed = boards.filter((each) => each.discussed).length
  const titleOf = (id: string) => file.boards.find((board) => board.id === id)?.title ?? id
  return (
    <>
      <div className="remote-words">
        <h1 dir="auto">{title}</h1>
        <p className="soft">
          <FormattedMessage
            id="console.huddle.progress"
            defaultMessage="{discussed} of {count, plural, one {one board} other {# boards}} discussed"
            values={{ discussed, count: boards.length }}
          />
        </p>
      </div>
      <Miniature of={{ kind: 'screen', id: screen.id }} label={titleOf(hold.board)} state="held" />
      <ol className="huddle-boards">
        {boards.map((board, index) => (
          <BoardLine
            // biome-ignore lint/suspicious/noArrayIndexKey: a board may stand twice, each in its place
            key={index}
            board={board}
            title={titleOf(board.board)}
            since={index === at ? hold.since : null}
          />
        ))}
      </ol>
      {mine && (
        <div className="huddle-foot">
          <Button
            size="large"
            icon={<SkipBack aria-hidden="true" />}
            aria-label={titleOf(boards[at - 1]?.board ?? hold.board)}
            isDisabled={at <= 0}
            onPress={() => void ask({ do: 'back', board: hold.board })}
          />
          <Button size="large" look="primary" onPress={() => void ask({ do: 'discussed' })}>
            {at === boards.length - 1 ? (
              <FormattedMessage id="console.huddle.finish" defaultMessage="Discussed, finish" />
            ) : (
              <FormattedMessage id="console.huddle.go-on" defaultMessage="Discussed, next board" />
            )}
          </Button>
        </div>
      )}
    </>
  )
}
