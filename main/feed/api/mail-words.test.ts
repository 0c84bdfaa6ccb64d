import { expect, test } from 'vitest'
import { invitationMail, resetMail } from './mail-words.ts'

test('[S141] mails are in the floor’s language', () => {
  const floor = { name: 'Nordlicht', locale: 'de-DE' }
  expect(invitationMail(floor, 'Maya Brandt', 'https://floor/i')[0]).toBe(
    'Nordlicht: Maya Brandt lädt Sie ein',
  )
  expect(invitationMail(floor, 'Maya Brandt', 'https://floor/i')[1]).toContain('\nhttps://floor/i\n')
  expect(resetMail(floor, 'https://floor/r')[0]).toBe('Nordlicht: ein neues Passwort')
  expect(resetMail({ ...floor, locale: 'en-US' }, 'https://floor/r')[1]).toContain('\nhttps://floor/r\n')
})

test('a name with marks of a message’s own is a name', () => {
  const [subject] = invitationMail({ name: "O'Neil {west} <b>", locale: 'en-US' }, '#1', 'https://floor/i')
  expect(subject).toBe("O'Neil {west} <b>: #1 invites you")
})
