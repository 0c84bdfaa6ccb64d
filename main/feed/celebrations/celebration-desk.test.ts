import { afterEach, describe, expect, test } from 'vitest'
import { NewCelebration } from '../../../shared/wire/celebrations/api.ts'
import type { CelebrateMessage } from '../../../shared/wire/celebrations/view.ts'
import { type CelebratingFloor, openCelebratingFloor } from '../../../test/floors/open-celebrating-floor.ts'
import { type TestClock, testClock } from '../../../test/floors/open-test-floor.ts'
import { smallFloorText } from '../../../test/floors/small-floor.ts'
import type { Clock } from '../clock.ts'
import type { DecidedCelebration } from './decided-celebration.ts'
import { createCelebrationJudge } from './entry-judge.ts'

const cleanUps: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0)) await cleanUp()
})

/** 10:00 in New York. */
const morning = '2026-11-20T15:00:00Z'

interface More {
  readonly clock?: TestClock
  readonly text?: string
  readonly createJudge?: typeof createCelebrationJudge
}

const open = async (rules: readonly string[], more: More = {}) => {
  const { clock = testClock(morning), text = smallFloorText } = more
  const sent: DecidedCelebration[] = []
  const corrected: [string, string][] = []
  const floor = await openCelebratingFloor(
    clock,
    `${text}celebrations:\n${rules.map((rule) => `  - ${rule}\n`).join('')}`,
    {
      celebrate: async (celebration) => void sent.push(celebration),
      takeBack: async (id, why) => void corrected.push([id, why]),
      write: async () => undefined,
    },
    more.createJudge,
  )
  cleanUps.push(floor.close)
  return { floor, clock, sent, corrected }
}
const bigDeal = '{ id: big, name: Big deal, on: { over: 500 }, seconds: 6 }'
const goal = '{ id: goal, name: Goal, on: { metric: revenue, window: quarter, crosses: goal }, seconds: 6 }'

const deal = (id: string, rep: string, dollars: number, more: object = {}) => ({
  source: 'crm',
  id,
  type: 'deal',
  status: 'won',
  account: 'Northwind',
  createdAt: '2026-10-01T09:00:00Z',
  closedAt: '2026-11-20T14:59:00Z',
  amount: { minor: dollars * 100, currency: 'USD' },
  credits: [{ rep }],
  ...more,
})
const celebrated = ({ told }: CelebratingFloor): CelebrateMessage[] =>
  told.flatMap((each) => ('celebrate' in each ? [each.celebrate] : []))
const retracted = ({ told }: CelebratingFloor): string[] =>
  told.flatMap((each) => ('retract' in each ? [each.retract] : []))
const stateOf = (floor: CelebratingFloor, id: string) => floor.desk.find(id)?.state
/** Lets what was found be decided, and what is decided start. */
const turn = async (floor: CelebratingFloor): Promise<void> => {
  await floor.desk.settled()
  floor.desk.tick()
  await floor.desk.settled()
}
const later = async (floor: CelebratingFloor, clock: TestClock, ms: number): Promise<void> => {
  clock.forward(ms)
  await turn(floor)
}

describe('what leaves the feed', () => {
  test('[C33] the outbox hears of a celebration once it is durable, and again after a restart', async () => {
    const { floor, sent } = await open([bigDeal])
    await floor.put(deal('d1', 'priya', 600))
    await turn(floor)
    expect(sent).toMatchObject([
      {
        id: 'big:crm:d1',
        title: 'Big deal',
        people: ['priya'],
        names: ['Priya Raman'],
        about: 'Northwind, $600',
        deal: { source: 'crm', id: 'd1', amountMinor: 60_000, account: 'Northwind', product: null },
        rule: 'big',
        tell: [],
      },
    ])
    expect(floor.desk.find('big:crm:d1')?.look).toBe('big-deal')
    await floor.restart(true)
    expect(sent.map(({ id }) => id)).toEqual(['big:crm:d1', 'big:crm:d1'])
  })

  test('[C3][C33] what becomes untrue after it was shown is taken back, once, and corrected outside', async () => {
    const { floor, clock, corrected } = await open([bigDeal])
    await floor.put(deal('d1', 'priya', 600))
    await turn(floor)
    await later(floor, clock, 8000)
    expect(stateOf(floor, 'big:crm:d1')).toBe('shown')
    await floor.withdraw('crm', 'd1')
    await turn(floor)
    expect(stateOf(floor, 'big:crm:d1')).toBe('taken back')
    expect(corrected).toEqual([['big:crm:d1', 'it was withdrawn']])
    await floor.put(deal('d1', 'priya', 900))
    await later(floor, clock, 60_000)
    await floor.restart(false)
    expect(celebrated(floor)).toHaveLength(1)
    expect(stateOf(floor, 'big:crm:d1')).toBe('taken back')
  })

  test('[C3] what became untrue while the feed was down is taken back when it starts', async () => {
    const { floor, clock, corrected } = await open([bigDeal])
    await floor.put(deal('d1', 'priya', 600))
    await turn(floor)
    await later(floor, clock, 8000)
    await floor.desk.close()
    await floor.log.append([{ source: 'crm', id: 'd1', fact: null, receivedAt: clock.now(), by: 'test' }])
    await floor.restart(true)
    expect(stateOf(floor, 'big:crm:d1')).toBe('taken back')
    expect(corrected).toHaveLength(1)
  })

  test('[C2] a disk that takes nothing for a while loses no celebration', async () => {
    const { floor, sent } = await open([bigDeal])
    floor.takeRecords(false)
    await floor.put(deal('d1', 'priya', 600))
    await turn(floor)
    expect([celebrated(floor), sent]).toEqual([[], []])
    floor.takeRecords(true)
    await turn(floor)
    expect(celebrated(floor).map(({ id }) => id)).toEqual(['big:crm:d1'])
  })

  test('[C2] a deal that was durable when the feed was killed is celebrated when it starts again', async () => {
    const { floor } = await open([bigDeal])
    floor.takeRecords(false)
    await floor.put(deal('d1', 'priya', 600))
    await floor.restart(true)
    await turn(floor)
    expect(celebrated(floor).map(({ id }) => id)).toEqual(['big:crm:d1'])
  })

  test.each([
    ['that counts alike', (text: string) => text.replace('name: Big deal', 'name: Bigger deal')],
    ['that counts otherwise', (text: string) => text.replace('Marcus Oyelaran', 'Marc Oyelaran')],
  ])('[C34] a fact, an edit %s and a kill within a moment lose no celebration', async (_, edited) => {
    const text = edited(`${smallFloorText}celebrations:\n  - ${bigDeal}\n  - ${goal}\n`)
    const { floor } = await open([bigDeal, goal])
    floor.takeRecords(false)
    await floor.put(deal('d1', 'priya', 600))
    await floor.edit(text)
    await floor.put(deal('d2', 'priya', 700))
    await floor.edit(text.replace('Small floor', 'Smaller floor'))
    await floor.put(deal('d3', 'elena', 800))
    await floor.restart(true)
    await turn(floor)
    expect(
      floor.desk
        .list(null)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['big:crm:d1', 'big:crm:d2', 'big:crm:d3', 'goal:priya:2026-10-01'])
    expect(floor.errors).toEqual([])
  })

  test('[C5][C34] a rule that came after a fact does not find it after a kill either', async () => {
    const { floor } = await open([bigDeal.replace('500', '5000')])
    floor.takeRecords(false)
    await floor.put(deal('d1', 'priya', 600))
    await floor.edit(`${smallFloorText}celebrations:\n  - ${bigDeal}\n`)
    await floor.put(deal('d2', 'priya', 700))
    await floor.restart(true)
    await turn(floor)
    expect(floor.desk.list(null).map(({ id }) => id)).toEqual(['big:crm:d2'])
  })

  test('[C34] a snapshot that was counted by the floor before an edit says what is judged', async () => {
    const { floor } = await open([bigDeal])
    await floor.put(deal('d1', 'priya', 600))
    await turn(floor)
    await floor.restart(false)
    floor.takeRecords(false)
    await floor.put(deal('d2', 'priya', 700))
    await floor.edit(
      `${smallFloorText.replace('Marcus Oyelaran', 'Marc Oyelaran')}celebrations:\n  - ${bigDeal}\n`,
    )
    await floor.restart(true)
    await turn(floor)
    expect(floor.desk.list(null).map(({ id }) => id)).toEqual(['big:crm:d2', 'big:crm:d1'])
  })

  test.each([
    { createJudge: createCelebrationJudge, found: ['big:crm:d1'] },
    // What is saved sooner loses it: this test could not pass by chance.
    {
      createJudge: (clock: Clock) => ({ ...createCelebrationJudge(clock), isDecided: () => true }),
      found: [],
    },
  ])('[C34] a snapshot is saved only once what came of it is decided: %#', async ({ createJudge, found }) => {
    const { floor } = await open([bigDeal], { createJudge })
    floor.takeRecords(false)
    await floor.put(deal('d1', 'priya', 600))
    await floor.restart(false)
    await turn(floor)
    expect(floor.desk.list(null).map(({ id }) => id)).toEqual(found)
  })

  test('[C25][C34] a birthday, an edit and a kill within a minute lose no celebration', async () => {
    const text = smallFloorText.replace('aliases: [priya@example.com]', "birthday: '11-20'")
    const birthday = '{ id: birthday, name: Happy birthday, on: { day: birthday }, seconds: 6 }'
    const clock = testClock('2026-11-20T14:59:50Z')
    const { floor } = await open([birthday], { clock, text })
    await turn(floor)
    floor.takeRecords(false)
    clock.forward(20_000)
    await floor.edit(`${text.replace('Small floor', 'Smaller floor')}celebrations:\n  - ${birthday}\n`)
    await floor.restart(true)
    await turn(floor)
    expect(celebrated(floor).map(({ id }) => id)).toEqual(['birthday:priya:2026'])
  })

  test('[C37] somebody who is taken out of the floor file makes nothing untrue that was shown', async () => {
    const birthday = '{ id: birthday, name: Happy birthday, on: { day: birthday }, seconds: 6 }'
    const text = smallFloorText.replace('aliases: [priya@example.com]', "birthday: '11-20'")
    const rules = `celebrations:\n${[bigDeal, goal, birthday].map((rule) => `  - ${rule}\n`).join('')}`
    const { floor, clock, corrected } = await open([bigDeal, goal, birthday], {
      clock: testClock('2026-11-20T14:59:50Z'),
      text,
    })
    await floor.put(deal('d1', 'priya', 1600))
    for (let takeovers = 0; takeovers < 4; takeovers += 1) await later(floor, clock, 9000)
    const ids = ['big:crm:d1', 'birthday:priya:2026', 'goal:priya:2026-10-01']
    await floor.edit(`${text.replace(/ {2}- \{ id: priya[^\n]*\n/, '')}${rules}`)
    await floor.put(deal('d2', 'marcus', 300))
    await turn(floor)
    await floor.restart(true)
    await turn(floor)
    expect(ids.map((id) => stateOf(floor, id))).toEqual(['shown', 'shown', 'shown'])
    expect([corrected, floor.errors]).toEqual([[], []])
    // That it was withdrawn does.
    await floor.withdraw('crm', 'd1')
    await turn(floor)
    expect(corrected).toEqual([['big:crm:d1', 'it was withdrawn']])
  })

  test('[C38] who wants no celebration any more has none: neither what shows nor what waits, and nothing is corrected', async () => {
    const { floor, clock, corrected } = await open([bigDeal])
    await floor.put(deal('d1', 'marcus', 600), deal('d2', 'priya', 700))
    await turn(floor)
    expect([stateOf(floor, 'big:crm:d1'), stateOf(floor, 'big:crm:d2')]).toEqual(['showing', 'waiting'])
    const none = smallFloorText
      .replace('aliases: [priya@example.com]', 'celebrate: none')
      .replace(
        'Marcus Oyelaran, role: ae, team: east',
        'Marcus Oyelaran, role: ae, team: east, celebrate: none',
      )
    await floor.edit(`${none}celebrations:\n  - ${bigDeal}\n`)
    expect(retracted(floor)).toEqual(['big:crm:d1'])
    await later(floor, clock, 9000)
    const [shows, waits] = ['big:crm:d1', 'big:crm:d2'].map((id) => floor.desk.find(id))
    expect([shows, waits]).toMatchObject([
      { state: 'cancelled', why: 'they want no celebration' },
      { state: 'cancelled', why: 'they want no celebration' },
    ])
    const again = await floor.desk.replay('big:crm:d1', { by: 'test', name: 'Maya' })
    expect(again).toMatchObject({ state: 'cancelled', why: 'they want no celebration' })
    expect(celebrated(floor).map(({ id }) => id)).toEqual(['big:crm:d1'])
    expect(corrected).toEqual([])
  })

  test('[C5] a feed whose clock is an hour behind loses nothing that its sources date rightly', async () => {
    const { floor, clock } = await open([bigDeal])
    clock.forward(-60 * 60_000)
    await floor.put(
      deal('d1', 'priya', 600),
      deal('later', 'marcus', 700, { closedAt: '2026-11-20T15:06:00Z' }),
    )
    await turn(floor)
    expect(floor.desk.list(null).map(({ id }) => id)).toEqual(['big:crm:d1'])
  })

  test('a rule that is taken from the floor takes what waits along', async () => {
    const { floor, clock } = await open([bigDeal])
    await floor.put(deal('d1', 'priya', 600), deal('d2', 'elena', 700))
    await turn(floor)
    await floor.edit(`${smallFloorText}celebrations: []\n`)
    await later(floor, clock, 8000)
    expect(['d1', 'd2'].map((id) => stateOf(floor, `big:crm:${id}`)).sort()).toEqual(['cancelled', 'shown'])
    expect(floor.errors).toEqual([])
  })
})

describe('what is shown', () => {
  test('[C27] a goal names everybody who reached it today, the latest first', async () => {
    const { floor, clock } = await open([goal])
    await floor.put(deal('d1', 'priya', 1000))
    await turn(floor)
    await later(floor, clock, 10_000)
    await floor.put(deal('d2', 'elena', 1200))
    await turn(floor)
    const [, second] = celebrated(floor)
    expect(second?.view).toMatchObject({
      look: 'goal-reached',
      people: [
        { face: { name: 'Elena Voss' }, standing: { value: 120_000, goal: 100_000 } },
        { face: { name: 'Priya Raman' }, standing: { value: 100_000 } },
      ],
      figure: { value: 120_000, line: 100_000, unit: 'money' },
      window: 'Q4 2026',
    })
  })

  test('[C28] the team’s bar grows by exactly what the deal adds to it', async () => {
    const { floor } = await open([bigDeal])
    await floor.put(deal('old', 'marcus', 300, { closedAt: '2026-11-02' }))
    const credits = [
      { rep: 'priya', share: 0.7 },
      { rep: 'elena', share: 0.3, role: 'assist' },
    ]
    await floor.put(deal('d1', '', 1000, { credits }))
    await turn(floor)
    expect(celebrated(floor)[0]?.view).toMatchObject({
      deal: { helpers: [{ face: { name: 'Elena Voss' }, role: 'assist' }] },
      team: { name: 'East', before: { value: 30_000 }, after: { value: 100_000 } },
    })
  })

  test('[C26] several who reach their goals at once are one takeover', async () => {
    const { floor, clock } = await open([bigDeal.replace('over: 500', 'over: 5000'), goal])
    await floor.put(deal('d0', 'marcus', 6000))
    await turn(floor)
    await floor.put(deal('d1', 'priya', 1000), deal('d2', 'elena', 1200))
    await turn(floor)
    await later(floor, clock, 8000)
    const last = celebrated(floor).at(-1)
    expect(last?.view.people.map(({ face }) => face.name).sort()).toEqual([
      'Elena Voss',
      'Marcus Oyelaran',
      'Priya Raman',
    ])
    await later(floor, clock, 8000)
    expect(floor.desk.list(null).map(({ state }) => state)).toEqual(['shown', 'shown', 'shown', 'shown'])
  })

  test('[C25] a birthday is told when its hour comes, and not again by a restart', async () => {
    const text = smallFloorText.replace('aliases: [priya@example.com]', "birthday: '11-20'")
    const clock = testClock('2026-11-20T14:59:00Z')
    const { floor } = await open(
      ['{ id: birthday, name: Happy birthday, on: { day: birthday }, seconds: 6 }'],
      {
        clock,
        text,
      },
    )
    await turn(floor)
    expect(celebrated(floor)).toEqual([])
    await later(floor, clock, 61_000)
    expect(celebrated(floor)).toMatchObject([
      {
        id: 'birthday:priya:2026',
        view: { look: 'recognition', people: [{ face: { name: 'Priya Raman' } }] },
      },
    ])
    await later(floor, clock, 8000)
    await floor.restart(false)
    await later(floor, clock, 61_000)
    expect(celebrated(floor)).toHaveLength(1)
  })

  test('[C12] a cap an hour: the rest waits, and is a card when it has waited too long', async () => {
    const text = smallFloorText.replace('currency: USD', 'currency: USD\n  celebrations: { perHour: 1 }')
    const { floor, clock } = await open([bigDeal], { text })
    await floor.put(deal('d1', 'priya', 600), deal('d2', 'elena', 700))
    await turn(floor)
    await later(floor, clock, 8000)
    expect(celebrated(floor)).toHaveLength(1)
    await later(floor, clock, 31 * 60_000)
    expect(celebrated(floor).at(-1)?.view).toMatchObject({ look: 'quiet', merged: [{ title: 'Big deal' }] })
    expect(
      floor.desk
        .list(null)
        .map(({ state }) => state)
        .sort(),
    ).toEqual(['showing', 'shown', 'too many'])
  })

  test('[C39] however many are too many, an hour has one card of them', async () => {
    const text = smallFloorText.replace(
      'currency: USD',
      'currency: USD\n  celebrations: { perHour: 1, freshMinutes: 5 }',
    )
    const { floor, clock } = await open([bigDeal], { text })
    for (let deals = 0; deals < 6; deals += 1) {
      const closedAt = new Date(clock.now()).toISOString()
      await floor.put(deal(`d${deals}`, 'priya', 600, { closedAt }))
      await later(floor, clock, 2 * 60_000)
    }
    for (let minutes = 0; minutes < 40; minutes += 1) await later(floor, clock, 60_000)
    const shown = () => celebrated(floor).map(({ id, view }) => [id, view.merged.length])
    expect(shown()).toEqual([
      ['big:crm:d0', 0],
      ['card:big:crm:d1', 1],
    ])
    for (let minutes = 0; minutes < 30; minutes += 1) await later(floor, clock, 60_000)
    expect(shown().slice(2)).toEqual([['card:big:crm:d2', 4]])
    const states = floor.desk.list(null).map(({ state }) => state)
    expect(states.filter((state) => state === 'waiting')).toEqual([])
  })

  describe('an office in its quiet hours', () => {
    /** 15:00 in London, where it is quiet until 15:30; 10:00 in New York. */
    const text = smallFloorText
      .replace(
        'currency: USD',
        "currency: USD\n  celebrations: { quietHours: { from: '14:30', to: '15:30' } }",
      )
      .replace('playlist: evening }', 'playlist: evening, timeZone: Europe/London }')

    test('[C35] sees on a card in the morning what took over elsewhere, once', async () => {
      const { floor, clock } = await open([bigDeal], { text })
      await floor.put(deal('d1', 'priya', 600))
      await turn(floor)
      expect(floor.told.map(({ screens }) => screens)).toEqual([['wall']])
      expect(floor.desk.showingOn('calls-wall')).toEqual([])
      await later(floor, clock, 8000)
      await later(floor, clock, 31 * 60_000)
      const card = { look: 'quiet', merged: [{ title: 'Big deal', name: 'Priya Raman' }] }
      expect(floor.told.slice(1)).toMatchObject([{ screens: ['calls-wall'], celebrate: { view: card } }])
      await later(floor, clock, 60_000)
      await floor.restart(false)
      await later(floor, clock, 60_000)
      expect(floor.told).toHaveLength(2)
      expect(floor.errors).toEqual([])
    })

    test('[C3][C35] sees nothing in the morning of what was taken back in the night', async () => {
      const { floor, clock } = await open([bigDeal], { text })
      await floor.put(deal('d1', 'priya', 600), deal('d2', 'elena', 700))
      await turn(floor)
      await later(floor, clock, 8000)
      await later(floor, clock, 8000)
      await floor.withdraw('crm', 'd1')
      await later(floor, clock, 31 * 60_000)
      expect(floor.told.at(-1)).toMatchObject({
        screens: ['calls-wall'],
        celebrate: { view: { merged: [{ title: 'Big deal', name: 'Elena Voss' }] } },
      })
    })

    test('[C6][C35] sees what somebody begins by hand, and hears nothing', async () => {
      const { floor } = await open([bigDeal], { text })
      const id = '00000000-0000-4000-8000-000000000001'
      await floor.desk.begin(NewCelebration.parse({ id, kind: 'gong', title: 'Gong' }), {
        by: 'test',
        name: 'Test',
      })
      const heard = floor.told.map((each) => [each.screens, 'celebrate' in each && each.celebrate.silent])
      expect(heard).toEqual([
        [['wall'], false],
        [['calls-wall'], true],
      ])
      expect(floor.desk.showingOn('calls-wall')).toMatchObject([{ silent: true }])
    })
  })

  test('[C3] a clock that is turned back repeats nothing', async () => {
    const { floor, clock } = await open([bigDeal])
    await floor.put(deal('d1', 'priya', 600))
    await turn(floor)
    await later(floor, clock, 8000)
    clock.forward(-3_600_000)
    await turn(floor)
    await floor.restart(false)
    await turn(floor)
    expect([celebrated(floor).length, retracted(floor)]).toEqual([1, []])
  })
})
