// E-mails of every vendor that has them: only where somebody asks for them, and nothing of what they say.
import { afterEach, describe, expect, test } from 'vitest'
import { openCloseWorld } from '../../../test/connectors/close-world.ts'
import { openHubSpotWorld } from '../../../test/connectors/hubspot-world.ts'
import { openPipedriveWorld } from '../../../test/connectors/pipedrive-world.ts'
import { openSalesforceWorld } from '../../../test/connectors/salesforce-world.ts'
import { secretWords } from '../../../test/connectors/secret-words.ts'
import { type TestClock, testClock } from '../../../test/floors/open-test-floor.ts'
import { floorWithSource, openSourceRig, type SourceRig, type VendorWorld } from './connector-suite.ts'

const minute = 60_000
const all = ', reads: [deals, calls, meetings, emails]'
const sentAt = '2026-11-19T14:50:00.000Z'

let closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.reverse()) await close()
  closing = []
})

const open = async <World extends VendorWorld>(
  openWorld: (clock: TestClock) => Promise<World>,
  fill: (world: World) => void,
  more: string,
): Promise<{ readonly rig: SourceRig; readonly world: World }> => {
  const clock = testClock('2026-11-20T15:00:00Z')
  const world = await openWorld(clock)
  closing.push(world.close)
  fill(world)
  clock.forward(20 * minute)
  const address = world.address === undefined ? '' : `, address: "${world.address}"`
  const rig = await openSourceRig(world, clock, floorWithSource(world.vendor, address + more))
  closing.push(rig.close)
  await rig.runFor(minute, 2)
  expect(JSON.stringify([...rig.facts()])).not.toContain(secretWords)
  return { rig, world }
}
/** What became of them: by id, what they are and whose. */
const emailsIn = (rig: SourceRig): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...rig.facts()].flatMap(([id, fact]) =>
      fact.type === 'activity' ? [[id, `${fact.kind} of ${fact.credits[0]?.rep} at ${fact.at}`]] : [],
    ),
  )

describe('[N97] [N98] e-mails', () => {
  const fillHubSpot = ({ standIn }: Awaited<ReturnType<typeof openHubSpotWorld>>): void => {
    const put = (id: string, direction: string, status: string | null): string =>
      standIn.put(
        'emails',
        {
          hs_timestamp: sentAt,
          hs_email_direction: direction,
          hs_email_status: status,
          hs_email_subject: secretWords,
          hubspot_owner_id: '71',
        },
        id,
      )
    put('1', 'EMAIL', 'SENT')
    put('2', 'EMAIL', null)
    put('3', 'INCOMING_EMAIL', null)
    for (const [index, status] of ['SCHEDULED', 'FAILED', 'BOUNCED'].entries())
      put(String(4 + index), 'EMAIL', status)
    put('7', 'FORWARDED_EMAIL', 'SENT')
  }

  test('of HubSpot are what was sent and what answered it; what is in them is not asked for', async () => {
    const { rig, world } = await open(openHubSpotWorld, fillHubSpot, all)
    const whose = `of priya@northwind.test at ${sentAt}`
    expect(emailsIn(rig)).toEqual({
      'email:1': `email ${whose}`,
      'email:2': `email ${whose}`,
      'email:3': `reply ${whose}`,
    })
    world.standIn.put('emails', { hs_email_status: 'SENT' }, '4')
    world.standIn.archive('emails', '1')
    await rig.runFor(minute)
    expect(Object.keys(emailsIn(rig)).sort()).toEqual(['email:2', 'email:3', 'email:4'])
    const asked = [...world.standIn.properties].filter((name) => name.includes('email'))
    expect(asked.sort()).toEqual(['hs_email_direction', 'hs_email_status'])
  })

  test('are not read where nobody asks for them, nor is their right missed', async () => {
    const { rig, world } = await open(openHubSpotWorld, fillHubSpot, '')
    world.standIn.lacking.add('crm.objects.contacts.read')
    await rig.runFor(minute)
    expect(emailsIn(rig)).toEqual({})
    expect(world.standIn.calls.filter((call) => call.includes('email'))).toEqual([])
    expect(rig.desk.answer().sources[0]?.state).toBe('ok')
    const [source] = rig.floor.floor.current().file.sources
    if (source === undefined) throw new Error('no source')
    const tried = async (reads: typeof source.reads) =>
      (await rig.desk.tryOut({ settings: { ...source, reads } })).rights.map(({ scope, granted }) => [
        scope,
        granted,
      ])
    const right = ['crm.objects.contacts.read', false]
    expect(await tried(source.reads)).not.toContainEqual(right)
    expect(await tried(['deals', 'emails'])).toContainEqual(right)
  })

  test('of Salesforce are tasks, and which way they went stands in another object, where there is one', async () => {
    type World = Awaited<ReturnType<typeof openSalesforceWorld>>
    const fill = ({ standIn, people }: World): void => {
      const put = (message: { readonly incoming: boolean; readonly to: string | null } | null): string => {
        const id = standIn.put('Task', {
          TaskSubtype: 'Email',
          IsClosed: true,
          ActivityDate: '2026-11-19',
          CompletedDateTime: sentAt.replace('Z', '+0000'),
          CallDurationInSeconds: null,
          OwnerId: people.priya,
          IsRecurrence: false,
        })
        if (message !== null)
          standIn.put('EmailMessage', {
            ActivityId: id,
            Incoming: message.incoming,
            ReplyToEmailMessageId: message.to,
            Subject: secretWords,
            TextBody: secretWords,
          })
        return id
      }
      put(null)
      put({ incoming: false, to: null })
      put({ incoming: true, to: '02sKj0000000001IAQ' })
      put({ incoming: true, to: null })
    }
    const kindsIn = (rig: SourceRig): string[] =>
      Object.values(emailsIn(rig)).map((words) => words.slice(0, words.indexOf(' of ')))
    const { rig, world } = await open(openSalesforceWorld, fill, all)
    expect(kindsIn(rig).sort()).toEqual(['email', 'email', 'incoming email', 'reply'])
    expect(world.standIn.calls.filter((call) => /Subject|TextBody|Address/.test(call))).toEqual([])
    // Calls are tasks, too: what was deleted of these is asked for once.
    const before = world.standIn.calls.length
    await rig.runFor(6 * minute, 6)
    const lists = world.standIn.calls.slice(before).filter((call) => call.includes('/Task/deleted/'))
    expect(lists).toHaveLength(1)
    const without = await open(
      openSalesforceWorld,
      (other) => {
        other.standIn.hidden.add('EmailMessage')
        fill(other)
      },
      all,
    )
    expect(kindsIn(without.rig)).toEqual(['email', 'email', 'email', 'email'])
  })

  test('of Pipedrive are what somebody marked as done', async () => {
    type World = Awaited<ReturnType<typeof openPipedriveWorld>>
    const fill = ({ standIn }: World): void => {
      const email = { subject: secretWords, type: 'email', owner_id: 71, deal_id: null }
      const done = { done: true, marked_as_done_time: '2026-11-19T14:50:00Z' }
      standIn.put('activities', { ...email, ...done, update_time: '2026-11-19T14:50:00Z' })
      standIn.put('activities', { ...email, done: false, marked_as_done_time: null })
    }
    const { rig } = await open(openPipedriveWorld, fill, all)
    expect(Object.values(emailsIn(rig))).toEqual([`email of priya@northwind.test at ${sentAt}`])
    const without = await open(openPipedriveWorld, fill, '')
    expect(emailsIn(without.rig)).toEqual({})
  })

  test('of Close are what was sent and what came in; of each only some fields are asked for', async () => {
    type World = Awaited<ReturnType<typeof openCloseWorld>>
    const put = ({ standIn }: World, status: string, to: string | null): string =>
      standIn.put('email', {
        user_id: 'user_71',
        activity_at: sentAt,
        status,
        in_reply_to_id: to,
        subject: secretWords,
        body_text: secretWords,
      })
    const { rig, world } = await open(
      openCloseWorld,
      (each) => {
        put(each, 'sent', null)
        put(each, 'inbox', 'acti_before')
        put(each, 'inbox', null)
        put(each, 'draft', null)
      },
      all,
    )
    const kinds = (): string[] =>
      Object.values(emailsIn(rig))
        .map((words) => words.slice(0, words.indexOf(' of ')))
        .sort()
    expect(kinds()).toEqual(['email', 'incoming email', 'reply'])
    const draft = [...world.standIn.rows.email.values()].find(({ fields }) => fields['status'] === 'draft')
    world.standIn.put('email', { status: 'sent' }, draft?.id)
    await rig.runFor(minute)
    expect(kinds()).toEqual(['email', 'email', 'incoming email', 'reply'])
    const asked = world.standIn.calls.filter((call) => call.includes('/activity/email/'))
    expect(asked.length).toBeGreaterThan(1)
    for (const call of asked) expect(call).toContain('_fields=id%2Cuser_id%2Cstatus')
  })
})
