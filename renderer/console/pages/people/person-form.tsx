// The fields of a person: who they are, where they were when, and how walls treat them.
import { Plus, X } from 'lucide-react'
import { FormattedMessage } from 'react-intl'
import type { FloorFile } from '../../../../shared/wire/floor.ts'
import { useMay } from '../../api/queries.ts'
import { Button } from '../../kit/button.tsx'
import { NumberField, TextField } from '../../kit/field.tsx'
import { Picker } from '../../kit/picker.tsx'
import { Switch } from '../../kit/switch.tsx'
import { useSay } from '../../words/words.tsx'
import { ChosenClip } from '../celebrations/chosen-clip.tsx'
import { PutMedia } from '../celebrations/put-media.tsx'
import { useMediaChoices } from '../celebrations/use-media-choices.ts'
import { DatedSteps } from './dated-steps.tsx'
import type { PersonDraft } from './person-draft.ts'
import { PersonPhoto } from './person-photo.tsx'
import { PersonTimeLine } from './time-line.tsx'

interface PersonFormProps {
  readonly id: string
  readonly index: number
  readonly draft: PersonDraft
  readonly file: FloorFile
  readonly today: string
  readonly onChange: (change: Partial<PersonDraft>) => void
}

function Leave({ draft, onChange }: Pick<PersonFormProps, 'draft' | 'onChange'>) {
  const say = useSay()
  const { leave } = draft
  const change = (at: number, part: Partial<(typeof leave)[number]>) =>
    onChange({ leave: leave.map((each, index) => (index === at ? { ...each, ...part } : each)) })
  return (
    <fieldset className="steps">
      <legend className="field-label">
        <FormattedMessage id="console.roster.away" defaultMessage="Away on these days" />
      </legend>
      {leave.map(({ from, until }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name of their own, and stay in their order
        <div className="step" key={at}>
          <TextField
            label={say({ id: 'console.roster.from', defaultMessage: 'From' })}
            type="date"
            value={from}
            onChange={(value) => change(at, { from: value })}
          />
          <TextField
            label={say({ id: 'console.roster.until', defaultMessage: 'Until, this day too' })}
            type="date"
            value={until}
            onChange={(value) => change(at, { until: value })}
          />
          <Button
            look="quiet"
            icon={<X aria-hidden="true" />}
            aria-label={say({ id: 'console.roster.step.remove', defaultMessage: 'Take this line away' })}
            onPress={() => onChange({ leave: leave.filter((_, index) => index !== at) })}
          />
        </div>
      ))}
      <Button
        size="small"
        look="quiet"
        icon={<Plus aria-hidden="true" />}
        onPress={() => onChange({ leave: [...leave, { from: '', until: '' }] })}
      >
        <FormattedMessage id="console.roster.away.add" defaultMessage="Add days off" />
      </Button>
    </fieldset>
  )
}

function Ramp({
  draft,
  roleRamp,
  onChange,
}: Pick<PersonFormProps, 'draft' | 'onChange'> & { readonly roleRamp: readonly number[] }) {
  const say = useSay()
  const { ramp } = draft
  return (
    <fieldset className="steps">
      <legend className="field-label">
        <FormattedMessage
          id="console.roster.ramp.legend"
          defaultMessage="Share of the goal in the first months"
        />
      </legend>
      {ramp === null ? (
        <p className="hint">
          {roleRamp.length === 0 ? (
            <FormattedMessage
              id="console.roster.ramp.none"
              defaultMessage="Their role has no ramp: the full goal from the first day."
            />
          ) : (
            <FormattedMessage
              id="console.roster.ramp.role"
              defaultMessage="That of their role: {shares}."
              values={{ shares: roleRamp.map((percent) => `${percent} %`).join(', ') }}
            />
          )}
        </p>
      ) : (
        <div className="ramp">
          {ramp.map((percent, at) => (
            <NumberField
              // biome-ignore lint/suspicious/noArrayIndexKey: a month is its place
              key={at}
              label={say({ id: 'console.roster.ramp.month', defaultMessage: 'Month {nth}' }, { nth: at + 1 })}
              value={percent / 100}
              min={0}
              max={1}
              step={0.05}
              format={{ style: 'percent' }}
              onChange={(share) =>
                onChange({ ramp: ramp.map((each, index) => (index === at ? Math.round(share * 100) : each)) })
              }
            />
          ))}
        </div>
      )}
      <div className="row-of-buttons">
        {ramp === null ? (
          <Button
            size="small"
            look="quiet"
            onPress={() => onChange({ ramp: roleRamp.length > 0 ? [...roleRamp] : [50, 75] })}
          >
            <FormattedMessage id="console.roster.ramp.own" defaultMessage="Give them a ramp of their own" />
          </Button>
        ) : (
          <>
            <Button size="small" look="quiet" onPress={() => onChange({ ramp: [...ramp, 100] })}>
              <FormattedMessage id="console.roster.ramp.more" defaultMessage="One more month" />
            </Button>
            <Button
              size="small"
              look="quiet"
              onPress={() => onChange({ ramp: ramp.length > 1 ? ramp.slice(0, -1) : null })}
            >
              <FormattedMessage id="console.roster.ramp.less" defaultMessage="One month less" />
            </Button>
            <Button size="small" look="quiet" onPress={() => onChange({ ramp: null })}>
              <FormattedMessage id="console.roster.ramp.as-role" defaultMessage="As their role" />
            </Button>
          </>
        )}
      </div>
    </fieldset>
  )
}

function Aliases({ draft, onChange }: Pick<PersonFormProps, 'draft' | 'onChange'>) {
  const say = useSay()
  return (
    <TextField
      multiline
      label={say({ id: 'console.roster.aliases', defaultMessage: 'How sources know them, one a line' })}
      hint={say({
        id: 'console.roster.aliases.note',
        defaultMessage:
          'E-mail addresses, ids and names as the CRM writes them. Their name is known without being here.',
      })}
      value={draft.aliases.join('\n')}
      onChange={(text) => onChange({ aliases: text === '' ? [] : text.split('\n') })}
    />
  )
}

export function PersonForm({ id, index, draft, file, today, onChange }: PersonFormProps) {
  const say = useSay()
  const may = useMay()
  const clips = useMediaChoices(['sound', 'video'], draft.walkUp)
  const role = file.roles.find((each) => each.id === draft.roles.at(-1)?.id)
  const roleRamp = (role?.ramp ?? []).map((share) => Math.round(share * 100))
  const nameOf = (of: string): string =>
    [...file.teams, ...file.roles].find((each) => each.id === of)?.name ?? of
  return (
    <>
      <PersonTimeLine of={{ draft, roleRamp, nameOf, today }} />
      <div className="person-form">
        <div className="form">
          <PersonPhoto
            id={id}
            name={draft.name}
            index={index}
            photo={draft.photo}
            onChange={(photo) => onChange({ photo })}
          />
          <TextField
            label={say({ id: 'console.roster.name', defaultMessage: 'Name' })}
            value={draft.name}
            required
            maxLength={120}
            onChange={(name) => onChange({ name })}
          />
          <TextField
            label={say({ id: 'console.roster.short', defaultMessage: 'Short name on walls' })}
            hint={say({
              id: 'console.roster.short.note',
              defaultMessage: 'What everybody reads who walks past. Left empty, walls write their name.',
            })}
            value={draft.shortName}
            maxLength={120}
            onChange={(shortName) => onChange({ shortName })}
          />
          <Switch value={draft.offWall} onChange={(offWall) => onChange({ offWall })}>
            <FormattedMessage id="console.roster.off" defaultMessage="Keep them off the wall" />
          </Switch>
          <p className="hint">
            <FormattedMessage
              id="console.roster.off.note"
              defaultMessage="On no list of a wall, and not celebrated. What they do counts for their team."
            />
          </p>
          <Picker
            label={say({ id: 'console.walk-up.clip', defaultMessage: 'Walks up to' })}
            value={draft.walkUp}
            choices={[
              { id: '', name: say({ id: 'console.walk-up.none', defaultMessage: 'No clip' }) },
              ...clips,
            ]}
            onChange={(walkUp) => onChange({ walkUp })}
          />
          <ChosenClip address={draft.walkUp} />
          {may.administer && (
            <PutMedia
              kinds={['sound', 'video']}
              words={say({ id: 'console.walk-up.put', defaultMessage: 'Add a sound or a film' })}
              onPut={(walkUp) => onChange({ walkUp })}
            />
          )}
          <Aliases draft={draft} onChange={onChange} />
        </div>
        <div className="form">
          <DatedSteps
            legend={say({ id: 'console.roster.team', defaultMessage: 'Team' })}
            steps={draft.teams}
            choices={file.teams}
            none={say({ id: 'console.roster.team.none', defaultMessage: 'No team' })}
            more={say({ id: 'console.roster.team.more', defaultMessage: 'Moves to another team' })}
            today={today}
            onChange={(teams) => onChange({ teams })}
          />
          <DatedSteps
            legend={say({ id: 'console.roster.role', defaultMessage: 'Role' })}
            steps={draft.roles}
            choices={file.roles}
            none={say({ id: 'console.roster.role.none', defaultMessage: 'No role' })}
            more={say({ id: 'console.roster.role.more', defaultMessage: 'Takes another role' })}
            today={today}
            onChange={(roles) => onChange({ roles })}
          />
          <div className="form-row">
            <TextField
              label={say({ id: 'console.roster.started', defaultMessage: 'First day here' })}
              type="date"
              value={draft.startedOn}
              onChange={(startedOn) => onChange({ startedOn })}
            />
            <TextField
              label={say({ id: 'console.roster.ended', defaultMessage: 'Last day, for who leaves' })}
              type="date"
              value={draft.endedOn}
              onChange={(endedOn) => onChange({ endedOn })}
            />
          </div>
          <Ramp draft={draft} roleRamp={roleRamp} onChange={onChange} />
          <Leave draft={draft} onChange={onChange} />
        </div>
      </div>
    </>
  )
}
