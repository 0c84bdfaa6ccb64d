// A new TV: its code is typed or comes from its QR code, it is named, and plays. The rest can wait.
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { CircleCheck } from 'lucide-react'
import { FormattedMessage } from 'react-intl'
import { z } from 'zod'
import type { FloorFile } from '../../../../shared/wire/floor.ts'
import { FoundTv, PairedAnswer, PairingCode } from '../../../../shared/wire/pairing.ts'
import { Name } from '../../../../shared/wire/text.ts'
import { ApiFailure, request } from '../../api/request.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { TextField } from '../../kit/field.tsx'
import { Notice } from '../../kit/notice.tsx'
import { Picker } from '../../kit/picker.tsx'
import { toast } from '../../kit/toasts.tsx'
import { useDraft } from '../../kit/use-draft.ts'
import { useFailureWords } from '../../shell/failure-words.ts'
import { useSubmit } from '../../shell/use-submit.ts'
import { useSay } from '../../words/words.tsx'
import { CodeField } from './code-field.tsx'
import { useDeviceWords } from './device-words.ts'
import type { KnownScreen } from './use-screens.ts'
import './pair-dialog.css'

const Draft = z.object({
  code: z.string(),
  name: z.string(),
  office: z.string(),
  /** None where the group has one. */
  playlist: z.string().nullable(),
  group: z.string().nullable(),
  /** An existing screen for which the TV stands in. */
  replaces: z.string(),
})

interface PairDialogProps {
  readonly file: FloorFile
  readonly screens: readonly KnownScreen[]
  /** From the QR code; empty where it is typed. */
  readonly code: string
  readonly onClose: () => void
}

/** A choice of the picker: the TV is a screen of its own. */
const own = '-'
const noGroup = '-'
const asGroup = '-'

const officesOf = (file: FloorFile): readonly string[] => [
  ...new Set(
    [...file.screens, ...file.teams].flatMap(({ office }) => (office === undefined ? [] : [office])),
  ),
]

export function PairDialog({ file, screens, code: given, onClose }: PairDialogProps) {
  const say = useSay()
  const navigate = useNavigate()
  const deviceWords = useDeviceWords()
  const failureWords = useFailureWords()
  const { busy, fault, submit } = useSubmit()
  const { value, set, forget } = useDraft('pair', Draft, {
    code: given,
    name: '',
    office: officesOf(file)[0] ?? '',
    playlist: file.playlists[0]?.id ?? null,
    group: null,
    // One that waits for its first TV is most probably meant.
    replaces: screens.find(({ status }) => (status?.state ?? 'never') === 'never')?.screen.id ?? own,
  })
  // A link that was opened goes before what was typed earlier.
  const typed = given === '' ? value.code : given
  const parsed = PairingCode.safeParse(typed)
  const code = parsed.success ? parsed.data : null
  const found = useQuery({
    queryKey: ['pairing', code],
    queryFn: ({ signal }) => request(FoundTv, `/pairings/${code}`, { signal }),
    enabled: code !== null,
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const idle = screens.filter(({ status }) => (status?.tvs.length ?? 0) === 0)
  const replaced = idle.find(({ screen }) => screen.id === value.replaces)?.screen
  const group = file.screenGroups.find(({ id }) => id === value.group)
  // Only a group that has a playlist can stand in for one.
  const playlist =
    value.playlist === null && group?.playlist === undefined
      ? (file.playlists[0]?.id ?? null)
      : value.playlist
  const name = Name.safeParse(value.name)
  const pair = () =>
    submit(async () => {
      const json = replaced
        ? { replaces: replaced.id }
        : {
            screen: {
              name: value.name.trim(),
              ...(value.office.trim() === '' ? {} : { office: value.office.trim() }),
              ...(group && { group: group.id }),
              ...(playlist === null ? {} : { playlist }),
            },
          }
      const { screen } = await request(PairedAnswer, `/pairings/${code}`, { json })
      forget()
      onClose()
      toast({
        said: say(
          { id: 'console.pair.done', defaultMessage: '{name} is paired and plays.' },
          { name: replaced?.name ?? value.name.trim() },
        ),
        tone: 'done',
      })
      await navigate({ to: '/screens/$screen', params: { screen } })
    })
  const offices = officesOf(file)
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={<FormattedMessage id="console.pair.title" defaultMessage="Pair a screen" />}
      note={<FormattedMessage id="console.pair.later" defaultMessage="The rest can wait." />}
      actions={
        <>
          <Button
            onPress={() => {
              forget()
              onClose()
            }}
          >
            <FormattedMessage id="console.cancel" defaultMessage="Cancel" />
          </Button>
          <Button
            look="primary"
            isPending={busy}
            isDisabled={!found.data || !(replaced || name.success)}
            onPress={() => void pair()}
          >
            <FormattedMessage id="console.pair.do" defaultMessage="Pair and start playing" />
          </Button>
        </>
      }
    >
      <CodeField
        value={typed}
        onChange={(next) => set({ code: next })}
        isFound={found.data !== undefined}
        isGiven={given !== ''}
      />
      {code === null && (
        <p className="soft small">
          <FormattedMessage
            id="console.pair.where"
            defaultMessage="Open {address} on the TV. It shows six characters; a phone can also scan the picture beside them."
            values={{ address: <b>{`${window.location.host}/tv?pair`}</b> }}
          />
        </p>
      )}
      {found.error && (
        <Notice tone="bad">
          {found.error instanceof ApiFailure && found.error.code === 'not-found'
            ? say({
                id: 'console.pair.unknown',
                defaultMessage:
                  'No TV shows this code now. Codes last five minutes; look at the TV for the newest one.',
              })
            : found.error instanceof ApiFailure
              ? failureWords(found.error)
              : found.error.message}
        </Notice>
      )}
      {found.data && (
        <p className="pair-found" role="status">
          <CircleCheck aria-hidden="true" />
          <span>
            <FormattedMessage
              id="console.pair.found"
              defaultMessage="<b>Found it.</b> A {device}, at {address}. It shows a tick now, so you can see that it is this one."
              values={{
                b: (words) => <b>{words}</b>,
                device: deviceWords(found.data),
                address: found.data.address,
              }}
            />
          </span>
        </p>
      )}
      {fault !== null && <Notice tone="bad">{fault}</Notice>}
      {idle.length > 0 && (
        <Picker
          label={say({ id: 'console.pair.as', defaultMessage: 'It is' })}
          choices={[
            { id: own, name: say({ id: 'console.pair.new', defaultMessage: 'A new screen' }) },
            ...idle.map(({ screen }) => ({
              id: screen.id,
              name: say(
                { id: 'console.pair.replaces', defaultMessage: 'The TV of {name}' },
                { name: screen.name },
              ),
              note: say({
                id: 'console.pair.replaces.note',
                defaultMessage: 'Its schedule and settings stay.',
              }),
            })),
          ]}
          value={replaced ? replaced.id : own}
          onChange={(replaces) => set({ replaces })}
        />
      )}
      {!replaced && (
        <div className="form-row">
          <TextField
            label={say({ id: 'console.pair.name', defaultMessage: 'Name' })}
            value={value.name}
            maxLength={120}
            placeholder={say({ id: 'console.pair.name.example', defaultMessage: 'Kitchen' })}
            onChange={(next) => set({ name: next })}
          />
          {offices.length > 0 && (
            <Picker
              label={say({ id: 'console.pair.office', defaultMessage: 'Office' })}
              choices={offices.map((office) => ({ id: office, name: office }))}
              value={value.office === '' ? null : value.office}
              onChange={(office) => set({ office })}
            />
          )}
          {file.playlists.length > 0 && (
            <Picker
              label={say({ id: 'console.pair.plays', defaultMessage: 'Plays' })}
              choices={[
                ...(group?.playlist === undefined
                  ? []
                  : [
                      {
                        id: asGroup,
                        name: say({ id: 'console.screen.playlist.group', defaultMessage: 'As its group' }),
                      },
                    ]),
                ...file.playlists.map((each) => ({ id: each.id, name: each.name })),
              ]}
              value={playlist ?? asGroup}
              onChange={(chosen) => set({ playlist: chosen === asGroup ? null : chosen })}
            />
          )}
          {file.screenGroups.length > 0 && (
            <Picker
              label={say({ id: 'console.screen.group', defaultMessage: 'Group' })}
              choices={[
                { id: noGroup, name: say({ id: 'console.screen.group.none', defaultMessage: 'None' }) },
                ...file.screenGroups.map((each) => ({ id: each.id, name: each.name })),
              ]}
              value={group?.id ?? noGroup}
              onChange={(chosen) => {
                const joined = file.screenGroups.find(({ id }) => id === chosen)
                // Who puts a screen into a group means it to show what the group shows.
                set({ group: joined?.id ?? null, ...(joined?.playlist !== undefined && { playlist: null }) })
              }}
            />
          )}
        </div>
      )}
    </Dialog>
  )
}
