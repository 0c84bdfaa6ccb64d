// Salesforce's Pub/Sub API on a real gRPC server: it lets in by session, gives events only as many as were asked for, and loses
// streams when it is told to.
import {
  Server,
  ServerCredentials,
  type ServerDuplexStream,
  type ServiceDefinition,
  status,
  type UntypedServiceImplementation,
} from '@grpc/grpc-js'
import { pubSubService } from '../../main/feed/connectors/salesforce/pub-sub-protocol.ts'

interface Fetch {
  readonly topicName: string
  readonly replayPreset: string
  readonly numRequested: number
}

interface Subscriber {
  readonly stream: ServerDuplexStream<Fetch, object>
  readonly topic: string
  outstanding: number
}

export interface PubSubStandIn {
  readonly address: string
  /** What each stream came with, oldest first. */
  readonly opened: {
    readonly token: string
    readonly instance: string
    readonly tenant: string
    readonly topic: string
  }[]
  /** Sessions that it takes. */
  readonly tokens: ReadonlySet<string>
  /** Topics that it has. */
  readonly topics: Set<string>
  /** How many events subscribers still take. */
  outstanding(): number
  /** An event; false where nobody takes one. */
  tell(): boolean
  /** That it lives, without an event. */
  keepAlive(): void
  /** Every stream ends with that. */
  lose(code: number): void
  close(): void
}

export const startPubSubStandIn = async (tokens: ReadonlySet<string>): Promise<PubSubStandIn> => {
  const subscribers = new Set<Subscriber>()
  const opened: PubSubStandIn['opened'] = []
  const topics = new Set(['/data/OpportunityChangeEvent'])

  const subscribeTo = (stream: ServerDuplexStream<Fetch, object>): void => {
    const header = (name: string): string => String(stream.metadata.get(name)[0] ?? '')
    let own: Subscriber | null = null
    const refuse = (code: number, details: string): void => void stream.emit('error', { code, details })
    stream.on('data', ({ topicName, numRequested }: Fetch) => {
      if (own === null) {
        opened.push({
          token: header('accesstoken'),
          instance: header('instanceurl'),
          tenant: header('tenantid'),
          topic: topicName,
        })
        if (!tokens.has(header('accesstoken'))) return refuse(status.UNAUTHENTICATED, 'session expired')
        if (!topics.has(topicName)) return refuse(status.NOT_FOUND, `no topic ${topicName}`)
        own = { stream, topic: topicName, outstanding: 0 }
        subscribers.add(own)
      }
      own.outstanding += numRequested
      if (own.outstanding > 100) refuse(status.INVALID_ARGUMENT, 'more than 100 events requested')
    })
    const gone = (): void => {
      if (own !== null) subscribers.delete(own)
    }
    stream.on('cancelled', gone)
    stream.on('end', () => {
      gone()
      stream.end()
    })
  }

  const server = new Server()
  const service = { Subscribe: subscribeTo } as unknown as UntypedServiceImplementation
  server.addService(pubSubService as unknown as ServiceDefinition, service)
  const port = await new Promise<number>((done, fail) =>
    server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, bound) =>
      error === null ? done(bound) : fail(error),
    ),
  )
  const say = (subscriber: Subscriber, events: readonly object[]): void =>
    void subscriber.stream.write({
      events,
      latestReplayId: Buffer.from([1]),
      rpcId: 'rpc',
      pendingNumRequested: subscriber.outstanding,
    })
  return {
    address: `127.0.0.1:${port}`,
    opened,
    tokens,
    topics,
    outstanding: () => [...subscribers].reduce((sum, { outstanding }) => sum + outstanding, 0),
    tell: () => {
      let isTaken = false
      for (const subscriber of subscribers) {
        if (subscriber.outstanding === 0) continue
        subscriber.outstanding -= 1
        isTaken = true
        say(subscriber, [
          { event: { id: 'x', schemaId: 's', payload: Buffer.from([2]) }, replayId: Buffer.from([1]) },
        ])
      }
      return isTaken
    },
    keepAlive: () => {
      for (const subscriber of subscribers) say(subscriber, [])
    },
    lose: (code) => {
      for (const { stream } of subscribers) stream.emit('error', { code, details: 'lost' })
      subscribers.clear()
    },
    close: () => server.forceShutdown(),
  }
}
