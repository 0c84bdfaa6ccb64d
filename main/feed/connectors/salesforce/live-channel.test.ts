import { credentials, status } from '@grpc/grpc-js'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type PubSubStandIn, startPubSubStandIn } from '../../../../test/connectors/pub-sub-stand-in.ts'
import {
  goodKeys,
  type SalesforceStandIn,
  startSalesforceStandIn,
} from '../../../../test/connectors/salesforce-stand-in.ts'
import { eventually } from '../../../../test/eventually.ts'
import { createSendRequest } from '../send-request.ts'
import { createCallBudget, createVendorClient } from '../vendor-client.ts'
import { faultIn } from './faults.ts'
import { type LiveChannel, openLiveChannel, pubSubOf } from './live-channel.ts'
import { createSalesforceApi } from './salesforce-api.ts'
import { signIn } from './sign-in.ts'

let salesforce: SalesforceStandIn
let pubSub: PubSubStandIn
let channel: LiveChannel | null = null
let heard = 0

beforeEach(async () => {
  heard = 0
  salesforce = await startSalesforceStandIn(Date.now)
  salesforce.put('Organization', { Name: 'Northwind' })
  pubSub = await startPubSubStandIn(salesforce.tokens)
})
afterEach(async () => {
  channel?.close()
  channel = null
  pubSub.close()
  await salesforce.close()
})

const open = (silentMs?: number): void => {
  const send = createSendRequest({ allowLocal: true })
  const client = createVendorClient({
    vendor: 'Salesforce',
    secrets: [],
    signIn: async () => {
      const parts = { keys: goodKeys, address: '', api: salesforce.url, send, now: Date.now(), as: null }
      return { api: salesforce.url, ...(await signIn(parts)) }
    },
    send,
    budget: createCallBudget({ perDay: null, now: Date.now }),
    spacingMs: { usual: 0, search: 0 },
    now: Date.now,
    sleep: async () => undefined,
    newKey: '',
    giveRights: '',
    faultIn,
  })
  channel = openLiveChannel({
    client,
    api: createSalesforceApi(client),
    hear: () => {
      heard += 1
    },
    serverOf: () => ({ address: pubSub.address, credentials: credentials.createInsecure() }),
    random: () => 0,
    ...(silentMs !== undefined && { silentMs }),
  })
}
const subscribed = (times: number) =>
  eventually(() => {
    expect(pubSub.opened).toHaveLength(times)
    expect(pubSub.outstanding()).toBe(100)
  })

test('[N67] each event is heard, however many come, and more are asked for in time', async () => {
  open()
  await subscribed(1)
  expect(pubSub.opened).toEqual([
    {
      token: [...salesforce.tokens][0],
      instance: salesforce.url,
      tenant: [...(salesforce.rows['Organization']?.keys() ?? [])][0],
      topic: '/data/OpportunityChangeEvent',
    },
  ])
  pubSub.keepAlive()
  let told = 0
  await eventually(() => {
    while (told < 250 && pubSub.tell()) told += 1
    expect(told).toBe(250)
  })
  await eventually(() => expect(heard).toBe(250))
  expect(pubSub.opened).toHaveLength(1)
})

test('[N67] a stream that is lost, or whose session is over, opens again by itself', async () => {
  open()
  await subscribed(1)
  pubSub.lose(status.UNAVAILABLE)
  await subscribed(2)
  salesforce.tokens.clear()
  pubSub.lose(status.UNAUTHENTICATED)
  await subscribed(3)
  expect(pubSub.opened[2]?.token).not.toBe(pubSub.opened[0]?.token)
  expect(pubSub.tell()).toBe(true)
  await eventually(() => expect(heard).toBe(1))
})

test('[N67] [N11] where signing in is refused, it waits for a pull that goes well', async () => {
  salesforce.refusal = { error: 'invalid_client', error_description: 'invalid client credentials' }
  open()
  await eventually(() => expect(salesforce.grants).toHaveLength(1))
  for (let asked = 0; asked < 20; asked++) await fetch(salesforce.url).then((reply) => reply.text())
  expect([salesforce.grants.length, pubSub.opened.length]).toEqual([1, 0])
  salesforce.refusal = null
  channel?.resume()
  await subscribed(1)
})

test('[N67] a stream that says nothing for too long is lost', async () => {
  open(50)
  await eventually(() => expect(pubSub.opened.length).toBeGreaterThan(2))
})

test('[N67] where the object is not chosen for change events, it is left alone', async () => {
  pubSub.topics.clear()
  open()
  await eventually(() => expect(pubSub.opened).toHaveLength(1))
  // Something else that takes as long as another try would.
  pubSub.topics.add('/data/OpportunityChangeEvent')
  for (let asked = 0; asked < 20; asked++) await fetch(salesforce.url).then((reply) => reply.text())
  expect(pubSub.opened).toHaveLength(1)
})

test('[N67] is opened at Salesforce’s own addresses alone', () => {
  expect(pubSubOf('https://northwind.my.salesforce.com')?.address).toBe('api.pubsub.salesforce.com:7443')
  for (const other of [
    'http://127.0.0.1:9',
    'https://salesforce.com.evil.test',
    'https://my.salesforce.com/x',
  ])
    expect(pubSubOf(other)).toBeNull()
})
