// One time at which a screen sleeps or is less bright: days and hours, for this screen or for all of its group.
import { type FormEvent, useState } from 'react'
import { FormattedMessage } from 'react-intl'
import { z } from 'zod'
import { DimTime, type FloorFile, SleepTime } from '../../../../shared/wire/floor.ts'
import { useEdit } from '../../api/floor-edits.tsx'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { Notice } from '../../kit/notice.tsx'
import { Picker } from '../../kit/picker.tsx'
import { Slider } from '../../kit/slider.tsx'
import { useDraft } from '../../kit/use-draft.ts'
import { useSay } from '../../words/words.tsx'
import { hasNoDays, WhenFields, whenFieldsOf, whenOf, workingHours } from '../schedule/when-fields.ts'
import { WhenForm } from '../schedule/when-form.tsx'
import { changeTime, type Screen, type Time, type TimesKind, timesOf } from './times-edits.ts'

interface TimeDialogProps {
  readonly kind: TimesKind
  readonly file: FloorFile
  readonly screen: Screen
  /** In the list that counts for the screen; null: a new one. */
  readonly index: number | null
  readonly onClose: () => void
}

const Fields = WhenFields.extend({ of: z.enum(['screen', 'group']), light: z.number() })
type Fields = z.infer<typeof Fields>

/** What is left of the light, as the floor file takes it. */
const light = { least: 0.2, most: 0.9, usual: 0.5 }
/** What most floors want: every night, and half the light before it. */
const usualHours = { sleep: { from: '20:00', to: '06:30' }, dim: { from: '17:30', to: '20:00' } }

const fieldsOf = ({ kind, file, screen, index }: Omit<TimeDialogProps, 'onClose'>): Fields => {
  const { list, of } = timesOf(file, screen, kind)
  const time = index === null ? undefined : list[index]
  const every = {
    ...workingHours(file),
    ...whenFieldsOf({}, workingHours(file)),
    ...usualHours[kind],
    allDay: false,
  }
  if (time === undefined) return { ...every, of, light: light.usual }
  return { ...whenFieldsOf(time, every), of, light: time.to ?? light.usual }
}

const timeOf = (kind: TimesKind, fields: Fields) =>
  kind === 'sleep'
    ? SleepTime.safeParse(whenOf(fields))
    : DimTime.safeParse({ ...whenOf(fields), to: fields.light })

export function TimeDialog(props: TimeDialogProps) {
  const { kind, file, screen, index, onClose } = props
  const say = useSay()
  const edit = useEdit()
  const [initial] = useState(() => fieldsOf(props))
  const draft = useDraft(`time:${kind}:${screen.id}:${index}`, Fields, initial)
  const { value: fields, set } = draft
  const [tried, setTried] = useState(false)
  const { of, group } = timesOf(file, screen, kind)
  /** A screen with times of its own does not follow its group: what is changed there would change nothing here. */
  const mayBeForAll = group !== null && (of === 'group' || (screen[kind] ?? []).length === 0)
  const time = timeOf(kind, fields)
  const noDays = hasNoDays(fields)
  const isAlways = kind === 'sleep' && fields.kind === 'days' && fields.days.length === 7 && fields.allDay
  const ready = time.success && !noDays && !isAlways
  const close = () => {
    draft.forget()
    onClose()
  }
  const send = (next: Time | null) => {
    const said =
      kind === 'sleep'
        ? say(
            { id: 'console.times.sleep.done', defaultMessage: '{name} sleeps at other times now.' },
            { name: screen.name },
          )
        : say(
            { id: 'console.times.dim.done', defaultMessage: '{name} is less bright at other times now.' },
            { name: screen.name },
          )
    const alone = !mayBeForAll || fields.of === 'screen'
    void edit([changeTime(file, screen, kind, { index, time: next, alone })], said)
    close()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (ready) send(time.data)
  }
  return (
    <Dialog
      isOpen
      onClose={close}
      title={
        kind === 'sleep'
          ? say({ id: 'console.times.sleep', defaultMessage: 'When it sleeps' })
          : say({ id: 'console.times.dim', defaultMessage: 'When it is less bright' })
      }
      actions={
        <>
          {index !== null && (
            <Button look="danger" onPress={() => send(null)}>
              <FormattedMessage id="console.rule.remove" defaultMessage="Remove" />
            </Button>
          )}
          <Button onPress={close}>
            <FormattedMessage id="console.cancel" defaultMessage="Cancel" />
          </Button>
          <Button type="submit" form="time-form" look="primary">
            <FormattedMessage id="console.rule.save" defaultMessage="Save" />
          </Button>
        </>
      }
    >
      <form id="time-form" className="when-form" onSubmit={submit}>
        <p className="soft">
          {kind === 'sleep' ? (
            <FormattedMessage
              id="console.times.sleep.note"
              defaultMessage="A sleeping screen is black, and its display is off where that can be done. Nothing is celebrated on it."
            />
          ) : (
            <FormattedMessage
              id="console.times.dim.note"
              defaultMessage="Everything on the screen is darker, such as in the evening."
            />
          )}
        </p>
        {mayBeForAll && (
          <Picker
            label={say({ id: 'console.rule.of', defaultMessage: 'On' })}
            value={fields.of}
            choices={[
              {
                id: 'screen',
                name: say(
                  { id: 'console.rule.of.screen', defaultMessage: '{screen} alone' },
                  { screen: screen.name },
                ),
              },
              {
                id: 'group',
                name: say(
                  { id: 'console.rule.of.group', defaultMessage: 'all screens of {group}' },
                  { group: group.name },
                ),
              },
            ]}
            onChange={(next) => set({ of: next })}
          />
        )}
        <WhenForm
          fields={fields}
          set={set}
          file={file}
          datesHint={say({
            id: 'console.times.dates.hint',
            defaultMessage: 'One a line, such as 2026-12-24.',
          })}
        />
        {kind === 'dim' && (
          <Slider
            label={say({ id: 'console.times.left', defaultMessage: 'Brightness' })}
            value={fields.light}
            min={light.least}
            max={light.most}
            step={0.1}
            onChange={(left) => set({ light: Math.round(left * 10) / 10 })}
          />
        )}
        {tried && !ready && (
          <Notice tone="bad">
            {noDays ? (
              <FormattedMessage
                id="console.rule.no-days"
                defaultMessage="Choose at least one day of the week."
              />
            ) : isAlways ? (
              <FormattedMessage
                id="console.times.always"
                defaultMessage="It would never wake: choose days or hours."
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
