// The import rules: which room may import which, and which package only one room names. Tests may import anything, and
// so may the suites (`…-suite.ts`) that they share.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

interface Room {
  readonly mayImport: readonly string[]
  readonly because: string
}

/** Low to high: each room of the domain may import those before it. */
const domain = [
  'words',
  'time',
  'people',
  'facts',
  'counting',
  'standing',
  'formula',
  'floor-file',
  'awards',
  'media',
  'metric-changes',
  'boards',
  'edits',
  'screens',
  'celebrations',
  'flags',
  'exceptions',
  'recaps',
  'forecast',
  'trials',
  'metric-drafts',
  'meetings',
  'contests',
  'spiffs',
  'season',
  'awards/told',
  'mending',
].map((room) => `shared/domain/${room}`)

const domainRooms = domain.map((room, index): [string, Room] => [
  room,
  {
    mayImport: ['shared/wire', ...domain.slice(0, index)],
    because: 'the rooms of the domain are in layers, and a lower one knows nothing of those above it',
  },
])

const feedAlone =
  'the feed knows neither the shell nor the screens, and each of its steps only what it builds on'
const boardsAlone =
  'what a board is drawn with must work in every page: on the wall, in the gallery, in the console'

const consoleLayers =
  'the console is in layers: words and theme, the kit and the API, the shell, and the pages on top of all'

/** A file belongs to the room with the longest path that it lies in. A room may import itself. */
const rooms: ReadonlyMap<string, Room> = new Map([
  ['shared/wire', { mayImport: [], because: 'the contract depends on nothing' }],
  ...domainRooms,
  [
    'shared/domain/test-support',
    { mayImport: ['shared/wire', ...domain], because: 'it is there for tests alone' },
  ],
  ['shared/playbook', { mayImport: ['shared/wire'], because: 'the playbook only writes a floor file' }],

  [
    'main',
    { mayImport: ['main/commands'], because: 'cli.ts lists the commands; the other files serve them all' },
  ],
  [
    'main/nodes/operator',
    {
      mayImport: [
        'main/feed',
        'main/feed/access',
        'main/feed/api',
        'main/feed/store/postgres',
        'shared/wire',
      ],
      because: 'it looks after the database’s floors, and knows their feeds by what nodes say',
    },
  ],
  [
    'main/nodes',
    {
      mayImport: [
        'main/feed',
        'main/feed/access',
        'main/feed/api',
        'main/feed/store/postgres',
        'main/nodes/operator',
        'shared/domain/words',
        'shared/wire',
      ],
      because: 'a node opens the feeds of its floors and takes requests in for them; no feed knows of nodes',
    },
  ],
  ['main/feed-client', { mayImport: ['shared/wire'], because: 'it knows the feed by its HTTP API alone' }],
  [
    'main/commands',
    {
      mayImport: [
        'main',
        'main/discovery',
        'main/feed-client',
        'main/feed',
        'main/feed/access',
        'main/feed/demo',
        'main/feed/floor-file',
        'main/feed/ingest',
        'main/feed/store',
        'main/feed/store/postgres',
        'main/feed/store/sqlite',
        'main/feed/updates',
        'main/nodes',
        'main/nodes/operator',
        'shared/domain/people',
        'shared/playbook',
        'shared/wire',
      ],
      because: 'commands start the feed, talk to it over HTTP, or look after its folder',
    },
  ],
  [
    'main/discovery',
    { mayImport: ['shared/wire'], because: 'it knows of a feed what is said on the network, and no more' },
  ],
  [
    'main/kiosk',
    {
      mayImport: [
        'main/kiosk/display-power',
        'main/kiosk/service',
        'main/kiosk/set-up',
        'main/kiosk/update',
        'main/kiosk/watchdog',
        'shared/wire',
      ],
      because: 'the shell meets the feed only at the socket',
    },
  ],
  [
    'main/kiosk/display-power',
    { mayImport: ['main/kiosk', 'shared/wire'], because: 'it knows of the wall what its heartbeats say' },
  ],
  [
    'main/kiosk/service',
    {
      mayImport: ['main/kiosk', 'shared/wire'],
      because: 'who may service a TV, and how, is decided in the shell alone',
    },
  ],
  [
    'main/kiosk/watchdog',
    { mayImport: ['main', 'main/kiosk'], because: 'what starts a wall knows nothing of what it shows' },
  ],
  [
    'main/kiosk/update',
    {
      mayImport: ['main/kiosk', 'main/kiosk/set-up', 'shared/wire'],
      because: 'it asks the walls what they show, and changes nothing of it',
    },
  ],
  [
    'main/kiosk/set-up',
    {
      mayImport: ['main/discovery', 'main/kiosk', 'shared/wire'],
      because: 'it finds a feed, and leaves the rest to the shell',
    },
  ],
  [
    'main/feed',
    {
      mayImport: [
        'main',
        'main/discovery',
        'main/feed/access',
        'main/feed/api',
        'main/feed/begin',
        'main/feed/by-hand',
        'main/feed/awards',
        'main/feed/thanks',
        'main/feed/spiffs',
        'main/feed/celebrations',
        'main/feed/coaching-notes',
        'main/feed/connectors',
        'main/feed/control',
        'main/feed/edits',
        'main/feed/events',
        'main/feed/exceptions',
        'main/feed/floor-file',
        'main/feed/fold',
        'main/feed/forecast',
        'main/feed/contests',
        'main/feed/season',
        'main/feed/media',
        'main/feed/meetings',
        'main/feed/import-files',
        'main/feed/imports',
        'main/feed/inbound',
        'main/feed/ingest',
        'main/feed/limits',
        'main/feed/mending',
        'main/feed/metric-changes',
        'main/feed/metric-drafts',
        'main/feed/outbox',
        'main/feed/plans',
        'main/feed/reports',
        'main/feed/recaps',
        'main/feed/screens',
        'main/feed/socket',
        'main/feed/store',
        'main/feed/store/postgres',
        'main/feed/store/sqlite',
        'main/feed/tables',
        'main/feed/tables/sql',
        'main/feed/updates',
        'shared/domain/facts',
        'shared/wire',
        'shared/playbook',
      ],
      because: 'feed.ts puts the steps together',
    },
  ],
  [
    'main/feed/store',
    {
      mayImport: ['main', 'main/feed', 'shared/domain/facts', 'shared/wire'],
      because: 'a store knows entries, not numbers',
    },
  ],
  [
    'main/feed/store/postgres',
    {
      // What lies beside the log are files of SQLite.
      mayImport: [
        'main/feed',
        'main/feed/store',
        'main/feed/store/sqlite',
        'shared/domain/facts',
        'shared/wire',
      ],
      because: 'a store knows entries, not numbers',
    },
  ],
  [
    'main/feed/store/sqlite',
    {
      mayImport: ['main/feed', 'main/feed/store', 'shared/domain/facts', 'shared/wire'],
      because: 'a store knows entries, not numbers',
    },
  ],
  [
    'main/feed/limits',
    {
      mayImport: ['main/feed', 'main/feed/store', 'shared/wire'],
      because: 'what a floor may is known apart from what it does',
    },
  ],
  ['main/feed/floor-file', { mayImport: [...domain, 'main/feed', 'shared/wire'], because: feedAlone }],
  [
    'main/feed/fold',
    {
      mayImport: [...domain, 'main/feed', 'main/feed/floor-file', 'main/feed/store', 'shared/wire'],
      because: feedAlone,
    },
  ],
  [
    'main/feed/connectors',
    {
      mayImport: [
        ...domain,
        'main/feed',
        'main/feed/connectors/close',
        'main/feed/connectors/hubspot',
        'main/feed/connectors/salesforce',
        'main/feed/connectors/pipedrive',
        'main/feed/fold',
        'main/feed/ingest',
        'main/feed/outbox',
        'main/feed/store',
        'shared/wire',
      ],
      because: 'a source’s facts come in like all others, and vendors are a table',
    },
  ],
  [
    'main/feed/connectors/close',
    {
      mayImport: ['main/feed/connectors', 'shared/domain/time', 'shared/wire'],
      because: 'a connector returns facts, and knows neither log nor floor',
    },
  ],
  [
    'main/feed/connectors/hubspot',
    {
      mayImport: ['main/feed/connectors', 'shared/domain/time', 'shared/wire'],
      because: 'a connector returns facts, and knows neither log nor floor',
    },
  ],
  [
    'main/feed/connectors/salesforce',
    {
      mayImport: ['main/feed/connectors', 'shared/domain/time', 'shared/wire'],
      because: 'a connector returns facts, and knows neither log nor floor',
    },
  ],
  [
    'main/feed/connectors/pipedrive',
    {
      mayImport: ['main/feed/connectors', 'shared/domain/time', 'shared/wire'],
      because: 'a connector returns facts, and knows neither log nor floor',
    },
  ],
  [
    'main/feed/tables',
    {
      mayImport: [
        ...domain,
        'main/feed',
        'main/feed/connectors',
        'main/feed/fold',
        'main/feed/ingest',
        'main/feed/outbox',
        'main/feed/store',
        'main/feed/tables/sql',
        'shared/wire',
      ],
      because: 'a table is read like an import and taken like a source',
    },
  ],
  [
    'main/feed/tables/sql',
    {
      mayImport: [
        'main/feed/connectors',
        'main/feed/outbox',
        'main/feed/tables',
        'shared/domain/people',
        'shared/wire',
      ],
      because: 'a database gives rows, and knows neither log nor floor',
    },
  ],
  [
    'main/feed/edits',
    {
      mayImport: [
        ...domain,
        'main/feed',
        'main/feed/floor-file',
        'main/feed/fold',
        'main/feed/store',
        'shared/wire',
      ],
      because: feedAlone,
    },
  ],
  [
    'main/feed/ingest',
    {
      mayImport: [
        ...domain,
        'main',
        'main/feed',
        'main/feed/floor-file',
        'main/feed/fold',
        'main/feed/store',
        'shared/wire',
      ],
      because: feedAlone,
    },
  ],
  [
    'main/feed/imports',
    {
      mayImport: [
        ...domain,
        'main/feed',
        'main/feed/fold',
        'main/feed/ingest',
        'main/feed/store',
        'shared/wire',
      ],
      because: feedAlone,
    },
  ],
  [
    'main/feed/import-files',
    {
      mayImport: [
        ...domain,
        'main/feed',
        'main/feed/connectors',
        'main/feed/fold',
        'main/feed/limits',
        'main/feed/imports',
        'main/feed/ingest',
        'main/feed/store',
        'main/feed/tables',
        'shared/wire',
      ],
      because: 'a file that is dropped is read like a table and taken like an import',
    },
  ],
  [
    'main/feed/inbound',
    {
      mayImport: [
        ...domain,
        'main/feed',
        'main/feed/floor-file',
        'main/feed/fold',
        'main/feed/ingest',
        'main/feed/outbox',
        'main/feed/store',
        'shared/wire',
      ],
      because: 'what is sent becomes facts, which go the way of all facts',
    },
  ],
  [
    'main/feed/access',
    {
      mayImport: ['main', 'main/feed', 'main/feed/store', 'shared/domain/edits', 'shared/wire'],
      because: feedAlone,
    },
  ],
  [
    'main/feed/media',
    {
      mayImport: ['main/feed', 'shared/domain/media', 'shared/wire'],
      because: 'a folder knows files, not what they are for',
    },
  ],
  [
    'main/feed/updates',
    {
      mayImport: ['main/feed', 'main/feed/store', 'shared/wire'],
      because: 'which version a TV runs is no matter of the floor and its numbers',
    },
  ],
  [
    'main/feed/outbox',
    {
      mayImport: [
        ...domain,
        'main/feed',
        'main/feed/access',
        'main/feed/celebrations',
        'main/feed/store',
        'shared/wire',
      ],
      because: feedAlone,
    },
  ],
  [
    'main/feed/control',
    {
      mayImport: [
        'main/feed',
        'main/feed/access',
        'main/feed/fold',
        'main/feed/store',
        'shared/domain/screens',
        'shared/wire',
      ],
      because: feedAlone,
    },
  ],
  [
    'main/feed/coaching-notes',
    {
      mayImport: [...domain, 'main/feed', 'main/feed/fold', 'main/feed/store', 'shared/wire'],
      because: feedAlone,
    },
  ],
  [
    'main/feed/contests',
    {
      mayImport: [
        ...domain,
        'main/feed',
        'main/feed/celebrations',
        'main/feed/fold',
        'main/feed/reports',
        'main/feed/store',
        'shared/wire',
      ],
      because: feedAlone,
    },
  ],
  [
    'main/feed/spiffs',
    {
      mayImport: [
        ...domain,
        'main/feed',
        'main/feed/fold',
        'main/feed/reports',
        'main/feed/store',
        'shared/wire',
      ],
      because: feedAlone,
    },
  ],
  [
    'main/feed/season',
    {
      mayImport: [
        ...domain,
        'main/feed',
        'main/feed/celebrations',
        'main/feed/fold',
        'main/feed/store',
        'shared/wire',
      ],
      because: feedAlone,
    },
  ],
  [
    'main/feed/meetings',
    {
      mayImport: [
        ...domain,
        'main/feed',
        'main/feed/access',
        'main/feed/coaching-notes',
        'main/feed/control',
        'main/feed/fold',
        'main/feed/store',
        'shared/wire',
      ],
      because: feedAlone,
    },
  ],
  [
    'main/feed/awards',
    {
      mayImport: [
        ...domain,
        'main/feed',
        'main/feed/celebrations',
        'main/feed/fold',
        'main/feed/store',
        'shared/wire',
      ],
      because: feedAlone,
    },
  ],
  [
    'main/feed/thanks',
    {
      mayImport: [...domain, 'main/feed', 'main/feed/fold', 'main/feed/store', 'shared/wire'],
      because: feedAlone,
    },
  ],
  [
    'main/feed/by-hand',
    {
      mayImport: [...domain, 'main/feed', 'main/feed/fold', 'main/feed/store', 'shared/wire'],
      because: feedAlone,
    },
  ],
  [
    'main/feed/mending',
    {
      mayImport: [
        ...domain,
        'main/feed',
        'main/feed/edits',
        'main/feed/fold',
        'main/feed/ingest',
        'main/feed/store',
        'shared/wire',
      ],
      because: feedAlone,
    },
  ],
  [
    'main/feed/plans',
    {
      mayImport: [...domain, 'main/feed', 'main/feed/fold', 'main/feed/store', 'shared/wire'],
      because: feedAlone,
    },
  ],
  [
    'main/feed/exceptions',
    {
      mayImport: [
        ...domain,
        'main/feed',
        'main/feed/access',
        'main/feed/fold',
        'main/feed/outbox',
        'main/feed/store',
        'shared/wire',
      ],
      because: feedAlone,
    },
  ],
  [
    'main/feed/events',
    {
      mayImport: [
        ...domain,
        'main/feed',
        'main/feed/exceptions',
        'main/feed/fold',
        'main/feed/ingest',
        'main/feed/outbox',
        'main/feed/store',
        'shared/wire',
      ],
      because: feedAlone,
    },
  ],
  [
    'main/feed/reports',
    {
      mayImport: [...domain, 'main/feed', 'main/feed/access', 'main/feed/fold', 'shared/wire'],
      because: feedAlone,
    },
  ],
  [
    'main/feed/recaps',
    {
      mayImport: [
        ...domain,
        'main/feed',
        'main/feed/access',
        'main/feed/exceptions',
        'main/feed/fold',
        'main/feed/outbox',
        'main/feed/store',
        'shared/wire',
      ],
      because: feedAlone,
    },
  ],
  [
    'main/feed/forecast',
    {
      mayImport: [...domain, 'main/feed', 'main/feed/fold', 'main/feed/store', 'shared/wire'],
      because: feedAlone,
    },
  ],
  [
    'main/feed/metric-changes',
    {
      mayImport: [...domain, 'main/feed', 'main/feed/floor-file', 'main/feed/store', 'shared/wire'],
      because: feedAlone,
    },
  ],
  [
    'main/feed/metric-drafts',
    {
      mayImport: [
        ...domain,
        'main/feed',
        'main/feed/floor-file',
        'main/feed/fold',
        'main/feed/store',
        'shared/wire',
      ],
      because: feedAlone,
    },
  ],
  [
    'main/feed/begin',
    {
      mayImport: [
        ...domain,
        'main/feed/fold',
        'main/feed/imports',
        'main/feed/ingest',
        'main/feed/store',
        'shared/playbook',
        'shared/wire',
      ],
      because: feedAlone,
    },
  ],
  [
    'main/feed/celebrations',
    {
      mayImport: [...domain, 'main/feed', 'main/feed/fold', 'main/feed/store', 'shared/wire'],
      because: feedAlone,
    },
  ],
  [
    'main/feed/api',
    {
      mayImport: [
        'main/feed',
        'main/feed/access',
        'main/feed/begin',
        'main/feed/by-hand',
        'main/feed/awards',
        'main/feed/thanks',
        'main/feed/spiffs',
        'main/feed/celebrations',
        'main/feed/coaching-notes',
        'main/feed/connectors',
        'main/feed/control',
        'main/feed/edits',
        'main/feed/events',
        'main/feed/exceptions',
        'main/feed/floor-file',
        'main/feed/fold',
        'main/feed/limits',
        'main/feed/forecast',
        'main/feed/import-files',
        'main/feed/imports',
        'main/feed/inbound',
        'main/feed/ingest',
        'main/feed/media',
        'main/feed/mending',
        'main/feed/metric-changes',
        'main/feed/metric-drafts',
        'main/feed/contests',
        'main/feed/season',
        'main/feed/meetings',
        'main/feed/outbox',
        'main/feed/plans',
        'main/feed/reports',
        'main/feed/screens',
        'main/feed/store',
        'main/feed/tables',
        'main/feed/updates',
        'shared/domain/edits',
        'shared/domain/floor-file',
        'shared/domain/media',
        'shared/domain/screens',
        'shared/domain/words',
        'shared/wire',
      ],
      because: feedAlone,
    },
  ],
  [
    'main/feed/screens',
    {
      mayImport: [
        'main/feed',
        'main/feed/access',
        'main/feed/control',
        'main/feed/fold',
        'main/feed/ingest',
        'main/feed/store',
        'shared/domain/screens',
        'shared/domain/time',
        'shared/domain/words',
        'shared/wire',
      ],
      because: feedAlone,
    },
  ],
  [
    'main/feed/socket',
    {
      mayImport: [
        'main/feed',
        'main/feed/access',
        'main/feed/celebrations',
        'main/feed/control',
        'main/feed/fold',
        'main/feed/limits',
        'main/feed/screens',
        'shared/domain/screens',
        'shared/wire',
      ],
      because: feedAlone,
    },
  ],
  [
    'main/feed/demo',
    {
      mayImport: [
        ...domain,
        'main/feed',
        'main/feed-client',
        'main/feed/floor-file',
        'shared/playbook',
        'shared/wire',
      ],
      because: 'the demo sends facts like any other source: over HTTP',
    },
  ],

  ['renderer', { mayImport: ['renderer/old-browsers'], because: 'these files run when the pages are built' }],
  [
    'renderer/old-browsers',
    { mayImport: ['shared/domain/words'], because: 'what runs before the wall needs nothing of it' },
  ],
  ['renderer/ui', { mayImport: ['shared/domain/words', 'shared/wire'], because: boardsAlone }],
  [
    'renderer/wall',
    { mayImport: ['renderer/ui', 'shared/domain/words', 'shared/wire'], because: boardsAlone },
  ],
  [
    'renderer/boards',
    { mayImport: ['renderer/ui', 'renderer/wall', ...domain, 'shared/wire'], because: boardsAlone },
  ],
  [
    'renderer/live',
    {
      mayImport: ['shared/domain/screens', 'shared/wire'],
      because: 'the store, the clock and the socket draw nothing',
    },
  ],
  [
    'renderer/tv',
    {
      mayImport: [
        'renderer/boards',
        'renderer/live',
        'renderer/ui',
        'renderer/wall',
        ...domain,
        'shared/wire',
      ],
      because: 'nothing that is shown on a TV needs the gallery',
    },
  ],
  [
    'renderer/gallery',
    {
      mayImport: [
        'renderer',
        'renderer/boards',
        'renderer/live',
        'renderer/tv',
        'renderer/ui',
        'renderer/wall',
        ...domain,
        'shared/wire',
      ],
      because: 'the gallery shows what a TV shows, from samples',
    },
  ],
  [
    'renderer/congratulate',
    {
      mayImport: ['renderer', 'renderer/tv', 'renderer/ui', 'shared/domain/words', 'shared/wire'],
      because: 'it is a page on a phone, which loads nothing that it does not show',
    },
  ],
  [
    'renderer/operator',
    {
      mayImport: [
        'renderer',
        'renderer/console/kit',
        'renderer/console/pages',
        'renderer/console/theme',
        'renderer/console/words',
        'renderer/tv',
        'shared/wire',
      ],
      because: 'whoever runs a deployment sees what a console is made of, and no floor',
    },
  ],
  [
    'renderer/console',
    {
      mayImport: [
        'renderer',
        'renderer/console/api',
        'renderer/console/kit',
        'renderer/console/pages',
        'renderer/console/shell',
        'renderer/console/theme',
        'renderer/console/words',
        'renderer/live',
        'renderer/tv',
        'renderer/ui',
        'shared/wire',
      ],
      because: 'the console puts its rooms together; boards are drawn for it by the TV page',
    },
  ],
  ['renderer/console/theme', { mayImport: ['renderer/live'], because: consoleLayers }],
  ['renderer/console/words', { mayImport: [], because: consoleLayers }],
  [
    'renderer/console/kit',
    { mayImport: ['renderer/console/words', 'renderer/live', 'shared/wire'], because: consoleLayers },
  ],
  [
    'renderer/console/api',
    {
      mayImport: [
        'renderer/live',
        'renderer/console/words',
        'shared/domain/edits',
        'shared/domain/people',
        'shared/domain/screens',
        'shared/wire',
      ],
      because: consoleLayers,
    },
  ],
  [
    'renderer/console/shell',
    {
      mayImport: [
        'renderer/console/api',
        'renderer/console/kit',
        'renderer/console/theme',
        'renderer/console/words',
        'renderer/live',
        'shared/wire',
      ],
      because: consoleLayers,
    },
  ],
  [
    'renderer/console/pages',
    {
      mayImport: [
        ...domain,
        'renderer/console/api',
        'renderer/console/kit',
        'renderer/console/shell',
        'renderer/console/words',
        'renderer/live',
        'renderer/ui',
        'shared/playbook',
        'shared/wire',
      ],
      because: consoleLayers,
    },
  ],
])

/** Who may name a package, as the beginnings of paths. A package that is not listed is anybody's. */
const packages: readonly {
  readonly name: RegExp
  readonly only: readonly string[]
  readonly because: string
}[] = [
  { name: /^electron$/, only: ['main/kiosk/'], because: 'the feed and the wall run without a shell' },
  {
    name: /^libsql$/,
    only: ['main/feed/store/sqlite/'],
    because: 'the rest of the feed knows the port alone',
  },
  {
    name: /^pg$/,
    only: ['main/feed/store/postgres/', 'main/feed/tables/sql/'],
    because: 'the rest of the feed knows the port alone',
  },
  {
    name: /^socket\.io-client$/,
    only: ['renderer/live/feed-socket.ts', 'renderer/console/api/live-line.ts'],
    because: 'the rest of the renderer knows the store alone',
  },
  { name: /^socket\.io$/, only: ['main/feed/socket/'], because: 'the rest of the feed knows no socket' },
  { name: /^react(-dom)?(\/|$)/, only: ['renderer/'], because: 'only the renderer draws' },
  {
    name: /^node:/,
    only: [
      'main/',
      'renderer/vite.config.ts',
      'renderer/gallery/vite.config.ts',
      'renderer/console/vite.config.ts',
      'renderer/congratulate/vite.config.ts',
      'renderer/operator/vite.config.ts',
      'renderer/build-id.ts',
      'renderer/old-browsers/old-browsers.ts',
    ],
    because: 'shared is pure, and the renderer runs in browsers',
  },
]

const roomOf = (path: string): string | undefined => {
  let room: string | undefined = posix.dirname(path)
  while (room !== '.' && !rooms.has(room)) room = posix.dirname(room)
  return room === '.' ? undefined : room
}

const importPattern = /\b(?:from|import)\s*\(?\s*'([^'\n]+)'/g
const importsOf = (file: string): string[] =>
  [...readFileSync(join(root, file), 'utf8').matchAll(importPattern)].flatMap(([, name]) => name ?? [])

/** A sentence for an import that is not allowed, or null. */
const refusal = (file: string, name: string): string | null => {
  if (!name.startsWith('.')) {
    const rule = packages.find((each) => each.name.test(name))
    if (!rule || rule.only.some((path) => file.startsWith(path))) return null
    return `${file} may not import "${name}", only ${rule.only.join(' and ')} may: ${rule.because}.`
  }
  const target = posix.join(dirname(file), name)
  const [from, to] = [roomOf(file), roomOf(target)]
  if (from === undefined)
    return `${file} lies in no room: put it in one, or add its folder to scripts/rooms.test.ts.`
  if (to === from || /\.(json|wav)$/.test(target)) return null
  if (to !== undefined && rooms.get(from)?.mayImport.includes(to)) return null
  return `${file} may not import ${target}, for ${from} may not import ${to ?? 'what lies in no room'}: ${rooms.get(from)?.because}.`
}

const sources = ['shared', 'main', 'renderer'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => posix.join(folder, path.replaceAll('\\', '/')))
    .filter((path) => /\.tsx?$/.test(path) && !/(\.test\.tsx?|-suite\.ts)$/.test(path)),
)

test('every import is one that the rooms allow', () => {
  expect(sources.flatMap((file) => importsOf(file).flatMap((name) => refusal(file, name) ?? []))).toEqual([])
})

test('an import that is not allowed is refused in a sentence', () => {
  expect(refusal('shared/domain/time/zone.ts', '../boards/face.ts')).toBe(
    'shared/domain/time/zone.ts may not import shared/domain/boards/face.ts, for shared/domain/time may not import ' +
      'shared/domain/boards: the rooms of the domain are in layers, and a lower one knows nothing of those above it.',
  )
  expect(refusal('main/feed/api/guard.ts', 'libsql')).toBe(
    'main/feed/api/guard.ts may not import "libsql", only main/feed/store/sqlite/ may: the rest of the feed knows ' +
      'the port alone.',
  )
  expect(refusal('renderer/boards/wins/wins.tsx', '../../live/store.ts')).toContain(
    'may not import renderer/live',
  )
})

test('the domain has no file outside its rooms but the rules', () => {
  const entries = readdirSync(join(root, 'shared/domain'), { withFileTypes: true })
  expect(entries.filter((entry) => entry.isFile()).map(({ name }) => name)).toEqual(['RULES.md'])
})
