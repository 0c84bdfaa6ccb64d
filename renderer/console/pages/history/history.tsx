// Every change of the floor: by whom, when and what; taken back where nothing newer depends on it.
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { Undo2 } from 'lucide-react'
import { useState } from 'react'
import { FormattedDate, FormattedMessage } from 'react-intl'
import { type FloorVersion, HistoryAnswer } from '../../../../shared/wire/floor-edits.ts'
import { undoVersion } from '../../api/floor-edits.tsx'
import { useMay } from '../../api/queries.ts'
import { request } from '../../api/request.ts'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { Loading } from '../../kit/loading.tsx'
import { Page } from '../../kit/page.tsx'
import { ChangedByWords, ChangeLine } from '../../shell/change-words.tsx'
import { useAct } from '../../shell/use-act.ts'
import { useSay } from '../../words/words.tsx'
import { FieldChanges } from './field-changes.tsx'
import { FileActions } from './file-actions.tsx'
import './history.css'

/** Of a version that changes more, these are shown at first: a whole file that is put may have hundreds. */
const changesAtFirst = 12

function Version({ version }: { readonly version: FloorVersion }) {
  const say = useSay()
  const act = useAct()
  const may = useMay()
  const client = useQueryClient()
  const undo = () =>
    void act(async () => {
      await undoVersion(client, version.version)
      return say({ id: 'console.undone', defaultMessage: 'Undone.' })
    })
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? version.changes : version.changes.slice(0, changesAtFirst)
  const rest = version.changes.length - shown.length
  const refused = version.undo === 'possible' ? null : version.undo.refused
  return (
    <li className="version">
      <div className="version-head">
        <span className="strong">
          <ChangedByWords by={version.by} />
        </span>
        <span className="soft small figures">
          <FormattedDate value={version.at} dateStyle="medium" timeStyle="short" />
        </span>
      </div>
      <div className="version-changes">
        {version.textOnly && (
          <p className="soft">
            <FormattedMessage id="console.history.text" defaultMessage="Only comments or order of the file" />
          </p>
        )}
        {shown.map((change) => (
          <div key={`${change.list}:${change.id}:${change.what}`}>
            <p>
              <ChangeLine change={change} />
            </p>
            <FieldChanges fields={change.fields} />
          </div>
        ))}
        {rest > 0 && (
          <div>
            <Button size="small" look="quiet" onPress={() => setWhole(true)}>
              <FormattedMessage
                id="console.history.rest"
                defaultMessage="{rest, plural, one {One more change} other {# more changes}}"
                values={{ rest }}
              />
            </Button>
          </div>
        )}
        {refused !== null && may.edit && <p className="soft small">{refused}</p>}
      </div>
      {may.edit && refused === null && (
        <Button size="small" icon={<Undo2 aria-hidden="true" />} onPress={undo}>
          <FormattedMessage id="console.history.undo" defaultMessage="Undo" />
        </Button>
      )}
    </li>
  )
}

export function History() {
  const say = useSay()
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['history'],
    queryFn: ({ pageParam, signal }) =>
      request(HistoryAnswer, pageParam === null ? '/history' : `/history?before=${pageParam}`, { signal }),
    initialPageParam: null as number | null,
    getNextPageParam: ({ more, versions }) => (more ? (versions.at(-1)?.version ?? null) : null),
  })
  if (!data) return <Loading />
  const versions = data.pages.flatMap((page) => page.versions)
  const [latest] = versions
  const title = say({ id: 'console.nav.history', defaultMessage: 'History' })
  return (
    <Page
      over={title}
      title={title}
      headline={
        latest ? (
          <FormattedMessage
            id="console.history.headline"
            defaultMessage="Changed last by {by}, {date}"
            values={{
              by: <ChangedByWords by={latest.by} />,
              date: (
                <FormattedDate value={latest.at} month="long" day="numeric" hour="numeric" minute="numeric" />
              ),
            }}
          />
        ) : (
          <FormattedMessage id="console.history.none" defaultMessage="Nothing was changed yet" />
        )
      }
      actions={<FileActions />}
    >
      <Card flush>
        <ol className="lines">
          {versions.map((version) => (
            <Version key={version.version} version={version} />
          ))}
        </ol>
      </Card>
      {hasNextPage && (
        <Button isPending={isFetchingNextPage} onPress={() => void fetchNextPage()}>
          <FormattedMessage id="console.history.more" defaultMessage="Earlier ones" />
        </Button>
      )}
    </Page>
  )
}
