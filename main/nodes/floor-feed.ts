// Opens the feed of a floor that this node owns: its folder as the database keeps it, its log there, and no port of its own.
import { join } from 'node:path'
import type { FloorLimits } from '../../shared/wire/floor-limits.ts'
import { startFeed } from '../feed/feed.ts'
import type { FeedConfig, FrontedServer } from '../feed/feed-config.ts'
import type { DatabaseNode, FloorLease, NodeFloor } from '../feed/store/postgres/database-node.ts'
import { openFloorUsage } from '../feed/store/postgres/floor-size.ts'
import { openKeptFolder } from '../feed/store/postgres/kept-in-database.ts'
import { openPostgresStore } from '../feed/store/postgres/open-postgres-store.ts'
import type { DeploymentKey } from './deployment-key.ts'
import type { IdleServers } from './idle-servers.ts'
import type { OpenFloor } from './open-floors.ts'

/** What the feeds of all floors have alike. */
export type FloorFeedConfig = Pick<
  FeedConfig,
  | 'clock'
  | 'logger'
  | 'rendererDir'
  | 'sheetFontsDir'
  | 'fileThreadCode'
  | 'version'
  | 'oidc'
  | 'mail'
  | 'allowLocalWebhooks'
  | 'slackApi'
  | 'hubspotApi'
  | 'sourceApis'
>

interface FloorFeedParts {
  readonly node: DatabaseNode
  readonly key: DeploymentKey
  /** Where copies of the floors' folders lie; what is in it is made anew. */
  readonly copies: string
  /** How people reach a floor of this name: an origin. */
  readonly originOf: (name: string) => string
  /** What a floor may use, as it was seen last. */
  readonly limitsOf: (floor: number) => FloorLimits
  /** Closes the floor and gives it up: whoever takes it next finds what the database keeps. */
  readonly letGo: (floor: number) => void
  readonly idle: Pick<IdleServers, 'add'>
  readonly config: FloorFeedConfig
}

/** What the front found out stands in the headers of each request, and comes from nowhere else. */
const fromTheFront = { kind: 'proxy', address: '0.0.0.0/0,::/0' } as const

export const createOpenFloor =
  ({ node, key, copies, originOf, limitsOf, letGo, idle, config }: FloorFeedParts) =>
  async (floor: NodeFloor, lease: FloorLease): Promise<OpenFloor> => {
    const logger = config.logger.child({ floor: floor.name })
    const kept = await openKeptFolder({
      ...{ database: node.database, floor: floor.floor, node: node.id },
      folder: join(copies, String(floor.floor)),
      onError: (what: string, error: unknown) => logger.error({ err: error }, what),
      onAbandoned: () => letGo(floor.floor),
    })
    const usage = openFloorUsage(node.database, floor.floor, (error) =>
      logger.warn({ err: error }, 'what the floor keeps cannot be measured'),
    )
    let fronted: FrontedServer | null = null
    try {
      const feed = await startFeed({
        ...config,
        logger,
        dataDir: kept.folder,
        kept,
        host: '127.0.0.1',
        port: 0,
        transport: fromTheFront,
        publicUrl: originOf(floor.name),
        secretKey: key.text,
        limits: () => limitsOf(floor.floor),
        usedBytes: usage.bytes,
        firstAdminSecret: key.firstAdminSecret(lease.claimed.identity),
        openLog: (parts) => openPostgresStore({ node, lease, ...parts }),
        front: {
          url: node.url,
          take: (taken) => {
            fronted = taken
          },
        },
      })
      if (fronted === null) throw new Error('the feed of a floor takes no requests')
      const { server } = fronted
      const forget = idle.add(fronted)
      return {
        floor,
        server,
        feed,
        close: async () => {
          forget()
          usage.close()
          await feed.close()
          await kept.close()
        },
      }
    } catch (error) {
      usage.close()
      await kept.close()
      throw error
    }
  }
