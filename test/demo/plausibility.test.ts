// Does the wall look like a real floor's? Sums done the slow way over the story's last versions, quarter by quarter.
import { beforeAll, describe, expect, test } from 'vitest'
import { demoFloorText, demoSeed } from '../../main/feed/demo/demo-floor.ts'
import { dayOfInstant } from '../../main/feed/demo/world/occasion.ts'
import { seatProduct } from '../../main/feed/demo/world/segments.ts'
import { createStaff, isEmployed, rampOn, workingRole } from '../../main/feed/demo/world/staff.ts'
import { createTimeline } from '../../main/feed/demo/world/timeline.ts'
import { quarterOf } from '../../main/feed/demo/world/work-calendar.ts'
import { readFloorFile } from '../../main/feed/floor-file/read-floor-file.ts'
import type { Deal } from '../../shared/wire/fact.ts'

const reading = readFloorFile(demoFloorText)
if (!reading.ok) throw new Error('the demo floor does not hold together')
const { file } = reading
const staff = createStaff(file, demoSeed)
const openedAt = Date.parse('2026-11-20T17:00:00Z')
const quarters = ['2026-02-01', '2026-05-01', '2026-08-01'].map((date) =>
  quarterOf(dayOfInstant(Date.parse(date))),
)
const sellingRoles = ['enterprise-ae', 'mid-market-ae']

interface Closed {
  readonly deal: Deal
  readonly day: number
  readonly usd: number
  readonly role: string
  readonly rep: string
}

const closed: Closed[] = []

beforeAll(() => {
  const deals = new Map<string, Deal>()
  for (const { fact } of createTimeline({ file, seed: demoSeed, openedAt }).factsUntil(openedAt)) {
    if (fact.type === 'deal') deals.set(fact.id, fact)
  }
  for (const deal of deals.values()) {
    const employee = staff.employees.find(({ id }) => id === deal.credits[0]?.rep)
    if (deal.closedAt == null || !deal.amount || !employee) continue
    const day = dayOfInstant(Date.parse(deal.closedAt))
    const usd = (staff.converter.convert(deal.amount.minor, deal.amount.currency, day) ?? 0) / 100
    closed.push({ deal, day, usd, role: workingRole(employee, day) ?? '', rep: employee.id })
  }
})

const goalOf = (rep: string, role: string): number => {
  const goals = file.goals.filter(({ metric, window }) => metric === 'bookings' && window === 'quarter')
  const goal = goals.find((own) => own.rep === rep) ?? goals.find((theirs) => theirs.role === role)
  return typeof goal?.value === 'number' ? goal.value : Number.POSITIVE_INFINITY
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

const report = () =>
  sellingRoles.flatMap((role) =>
    quarters.map(({ from, to }) => {
      const mine = closed.filter((one) => one.role === role && one.day >= from && one.day < to)
      const funnel = mine.filter(({ deal }) => deal.product !== seatProduct)
      const wins = funnel.filter(({ deal }) => deal.status === 'won')
      const bookings = mine.filter(({ deal }) => deal.status === 'won')
      const people = staff.employees.filter(
        (one) => workingRole(one, to - 1) === role && isEmployed(one, from) && rampOn(one, from) === 1,
      )
      const over = people.filter(({ id }) => {
        const booked = sum(bookings.filter(({ rep }) => rep === id).map(({ usd }) => usd))
        return booked >= goalOf(id, role)
      })
      return {
        role,
        from: new Date(from * 86_400_000).toISOString().slice(0, 10),
        wins: wins.length,
        winRate: wins.length / funnel.length,
        averageUsd: Math.round(sum(wins.map(({ usd }) => usd)) / wins.length),
        bookingsUsd: Math.round(sum(bookings.map(({ usd }) => usd))),
        overTheLine: `${over.length} of ${people.length}`,
        share: over.length / people.length,
      }
    }),
  )

describe('the numbers of the demo floor', () => {
  test('are those of a sales floor: win rates, deal sizes, goals reached by some and not by all', () => {
    const rows = report()
    console.table(rows)
    for (const row of rows) {
      expect(row.winRate, `win rate of ${row.role} from ${row.from}`).toBeGreaterThan(0.15)
      expect(row.winRate, `win rate of ${row.role} from ${row.from}`).toBeLessThan(0.45)
      const [least, most] = row.role === 'enterprise-ae' ? [35_000, 75_000] : [13_000, 30_000]
      expect(row.averageUsd, `average deal of ${row.role} from ${row.from}`).toBeGreaterThan(least)
      expect(row.averageUsd, `average deal of ${row.role} from ${row.from}`).toBeLessThan(most)
    }
    const shares = sellingRoles.map((role) => {
      const own = rows.filter((row) => row.role === role)
      return sum(own.map(({ share }) => share)) / own.length
    })
    for (const share of shares) {
      expect(share).toBeGreaterThanOrEqual(0.2)
      expect(share).toBeLessThanOrEqual(0.6)
    }
  })
})
