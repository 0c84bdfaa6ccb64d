// Where numbers come from by themselves: how each source does, and what can be connected.
import { useQuery } from '@tanstack/react-query'
import { Plug, Plus } from 'lucide-react'
import { useState } from 'react'
import { FormattedMessage } from 'react-intl'
import { Source } from '../../../../shared/wire/source.ts'
import type { SourceHealth, SourcesAnswer, SourceTile as Tile } from '../../../../shared/wire/sources.ts'
import type { TableSource } from '../../../../shared/wire/table.ts'
import type { TablesAnswer } from '../../../../shared/wire/tables.ts'
import { useFeedNow } from '../../api/feed-time.ts'
import { useFloor } from '../../api/floor-edits.tsx'
import { newId } from '../../api/new-id.ts'
import { sourcesQuery } from '../../api/sources.ts'
import { tablesQuery } from '../../api/tables.ts'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { Empty } from '../../kit/empty.tsx'
import { Loading } from '../../kit/loading.tsx'
import { Page } from '../../kit/page.tsx'
import { useSay } from '../../words/words.tsx'
import { ByHandSetting } from './by-hand-setting.tsx'
import { ConnectDialog } from './connect-dialog.tsx'
import { CountedOnce } from './counted-once.tsx'
import { SourceTile } from './source-tile.tsx'
import { needsSomebody } from './source-words.ts'
import { type TableKind, tableKinds, useKindWords } from './tables/kind-words.ts'
import { TableDialog } from './tables/table-dialog.tsx'
import { TableTile } from './tables/table-tile.tsx'
import { useVendorWords } from './vendor-words/vendor-words.ts'
import './sources.css'

interface Open {
  readonly tile: Tile
  readonly settings: Source
  readonly isKept: boolean
}

function Tiles({
  tiles,
  onOpen,
}: {
  readonly tiles: readonly Tile[]
  readonly onOpen: (tile: Tile) => void
}) {
  const say = useSay()
  const words = useVendorWords()
  return (
    <Card title={<FormattedMessage id="console.sources.new" defaultMessage="What can be connected" />}>
      <ul className="lines">
        {tiles.map((tile) => (
          <li key={tile.vendor} className="line">
            <div className="grow">
              <h3>{tile.name}</h3>
              <p className="soft small">{words[tile.vendor].note}</p>
            </div>
            <Button
              size="small"
              icon={<Plus aria-hidden="true" />}
              aria-label={say(
                { id: 'console.sources.connect.title', defaultMessage: 'Connect {vendor}' },
                { vendor: tile.name },
              )}
              onPress={() => onOpen(tile)}
            >
              <FormattedMessage id="console.connections.new" defaultMessage="Connect" />
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Headline({ sources }: { readonly sources: readonly Pick<SourceHealth, 'state'>[] }) {
  const due = sources.filter(needsSomebody).length
  if (sources.length === 0)
    return (
      <FormattedMessage id="console.sources.headline.none" defaultMessage="Numbers can come by themselves" />
    )
  if (due > 0)
    return (
      <FormattedMessage
        id="console.sources.headline.due"
        defaultMessage="{due, plural, one {One source needs you} other {# sources need you}}"
        values={{ due }}
      />
    )
  return <FormattedMessage id="console.sources.headline.fine" defaultMessage="Numbers come by themselves" />
}

interface OpenTable {
  readonly kind: TableKind
  readonly kept: TableSource | null
}

function TableKinds({ onOpen }: { readonly onOpen: (kind: TableKind) => void }) {
  const say = useSay()
  const words = useKindWords()
  return (
    <Card title={<FormattedMessage id="console.tables.kinds" defaultMessage="Sheets, files and databases" />}>
      <ul className="lines">
        {tableKinds.map((kind) => (
          <li key={kind} className="line">
            <div className="grow">
              <h3>{words[kind].name}</h3>
              <p className="soft small">{words[kind].note}</p>
            </div>
            <Button
              size="small"
              icon={<Plus aria-hidden="true" />}
              aria-label={say(
                { id: 'console.sources.connect.title', defaultMessage: 'Connect {vendor}' },
                { vendor: words[kind].name },
              )}
              onPress={() => onOpen(kind)}
            >
              <FormattedMessage id="console.connections.new" defaultMessage="Connect" />
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  )
}

interface FoundProps {
  readonly answer: SourcesAnswer
  readonly found: TablesAnswer
}

function Found({ answer, found }: FoundProps) {
  const say = useSay()
  const floor = useFloor()
  const now = useFeedNow(5000)
  const [open, setOpen] = useState<Open | null>(null)
  const [openTable, setOpenTable] = useState<OpenTable | null>(null)
  const { tiles, sources } = answer
  const { tables } = found
  const kept = floor?.file.sources ?? []
  const keptTables = floor?.file.tables ?? []
  const taken = [
    ...[...kept, ...keptTables].flatMap(({ id, source }) => [id, ...(source === undefined ? [] : [source])]),
    ...(floor?.file.inbound ?? []).map(({ id }) => id),
  ]
  const connect = (tile: Tile) => {
    const id = newId(tile.name, taken, tile.vendor)
    setOpen({
      tile,
      settings: Source.parse({ id, name: tile.name, vendor: tile.vendor }),
      isKept: false,
    })
  }
  return (
    <Page
      title={say({ id: 'console.nav.sources', defaultMessage: 'Sources' })}
      over={<FormattedMessage id="console.sources.over" defaultMessage="Where the numbers come from" />}
      headline={<Headline sources={[...sources, ...tables]} />}
    >
      {sources.length + tables.length === 0 && (
        <Card>
          <Empty
            icon={<Plug aria-hidden="true" />}
            title={<FormattedMessage id="console.sources.none" defaultMessage="Nothing is connected yet" />}
          >
            <FormattedMessage
              id="console.sources.none.note"
              defaultMessage="A floor whose numbers are exported by hand stops in the second week. Connect the CRM once: deals come in by themselves, corrected and complete."
            />
          </Empty>
        </Card>
      )}
      {sources.map((health) => {
        const tile = tiles.find(({ vendor }) => vendor === health.vendor)
        if (tile === undefined) return null
        return (
          <SourceTile
            key={health.id}
            health={health}
            tile={tile}
            now={now}
            onSettings={() => {
              const settings = kept.find(({ id }) => id === health.id)
              if (settings) setOpen({ tile, settings, isKept: true })
            }}
          />
        )
      })}
      {tables.map((health) => (
        <TableTile
          key={health.id}
          health={health}
          now={now}
          onSettings={() => {
            const table = keptTables.find(({ id }) => id === health.id)
            if (table) setOpenTable({ kind: health.kind, kept: table })
          }}
        />
      ))}
      {floor && <CountedOnce file={floor.file} tiles={tiles} healths={sources} />}
      {floor && <ByHandSetting file={floor.file} />}
      <Tiles tiles={tiles} onOpen={connect} />
      <TableKinds onOpen={(kind) => setOpenTable({ kind, kept: null })} />
      {open && <ConnectDialog {...open} onClose={() => setOpen(null)} />}
      {openTable && (
        <TableDialog
          {...openTable}
          hasPassword={tables.some(({ id, hasKey }) => id === openTable.kept?.id && hasKey)}
          taken={taken}
          base={found.folder}
          currency={floor?.file.floor.currency ?? 'USD'}
          onClose={() => setOpenTable(null)}
        />
      )}
    </Page>
  )
}

export function Sources() {
  const { data: answer } = useQuery(sourcesQuery)
  const { data: found } = useQuery(tablesQuery)
  return answer && found ? <Found answer={answer} found={found} /> : <Loading />
}
