import { openMicrosoftCalendarWorld } from '../../../../test/connectors/microsoft-calendar-world.ts'
import { describeConnector } from '../connector-suite.ts'

describeConnector('Microsoft 365 calendars', openMicrosoftCalendarWorld)
