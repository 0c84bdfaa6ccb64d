// A meeting that comes again: when, whose, who leads it, and the boards that it goes through.
import { useQueryClient } from '@tanstack/react-query'
import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react'
import { useState } from 'react'
import { FormattedMessage } from 'react-intl'
import { type Cadence, cadenceRhythms, weekdays } from '../../../../shared/wire/cadence.ts'
import type { Board, FloorFile } from '../../../../shared/wire/floor.ts'
import { meetingsQuery } from '../../api/meetings.ts'
import { newId } from '../../api/new-id.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { TextField } from '../../kit/field.tsx'
import { PeoplePicker } from '../../kit/people-picker.tsx'
import { Picker } from '../../kit/picker.tsx'
import { Switch } from '../../kit/switch.tsx'
import { useDraft } from '../../kit/use-draft.ts'
import { useEntry } from '../../shell/use-entry.ts'
import { useSay } from '../../words/words.tsx'
import { BoardLine, BoardTags } from '../boards/board-words.tsx'
import { AddBoard } from '../playlists/add-board.tsx'
import { useWeekdayWords } from '../use-weekday-words.ts'
import { CadenceFields, cadenceFieldsOf, cadenceOf, movedBoard, newCadence } from './cadence-fields.ts'
import './cadence-dialog.css'

/** No team is called that: ids are slugs. */
const wholeFloor = '·'

/** What most meetings of a month or a quarter are on; any other one of the file is there too. */
const usualWorkingDays = [1, 2, 3, 4, 5, 10, -5, -3, -2, -1]

interface WhenProps {
  readonly fields: CadenceFields
  readonly set: (change: Partial<CadenceFields>) => void
}

function When({ fields: { every, weekday, workingDay, at }, set }: WhenProps) {
  const say = useSay()
  const weekdayWords = useWeekdayWords()
  const workingDays = usualWorkingDays.includes(workingDay)
    ? usualWorkingDays
    : [workingDay, ...usualWorkingDays]
  const workingDayWords = (day: number): string => {
    if (day > 0)
      return say(
        {
          id: 'console.cadence.working-day',
          defaultMessage:
            '{day, selectordinal, one {#st working day} two {#nd working day} few {#rd working day} other {#th working day}}',
        },
        { day },
      )
    return say(
      {
        id: 'console.cadence.working-day.end',
        defaultMessage:
          '{before, plural, =0 {Last working day} one {# working day before the last} other {# working days before the last}}',
      },
      { before: -day - 1 },
    )
  }
  return (
    <div className="form-row">
      <Picker
        label={say({ id: 'console.cadence.every', defaultMessage: 'How often' })}
        value={every}
        choices={cadenceRhythms.map((id) => ({
          id,
          name: say(
            {
              id: 'console.cadence.rhythm',
              defaultMessage: '{every, select, week {Every week} month {Every month} other {Every quarter}}',
            },
            { every: id },
          ),
        }))}
        onChange={(next) => set({ every: next })}
      />
      {every === 'week' ? (
        <Picker
          label={say({ id: 'console.cadence.day', defaultMessage: 'Day' })}
          value={weekday}
          choices={weekdays.map((id) => ({ id, name: weekdayWords(id) }))}
          onChange={(next) => set({ weekday: next })}
        />
      ) : (
        <Picker
          label={say({ id: 'console.cadence.day', defaultMessage: 'Day' })}
          value={`${workingDay}`}
          choices={workingDays.map((day) => ({ id: `${day}`, name: workingDayWords(day) }))}
          onChange={(next) => set({ workingDay: Number(next) })}
        />
      )}
      <TextField
        label={say({ id: 'console.cadence.at', defaultMessage: 'Time, by the floor’s clock' })}
        type="time"
        value={at}
        onChange={(next) => set({ at: next })}
      />
    </div>
  )
}

interface BoardsProps {
  readonly file: FloorFile
  readonly value: readonly string[]
  readonly onChange: (boards: string[]) => void
}

function ChosenBoards({ file, value, onChange }: BoardsProps) {
  const say = useSay()
  const [isAdding, setAdding] = useState(false)
  const chosen = value.flatMap((id) => file.boards.find((board) => board.id === id) ?? [])
  const others = file.boards.filter(({ id }) => !value.includes(id))
  const titled = (board: Board) => ({ title: board.title })
  return (
    <fieldset className="cadence-boards">
      <legend className="strong">
        <FormattedMessage id="console.cadence.boards" defaultMessage="What is gone through, in this order" />
      </legend>
      {chosen.length > 0 && (
        <ol className="cadence-board-list">
          {chosen.map((board, index) => (
            <li key={board.id} className="cadence-board">
              <span className="figures soft">{index + 1}</span>
              <span className="cadence-board-words">
                <span className="strong" dir="auto">
                  {board.title}
                </span>
                <span className="soft small">
                  <BoardLine board={board} file={file} />
                </span>
                <BoardTags board={board} file={file} />
              </span>
              <span className="cadence-board-acts">
                <Button
                  look="quiet"
                  size="small"
                  icon={<ArrowUp />}
                  isDisabled={index === 0}
                  aria-label={say(
                    { id: 'console.cadence.up', defaultMessage: '{title} earlier' },
                    titled(board),
                  )}
                  onPress={() => onChange([...movedBoard(value, value.indexOf(board.id), -1)])}
                />
                <Button
                  look="quiet"
                  size="small"
                  icon={<ArrowDown />}
                  isDisabled={index === chosen.length - 1}
                  aria-label={say(
                    { id: 'console.cadence.down', defaultMessage: '{title} later' },
                    titled(board),
                  )}
                  onPress={() => onChange([...movedBoard(value, value.indexOf(board.id), 1)])}
                />
                <Button
                  look="quiet"
                  size="small"
                  icon={<X />}
                  aria-label={say(
                    { id: 'console.cadence.without', defaultMessage: 'Without {title}' },
                    titled(board),
                  )}
                  onPress={() => onChange(value.filter((id) => id !== board.id))}
                />
              </span>
            </li>
          ))}
        </ol>
      )}
      <Button
        size="small"
        icon={<Plus aria-hidden="true" />}
        isDisabled={others.length === 0}
        onPress={() => setAdding(true)}
      >
        <FormattedMessage id="console.add-board.title" defaultMessage="Add a board" />
      </Button>
      {isAdding && (
        <AddBoard
          file={{ ...file, boards: others }}
          has={new Set()}
          onAdd={({ id }) => onChange([...value, id])}
          onClose={() => setAdding(false)}
        />
      )}
    </fieldset>
  )
}

interface CadenceDialogProps {
  readonly file: FloorFile
  /** Null: a new one. */
  readonly before: Cadence | null
  readonly onClose: () => void
  /** Once it is taken out of the floor. */
  readonly onRemoved?: () => void
}

/** Mounted while it is open. */
export function CadenceDialog({ file, before, onClose, onRemoved }: CadenceDialogProps) {
  const say = useSay()
  const client = useQueryClient()
  const entry = useEntry<Cadence>('cadences')
  const [initial] = useState(() => (before === null ? newCadence : cadenceFieldsOf(before)))
  const { value: fields, set, forget } = useDraft(`cadence:${before?.id ?? 'new'}`, CadenceFields, initial)
  const taken = file.cadences.map(({ id }) => id)
  const parsed = cadenceOf(fields, before?.id ?? newId(fields.name, taken, 'meeting'))
  const { name, team, owner, oneToOnes, boards } = fields
  const lookAgain = () => client.invalidateQueries({ queryKey: meetingsQuery.queryKey })
  const close = () => {
    forget()
    onClose()
  }
  const save = () => {
    if (!parsed.success) return
    void entry.save(before, parsed.data).then(lookAgain)
    close()
  }
  const remove = () => {
    if (before === null) return
    void entry.remove(before).then(lookAgain)
    close()
    onRemoved?.()
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      width="wide"
      title={
        before === null ? (
          <FormattedMessage id="console.cadence.new" defaultMessage="New meeting" />
        ) : (
          <bdi>{before.name}</bdi>
        )
      }
      actions={
        <>
          {before !== null && (
            <Button look="danger" onPress={remove}>
              <FormattedMessage id="console.rule.remove" defaultMessage="Remove" />
            </Button>
          )}
          <Button onPress={close}>
            <FormattedMessage id="console.cancel" defaultMessage="Cancel" />
          </Button>
          <Button look="primary" isDisabled={!parsed.success} onPress={save}>
            <FormattedMessage id="console.rule.save" defaultMessage="Save" />
          </Button>
        </>
      }
    >
      <div className="form">
        <TextField
          label={say({ id: 'console.cadence.name', defaultMessage: 'What the meeting is called' })}
          placeholder={say({ id: 'console.cadence.name.example', defaultMessage: 'Monday review' })}
          value={name}
          maxLength={120}
          onChange={(next) => set({ name: next })}
        />
        <When fields={fields} set={set} />
        <Switch value={oneToOnes} onChange={(next) => set({ oneToOnes: next })}>
          <FormattedMessage
            id="console.cadence.one-to-ones"
            defaultMessage="One-to-ones: each person by themselves, on the coach’s desk and on no wall"
          />
        </Switch>
        <Picker
          label={say({ id: 'console.cadence.team', defaultMessage: 'Whose meeting' })}
          value={team ?? wholeFloor}
          choices={[
            {
              id: wholeFloor,
              name: say({ id: 'console.cadence.whole-floor', defaultMessage: 'The whole floor' }),
            },
            ...file.teams.map((each) => ({ id: each.id, name: each.name })),
          ]}
          onChange={(next) => set({ team: next === wholeFloor ? null : next })}
        />
        {!oneToOnes && (
          <PeoplePicker
            label={say({ id: 'console.cadence.owner', defaultMessage: 'Who leads it' })}
            people={file.people}
            value={owner === null ? [] : [owner]}
            most={1}
            onChange={([next]) => set({ owner: next ?? null })}
          />
        )}
        <ChosenBoards file={file} value={boards} onChange={(next) => set({ boards: next })} />
      </div>
    </Dialog>
  )
}
