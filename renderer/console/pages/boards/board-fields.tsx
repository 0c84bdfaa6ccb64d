// The few choices of a board, each with only what makes sense for its kind on this floor.
import { useState } from 'react'
import { useIntl } from 'react-intl'
import {
  metricChoices,
  pairChoices,
  pipelineChoices,
  roleChoices,
  rowsChoices,
  windowChoices,
} from '../../../../shared/domain/boards/making/board-choices.ts'
import { type BoardDraft, emptyDraft } from '../../../../shared/domain/boards/making/board-draft.ts'
import { asksFor, boardForms, mayHang } from '../../../../shared/domain/boards/making/board-forms.ts'
import type { Audience } from '../../../../shared/wire/audience.ts'
import type { BoardKind } from '../../../../shared/wire/boards.ts'
import type { FloorFile, Metric } from '../../../../shared/wire/floor.ts'
import { useOwnTeams } from '../../api/own-teams.ts'
import { useMay } from '../../api/queries.ts'
import { CheckList } from '../../kit/check-list.tsx'
import { NumberField, TextField } from '../../kit/field.tsx'
import { Picker } from '../../kit/picker.tsx'
import { useSay } from '../../words/words.tsx'
import { useAudienceWords } from './board-words.tsx'
import {
  useBoardWindowWords,
  usePeriodChoices,
  useRankChoices,
  useRowsWords,
  useShowChoices,
} from './use-choice-words.ts'

/** No team and no metric is called that: ids are slugs. */
const none = '·'
const mostDays = 90

export interface BoardFieldsProps {
  readonly kind: BoardKind
  readonly draft: BoardDraft
  readonly set: (change: Partial<BoardDraft>) => void
  readonly file: FloorFile
}

const named = (metrics: readonly Metric[]) =>
  metrics.map(({ id, name, objective }) => ({ id, name, note: objective }))

/** Those that are chosen stay in their order; a new one comes last. */
const chosenOf = (before: readonly string[], now: readonly string[], most: number): string[] =>
  [...before.filter((id) => now.includes(id)), ...now.filter((id) => !before.includes(id))].slice(0, most)

/** What is full offers nothing more, and can be made less. */
const whileRoom = <T extends { readonly id: string }>(
  items: readonly T[],
  chosen: readonly string[],
  most: number,
) => items.map((item) => ({ ...item, isDisabled: chosen.length >= most && !chosen.includes(item.id) }))

/** Those that are not in it come last, all alike. */
const placeIn = (list: readonly string[], id: string): number =>
  list.includes(id) ? list.indexOf(id) : list.length

function MetricFields({ kind, draft, set, file }: BoardFieldsProps) {
  const say = useSay()
  // What it begins with stands first; the list stays as it is while one chooses.
  const [begun] = useState(draft.metrics)
  const form = boardForms[kind].metrics
  if (form === null) return null
  const fitting = [...metricChoices(kind, draft, file)].sort(
    (one, other) => placeIn(begun, one.id) - placeIn(begun, other.id),
  )
  if (form.most === 1)
    return (
      <Picker
        label={say({ id: 'console.make.metric', defaultMessage: 'Number' })}
        choices={named(fitting)}
        value={draft.metrics[0] ?? null}
        onChange={(id) => set({ metrics: [id], pair: null, inputs: [] })}
      />
    )
  return (
    <CheckList
      label={say(
        {
          id: 'console.make.metrics',
          defaultMessage: 'Numbers, up to {most}, in the order in which you choose them',
        },
        { most: form.most },
      )}
      items={whileRoom(named(fitting), draft.metrics, form.most)}
      notesBelow
      value={draft.metrics}
      onChange={(now) => set({ metrics: chosenOf(draft.metrics, now, form.most) })}
    />
  )
}

function BesideFields({ kind, draft, set, file }: BoardFieldsProps) {
  const say = useSay()
  const partners = named(pairChoices(draft, file))
  const mostInputs = 3
  return (
    <>
      {asksFor(kind, 'pipeline') && (
        <Picker
          label={say({ id: 'console.make.pipeline', defaultMessage: 'Open deals that can become it' })}
          choices={named(pipelineChoices(kind, draft, file))}
          value={draft.pipeline}
          onChange={(pipeline) => set({ pipeline })}
        />
      )}
      {asksFor(kind, 'pair') && (
        <Picker
          label={say({ id: 'console.make.pair', defaultMessage: 'Beside it' })}
          choices={[
            { id: none, name: say({ id: 'console.make.pair.none', defaultMessage: 'Nothing' }) },
            ...partners,
          ]}
          value={draft.pair ?? none}
          onChange={(pair) => set({ pair: pair === none ? null : pair })}
        />
      )}
      {asksFor(kind, 'inputs') && (
        <CheckList
          label={say({
            id: 'console.make.inputs',
            defaultMessage: 'Beneath each, up to three numbers of what is done for it',
          })}
          items={whileRoom(partners, draft.inputs, mostInputs)}
          notesBelow
          value={draft.inputs}
          onChange={(now) => set({ inputs: chosenOf(draft.inputs, now, mostInputs) })}
        />
      )}
    </>
  )
}

function TimeFields({ kind, draft, set, file }: BoardFieldsProps) {
  const say = useSay()
  const windowWords = useBoardWindowWords()
  const periods = usePeriodChoices()
  return (
    <>
      {asksFor(kind, 'window') && (
        <Picker
          label={say({ id: 'console.make.window', defaultMessage: 'Time' })}
          choices={windowChoices(kind, draft, file).map((id) => ({ id, name: windowWords(id) }))}
          value={draft.window}
          onChange={(window) => set({ window })}
        />
      )}
      {asksFor(kind, 'period') && (
        <Picker
          label={say({ id: 'console.make.window', defaultMessage: 'Time' })}
          choices={periods(kind)}
          value={draft.period}
          onChange={(period) => set({ period })}
        />
      )}
      {asksFor(kind, 'days') && (
        <NumberField
          label={say({ id: 'console.make.days', defaultMessage: 'How many days back' })}
          value={draft.days}
          min={1}
          max={mostDays}
          onChange={(days) => set({ days })}
        />
      )}
    </>
  )
}

function LookFields({ kind, draft, set, file }: BoardFieldsProps) {
  const say = useSay()
  const rowsWords = useRowsWords()
  const ranks = useRankChoices()
  const shows = useShowChoices()
  const rows = rowsChoices(kind, file)
  return (
    <>
      {rows.length > 1 && (
        <Picker
          label={say({ id: 'console.make.rows', defaultMessage: 'One for each of' })}
          choices={rows.map((id) => ({ id, name: rowsWords(kind, id) }))}
          value={draft.rows}
          onChange={(next) => set({ rows: next, ...(next !== emptyDraft.rows && { role: null }) })}
        />
      )}
      {asksFor(kind, 'rankBy') && draft.rows === emptyDraft.rows && (
        <Picker
          label={say({ id: 'console.make.rank', defaultMessage: 'Ranked by' })}
          choices={ranks}
          value={draft.rankBy}
          onChange={(rankBy) => set({ rankBy })}
        />
      )}
      {asksFor(kind, 'show') && (
        <Picker
          label={say({ id: 'console.make.show', defaultMessage: 'What is shown' })}
          choices={shows(kind)}
          value={draft.show}
          onChange={(show) => set({ show })}
        />
      )}
    </>
  )
}

function WhoFields({ kind, draft, set, file }: BoardFieldsProps) {
  const say = useSay()
  const own = useOwnTeams(file.teams)
  const roles = roleChoices(kind, draft, file)
  const ofOneRole = boardForms[kind].ofOneRole === true
  const teams = file.teams.filter(({ id }) => own.has(id) || id === draft.team)
  const everybody = { id: none, name: say({ id: 'console.make.everybody', defaultMessage: 'Everybody' }) }
  return (
    <>
      <Picker
        label={say({ id: 'console.make.team', defaultMessage: 'Team' })}
        choices={[everybody, ...teams.map(({ id, name }) => ({ id, name }))]}
        value={draft.team ?? none}
        onChange={(team) => set({ team: team === none ? null : team })}
      />
      {roles.length > 0 && (
        <Picker
          label={say({ id: 'console.make.role', defaultMessage: 'Role' })}
          choices={[...(ofOneRole ? [] : [everybody]), ...roles.map(({ id, name }) => ({ id, name }))]}
          value={draft.role ?? none}
          onChange={(role) => set({ role: role === none ? null : role, ...(ofOneRole && { metrics: [] }) })}
        />
      )}
    </>
  )
}

function ContestField({ kind, draft, set, file }: BoardFieldsProps) {
  const say = useSay()
  if (!asksFor(kind, 'contest')) return null
  const ofAll = boardForms[kind].ofAllContests === true
  const all = { id: none, name: say({ id: 'console.make.all-contests', defaultMessage: 'All contests' }) }
  return (
    <Picker
      label={say({ id: 'console.make.contest', defaultMessage: 'Contest' })}
      choices={[...(ofAll ? [all] : []), ...file.contests.map(({ id, name }) => ({ id, name }))]}
      value={draft.contest ?? (ofAll ? none : null)}
      onChange={(contest) => set({ contest: contest === none ? null : contest })}
    />
  )
}

function AwardField({ kind, draft, set, file }: BoardFieldsProps) {
  const say = useSay()
  if (!asksFor(kind, 'award')) return null
  return (
    <Picker
      label={say({ id: 'console.make.award', defaultMessage: 'Award' })}
      choices={file.awards.map(({ id, name }) => ({ id, name }))}
      value={draft.award}
      onChange={(award) => set({ award })}
    />
  )
}

function SideFields({ draft, set, file }: BoardFieldsProps) {
  const say = useSay()
  const { locale } = useIntl()
  const [left, right] = draft.sides
  const names = [...file.teams, ...file.people].map(({ id, name }) => ({ id, name }))
  const isTeam = (id: string | undefined) => file.teams.some((team) => team.id === id)
  const order = new Intl.Collator(locale)
  const choices = isTeam(left)
    ? names.filter(({ id }) => isTeam(id))
    : names.filter(({ id }) => !isTeam(id)).sort((one, other) => order.compare(one.name, other.name))
  return (
    <>
      <Picker
        label={say({ id: 'console.make.left', defaultMessage: 'On the left' })}
        choices={choices.filter(({ id }) => id !== right)}
        value={left ?? null}
        onChange={(side) => set({ sides: [side, right ?? ''] })}
      />
      <Picker
        label={say({ id: 'console.make.right', defaultMessage: 'On the right' })}
        choices={choices.filter(({ id }) => id !== left)}
        value={right ?? null}
        onChange={(side) => set({ sides: [left ?? '', side] })}
      />
    </>
  )
}

function WordFields({ kind, draft, set }: BoardFieldsProps) {
  const say = useSay()
  return (
    <>
      {asksFor(kind, 'text') && (
        <TextField
          label={say({ id: 'console.make.text', defaultMessage: 'What it says' })}
          multiline
          maxLength={2000}
          value={draft.text}
          onChange={(text) => set({ text })}
          hint={say({
            id: 'console.make.text.hint',
            defaultMessage: 'A # begins a heading, a - a point of a list; **bold** stands out.',
          })}
        />
      )}
      {asksFor(kind, 'countdown') && (
        <div className="form-row">
          <TextField
            label={say({ id: 'console.make.countdown', defaultMessage: 'Counts down to' })}
            placeholder="2026-12-31 17:30"
            value={draft.countdownTo}
            onChange={(countdownTo) => set({ countdownTo })}
          />
          {draft.countdownTo !== '' && (
            <TextField
              label={say({ id: 'console.make.afterwards', defaultMessage: 'What stands there afterwards' })}
              value={draft.afterwards}
              maxLength={120}
              onChange={(afterwards) => set({ afterwards })}
            />
          )}
        </div>
      )}
    </>
  )
}

const audiences: readonly Audience[] = ['floor', 'managers', 'leadership']

function AudienceField({ kind, draft, set }: BoardFieldsProps) {
  const say = useSay()
  const may = useMay()
  const audienceWords = useAudienceWords()
  const isOpen = (audience: Audience): boolean =>
    audience === draft.audience ||
    (audience === 'floor' ? mayHang(kind) : audience === 'managers' ? may.seeManagers : may.seeLeadership)
  return (
    <Picker
      label={say({ id: 'console.board.audience', defaultMessage: 'For whom' })}
      choices={audiences.filter(isOpen).map((id) => ({ id, ...audienceWords(id) }))}
      value={draft.audience}
      onChange={(audience) => set({ audience })}
    />
  )
}

export const scopeFieldsId = 'board-scope'

interface AllFieldsProps extends BoardFieldsProps {
  /** What it is called where nothing is typed. */
  readonly suggested: string
}

export function BoardFields({ suggested, ...props }: AllFieldsProps) {
  const say = useSay()
  const { kind, draft, set } = props
  return (
    <div className="form">
      <TextField
        label={say({ id: 'console.make.title', defaultMessage: 'What it is called' })}
        placeholder={suggested}
        value={draft.title}
        maxLength={120}
        onChange={(title) => set({ title })}
      />
      <WordFields {...props} />
      {asksFor(kind, 'sides') && (
        <div className="form-row">
          <SideFields {...props} />
        </div>
      )}
      <ContestField {...props} />
      <AwardField {...props} />
      <MetricFields {...props} />
      <BesideFields {...props} />
      <div className="form-row">
        <TimeFields {...props} />
        <LookFields {...props} />
      </div>
      {asksFor(kind, 'scope') && (
        <div className="form-row" id={scopeFieldsId}>
          <WhoFields {...props} />
        </div>
      )}
      <AudienceField {...props} />
    </div>
  )
}
