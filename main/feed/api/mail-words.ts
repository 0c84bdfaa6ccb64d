// What the feed writes to people: a subject and a text.

type Words = readonly [subject: string, text: string]

export const invitationMail = (floor: string, by: string, link: string): Words => [
  `${floor}: ${by} invites you`,
  `${by} invites you to ${floor}.\n\nChoose a password here:\n${link}\n\nThe link is good once, for a week.\n`,
]

export const resetMail = (floor: string, link: string): Words => [
  `${floor}: a new password`,
  `Choose a new password for ${floor} here:\n${link}\n\nThe link is good once, for two hours. If you did not ask for it, nothing has changed.\n`,
]
