// What the feed writes to people, in the floor's language: a subject and a text.
import { sayIn } from '../../../shared/domain/words/say.ts'
import type { FloorFile } from '../../../shared/wire/floor.ts'

type Words = readonly [subject: string, text: string]
type Floor = Pick<FloorFile['floor'], 'name' | 'locale'>

export const invitationMail = ({ name: floor, locale }: Floor, by: string, link: string): Words => {
  const say = sayIn(locale)
  return [
    say({ id: 'mail.invitation', defaultMessage: '{floor}: {by} invites you' }, { floor, by }),
    say(
      {
        id: 'mail.invitation-text',
        defaultMessage:
          '{by} invites you to {floor}.\n\nChoose a password here:\n{link}\n\nThe link is good once, for a week.\n',
      },
      { floor, by, link },
    ),
  ]
}

export const resetMail = ({ name: floor, locale }: Floor, link: string): Words => {
  const say = sayIn(locale)
  return [
    say({ id: 'mail.reset', defaultMessage: '{floor}: a new password' }, { floor }),
    say(
      {
        id: 'mail.reset-text',
        defaultMessage:
          'Choose a new password for {floor} here:\n{link}\n\nThe link is good once, for two hours. If you did not ask for it, nothing has changed.\n',
      },
      { floor, link },
    ),
  ]
}
