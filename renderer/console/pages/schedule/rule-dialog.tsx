// One rule: which playlist, on which days and hours, of the screen or of its group; or an exception for some dates.
import { type FormEvent, useState } from 'react'
import { FormattedMessage } from 'react-intl'
import { z } from 'zod'
import type { RuleRef, ScheduleRule } from '../../../../shared/domain/screens/schedule-rules.ts'
import { type Day, formatDay, weekdayOf } from '../../../../shared/domain/time/calendar-date.ts'
import { type FloorFile, Slot, Weekday } from '../../../../shared/wire/floor.ts'
import type { FloorEdit } from '../../../../shared/wire/floor-edits.ts'
import { useEdit } from '../../api/floor-edits.tsx'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { Notice } from '../../kit/notice.tsx'
import { Picker } from '../../kit/picker.tsx'
import { useDraft } from '../../kit/use-draft.ts'
import { useSay } from '../../words/words.tsx'
import { type Owner, setSlots, slotsOf, timeOf } from './rule-edits.ts'
import { hasNoDays, WhenFields, whenFieldsOf, whenOf, workingHours } from './when-fields.ts'
import { WhenForm } from './when-form.tsx'

export type RuleAsked =
  | {
      readonly kind: 'new'
      readonly exception: boolean
      /** Null: the floor's working days. */
      readonly day: Day | null
      /** Minutes since midnight. */
      readonly from: number
      readonly to: number
    }
  | { readonly kind: 'change'; readonly rule: ScheduleRule }

interface RuleDialogProps {
  readonly file: FloorFile
  readonly screen: FloorFile['screens'][number]
  readonly asked: RuleAsked
  readonly mayEdit: boolean
  readonly onClose: () => void
}

const Fields = WhenFields.extend({ of: z.enum(['screens', 'screenGroups']), playlist: z.string() })
type Fields = z.infer<typeof Fields>

const fieldsOf = (file: FloorFile, asked: RuleAsked): Fields => {
  const [first] = file.playlists
  const plain: Fields = { ...workingHours(file), of: 'screens', playlist: first?.id ?? '' }
  if (asked.kind === 'new') {
    const { exception, day, from, to } = asked
    const weekday = day === null ? undefined : Weekday.options[weekdayOf(day)]
    return {
      ...plain,
      kind: exception ? 'dates' : 'days',
      days: weekday === undefined ? plain.days : [weekday],
      dates: exception && day !== null ? formatDay(day) : '',
      allDay: from === 0 && to === 24 * 60,
      from: timeOf(from === 0 && to === 24 * 60 ? 9 * 60 : from),
      to: timeOf(from === 0 && to === 24 * 60 ? 17 * 60 : to),
    }
  }
  const { ref, playlist, slot } = asked.rule
  if (slot === null) return { ...plain, of: ref.list, playlist, kind: 'always' }
  return { ...whenFieldsOf(slot, plain), of: ref.list, playlist }
}

const slotOf = (fields: Fields) => Slot.safeParse({ playlist: fields.playlist, ...whenOf(fields) })

/** A new rule goes before the others of its owner: whoever adds it means it. A changed one keeps its place. */
const edited = (file: FloorFile, owner: Owner, slot: Slot, before: RuleRef | null): readonly FloorEdit[] => {
  if (before === null || before.index === null) return [setSlots(owner, [slot, ...slotsOf(file, owner)])]
  const old = slotsOf(file, before)
  if (before.list === owner.list && before.id === owner.id)
    return [
      setSlots(
        owner,
        old.map((each, index) => (index === before.index ? slot : each)),
      ),
    ]
  return [
    setSlots(
      before,
      old.filter((_, index) => index !== before.index),
    ),
    setSlots(owner, [slot, ...slotsOf(file, owner)]),
  ]
}

export function RuleDialog({ file, screen, asked, mayEdit, onClose }: RuleDialogProps) {
  const say = useSay()
  const edit = useEdit()
  const before = asked.kind === 'change' ? asked.rule.ref : null
  const [initial] = useState(() => fieldsOf(file, asked))
  const draft = useDraft(`rule:${screen.id}:${JSON.stringify(before)}`, Fields, initial)
  const { value: fields, set } = draft
  const [tried, setTried] = useState(false)
  const slot = slotOf(fields)
  const isAlways = fields.kind === 'always'
  const nameOf = (id: string) => file.playlists.find((playlist) => playlist.id === id)?.name ?? id
  const owner: Owner | null =
    fields.of === 'screens'
      ? { list: 'screens', id: screen.id }
      : screen.group === undefined
        ? null
        : { list: 'screenGroups', id: screen.group }
  const noDays = hasNoDays(fields)
  const ready = owner !== null && fields.playlist !== '' && !noDays && (isAlways || slot.success)
  const close = () => {
    draft.forget()
    onClose()
  }
  const send = (edits: readonly FloorEdit[], said: string) => {
    void edit(edits, said)
    close()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!ready || owner === null) return
    const values = { playlist: nameOf(fields.playlist), screen: screen.name }
    const said = say(
      { id: 'console.rule.done', defaultMessage: '{playlist} is in the schedule of {screen}.' },
      values,
    )
    if (isAlways)
      send([{ do: 'set', list: owner.list, id: owner.id, fields: { playlist: fields.playlist } }], said)
    else if (slot.success) send(edited(file, owner, slot.data, before), said)
  }
  const remove = () => {
    if (before === null || before.index === null) return
    send(
      [
        setSlots(
          before,
          slotsOf(file, before).filter((_, index) => index !== before.index),
        ),
      ],
      say({ id: 'console.rule.removed', defaultMessage: 'The rule is gone.' }),
    )
  }
  const group = file.screenGroups.find(({ id }) => id === screen.group)
  return (
    <Dialog
      isOpen
      onClose={close}
      title={
        isAlways
          ? say({ id: 'console.rule.always', defaultMessage: 'What it always shows' })
          : asked.kind === 'new'
            ? say(
                {
                  id: 'console.rule.new',
                  defaultMessage: '{exception, select, yes {New exception} other {New rule}}',
                },
                { exception: asked.exception ? 'yes' : 'no' },
              )
            : say({ id: 'console.rule.change', defaultMessage: 'Change the rule' })
      }
      actions={
        <>
          {mayEdit && before !== null && before.index !== null && (
            <Button look="danger" onPress={remove}>
              <FormattedMessage id="console.rule.remove" defaultMessage="Remove" />
            </Button>
          )}
          <Button onPress={close}>
            <FormattedMessage id="console.cancel" defaultMessage="Cancel" />
          </Button>
          {mayEdit && (
            <Button type="submit" form="rule-form" look="primary">
              <FormattedMessage id="console.rule.save" defaultMessage="Save" />
            </Button>
          )}
        </>
      }
    >
      <form id="rule-form" className="when-form" onSubmit={submit}>
        <Picker
          label={say({ id: 'console.rule.playlist', defaultMessage: 'Shows' })}
          value={fields.playlist}
          choices={file.playlists.map(({ id, name }) => ({ id, name }))}
          onChange={(playlist) => set({ playlist })}
        />
        {group && !isAlways && (
          <Picker
            label={say({ id: 'console.rule.of', defaultMessage: 'On' })}
            value={fields.of}
            choices={[
              {
                id: 'screens',
                name: say(
                  { id: 'console.rule.of.screen', defaultMessage: '{screen} alone' },
                  { screen: screen.name },
                ),
              },
              {
                id: 'screenGroups',
                name: say(
                  { id: 'console.rule.of.group', defaultMessage: 'all screens of {group}' },
                  { group: group.name },
                ),
              },
            ]}
            onChange={(of) => set({ of })}
          />
        )}
        {!isAlways && (
          <WhenForm
            fields={fields}
            set={set}
            file={file}
            datesHint={say({
              id: 'console.rule.dates.hint',
              defaultMessage: 'One a line, such as 2026-12-24. On these days nothing else goes first.',
            })}
          />
        )}
        {tried && !ready && (
          <Notice tone="bad">
            {noDays ? (
              <FormattedMessage
                id="console.rule.no-days"
                defaultMessage="Choose at least one day of the week."
              />
            ) : (
              <FormattedMessage
                id="console.rule.fault"
                defaultMessage="This does not hold together: check the dates, and that the hours begin and end at different times."
              />
            )}
          </Notice>
        )}
      </form>
    </Dialog>
  )
}
