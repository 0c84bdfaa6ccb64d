import { openGoogleCalendarWorld } from '../../../../test/connectors/google-calendar-world.ts'
import { describeConnector } from '../connector-suite.ts'

describeConnector('Google Calendar', openGoogleCalendarWorld, [1277123923])
