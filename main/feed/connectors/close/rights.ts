// What a key of Close has to be able to read, and how each is tried. A key sees what the person who made it sees.
import type { SourceObject } from '../../../../shared/wire/source.ts'
import type { SourceRight } from '../../../../shared/wire/sources.ts'
import { SourceTrouble } from '../source-trouble.ts'
import type { CloseApi } from './close-api.ts'

interface Right {
  readonly scope: string
  readonly why: string
  /** What it is for; null: for all. */
  readonly of: SourceObject | null
  readonly probe: (api: CloseApi) => Promise<unknown>
}

const noFilter = { from: null, to: null, skip: 0 } as const

export const rights: readonly Right[] = [
  {
    scope: 'Event log',
    why: 'what was changed and deleted',
    of: null,
    probe: (api) => api.events('deleted opportunities', { since: 0 }),
  },
  { scope: 'Users', why: 'who owns a deal, a call or a meeting', of: null, probe: (api) => api.owners() },
  {
    scope: 'Opportunities',
    why: 'deals: value, status, owner, closing date',
    of: 'deals',
    probe: (api) => api.opportunities({ ...noFilter, status: null, won: null }),
  },
  {
    scope: 'Pipelines',
    why: 'pipelines, and which of their statuses are won or lost',
    of: 'deals',
    probe: (api) => api.pipelines(),
  },
  {
    scope: 'Calls',
    why: 'calls: how long, and what came of them',
    of: 'calls',
    probe: (api) => api.activities('call', noFilter),
  },
  {
    scope: 'Meetings',
    why: 'meetings: when, and whether they took place',
    of: 'meetings',
    probe: (api) => api.activities('meeting', noFilter),
  },
  {
    scope: 'Emails',
    why: 'e-mails: when they were sent, and by whom; nothing of what is in them',
    of: 'emails',
    probe: (api) => api.activities('email', noFilter),
  },
]

export const tryRights = async (api: CloseApi, reads: ReadonlySet<SourceObject>): Promise<SourceRight[]> => {
  const found: SourceRight[] = []
  for (const { scope, why, of, probe } of rights) {
    if (of !== null && !reads.has(of)) continue
    try {
      await probe(api)
      found.push({ scope, why, needed: true, granted: true })
    } catch (error) {
      if (!(error instanceof SourceTrouble) || error.kind !== 'rights') throw error
      found.push({ scope, why, needed: true, granted: false })
    }
  }
  return found
}
