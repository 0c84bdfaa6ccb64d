// What is kept beside the log in files of its own, and what becomes of it where a file cannot be used.
import { join } from 'node:path'
import { type ConnectorStore, createMemoryConnectorStore } from './store/connector-store.ts'
import type { InboundStore } from './store/inbound-store.ts'
import type { KeptFolder } from './store/kept-folder.ts'
import { createMemoryOutboxStore } from './store/memory-outbox-store.ts'
import { createMemoryScreenStore } from './store/memory-screen-store.ts'
import { type MendingStore, noMending } from './store/mending-store.ts'
import type { OutboxStore } from './store/outbox-store.ts'
import type { ScreenStore } from './store/screen-store.ts'
import type { SidePlace } from './store/sqlite/side-file.ts'
import { openSqliteConnectorStore } from './store/sqlite/sqlite-connector-store.ts'
import { openSqliteInboundStore } from './store/sqlite/sqlite-inbound-store.ts'
import { openSqliteMendingStore } from './store/sqlite/sqlite-mending-store.ts'
import { openSqliteOutboxStore } from './store/sqlite/sqlite-outbox-store.ts'
import { openSqliteScreenStore } from './store/sqlite/sqlite-screen-store.ts'
import { openSqliteTalkStore } from './store/sqlite/sqlite-talk-store.ts'
import { openSqliteVoteStore } from './store/sqlite/sqlite-vote-store.ts'
import { noTalks, type TalkStore } from './store/talk-store.ts'
import { noVotes, type VoteStore } from './store/vote-store.ts'

type OnError = (what: string, error: unknown) => void

interface SideStore<Store> {
  /** In the floor's folder. */
  readonly name: string
  /** `{aside}`: where what was there was put. */
  readonly damaged: string
  readonly unusable: string
  readonly open: (place: SidePlace) => Store
  /** In its place where the file cannot be used. */
  readonly instead: () => Store
}

const opener =
  <Store>({ name, damaged, unusable, open, instead }: SideStore<Store>) =>
  (kept: KeptFolder, onError: OnError): Store => {
    try {
      return open({
        kept,
        file: join(kept.folder, name),
        onDamage: (aside) => onError(damaged.replace('{aside}', aside), null),
      })
    } catch (error) {
      onError(unusable, error)
      return instead()
    }
  }

/** A disk that takes nothing keeps no screen from showing: what is known of them is then known for now alone. */
export const openScreenStore = opener<ScreenStore>({
  name: 'screens.db',
  damaged: 'what was known of the screens is damaged, and was put into {aside}',
  unusable: 'what is known of the screens cannot be kept; it is forgotten when the feed ends',
  open: openSqliteScreenStore,
  instead: createMemoryScreenStore,
})

export const openOutboxStore = opener<OutboxStore>({
  name: 'outbox.db',
  damaged: 'what was known of messages out is damaged, and was put into {aside}',
  unusable: 'how messages out go cannot be kept; it is forgotten when the feed ends',
  open: openSqliteOutboxStore,
  instead: createMemoryOutboxStore,
})

/** Whoever sends is told that it is here: where the file cannot be used, it is kept as long as the feed runs. */
export const openInboundStore = opener<InboundStore>({
  name: 'inbound.db',
  damaged: 'what other programs sent last is damaged, and was put into {aside}',
  unusable: 'what other programs send cannot be kept; it is forgotten when the feed ends',
  open: openSqliteInboundStore,
  instead: () => openSqliteInboundStore({ file: ':memory:', onDamage: () => undefined }),
})

export const openConnectorStore = opener<ConnectorStore>({
  name: 'connectors.db',
  damaged: 'how far sources are read is damaged, and was put into {aside}; they are read again',
  unusable: 'how far sources are read cannot be kept; they are read again when the feed starts',
  open: openSqliteConnectorStore,
  instead: createMemoryConnectorStore,
})

/** What people wrote is never kept for now alone: where the file cannot be used, nothing is taken. */
const openWritten = <Store>(
  name: string,
  what: string,
  { open, none }: { readonly open: (place: SidePlace) => Store; readonly none: (why: string) => Store },
) =>
  opener<Store>({
    name,
    damaged: `${what} are damaged, and were put into {aside}`,
    unusable: `${what} can be neither read nor written`,
    open,
    instead: () => none(`the file of ${what} cannot be used`),
  })

export const openTalkStore = openWritten<TalkStore>('talks.db', 'the notes and agreed actions of coaching', {
  open: openSqliteTalkStore,
  none: noTalks,
})

export const openVoteStore = openWritten<VoteStore>('votes.db', 'nominations and votes', {
  open: openSqliteVoteStore,
  none: noVotes,
})

export const openMendingStore = openWritten<MendingStore>(
  'mending.db',
  'doubts about numbers and what was mended',
  { open: openSqliteMendingStore, none: noMending },
)
