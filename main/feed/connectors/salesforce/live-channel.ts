// Salesforce's Pub/Sub API: a stream that says within a second that a deal changed, where an admin has chosen the object for
// Change Data Capture. What it says is a hint, and what changed is read as always: so no event is decoded, none is asked for again
// after the stream was lost, and where there is none, nothing is missing but seconds.
import { type ChannelCredentials, Client, credentials, Metadata, status } from '@grpc/grpc-js'
import { SourceTrouble } from '../source-trouble.ts'
import type { VendorClient } from '../vendor-client.ts'
import { waitAfter } from '../wait-after.ts'
import { textIn } from './answers.ts'
import { type FetchRequest, FetchResponse, subscribe } from './pub-sub-protocol.ts'
import type { SalesforceApi } from './salesforce-api.ts'
import { soql } from './soql.ts'

export interface ChannelServer {
  readonly address: string
  readonly credentials: ChannelCredentials
}

/** The same for all of Salesforce's own addresses; of any other nobody knows where its channel is. */
export const pubSubOf = (instance: string): ChannelServer | null =>
  /^https:\/\/[^/]+\.salesforce\.com$/i.test(instance)
    ? { address: 'api.pubsub.salesforce.com:7443', credentials: credentials.createSsl() }
    : null

export interface LiveChannelParts {
  readonly client: Pick<VendorClient, 'session'>
  readonly api: Pick<SalesforceApi, 'rows'>
  readonly hear: () => void
  readonly serverOf: (instance: string) => ChannelServer | null
  /** 0 to 1. */
  readonly random: () => number
  /** A stream that is silent for longer is lost, ms. */
  readonly silentMs?: number
}

const topicName = '/data/OpportunityChangeEvent'
/** Salesforce lets no more be outstanding. */
const mostEvents = 100
/** It says within 270 seconds that it lives. */
const usualSilentMs = 300_000
/** The object is not chosen for Change Data Capture, or the day's events are used up: an admin may change that. */
const laterMs = 3_600_000

/** A session that is over is renewed; one that is never taken is no matter of sessions. */
const mostRefused = 2

const isUnavailableHere = (code: number): boolean =>
  code === status.NOT_FOUND ||
  code === status.PERMISSION_DENIED ||
  code === status.INVALID_ARGUMENT ||
  code === status.UNIMPLEMENTED ||
  code === status.RESOURCE_EXHAUSTED ||
  code === status.FAILED_PRECONDITION

export interface LiveChannel {
  /** Where signing in was refused, nothing is tried until that is over: a pull has gone well. */
  resume(): void
  close(): void
}

export const openLiveChannel = (parts: LiveChannelParts): LiveChannel => {
  const { client, api, hear, serverOf, random, silentMs = usualSilentMs } = parts
  let closed = false
  let failures = 0
  let isStopped = false
  /** Sessions in a row that it did not take. */
  let refused = 0
  let organization: string | null = null
  let timer: NodeJS.Timeout | undefined
  let channel: Client | null = null

  const later = (ms: number): void => {
    clearTimeout(timer)
    if (closed) return
    timer = setTimeout(() => void open(), ms)
    timer.unref()
  }

  const lost = (code: number): void => {
    channel?.close()
    channel = null
    failures += 1
    refused = code === status.UNAUTHENTICATED ? refused + 1 : 0
    later(isUnavailableHere(code) || refused > mostRefused ? laterMs : waitAfter(failures, null, random()))
  }

  const organizationId = async (): Promise<string> => {
    const [row] = await api.rows(soql({ select: ['Id'], from: 'Organization', limit: 1 }))
    return (row && textIn(row, 'Id')) ?? ''
  }

  const metadata = async (): Promise<{
    readonly server: ChannelServer
    readonly metadata: Metadata
  } | null> => {
    const { headers, api: instance } = await client.session(refused > 0)
    const server = serverOf(instance)
    if (server === null) return null
    organization ??= await organizationId()
    const found = new Metadata()
    found.set('accesstoken', headers['authorization']?.replace(/^Bearer /, '') ?? '')
    found.set('instanceurl', instance)
    found.set('tenantid', organization)
    return { server, metadata: found }
  }

  const open = async (): Promise<void> => {
    let to: Awaited<ReturnType<typeof metadata>>
    try {
      to = await metadata()
    } catch (error) {
      // The pull has the same trouble, and tells of it.
      isStopped = error instanceof SourceTrouble && error.kind === 'sign-in'
      if (!isStopped) lost(status.UNAVAILABLE)
      return
    }
    if (closed || to === null) return
    const own = new Client(to.server.address, to.server.credentials)
    channel = own
    const stream = own.makeBidiStreamRequest(subscribe.path, subscribe.write, subscribe.read, to.metadata)
    let isOver = false
    const end = (code: number): void => {
      if (isOver) return
      isOver = true
      stream.cancel()
      lost(code)
    }
    const watch = (): void => {
      clearTimeout(timer)
      if (closed) return
      timer = setTimeout(() => end(status.DEADLINE_EXCEEDED), silentMs)
      timer.unref()
    }
    // Counted here: several answers may be under way when more are asked for.
    let outstanding = 0
    const askMore = (request: FetchRequest): void => {
      outstanding += request.numRequested
      stream.write(request)
    }
    stream.on('data', (said: unknown) => {
      const { data } = FetchResponse.safeParse(said)
      if (isOver || data === undefined) return
      failures = 0
      refused = 0
      watch()
      if (data.events.length > 0) hear()
      outstanding -= data.events.length
      if (outstanding < mostEvents / 2) askMore({ numRequested: mostEvents - outstanding })
    })
    stream.on('error', (error) => end('code' in error ? Number(error.code) : status.UNKNOWN))
    stream.on('end', () => end(status.OK))
    watch()
    askMore({ topicName, replayPreset: 'LATEST', numRequested: mostEvents })
  }

  void open()
  return {
    resume: () => {
      if (!isStopped) return
      isStopped = false
      later(0)
    },
    close: () => {
      closed = true
      clearTimeout(timer)
      channel?.close()
    },
  }
}
