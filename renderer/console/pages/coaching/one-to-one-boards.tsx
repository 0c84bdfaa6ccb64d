// The boards that the two look at together, one at a time.
import { SkipBack, SkipForward } from 'lucide-react'
import { useState } from 'react'
import { FormattedMessage } from 'react-intl'
import type { OneToOneBoard } from '../../../../shared/wire/coaching.ts'
import { Button } from '../../kit/button.tsx'
import { Miniature } from '../../kit/miniature.tsx'
import { useSay } from '../../words/words.tsx'

export function OneToOneBoards({ boards }: { readonly boards: readonly OneToOneBoard[] }) {
  const say = useSay()
  const [id, setId] = useState<string | null>(null)
  // A board that leaves the floor leaves its meetings, also while one of them goes on.
  const at = Math.max(
    0,
    boards.findIndex((board) => board.id === id),
  )
  const board = boards[at]
  if (!board) return null
  const [before, after] = [boards[at - 1], boards[at + 1]]
  return (
    <div className="talk-boards">
      <div className="talk-board-head">
        <p className="talk-board-words" aria-live="polite">
          <span className="strong">
            <bdi>{board.title}</bdi>
          </span>
          {boards.length > 1 && (
            <span className="soft small figures">
              <FormattedMessage
                id="console.meeting.nth"
                defaultMessage="{nth} of {count}"
                values={{ nth: at + 1, count: boards.length }}
              />
            </span>
          )}
        </p>
        {boards.length > 1 && (
          <span className="talk-board-steps">
            <Button
              icon={<SkipBack aria-hidden="true" />}
              aria-label={
                before
                  ? say(
                      { id: 'console.meeting.back', defaultMessage: 'Back to {title}' },
                      { title: before.title },
                    )
                  : say({ id: 'console.remote.back', defaultMessage: 'Back' })
              }
              isDisabled={!before}
              onPress={() => before && setId(before.id)}
            />
            <Button
              icon={<SkipForward aria-hidden="true" />}
              aria-label={
                after
                  ? say(
                      { id: 'console.meeting.skip', defaultMessage: 'On to {title}' },
                      { title: after.title },
                    )
                  : say({ id: 'console.remote.forward', defaultMessage: 'Next' })
              }
              isDisabled={!after}
              onPress={() => after && setId(after.id)}
            />
          </span>
        )}
      </div>
      <Miniature key={board.id} of={{ kind: 'board', id: board.id }} label={board.title} />
    </div>
  )
}
