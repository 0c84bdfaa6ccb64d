import { openCloseWorld } from '../../../../test/connectors/close-world.ts'
import { describeConnector } from '../connector-suite.ts'

// Deals that were open for years, and of whose deletion nothing told.
describeConnector('Close', openCloseWorld, [2116776079])
