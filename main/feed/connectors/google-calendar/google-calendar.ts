import { createCalendarConnector } from '../calendars/calendar-connector.ts'
import type { Vendor } from '../connector.ts'
import { faultIn } from './answers.ts'
import { createGoogleCalendarApi } from './google-calendar-api.ts'
import { calendarScope, googleApi, signIn } from './sign-in.ts'

const right = { scope: calendarScope, why: 'when meetings were, and who was in them', needed: true }

export const googleCalendar: Vendor = {
  name: 'Google Calendar',
  keys: [{ id: 'file', name: 'Key file of the service account', kind: 'lines', optional: false }],
  reads: ['meetings'],
  asksForPeople: true,
  address: null,
  api: () => googleApi,
  scopes: [right],
  newKey: 'In the Google Cloud console make a new key for the service account',
  giveRights:
    'In the Admin console open Security, API controls, Domain-wide delegation, and add the client id of the service account with the scope.',
  // Six hundred calls a minute and person.
  spacingMs: { usual: 100, search: 100 },
  callsPerDay: 1_000_000,
  pollMs: 60_000,
  signIn,
  faultIn,
  create: ({ client, settings, now }) =>
    createCalendarConnector({ api: createGoogleCalendarApi(client), settings, right, now }),
}
