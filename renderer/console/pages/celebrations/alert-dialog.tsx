// A list of those who hear of a big deal: people at the top, each with a link of their own, and channels.
import { useQuery } from '@tanstack/react-query'
import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { FormattedMessage } from 'react-intl'
import { z } from 'zod'
import { Alert } from '../../../../shared/wire/celebrations/alert.ts'
import type { FloorFile } from '../../../../shared/wire/floor.ts'
import { connectionsQuery } from '../../api/celebrations.ts'
import { newId } from '../../api/new-id.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { NumberField, TextField } from '../../kit/field.tsx'
import { Picker } from '../../kit/picker.tsx'
import { useDraft } from '../../kit/use-draft.ts'
import { useEntry } from '../../shell/use-entry.ts'
import { useSay } from '../../words/words.tsx'

const Fields = z.object({
  name: z.string(),
  leaders: z.array(z.object({ name: z.string(), title: z.string(), email: z.string() })),
  channels: z.array(z.object({ connection: z.string(), channel: z.string() })),
  expireHours: z.number(),
  /** 0: nobody is reminded. */
  remindAfterHours: z.number(),
})
type Fields = z.infer<typeof Fields>

const empty: Fields = {
  name: '',
  leaders: [{ name: '', title: '', email: '' }],
  channels: [],
  expireHours: 6,
  remindAfterHours: 4,
}

const fieldsOf = (alert: Alert): Fields => ({
  name: alert.name,
  leaders: alert.leaders.map(({ name, title, email }) => ({ name, title: title ?? '', email })),
  channels: alert.channels.map(({ connection, channel }) => ({ connection, channel: channel ?? '' })),
  expireHours: alert.expireHours,
  remindAfterHours: alert.remindAfterHours ?? 0,
})

/** A leader's photo and last day, which the form does not show, stay. */
const alertOf = (fields: Fields, id: string, before: Alert | null) =>
  Alert.safeParse({
    id,
    name: fields.name.trim(),
    leaders: fields.leaders
      .filter(({ name, email }) => name.trim() !== '' || email.trim() !== '')
      .map(({ name, title, email }) => {
        const { title: _title, ...known } = before?.leaders.find((each) => each.email === email.trim()) ?? {}
        return {
          ...known,
          name: name.trim(),
          ...(title.trim() !== '' && { title: title.trim() }),
          email: email.trim(),
        }
      }),
    channels: fields.channels.map(({ connection, channel }) => ({
      connection,
      ...(channel.trim() !== '' && { channel: channel.trim() }),
    })),
    expireHours: fields.expireHours,
    ...(fields.remindAfterHours > 0 && { remindAfterHours: fields.remindAfterHours }),
  })

interface AlertDialogProps {
  readonly file: FloorFile
  /** Null: a new one. */
  readonly before: Alert | null
  readonly onClose: () => void
}

export function AlertDialog({ file, before, onClose }: AlertDialogProps) {
  const say = useSay()
  const entry = useEntry<Alert>('alerts')
  const connections = useQuery(connectionsQuery).data?.connections ?? []
  const [initial] = useState(() => (before === null ? empty : fieldsOf(before)))
  const { value: fields, set, forget } = useDraft(`alert:${before?.id ?? 'new'}`, Fields, initial)
  const taken = file.alerts.map(({ id }) => id)
  const parsed = alertOf(fields, before?.id ?? newId(fields.name, taken, 'alert'), before)
  const isAddressed = fields.channels.length > 0 || fields.leaders.some(({ email }) => email.trim() !== '')
  const close = () => {
    forget()
    onClose()
  }
  const save = () => {
    if (!parsed.success) return
    void entry.save(before, parsed.data)
    close()
  }
  const remove = () => {
    if (before !== null) void entry.remove(before)
    close()
  }
  const setLeader = (at: number, change: Partial<Fields['leaders'][number]>) =>
    set({ leaders: fields.leaders.map((each, index) => (index === at ? { ...each, ...change } : each)) })
  const setChannel = (at: number, change: Partial<Fields['channels'][number]>) =>
    set({ channels: fields.channels.map((each, index) => (index === at ? { ...each, ...change } : each)) })
  return (
    <Dialog
      isOpen
      onClose={onClose}
      width="wide"
      title={
        before === null ? say({ id: 'console.alerts.title.new', defaultMessage: 'A new list' }) : before.name
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
          <Button look="primary" isDisabled={!parsed.success || !isAddressed} onPress={save}>
            <FormattedMessage id="console.rule.save" defaultMessage="Save" />
          </Button>
        </>
      }
    >
      <TextField
        label={say({ id: 'console.alerts.name', defaultMessage: 'What the list is called' })}
        placeholder={say({ id: 'console.alerts.name.example', defaultMessage: 'Sales management' })}
        value={fields.name}
        maxLength={120}
        onChange={(name) => set({ name })}
      />
      <fieldset className="alert-part">
        <legend className="strong">
          <FormattedMessage
            id="console.alerts.leaders"
            defaultMessage="People, each by mail and with a link of their own"
          />
        </legend>
        {fields.leaders.map(({ name, title, email }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line has no name of its own
          <div key={index} className="alert-line">
            <TextField
              label={say({ id: 'console.alerts.leader.name', defaultMessage: 'Name' })}
              value={name}
              onChange={(next) => setLeader(index, { name: next })}
            />
            <TextField
              label={say({ id: 'console.alerts.leader.title', defaultMessage: 'Title' })}
              placeholder={say({ id: 'console.alerts.leader.example', defaultMessage: 'VP Sales' })}
              value={title}
              onChange={(next) => setLeader(index, { title: next })}
            />
            <TextField
              label={say({ id: 'console.alerts.leader.email', defaultMessage: 'E-mail' })}
              type="email"
              value={email}
              onChange={(next) => setLeader(index, { email: next })}
            />
            <Button
              look="quiet"
              icon={<X />}
              aria-label={say(
                { id: 'console.alerts.leader.remove', defaultMessage: 'Without {name}' },
                { name },
              )}
              onPress={() => set({ leaders: fields.leaders.filter((_, at) => at !== index) })}
            />
          </div>
        ))}
        <Button
          size="small"
          icon={<Plus aria-hidden="true" />}
          onPress={() => set({ leaders: [...fields.leaders, { name: '', title: '', email: '' }] })}
        >
          <FormattedMessage id="console.alerts.leader.add" defaultMessage="One more person" />
        </Button>
      </fieldset>
      <fieldset className="alert-part">
        <legend className="strong">
          <FormattedMessage id="console.alerts.channels" defaultMessage="Channels" />
        </legend>
        {connections.length === 0 && (
          <p className="soft small">
            <FormattedMessage
              id="console.alerts.channels.none"
              defaultMessage="Set up Slack, Teams or a webhook below the lists first."
            />
          </p>
        )}
        {fields.channels.map(({ connection, channel }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line has no name of its own
          <div key={index} className="alert-line">
            <Picker
              label={say({ id: 'console.alerts.connection', defaultMessage: 'Service' })}
              value={connection}
              choices={connections.map(({ id, name }) => ({ id, name }))}
              onChange={(next) => setChannel(index, { connection: next })}
            />
            {connections.find(({ id }) => id === connection)?.kind === 'slack' && (
              <TextField
                label={say({ id: 'console.alerts.channel', defaultMessage: 'Channel' })}
                placeholder="#deals"
                value={channel}
                onChange={(next) => setChannel(index, { channel: next })}
              />
            )}
            <Button
              look="quiet"
              icon={<X />}
              aria-label={say({
                id: 'console.alerts.channel.remove',
                defaultMessage: 'Without this channel',
              })}
              onPress={() => set({ channels: fields.channels.filter((_, at) => at !== index) })}
            />
          </div>
        ))}
        {connections[0] && (
          <Button
            size="small"
            icon={<Plus aria-hidden="true" />}
            onPress={() =>
              set({ channels: [...fields.channels, { connection: connections[0]?.id ?? '', channel: '' }] })
            }
          >
            <FormattedMessage id="console.alerts.channel.add" defaultMessage="One more channel" />
          </Button>
        )}
      </fieldset>
      <div className="form-row">
        <NumberField
          label={say({ id: 'console.alerts.expire', defaultMessage: 'Not sent any more after hours' })}
          value={fields.expireHours}
          min={0.25}
          max={72}
          step={0.25}
          onChange={(expireHours) => set({ expireHours })}
        />
        <NumberField
          label={say({
            id: 'console.alerts.remind',
            defaultMessage: 'Remind after working hours (0: never)',
          })}
          value={fields.remindAfterHours}
          min={0}
          max={40}
          step={0.5}
          onChange={(remindAfterHours) => set({ remindAfterHours })}
        />
      </div>
    </Dialog>
  )
}
