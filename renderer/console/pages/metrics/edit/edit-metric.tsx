// A metric is made or changed by filling in a sentence, beside what it comes to on the floor's own facts.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { Trash2 } from 'lucide-react'
import { useMemo, useState } from 'react'
import { FormattedMessage } from 'react-intl'
import {
  changedFields,
  formOf,
  MetricForm,
  metricOf,
  newEntry,
  newForm,
} from '../../../../../shared/domain/metric-drafts/metric-form.ts'
import { usesOfMetrics } from '../../../../../shared/domain/metric-drafts/metric-uses.ts'
import { sentenceFaults } from '../../../../../shared/domain/metric-drafts/sentence-faults.ts'
import type { FloorFile, Metric } from '../../../../../shared/wire/floor.ts'
import type { FloorEdit } from '../../../../../shared/wire/floor-edits.ts'
import { definitionsQuery } from '../../../api/definitions.ts'
import { useEffects } from '../../../api/effects.ts'
import { feedNow } from '../../../api/feed-time.ts'
import { useEdit, useFloor } from '../../../api/floor-edits.tsx'
import { type AskedDraft, factFieldsQuery, useMetricDraft } from '../../../api/metric-drafts.ts'
import { newId } from '../../../api/new-id.ts'
import { useMay } from '../../../api/queries.ts'
import { Button } from '../../../kit/button.tsx'
import { Card } from '../../../kit/card.tsx'
import { Loading } from '../../../kit/loading.tsx'
import { Notice } from '../../../kit/notice.tsx'
import { Page } from '../../../kit/page.tsx'
import { useDraft } from '../../../kit/use-draft.ts'
import { useSay } from '../../../words/words.tsx'
import { UsedBy } from '../catalogue/used-by.tsx'
import { useSentenceWords } from '../sentence/use-sentence-words.ts'
import { AboutCard } from './about-card.tsx'
import { ChangeDialog } from './change-dialog.tsx'
import { DraftAside } from './draft-aside.tsx'
import './edit.css'
import { RemoveDialog } from './remove-dialog.tsx'
import { SentenceEditor } from './sentence-editor.tsx'
import { useFaultWords, type WordedFault } from './use-fault-words.ts'

const nothingKnown = { deal: [], activity: [] }

/** What is still to be said about it keeps nobody from seeing what it comes to. */
const isSaidLater = (fault: WordedFault): boolean =>
  fault.code === 'unfinished' && (fault.place === 'name' || fault.place === 'objective')

/** What is said about it makes no difference to what it comes to, and is not waited for. */
const unsaid = { name: '–', objective: '–', noun: '', task: '', why: '' }

const askedDraft = (form: MetricForm, taken: readonly string[], before: Metric | null): AskedDraft => {
  const id = before?.id ?? newId('draft', taken, 'draft')
  const metric = newEntry(metricOf({ ...form, ...unsaid }, id, before))
  return { metric, replaces: before?.id ?? null, window: null }
}

const today = (timeZone: string): string => new Intl.DateTimeFormat('en-CA', { timeZone }).format(feedNow())

interface EditorProps {
  readonly version: number
  readonly file: FloorFile
  /** Null: a new one. */
  readonly before: Metric | null
}

function Editor({ version, file, before }: EditorProps) {
  const say = useSay()
  const edit = useEdit()
  const client = useQueryClient()
  const navigate = useNavigate()
  const faultWords = useFaultWords()
  const words = useSentenceWords(file.metrics)
  const [initial] = useState(() => (before === null ? newForm : formOf(before)))
  const draft = useDraft(`metric:${before?.id ?? 'new'}`, MetricForm, initial)
  const form = draft.value
  const [asked, setAsked] = useState<'change' | 'remove' | null>(null)
  const { data: known = nothingKnown } = useQuery(factFieldsQuery)
  const uses = useMemo(
    () => (before === null ? [] : (usesOfMetrics(file).get(before.id) ?? [])),
    [file, before],
  )

  const taken = file.metrics.map((metric) => metric.id)
  const id = before?.id ?? newId(form.name, taken, 'metric')
  const faults = sentenceFaults(file, form, id, before)
  // What the floor itself has against it the feed says, in the reader's language.
  const own = faults.filter((fault): fault is WordedFault => fault.code !== 'other')
  const standing = own.filter((fault) => !isSaidLater(fault))
  const metric = metricOf(form, id, before)
  const counted = useMetricDraft(version, standing.length > 0 ? null : askedDraft(form, taken, before))
  const result = counted.answer?.result ?? null
  const refused = counted.answer?.refused ?? []

  const fields = before === null ? null : changedFields(before, metric)
  const counts = fields !== null && ['of', 'unit', 'better'].some((key) => key in fields)
  const edits: FloorEdit[] =
    fields === null
      ? [{ do: 'add', list: 'metrics', entry: newEntry(metric), before: null }]
      : Object.keys(fields).length === 0
        ? []
        : [{ do: 'set', list: 'metrics', id, fields }]
  const effects = useEffects(version, asked === 'change' ? edits : [])

  const back = () => void navigate({ to: '/metrics' })
  const lookAgain = () => client.invalidateQueries({ queryKey: definitionsQuery.queryKey })
  const send = (what: FloorEdit[], said: string) => {
    void edit(what, said).then(lookAgain)
    draft.forget()
    back()
  }
  const save = () =>
    send(
      edits,
      say({ id: 'console.entry.saved', defaultMessage: '“{name}” is saved.' }, { name: metric.name }),
    )
  const nothingToSave = edits.length === 0 || faults.length > 0 || refused.length > 0
  return (
    <Page
      title={before?.name ?? say({ id: 'console.metrics.new', defaultMessage: 'New metric' })}
      over={
        <Link to="/metrics">
          <FormattedMessage id="console.nav.metrics" defaultMessage="Metrics" />
        </Link>
      }
      headline={
        before === null ? (
          <FormattedMessage id="console.metrics.new" defaultMessage="New metric" />
        ) : (
          <bdi>{before.name}</bdi>
        )
      }
      actions={
        <>
          {before !== null && (
            <Button
              look="quiet"
              icon={<Trash2 />}
              aria-label={say({ id: 'console.metric.remove', defaultMessage: 'Remove this metric' })}
              onPress={() => setAsked('remove')}
            />
          )}
          {draft.touched && (
            <Button onPress={draft.forget}>
              <FormattedMessage id="console.metric.discard" defaultMessage="Discard changes" />
            </Button>
          )}
          {counts ? (
            <Button look="primary" isDisabled={nothingToSave} onPress={() => setAsked('change')}>
              <FormattedMessage id="console.metric.compare" defaultMessage="See old and new" />
            </Button>
          ) : (
            <Button look="primary" isDisabled={nothingToSave} onPress={save}>
              <FormattedMessage id="console.rule.save" defaultMessage="Save" />
            </Button>
          )}
        </>
      }
      aside={<DraftAside counted={counted} form={form} words={words} />}
    >
      <Card>
        <SentenceEditor form={form} file={file} id={before?.id ?? null} known={known} onChange={draft.set} />
        <div role="status" className="sentence-faults">
          {standing.map((fault) => (
            <Notice key={JSON.stringify(fault)} tone={fault.code === 'unfinished' ? 'info' : 'bad'}>
              {faultWords(fault)}
            </Notice>
          ))}
          {standing.length === 0 &&
            refused.map((fault) => (
              <Notice key={fault} tone="bad">
                {fault}
              </Notice>
            ))}
        </div>
      </Card>
      <AboutCard form={form} onChange={draft.set} />
      {own.filter(isSaidLater).length > 0 && draft.touched && standing.length === 0 && (
        <Notice tone="info">
          {own.filter(isSaidLater).map((fault) => (
            <p key={JSON.stringify(fault)}>{faultWords(fault)}</p>
          ))}
        </Notice>
      )}
      {before !== null && (
        <Card title={<FormattedMessage id="console.metric.used" defaultMessage="Where it is used" />}>
          <UsedBy uses={uses} />
          <p className="small metric-links">
            <Link to="/how/$metric" params={{ metric: before.id }}>
              <FormattedMessage id="console.how.title" defaultMessage="How was this computed?" />
            </Link>
          </p>
        </Card>
      )}
      {asked === 'change' && before !== null && (
        <ChangeDialog
          before={before}
          form={form}
          result={counted.isPending ? null : result}
          effects={effects}
          faults={[...own.map(faultWords), ...refused]}
          today={today(file.floor.timeZone)}
          onChange={draft.set}
          onSave={save}
          onClose={() => setAsked(null)}
        />
      )}
      {asked === 'remove' && before !== null && (
        <RemoveDialog
          metric={before}
          uses={uses}
          onRemove={() =>
            send(
              [{ do: 'remove', list: 'metrics', id, everywhere: uses.length > 0 }],
              say(
                { id: 'console.entry.removed', defaultMessage: '“{name}” is removed.' },
                { name: before.name },
              ),
            )
          }
          onRetire={() =>
            send(
              [
                {
                  ...{ do: 'set', list: 'metrics', id },
                  fields: { retired: { on: today(file.floor.timeZone) } },
                },
              ],
              say(
                { id: 'console.metric.retired', defaultMessage: '“{name}” is counted no more.' },
                { name: before.name },
              ),
            )
          }
          onClose={() => setAsked(null)}
        />
      )}
    </Page>
  )
}

/** Mounted once the floor is there, so that the form begins with what stands. */
function Opened({ id }: { readonly id: string | null }) {
  const floor = useFloor()
  const { administer } = useMay()
  if (!floor) return <Loading />
  const { version, file } = floor
  const before = file.metrics.find((metric) => metric.id === id) ?? null
  if (!administer || (id !== null && before === null))
    return (
      <Page
        title={id ?? ''}
        headline={
          administer ? (
            <FormattedMessage id="console.metric.gone" defaultMessage="The floor has no such metric" />
          ) : (
            <FormattedMessage id="console.metric.not-yours" defaultMessage="Only an admin changes metrics" />
          )
        }
      >
        <p>
          <Link to="/metrics">
            <FormattedMessage id="console.nav.metrics" defaultMessage="Metrics" />
          </Link>
        </p>
      </Page>
    )
  return <Editor key={id ?? ''} version={version} file={file} before={before} />
}

export function NewMetric() {
  return <Opened id={null} />
}

export function ChangeMetric() {
  const { metric } = useParams({ from: '/inside/metrics/$metric' })
  return <Opened id={metric} />
}
