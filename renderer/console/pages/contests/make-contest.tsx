// A contest is made or changed: its choices on one side, and on the other how it would have ended four weeks earlier.
import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { FormattedMessage } from 'react-intl'
import {
  ContestForm,
  contestOf,
  type LocalNow,
} from '../../../../shared/domain/contests/making/contest-form.ts'
import { canHaveWalls } from '../../../../shared/domain/contests/making/contest-walls.ts'
import type { Contest } from '../../../../shared/wire/contests/contest.ts'
import type { FloorFile } from '../../../../shared/wire/floor.ts'
import { contestsQuery } from '../../api/contests.ts'
import { entryEdit } from '../../api/entry-edit.ts'
import { useEdit } from '../../api/floor-edits.tsx'
import { newId } from '../../api/new-id.ts'
import { useOwnTeams } from '../../api/own-teams.ts'
import { Card } from '../../kit/card.tsx'
import { DraftActs } from '../../kit/draft-acts.tsx'
import { TextField } from '../../kit/field.tsx'
import { Page } from '../../kit/page.tsx'
import { useDraft } from '../../kit/use-draft.ts'
import { useSay } from '../../words/words.tsx'
import { PlaylistPlaces } from '../boards/place-fields.tsx'
import { CountsCard } from './counts-card.tsx'
import { FairCard } from './fair-card.tsx'
import { boardsOfContest, placeEdits } from './place-edits.ts'
import { PrizeCard } from './prize-card.tsx'
import { TriedCard } from './tried-card.tsx'
import { WallsCard } from './walls-card.tsx'
import { WhenCard } from './when-card.tsx'
import { WhoCard } from './who-card.tsx'
import './contests.css'

interface MakeContestProps {
  readonly file: FloorFile
  /** Under which what is typed is kept in this tab. */
  readonly draftKey: string
  readonly initial: ContestForm
  /** The contest that is changed; null for a new one. */
  readonly before: Contest | null
  /** On the floor's own clock, as of when it is asked. */
  readonly localNow: () => LocalNow
  readonly headline: ReactNode
}

/** Where it hangs unless somebody says otherwise: what screens show when no rule says otherwise. */
const usualPlaces = ({ screens, screenGroups }: FloorFile): readonly string[] => [
  ...new Set([...screens, ...screenGroups].flatMap(({ playlist }) => playlist ?? [])),
]

export function MakeContest({ file, draftKey, initial, before, localNow, headline }: MakeContestProps) {
  const say = useSay()
  const edit = useEdit()
  const client = useQueryClient()
  const navigate = useNavigate()
  const { value: form, set, forget } = useDraft(draftKey, ContestForm, initial)
  const own = useOwnTeams(file.teams)
  const ownScreens = file.screens.filter(({ team }) => team === undefined || own.has(team))
  const [playlists, setPlaylists] = useState(() => usualPlaces(file))
  const [screens, setScreens] = useState<readonly string[]>(() => ownScreens.map((screen) => screen.id))
  const [isSaving, setSaving] = useState(false)
  const id =
    before?.id ??
    newId(
      form.name,
      file.contests.map((contest) => contest.id),
      'contest',
    )
  const parsed = contestOf(form, id, localNow(), before)
  const contest = parsed.success ? parsed.data : null
  const hasBoard = boardsOfContest(file, id).length > 0
  const hasWalls = contest !== null && canHaveWalls(contest)
  const save = async (state: Contest['state'] | null) => {
    // What starts now starts when the button is pressed.
    const made = contestOf(form, id, localNow(), before)
    if (!made.success) return
    const saved: Contest = { ...made.data, state: state ?? made.data.state }
    setSaving(true)
    const outcome = await edit(
      [
        entryEdit('contests', before, saved),
        ...(hasBoard ? [] : placeEdits(file, saved, canHaveWalls(saved) ? { screens } : { playlists })),
      ],
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
    await client.invalidateQueries({ queryKey: contestsQuery.queryKey })
    await navigate({ to: '/contests/$contest', params: { contest: id } })
  }
  const part = { form, file, set }
  const isDraft = before === null || before.state === 'draft'
  return (
    <Page
      over={
        <Link to="/contests">
          <FormattedMessage id="console.nav.contests" defaultMessage="Contests" />
        </Link>
      }
      title={form.name}
      headline={headline}
      aside={<TriedCard contest={contest} hangs={(hasWalls ? screens : playlists).length > 0} />}
    >
      <Card>
        <TextField
          label={say({ id: 'console.contest.name', defaultMessage: 'On the wall it is called' })}
          value={form.name}
          maxLength={120}
          onChange={(name) => set({ name })}
        />
      </Card>
      <CountsCard {...part} />
      <WhoCard {...part} />
      <WhenCard {...part} />
      <PrizeCard {...part} />
      <FairCard {...part} />
      {!hasBoard &&
        (hasWalls ? (
          <WallsCard screens={ownScreens} value={screens} onChange={setScreens} />
        ) : (
          <PlaylistPlaces file={file} value={playlists} onChange={setPlaylists} />
        ))}
      <DraftActs
        isDraft={isDraft}
        isIncomplete={contest === null}
        isSaving={isSaving}
        begins={
          form.isByTheClock && form.startsNow ? (
            <FormattedMessage id="console.contest.start" defaultMessage="Announce and start" />
          ) : (
            <FormattedMessage id="console.contest.announce" defaultMessage="Announce" />
          )
        }
        onSave={() => void save(null)}
        onBegin={() => void save('announced')}
      />
    </Page>
  )
}
