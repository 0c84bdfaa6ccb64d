// Calendars: where to click, and what is read.
import { useSay } from '../../../words/words.tsx'
import type { VendorWords } from './vendor-words.ts'

const useNote = (): string => {
  const say = useSay()
  return say({
    id: 'console.sources.calendar.note',
    defaultMessage:
      'Meetings that were held, with somebody from outside, and no-shows. An admin of your company’s accounts has to let it in.',
  })
}
const useWhy = (): string => {
  const say = useSay()
  return say({
    id: 'console.sources.calendar.why',
    defaultMessage: 'when meetings were, and who was in them; no text of theirs is kept',
  })
}

export const useGoogleCalendarWords = (): VendorWords => {
  const say = useSay()
  const note = useNote()
  const why = useWhy()
  return {
    note,
    keys: {
      file: say({
        id: 'console.sources.google-calendar.file',
        defaultMessage: 'Key file of the service account (JSON, the whole of it)',
      }),
    },
    steps: [
      say({
        id: 'console.sources.google-calendar.step.project',
        defaultMessage:
          'In the Google Cloud console make a project, switch on the Google Calendar API, and make a service account under IAM & Admin → Service Accounts.',
      }),
      say({
        id: 'console.sources.google-calendar.step.key',
        defaultMessage:
          'Open it, click Keys → Add key → Create new key → JSON, and paste the file’s text here.',
      }),
      say({
        id: 'console.sources.google-calendar.step.delegate',
        defaultMessage:
          'As a super admin, in the Admin console under Security → API controls → Domain-wide delegation, add its client ID with the scope below.',
      }),
      say({
        id: 'console.sources.calendar.step.people',
        defaultMessage:
          'Everybody whose meetings count needs their e-mail address among their names on this floor.',
      }),
    ],
    why: { 'https://www.googleapis.com/auth/calendar.events.readonly': why },
  }
}

export const useMicrosoftCalendarWords = (): VendorWords => {
  const say = useSay()
  const note = useNote()
  const why = useWhy()
  return {
    note,
    keys: {
      tenant: say({
        id: 'console.sources.microsoft-calendar.tenant',
        defaultMessage: 'Directory (tenant) ID',
      }),
      client: say({
        id: 'console.sources.microsoft-calendar.client',
        defaultMessage: 'Application (client) ID',
      }),
      secret: say({
        id: 'console.sources.microsoft-calendar.secret',
        defaultMessage: 'Client secret (its value, not its ID)',
      }),
    },
    steps: [
      say({
        id: 'console.sources.microsoft-calendar.step.app',
        defaultMessage:
          'In the Entra admin center, under App registrations, click “New registration”, and call it Floorboard. Its two IDs are on the page that opens.',
      }),
      say({
        id: 'console.sources.microsoft-calendar.step.right',
        defaultMessage:
          'Under API permissions add Microsoft Graph → Application permissions → the one below, and click “Grant admin consent”.',
      }),
      say({
        id: 'console.sources.microsoft-calendar.step.secret',
        defaultMessage: 'Under Certificates & secrets click “New client secret”, and paste its value here.',
      }),
      say({
        id: 'console.sources.calendar.step.people',
        defaultMessage:
          'Everybody whose meetings count needs their e-mail address among their names on this floor.',
      }),
    ],
    why: { 'Calendars.Read': why },
  }
}
