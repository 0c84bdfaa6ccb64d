// A season is made or changed: its choices on one side, and on the other what it would have given, in figures and in words.
import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { FormattedMessage } from 'react-intl'
import { SeasonForm, seasonFormOf, seasonOf } from '../../../../shared/domain/season/making/season-form.ts'
import { levelsFrom, usualSeason } from '../../../../shared/domain/season/making/usual-season.ts'
import { createZone } from '../../../../shared/domain/time/zone.ts'
import { sayIn } from '../../../../shared/domain/words/say.ts'
import type { FloorFile } from '../../../../shared/wire/floor.ts'
import type { Season } from '../../../../shared/wire/season.ts'
import { entryEdit } from '../../api/entry-edit.ts'
import { feedNow } from '../../api/feed-time.ts'
import { useEdit, useFloor } from '../../api/floor-edits.tsx'
import { newId } from '../../api/new-id.ts'
import { useMay } from '../../api/queries.ts'
import { seasonsQuery } from '../../api/seasons.ts'
import { Card } from '../../kit/card.tsx'
import { DayRange } from '../../kit/day-range.tsx'
import { DraftActs } from '../../kit/draft-acts.tsx'
import { TextField } from '../../kit/field.tsx'
import { Loading } from '../../kit/loading.tsx'
import { Page } from '../../kit/page.tsx'
import { useDraft } from '../../kit/use-draft.ts'
import { NotFound } from '../../shell/not-found.tsx'
import { useSay } from '../../words/words.tsx'
import { BadgesCard } from './badges-card.tsx'
import { LevelsCard } from './levels-card.tsx'
import { PointsCard } from './points-card.tsx'
import { TeamsCard } from './teams-card.tsx'
import { TriedSeason } from './tried-season.tsx'
import './season.css'

interface MakeSeasonProps {
  readonly file: FloorFile
  /** Under which what is typed is kept in this tab. */
  readonly draftKey: string
  readonly initial: SeasonForm
  /** The season that is changed; null for a new one. */
  readonly before: Season | null
  readonly headline: ReactNode
}

function MakeSeason({ file, draftKey, initial, before, headline }: MakeSeasonProps) {
  const say = useSay()
  const edit = useEdit()
  const client = useQueryClient()
  const navigate = useNavigate()
  const { value: form, set, forget } = useDraft(draftKey, SeasonForm, initial)
  const [isSaving, setSaving] = useState(false)
  const id =
    before?.id ??
    newId(
      form.name,
      file.seasons.map((season) => season.id),
      'season',
    )
  const isDraft = before === null || before.state === 'draft'
  const season = seasonOf(form, id, before?.state ?? 'draft')
  const save = async (state: Season['state'] | null) => {
    if (season === null) return
    const saved: Season = { ...season, state: state ?? season.state }
    setSaving(true)
    const outcome = await edit(
      [entryEdit('seasons', before, saved)],
      saved.state === 'announced'
        ? say(
            { id: 'console.contest.announced', defaultMessage: '“{name}” is announced.' },
            { name: saved.name },
          )
        : say({ id: 'console.entry.saved', defaultMessage: '“{name}” is saved.' }, { name: saved.name }),
    )
    setSaving(false)
    if (!outcome.ok) return
    forget()
    await client.invalidateQueries({ queryKey: seasonsQuery.queryKey })
    await navigate({ to: '/season' })
  }
  const part = { form, file, set }
  return (
    <Page
      over={
        <Link to="/season">
          <FormattedMessage id="console.nav.season" defaultMessage="Season" />
        </Link>
      }
      title={form.name}
      headline={headline}
      aside={
        <TriedSeason
          season={season}
          onLevels={(points) => set({ levels: levelsFrom(form.levels, points) })}
        />
      }
    >
      <Card>
        <div className="form">
          <TextField
            label={say({ id: 'console.season.name', defaultMessage: 'Name of the season' })}
            value={form.name}
            maxLength={120}
            onChange={(name) => set({ name })}
          />
          <DayRange
            from={form.from}
            until={form.until}
            onFrom={(from) => set({ from })}
            onUntil={(until) => set({ until })}
          />
        </div>
      </Card>
      <PointsCard {...part} />
      <LevelsCard {...part} />
      <BadgesCard {...part} />
      <TeamsCard {...part} />
      <DraftActs
        isDraft={isDraft}
        isIncomplete={season === null}
        isSaving={isSaving}
        begins={<FormattedMessage id="console.contest.announce" defaultMessage="Announce" />}
        onSave={() => void save(null)}
        onBegin={() => void save('announced')}
      />
    </Page>
  )
}

function New({ file }: { readonly file: FloorFile }) {
  const [initial] = useState(() =>
    usualSeason(file, createZone(file.floor.timeZone).dayAt(feedNow()), sayIn(file.floor.locale)),
  )
  return (
    <MakeSeason
      file={file}
      draftKey="new-season"
      initial={initial}
      before={null}
      headline={<FormattedMessage id="console.season.new.headline" defaultMessage="A new season" />}
    />
  )
}

export function NewSeason() {
  const may = useMay()
  const file = useFloor()?.file
  if (!file) return <Loading />
  return may.edit ? <New file={file} /> : <NotFound />
}

function Change({ season, file }: { readonly season: Season; readonly file: FloorFile }) {
  const [initial] = useState(() => seasonFormOf(season))
  return (
    <MakeSeason
      file={file}
      draftKey={`season:${season.id}`}
      initial={initial}
      before={season}
      headline={
        <FormattedMessage
          id="console.contest.change.headline"
          defaultMessage="Change “{name}”"
          values={{ name: <bdi>{season.name}</bdi> }}
        />
      }
    />
  )
}

export function ChangeSeason() {
  const may = useMay()
  const file = useFloor()?.file
  const { season: id = '' } = useParams({ strict: false })
  if (!file) return <Loading />
  const season = file.seasons.find((each) => each.id === id)
  if (!may.edit || season === undefined) return <NotFound />
  return <Change key={id} season={season} file={file} />
}
