// A spiff is made or changed: its few choices on one side, and on the other what it would have paid in the last four weeks.
import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { FormattedMessage } from 'react-intl'
import {
  newSpiffForm,
  SpiffForm,
  spiffFormOf,
  spiffOf,
} from '../../../../shared/domain/spiffs/making/spiff-form.ts'
import { createZone } from '../../../../shared/domain/time/zone.ts'
import type { FloorFile } from '../../../../shared/wire/floor.ts'
import type { Spiff } from '../../../../shared/wire/spiffs.ts'
import { entryEdit } from '../../api/entry-edit.ts'
import { feedNow } from '../../api/feed-time.ts'
import { useEdit, useFloor } from '../../api/floor-edits.tsx'
import { newId } from '../../api/new-id.ts'
import { useOwnTeams } from '../../api/own-teams.ts'
import { useMay } from '../../api/queries.ts'
import { spiffsQuery } from '../../api/spiffs.ts'
import { DraftActs } from '../../kit/draft-acts.tsx'
import { Loading } from '../../kit/loading.tsx'
import { Notice } from '../../kit/notice.tsx'
import { Page } from '../../kit/page.tsx'
import { useDraft } from '../../kit/use-draft.ts'
import { NotFound } from '../../shell/not-found.tsx'
import { useSay } from '../../words/words.tsx'
import { LimitsCard, PaysCard, WhoAndWhenCard } from './spiff-fields.tsx'
import { TriedSpiffCard } from './tried-spiff-card.tsx'
import '../contests/contests.css'
import './spiffs.css'

interface MakeSpiffProps {
  readonly file: FloorFile
  /** Under which what is typed is kept in this tab. */
  readonly draftKey: string
  readonly initial: SpiffForm
  /** The spiff that is changed; null for a new one. */
  readonly before: Spiff | null
  readonly headline: ReactNode
}

function MakeSpiff({ file, draftKey, initial, before, headline }: MakeSpiffProps) {
  const say = useSay()
  const edit = useEdit()
  const client = useQueryClient()
  const navigate = useNavigate()
  const { value: form, set, forget } = useDraft(draftKey, SpiffForm, initial)
  const [isSaving, setSaving] = useState(false)
  const taken = file.spiffs.map((spiff) => spiff.id)
  const id = before?.id ?? newId(form.name, taken, 'spiff')
  const parsed = spiffOf(form, id, before)
  const spiff = parsed.success ? parsed.data : null
  const isDraft = before === null || before.state === 'draft'
  const save = async (state: Spiff['state'] | null) => {
    if (spiff === null) return
    const saved: Spiff = { ...spiff, state: state ?? spiff.state }
    setSaving(true)
    const outcome = await edit(
      [entryEdit('spiffs', before, saved)],
      saved.state === 'running' && isDraft
        ? say({ id: 'console.spiff.runs', defaultMessage: '“{name}” runs.' }, { name: saved.name })
        : say({ id: 'console.entry.saved', defaultMessage: '“{name}” is saved.' }, { name: saved.name }),
    )
    setSaving(false)
    if (!outcome.ok) return
    forget()
    await client.invalidateQueries({ queryKey: spiffsQuery.queryKey })
    await navigate({ to: '/spiffs/$spiff', params: { spiff: id } })
  }
  const part = { form, file, set }
  return (
    <Page
      over={
        <Link to="/spiffs">
          <FormattedMessage id="console.nav.spiffs" defaultMessage="Spiffs" />
        </Link>
      }
      title={form.name}
      headline={headline}
      aside={<TriedSpiffCard spiff={spiff} />}
    >
      <PaysCard {...part} />
      <WhoAndWhenCard {...part} />
      <LimitsCard {...part} />
      {!isDraft && (
        <Notice tone="info">
          <FormattedMessage
            id="console.spiff.change.note"
            defaultMessage="What was approved stays as it is. What waits is worked out anew."
          />
        </Notice>
      )}
      <DraftActs
        isDraft={isDraft}
        isIncomplete={spiff === null}
        isSaving={isSaving}
        saveLook="primary"
        begins={<FormattedMessage id="console.spiff.start" defaultMessage="Start it" />}
        onSave={() => void save(null)}
        onBegin={() => void save('running')}
      />
    </Page>
  )
}

function NewOne({ file }: { readonly file: FloorFile }) {
  const say = useSay()
  const own = useOwnTeams(file.teams)
  const [initial] = useState(() =>
    newSpiffForm(
      file,
      createZone(file.floor.timeZone).dayAt(feedNow()),
      say({ id: 'console.spiff.example', defaultMessage: 'Helping hands' }),
      // Who manages some teams begins with one of these.
      own.first ?? '',
    ),
  )
  return (
    <MakeSpiff
      file={file}
      draftKey="new-spiff"
      initial={initial}
      before={null}
      headline={<FormattedMessage id="console.spiff.new" defaultMessage="New spiff" />}
    />
  )
}

export function NewSpiff() {
  const may = useMay()
  const file = useFloor()?.file
  if (!file) return <Loading />
  return may.edit ? <NewOne file={file} /> : <NotFound />
}

function Change({ spiff, file }: { readonly spiff: Spiff; readonly file: FloorFile }) {
  const [initial] = useState(() => spiffFormOf(spiff))
  return (
    <MakeSpiff
      file={file}
      draftKey={`spiff:${spiff.id}`}
      initial={initial}
      before={spiff}
      headline={
        <FormattedMessage
          id="console.contest.change.headline"
          defaultMessage="Change “{name}”"
          values={{ name: <bdi>{spiff.name}</bdi> }}
        />
      }
    />
  )
}

export function ChangeSpiff() {
  const may = useMay()
  const file = useFloor()?.file
  const { spiff: id = '' } = useParams({ strict: false })
  if (!file) return <Loading />
  const spiff = file.spiffs.find((each) => each.id === id)
  if (!may.edit || spiff === undefined) return <NotFound />
  return <Change key={id} spiff={spiff} file={file} />
}
