// Every vendor that can be connected: a folder, and a line here.
import { aircall } from './aircall/aircall.ts'
import { close } from './close/close.ts'
import type { Vendors } from './connector.ts'
import { dialpad } from './dialpad/dialpad.ts'
import { googleCalendar } from './google-calendar/google-calendar.ts'
import { hubspot } from './hubspot/hubspot.ts'
import { microsoftCalendar } from './microsoft-calendar/microsoft-calendar.ts'
import { pipedrive } from './pipedrive/pipedrive.ts'
import { salesforce } from './salesforce/salesforce.ts'

export const vendors: Vendors = {
  hubspot,
  salesforce,
  pipedrive,
  close,
  aircall,
  dialpad,
  'google-calendar': googleCalendar,
  'microsoft-calendar': microsoftCalendar,
}
