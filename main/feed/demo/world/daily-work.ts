// One piece of a person's work: a call, an e-mail, a meeting, a coaching session, a new deal.
import { dayMs } from '../../../../shared/domain/time/calendar-date.ts'
import { pickAccount } from './accounts.ts'
import { takeUpLead } from './assignments.ts'
import { openDeal, touchDeal } from './opportunities.ts'
import type { Random } from './random.ts'
import { type Segment, sdrRole, segments, type Work } from './segments.ts'
import { type Employee, roleAt } from './staff.ts'
import { quarterOf } from './work-calendar.ts'
import { type Intro, logActivity, type SimulatedDeal, type World } from './world.ts'

/** Share of an SDR's dials that reach somebody, and of those conversations that end with a meeting. */
const conversationShare = 0.19
const bookingShare = 0.15
/** Since the quarter began in which the demo is opened, one in four asks for the meeting too late: somebody to coach. */
const slumpEvery = 4
const slumpShare = 0.4
const daysPerQuarter = 365.25 / 4
const heldShare = 0.84
/** Share of first meetings that lead to a deal. */
const acceptedShare = 0.45
/** Share of an account executive's calls and e-mails that are about an open deal. */
const aboutDealShare = 0.35

/** The segment somebody sells to at an instant (epoch ms); null for those who sell to none then. */
export const segmentAt = (employee: Employee, at: number): Segment | null =>
  segments[roleAt(employee, at) ?? ''] ?? null

/** 1, or less while somebody's conversations end without a meeting. */
const askingShare = ({ index }: Employee, at: number, openedAt: number): number => {
  const { from } = quarterOf(Math.floor(openedAt / dayMs))
  const quarters = Math.round(from / daysPerQuarter)
  return at >= from * dayMs && index % slumpEvery === quarters % slumpEvery ? slumpShare : 1
}

/** One of somebody's open deals, the longer untouched the likelier. */
const dealToWorkOn = (world: World, owner: Employee, at: number, random: Random): SimulatedDeal | null => {
  const mine = [...world.deals.values()].filter(
    (deal) => deal.owner === owner && deal.fact.status === 'open' && !deal.quiet,
  )
  return random.weighted(mine, ({ fact }) => 1 + (at - Date.parse(fact.lastActivityAt ?? '')) / dayMs)
}

/** Books a first meeting for an account executive in the next weeks. */
const bookIntro = (world: World, sdr: Employee, at: number, account: string, random: Random): void => {
  const dueAt = at + random.between(3, 16) * dayMs
  const executive = random.weighted(world.staff.employees, (employee) =>
    segmentAt(employee, at) ? (segmentAt(employee, dueAt)?.introWeight ?? 0) : 0,
  )
  if (!executive) return
  logActivity(world, at, { kind: 'meeting-booked', account }, sdr)
  world.intros.push({ sdr, executive, account, dueAt })
}

const dial = (world: World, employee: Employee, at: number, random: Random): void => {
  const prospecting = roleAt(employee, at) === sdrRole
  const deal =
    !prospecting && random.chance(aboutDealShare) ? dealToWorkOn(world, employee, at, random) : null
  const talked = random.chance(prospecting ? conversationShare * employee.skill : 0.4)
  const anybody = deal?.fact.account ?? pickAccount(random)
  const account = (prospecting ? takeUpLead(world, employee, at) : null) ?? anybody
  const outcome = talked ? 'conversation' : random.chance(0.6) ? 'voicemail' : 'no answer'
  const durationSeconds = Math.round(talked ? random.between(70, 900) : random.between(8, 55))
  logActivity(
    world,
    at,
    { kind: 'call', durationSeconds, outcome, ...(deal ? { deal: deal.fact.id } : {}), account },
    employee,
  )
  if (deal) touchDeal(world, deal, at)
  if (
    prospecting &&
    talked &&
    random.chance(bookingShare * employee.skill * askingShare(employee, at, world.openedAt))
  ) {
    bookIntro(world, employee, at, account, random)
  }
}

const email = (world: World, employee: Employee, at: number, random: Random): void => {
  const deal = random.chance(aboutDealShare) ? dealToWorkOn(world, employee, at, random) : null
  const account = deal?.fact.account ?? pickAccount(random)
  logActivity(world, at, { kind: 'email', ...(deal ? { deal: deal.fact.id } : {}), account }, employee)
  if (deal) touchDeal(world, deal, at)
}

const holdIntro = (world: World, intro: Intro, at: number, random: Random): void => {
  const { executive, sdr, account } = intro
  const held = random.chance(heldShare)
  logActivity(world, at, { kind: 'meeting', outcome: held ? 'held' : 'no show', account }, executive)
  const segment = segmentAt(executive, at)
  if (held && segment && random.chance(acceptedShare)) {
    openDeal(world, at, { owner: executive, segment, sourcer: sdr, account }, random)
  }
}

const followUp = (world: World, employee: Employee, at: number, random: Random): void => {
  const deal = dealToWorkOn(world, employee, at, random)
  if (!deal) return
  const { id, account } = deal.fact
  const outcome = random.chance(0.93) ? 'held' : 'no show'
  logActivity(world, at, { kind: 'meeting', outcome, deal: id, account: account ?? null }, employee)
  touchDeal(world, deal, at)
}

/** The next first meeting that is due, else one on an open deal. */
const meet = (world: World, employee: Employee, at: number, random: Random): void => {
  const due = world.intros.findIndex(({ executive, dueAt }) => executive === employee && dueAt <= at)
  const [intro] = due < 0 ? [] : world.intros.splice(due, 1)
  if (intro) holdIntro(world, intro, at, random)
  else followUp(world, employee, at, random)
}

const source = (world: World, employee: Employee, at: number, random: Random): void => {
  const segment = segmentAt(employee, at)
  if (!segment) return
  openDeal(world, at, { owner: employee, segment, sourcer: null, account: pickAccount(random) }, random)
}

const act: Readonly<Record<Exclude<Work, 'move'>, typeof dial>> = {
  dial,
  email,
  meeting: meet,
  coaching: (world, employee, at) => logActivity(world, at, { kind: 'coaching' }, employee),
  source,
}

export const doWork = (
  world: World,
  employee: Employee,
  work: Exclude<Work, 'move'>,
  at: number,
  random: Random,
): void => {
  world.tally.countWork(employee, work, at)
  act[work](world, employee, at, random)
}
