// Microsoft 365 calendars for the suite that all connectors pass.
import type { VendorWorld } from '../../main/feed/connectors/connector-suite.ts'
import type { TestClock } from '../floors/open-test-floor.ts'
import { type GraphStandIn, graphKeys, startGraphStandIn } from './graph-stand-in.ts'
import {
  createDiary,
  type Diary,
  type DiaryMeeting,
  editDiary,
  heldInExchange,
  newMeeting,
  seenMeeting,
} from './office-diary.ts'

export interface MicrosoftCalendarWorld extends VendorWorld {
  readonly standIn: GraphStandIn
  readonly diary: Diary
}

const factId = ({ uid, instance }: DiaryMeeting): string =>
  `meeting:${uid}${instance === null ? '' : `|${new Date(instance).toISOString()}`}`

export const openMicrosoftCalendarWorld = async (clock: TestClock): Promise<MicrosoftCalendarWorld> => {
  const diary = createDiary()
  const standIn = await startGraphStandIn(diary, clock.now)
  const touched = new Set<string>()
  return {
    vendor: 'microsoft-calendar',
    url: standIn.url,
    keys: graphKeys,
    standIn,
    diary,
    touched,
    edit: (dice) => {
      const meeting = editDiary(diary, dice, clock.now())
      if (meeting !== null) touched.add(factId(meeting))
      if (dice.below(60) === 0) standIn.forgetTokens()
      standIn.mostRows = dice.below(10) === 0 ? 7 : 1000
    },
    misbehave: (dice) => {
      for (let good = dice.below(3); good > 0; good--) standIn.faults.push(null)
      standIn.faults.push(
        dice.one(['rate', 'rate-with-time', 'page', 'broken', 'cut', 'sign-in-once', 'half']),
      )
    },
    behave: () => {
      standIn.faults.length = 0
      standIn.mostRows = 1000
    },
    signIn: (isTaken) => {
      standIn.faults.length = 0
      standIn.isTaken = isTaken
    },
    fill: (dice) => {
      const first = Date.parse('2026-07-02T12:00:00Z')
      for (let made = 0; made < 200; made++)
        newMeeting(diary, dice, first + dice.below(140 * 24 * 60) * 60_000)
    },
    truth: () =>
      new Map(
        [...diary.meetings.values()].flatMap((meeting) => {
          const held = heldInExchange(diary, meeting, clock.now())
          return held === null ? [] : [[factId(meeting), held] as const]
        }),
      ),
    seen: seenMeeting,
    close: standIn.close,
  }
}
