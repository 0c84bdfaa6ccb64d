import { openAircallWorld } from '../../../../test/connectors/aircall-world.ts'
import { describeConnector } from '../connector-suite.ts'

describeConnector('Aircall', openAircallWorld)
