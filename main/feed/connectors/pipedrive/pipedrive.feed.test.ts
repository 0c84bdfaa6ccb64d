import { openPipedriveWorld } from '../../../../test/connectors/pipedrive-world.ts'
import { describeConnector } from '../connector-suite.ts'

describeConnector('Pipedrive', openPipedriveWorld)
