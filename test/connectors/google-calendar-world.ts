// Google Calendar for the suite that all connectors pass.
import type { VendorWorld } from '../../main/feed/connectors/connector-suite.ts'
import type { TestClock } from '../floors/open-test-floor.ts'
import { type GoogleStandIn, startGoogleStandIn } from './google-stand-in.ts'
import {
  createDiary,
  type Diary,
  type DiaryMeeting,
  editDiary,
  heldAt,
  newMeeting,
  seenMeeting,
} from './office-diary.ts'

export interface GoogleCalendarWorld extends VendorWorld {
  readonly standIn: GoogleStandIn
  readonly diary: Diary
}

const factId = ({ uid, instance }: DiaryMeeting): string =>
  `meeting:${uid}${instance === null ? '' : `|${new Date(instance).toISOString()}`}`

export const openGoogleCalendarWorld = async (clock: TestClock): Promise<GoogleCalendarWorld> => {
  const diary = createDiary()
  const standIn = await startGoogleStandIn(diary, clock.now)
  const touched = new Set<string>()
  return {
    vendor: 'google-calendar',
    url: standIn.url,
    keys: { file: standIn.keyFile },
    standIn,
    diary,
    touched,
    edit: (dice) => {
      const meeting = editDiary(diary, dice, clock.now())
      if (meeting !== null) touched.add(factId(meeting))
      if (dice.below(60) === 0) {
        standIn.forgetTokens(diary.changes.length % 3 > 0 ? 410 : 400)
        standIn.forgetPages()
      }
      standIn.mostRows = dice.below(10) === 0 ? 7 : 2500
    },
    misbehave: (dice) => {
      for (let good = dice.below(3); good > 0; good--) standIn.faults.push(null)
      standIn.faults.push(dice.one(['rate', 'user-rate', 'page', 'broken', 'cut', 'sign-in-once', 'half']))
    },
    behave: () => {
      standIn.faults.length = 0
      standIn.mostRows = 2500
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
          const held = heldAt(diary, meeting, clock.now())
          return held === null ? [] : [[factId(meeting), held] as const]
        }),
      ),
    seen: seenMeeting,
    close: standIn.close,
  }
}
