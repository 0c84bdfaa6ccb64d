// What a token of Pipedrive has to be able to do, and how each is tried. A token has no rights of its own: it is whoever made it.
import type { SourceObject } from '../../../../shared/wire/source.ts'
import type { SourceRight } from '../../../../shared/wire/sources.ts'
import { SourceTrouble } from '../source-trouble.ts'
import type { PipedriveApi, PipedriveList } from './pipedrive-api.ts'

interface Right {
  /** As Pipedrive's settings call it. */
  readonly scope: string
  readonly why: string
  readonly needed: boolean
  /** What it is for; null: for all. */
  readonly of: readonly SourceObject[] | null
  /** False: it is not there. */
  readonly probe: (api: PipedriveApi) => Promise<boolean>
}

const canList =
  (list: PipedriveList) =>
  async (api: PipedriveApi): Promise<boolean> => {
    await api.list(list, {
      since: null,
      until: null,
      status: null,
      newestFirst: true,
      limit: 1,
      cursor: null,
    })
    return true
  }

export const rights: readonly Right[] = [
  {
    scope: 'Use API',
    why: 'the permission by which a token is taken at all',
    needed: true,
    of: null,
    probe: async (api) => {
      await api.me()
      return true
    },
  },
  {
    scope: 'Deals admin',
    why: 'the deals of everybody: a token sees what the person who made it sees',
    needed: false,
    of: ['deals'],
    probe: async (api) => (await api.me()).isAdmin,
  },
  {
    scope: 'Users',
    why: 'who owns a deal, a call or a meeting',
    needed: true,
    of: null,
    probe: async (api) => {
      await api.owners()
      return true
    },
  },
  {
    scope: 'Deals',
    why: 'deals: value, stage, owner, when they were won or lost',
    needed: true,
    of: ['deals'],
    probe: canList('deals'),
  },
  {
    scope: 'Archived deals',
    why: 'deals that were won, and archived since',
    needed: true,
    of: ['deals'],
    probe: canList('archived'),
  },
  {
    scope: 'Pipelines and stages',
    why: 'what pipelines and stages are called',
    needed: true,
    of: ['deals'],
    probe: async (api) => {
      await api.pipelines()
      return true
    },
  },
  {
    scope: 'Activities',
    why: 'calls, meetings and e-mails that are done: when, and how long',
    needed: true,
    of: ['calls', 'meetings', 'emails'],
    probe: canList('activities'),
  },
]

export const tryRights = async (
  api: PipedriveApi,
  reads: ReadonlySet<SourceObject>,
): Promise<SourceRight[]> => {
  const found: SourceRight[] = []
  for (const { scope, why, needed, of, probe } of rights) {
    if (of !== null && !of.some((object) => reads.has(object))) continue
    try {
      found.push({ scope, why, needed, granted: await probe(api) })
    } catch (error) {
      if (!(error instanceof SourceTrouble) || error.kind !== 'rights') throw error
      found.push({ scope, why, needed, granted: false })
    }
  }
  return found
}
