import { createCalendarConnector } from '../calendars/calendar-connector.ts'
import type { Vendor } from '../connector.ts'
import { faultIn } from './answers.ts'
import { createGraphCalendarApi } from './graph-calendar-api.ts'
import { graphApi, signIn } from './sign-in.ts'

const right = { scope: 'Calendars.Read', why: 'when meetings were, and who was in them', needed: true }

export const microsoftCalendar: Vendor = {
  name: 'Microsoft 365 calendars',
  keys: [
    { id: 'tenant', name: 'Directory (tenant) ID', kind: 'text', optional: false },
    { id: 'client', name: 'Application (client) ID', kind: 'text', optional: false },
    { id: 'secret', name: 'Client secret', kind: 'token', optional: false },
  ],
  reads: ['meetings'],
  asksForPeople: true,
  address: null,
  api: () => graphApi,
  scopes: [right],
  newKey:
    'In the Entra admin center open App registrations, the app, Certificates & secrets, and make a new client secret',
  giveRights:
    'In the Entra admin center open App registrations, the app, API permissions, add the application permission Calendars.Read, and grant admin consent.',
  // Ten thousand calls in ten minutes and mailbox.
  spacingMs: { usual: 100, search: 100 },
  callsPerDay: null,
  pollMs: 60_000,
  signIn,
  faultIn,
  create: ({ client, settings, now }) =>
    createCalendarConnector({ api: createGraphCalendarApi(client, now), settings, right, now }),
}
