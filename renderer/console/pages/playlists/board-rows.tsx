// A playlist's boards in their order: dragged, or moved by the keyboard (Enter on the handle, arrows, Enter).
import { GripVertical, X } from 'lucide-react'
import {
  Button as AriaButton,
  DropIndicator,
  GridList,
  GridListItem,
  useDragAndDrop,
} from 'react-aria-components'
import { FormattedMessage, FormattedNumber } from 'react-intl'
import { turnsAnHour } from '../../../../shared/domain/screens/playlist-lap.ts'
import type { FloorFile } from '../../../../shared/wire/floor.ts'
import { Button } from '../../kit/button.tsx'
import { NumberField } from '../../kit/field.tsx'
import { Miniature } from '../../kit/miniature.tsx'
import { useSay } from '../../words/words.tsx'
import { BoardLine, BoardTags } from '../boards/board-words.tsx'
import './board-rows.css'

export type Item = FloorFile['playlists'][number]['items'][number]

interface Row extends Item {
  /** A board may stand in a playlist twice. */
  readonly key: string
  readonly index: number
}

const rowsOf = (items: readonly Item[]): readonly Row[] => {
  const seen = new Map<string, number>()
  return items.map((item, index) => {
    const before = seen.get(item.board) ?? 0
    seen.set(item.board, before + 1)
    return { ...item, index, key: `${item.board}#${before}` }
  })
}

const movedTo = (items: readonly Item[], from: ReadonlySet<number>, to: number): readonly Item[] => {
  const moved = items.filter((_, index) => from.has(index))
  const head = items.filter((_, index) => index < to && !from.has(index))
  const tail = items.filter((_, index) => index >= to && !from.has(index))
  return [...head, ...moved, ...tail]
}

interface BoardRowsProps {
  readonly items: readonly Item[]
  readonly file: FloorFile
  readonly canEdit: boolean
  readonly label: string
  /** `what`: the board that was moved, changed or taken out. */
  readonly onMove: (items: readonly Item[], board: string) => void
  readonly onSeconds: (items: readonly Item[], board: string, seconds: number) => void
  readonly onRemove: (items: readonly Item[], board: string) => void
}

export function BoardRows({ items, file, canEdit, label, onMove, onSeconds, onRemove }: BoardRowsProps) {
  const say = useSay()
  const rows = rowsOf(items)
  const titleOf = (id: string) => file.boards.find((board) => board.id === id)?.title ?? id
  const { dragAndDropHooks } = useDragAndDrop({
    isDisabled: !canEdit,
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': String(key) })),
    renderDropIndicator: (target) => <DropIndicator target={target} className="drop-line" />,
    onReorder: ({ keys, target }) => {
      const from = new Set(rows.flatMap((row) => (keys.has(row.key) ? [row.index] : [])))
      const at = rows.find(({ key }) => key === target.key)
      const first = rows.find(({ index }) => from.has(index))
      if (!at || !first) return
      onMove(movedTo(items, from, at.index + (target.dropPosition === 'after' ? 1 : 0)), first.board)
    },
  })
  return (
    <GridList
      aria-label={label}
      className="board-rows"
      items={rows}
      dependencies={[file, canEdit, items]}
      dragAndDropHooks={dragAndDropHooks}
      selectionMode="none"
    >
      {(row) => {
        const board = file.boards.find(({ id }) => id === row.board)
        const title = titleOf(row.board)
        return (
          <GridListItem id={row.key} textValue={title} className="board-row">
            {canEdit ? (
              <AriaButton
                slot="drag"
                className="board-grip"
                aria-label={say({ id: 'console.rows.move', defaultMessage: 'Move {title}' }, { title })}
              >
                <GripVertical aria-hidden="true" />
              </AriaButton>
            ) : (
              // The other columns stay where they are.
              <span aria-hidden="true" />
            )}
            <div className="board-picture">
              <Miniature of={{ kind: 'board', id: row.board }} label={title} />
            </div>
            <div className="board-words">
              <h2 dir="auto">{title}</h2>
              {board ? (
                <>
                  <p className="soft small">
                    <BoardLine board={board} file={file} />
                  </p>
                  <BoardTags board={board} file={file} />
                </>
              ) : (
                <p className="fault">
                  <FormattedMessage
                    id="console.rows.gone"
                    defaultMessage="This board no longer exists; it is passed over."
                  />
                </p>
              )}
            </div>
            <div className="board-time">
              <NumberField
                label={say({ id: 'console.rows.seconds', defaultMessage: 'Seconds of {title}' }, { title })}
                labelUnseen
                value={row.seconds}
                min={3}
                max={3600}
                format={{ style: 'unit', unit: 'second', unitDisplay: 'short' }}
                isDisabled={!canEdit}
                onChange={(seconds) => {
                  if (seconds !== row.seconds)
                    onSeconds(
                      items.map((item, index) => (index === row.index ? { ...item, seconds } : item)),
                      row.board,
                      seconds,
                    )
                }}
              />
              <p className="soft board-often">
                <FormattedMessage
                  id="console.rows.often"
                  defaultMessage="{times}× an hour"
                  values={{
                    times: (
                      <FormattedNumber
                        value={turnsAnHour(items)}
                        maximumFractionDigits={turnsAnHour(items) < 10 ? 1 : 0}
                      />
                    ),
                  }}
                />
              </p>
            </div>
            {canEdit && (
              <Button
                look="quiet"
                icon={<X aria-hidden="true" />}
                aria-label={say({ id: 'console.rows.remove', defaultMessage: 'Take {title} out' }, { title })}
                isDisabled={items.length === 1}
                onPress={() =>
                  onRemove(
                    items.filter((_, index) => index !== row.index),
                    row.board,
                  )
                }
              />
            )}
          </GridListItem>
        )
      }}
    </GridList>
  )
}
