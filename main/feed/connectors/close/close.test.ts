import { openCloseWorld } from '../../../../test/connectors/close-world.ts'
import { describeConnector } from '../connector-suite.ts'

describeConnector('Close', openCloseWorld)
