// An award is made or changed: what it is called, who decides, and when.
import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { FormattedMessage } from 'react-intl'
import { AwardForm, awardOf } from '../../../../shared/domain/awards/award-form.ts'
import { formatDay } from '../../../../shared/domain/time/calendar-date.ts'
import { createZone } from '../../../../shared/domain/time/zone.ts'
import { type Award, AwardBy, AwardEvery } from '../../../../shared/wire/awards.ts'
import type { FloorFile } from '../../../../shared/wire/floor.ts'
import { awardsQuery } from '../../api/awards.ts'
import { entryEdit } from '../../api/entry-edit.ts'
import { feedNow } from '../../api/feed-time.ts'
import { useEdit } from '../../api/floor-edits.tsx'
import { newId } from '../../api/new-id.ts'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { NumberField, TextField } from '../../kit/field.tsx'
import { Page } from '../../kit/page.tsx'
import { Picker } from '../../kit/picker.tsx'
import { Segments } from '../../kit/segments.tsx'
import { Switch } from '../../kit/switch.tsx'
import { useDraft } from '../../kit/use-draft.ts'
import { useSay } from '../../words/words.tsx'
import { PlaylistPlaces } from '../boards/place-fields.tsx'
import { boardsOfAward, placeAward, removeAward } from './award-edits.ts'
import './awards.css'

interface MakeAwardProps {
  readonly file: FloorFile
  readonly initial: AwardForm
  /** The award that is changed; null for a new one. */
  readonly before: Award | null
  readonly headline: ReactNode
}

/** Of a week fewer: it must be decided while the next one still lasts. */
const mostDays = {
  week: { opensBefore: 4, closesAfter: 3 },
  month: { opensBefore: 10, closesAfter: 10 },
  quarter: { opensBefore: 10, closesAfter: 10 },
} as const

/** Where it hangs unless somebody says otherwise: what screens show when no rule says otherwise. */
const usualPlaces = ({ screens, screenGroups }: FloorFile): readonly string[] => [
  ...new Set([...screens, ...screenGroups].flatMap(({ playlist }) => playlist ?? [])),
]

interface PartProps {
  readonly form: AwardForm
  readonly file: FloorFile
  readonly set: (change: Partial<AwardForm>) => void
}

function DecidedBy({ form, file, set }: PartProps) {
  const say = useSay()
  const names: Readonly<Record<AwardBy, string>> = {
    vote: say({ id: 'console.award.by.vote', defaultMessage: 'The team votes' }),
    metric: say({ id: 'console.award.by.metric', defaultMessage: 'A number' }),
    both: say({ id: 'console.award.by.both', defaultMessage: 'Both' }),
  }
  return (
    <Card title={<FormattedMessage id="console.award.by" defaultMessage="Who decides" />}>
      <div className="form">
        <Segments
          label={say({ id: 'console.award.by', defaultMessage: 'Who decides' })}
          value={form.by}
          choices={AwardBy.options
            .filter((by) => by === 'vote' || file.metrics.length > 0)
            .map((id) => ({ id, name: names[id] }))}
          onChange={(by) => set({ by })}
        />
        <p className="soft small">
          {form.by === 'vote' ? (
            <FormattedMessage
              id="console.award.by.vote.note"
              defaultMessage="Colleagues nominate each other with a sentence, and each has one vote, not for themselves. Nobody is told who chose whom. Whoever has left before it is decided does not count."
            />
          ) : form.by === 'metric' ? (
            <FormattedMessage
              id="console.award.by.metric.note"
              defaultMessage="Whoever is best at it in the whole period. Nobody votes."
            />
          ) : (
            <FormattedMessage
              id="console.award.by.both.note"
              defaultMessage="The three best at it stand for the vote once the period is over, and the team chooses one of them. Where nobody votes, the best is chosen."
            />
          )}
        </p>
        {form.by !== 'vote' && (
          <Picker
            label={say({ id: 'console.award.metric', defaultMessage: 'The number' })}
            value={form.metric}
            choices={file.metrics.map(({ id, name }) => ({ id, name }))}
            onChange={(metric) => set({ metric })}
          />
        )}
        <div className="form-row">
          <Picker
            label={say({ id: 'console.award.team', defaultMessage: 'Who can be chosen, and votes' })}
            value={form.team}
            choices={[
              { id: '', name: say({ id: 'console.award.team.all', defaultMessage: 'The whole floor' }) },
              ...file.teams.map(({ id, name }) => ({ id, name })),
            ]}
            onChange={(team) => set({ team })}
          />
          {file.roles.length > 0 && (
            <Picker
              label={say({ id: 'console.award.role', defaultMessage: 'In the role' })}
              value={form.role}
              choices={[
                { id: '', name: say({ id: 'console.award.role.all', defaultMessage: 'Any' }) },
                ...file.roles.map(({ id, name }) => ({ id, name })),
              ]}
              onChange={(role) => set({ role })}
            />
          )}
        </div>
      </div>
    </Card>
  )
}

function When({ form, set }: Omit<PartProps, 'file'>) {
  const say = useSay()
  const most = mostDays[form.every]
  const names: Readonly<Record<AwardEvery, string>> = {
    week: say({ id: 'console.award.every.week', defaultMessage: 'Week' }),
    month: say({ id: 'console.award.every.month', defaultMessage: 'Month' }),
    quarter: say({ id: 'console.award.every.quarter', defaultMessage: 'Quarter' }),
  }
  return (
    <Card title={<FormattedMessage id="console.award.when" defaultMessage="When" />}>
      <div className="form">
        <Segments
          label={say({ id: 'console.award.every', defaultMessage: 'How often' })}
          value={form.every}
          choices={AwardEvery.options.map((id) => ({ id, name: names[id] }))}
          onChange={(every) =>
            set({
              every,
              opensBefore: Math.min(form.opensBefore, mostDays[every].opensBefore),
              closesAfter: Math.min(form.closesAfter, mostDays[every].closesAfter),
            })
          }
        />
        <div className="form-row">
          {form.by === 'vote' && (
            <NumberField
              label={say({
                id: 'console.award.opens',
                defaultMessage: 'Votes open, working days before its end',
              })}
              value={form.opensBefore}
              min={0}
              max={most.opensBefore}
              onChange={(opensBefore) => set({ opensBefore })}
            />
          )}
          <NumberField
            label={say({
              id: 'console.award.decided',
              defaultMessage: 'Decided, working days after its end',
            })}
            value={form.closesAfter}
            min={1}
            max={most.closesAfter}
            onChange={(closesAfter) => set({ closesAfter })}
          />
          <TextField
            type="time"
            label={say({ id: 'console.award.closes-at', defaultMessage: 'At' })}
            value={form.closesAt}
            onChange={(closesAt) => {
              if (closesAt !== '') set({ closesAt })
            }}
          />
        </div>
        <p className="soft small">
          <FormattedMessage
            id="console.award.closes.note"
            defaultMessage="Then whoever is chosen takes over the wall: choose a time at which people are there."
          />
        </p>
      </div>
    </Card>
  )
}

export function MakeAward({ file, initial, before, headline }: MakeAwardProps) {
  const say = useSay()
  const edit = useEdit()
  const client = useQueryClient()
  const navigate = useNavigate()
  const draftKey = before === null ? 'new-award' : `award:${before.id}`
  const { value: form, set, forget } = useDraft(draftKey, AwardForm, initial)
  const [playlists, setPlaylists] = useState(() => usualPlaces(file))
  const [isSaving, setSaving] = useState(false)
  const [asksToRemove, setAsksToRemove] = useState(false)
  const id =
    before?.id ??
    newId(
      form.name,
      file.awards.map((award) => award.id),
      'award',
    )
  const hasBoard = boardsOfAward(file, id).length > 0
  const made = () =>
    awardOf(form, id, before?.from ?? formatDay(createZone(file.floor.timeZone).dayAt(feedNow())))
  const isComplete = made().success
  const done = async () => {
    forget()
    await client.invalidateQueries({ queryKey: awardsQuery.queryKey })
    await navigate({ to: '/awards' })
  }
  const save = async () => {
    const { data: award } = made()
    if (award === undefined) return
    setSaving(true)
    const outcome = await edit(
      [entryEdit('awards', before, award), ...(hasBoard ? [] : placeAward(file, award, playlists))],
      say({ id: 'console.entry.saved', defaultMessage: '“{name}” is saved.' }, { name: award.name }),
    )
    setSaving(false)
    if (outcome.ok) await done()
  }
  const remove = async () => {
    setAsksToRemove(false)
    const outcome = await edit(
      removeAward(file, id),
      say({ id: 'console.entry.removed', defaultMessage: '“{name}” is removed.' }, { name: form.name }),
    )
    if (outcome.ok) await done()
  }
  return (
    <Page
      over={
        <Link to="/awards">
          <FormattedMessage id="console.nav.awards" defaultMessage="Awards" />
        </Link>
      }
      title={form.name}
      headline={headline}
    >
      <div className="awards">
        <Card>
          <div className="form">
            <TextField
              label={say({ id: 'console.award.name', defaultMessage: 'On the wall it is called' })}
              value={form.name}
              maxLength={120}
              onChange={(name) => set({ name })}
            />
            <TextField
              label={say({
                id: 'console.award.prize',
                defaultMessage: 'What whoever is chosen gets (may stay empty)',
              })}
              value={form.prize}
              maxLength={120}
              placeholder={say({ id: 'console.award.prize.example', defaultMessage: 'A day off' })}
              onChange={(prize) => set({ prize })}
            />
          </div>
        </Card>
        <DecidedBy form={form} file={file} set={set} />
        <When form={form} set={set} />
        {form.by !== 'metric' && (
          <Card>
            <Switch value={form.tellsVotes} onChange={(tellsVotes) => set({ tellsVotes })}>
              {say({
                id: 'console.award.tells',
                defaultMessage: 'The wall says how many votes whoever was chosen had (from five votes on)',
              })}
            </Switch>
          </Card>
        )}
        {!hasBoard && <PlaylistPlaces file={file} value={playlists} onChange={setPlaylists} />}
        <div className="award-acts">
          {before !== null && (
            <Button look="danger" onPress={() => setAsksToRemove(true)}>
              <FormattedMessage id="console.award.remove" defaultMessage="Remove" />
            </Button>
          )}
          <Button look="primary" isDisabled={!isComplete} isPending={isSaving} onPress={() => void save()}>
            <FormattedMessage id="console.rule.save" defaultMessage="Save" />
          </Button>
        </div>
      </div>
      <Dialog
        isOpen={asksToRemove}
        onClose={() => setAsksToRemove(false)}
        alert
        width="narrow"
        title={
          <FormattedMessage
            id="console.award.remove.title"
            defaultMessage="Remove “{name}”?"
            values={{ name: <bdi>{form.name}</bdi> }}
          />
        }
        actions={
          <Button look="danger" onPress={() => void remove()}>
            <FormattedMessage id="console.award.remove" defaultMessage="Remove" />
          </Button>
        }
      >
        <p>
          <FormattedMessage
            id="console.award.remove.note"
            defaultMessage="What is nominated and voted now is not decided any more. Who was chosen before stays in the hall of fame."
          />
        </p>
      </Dialog>
    </Page>
  )
}
