import { openDialpadWorld } from '../../../../test/connectors/dialpad-world.ts'
import { describeConnector } from '../connector-suite.ts'

describeConnector('Dialpad', openDialpadWorld)
