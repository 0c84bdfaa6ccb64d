import { openHubSpotWorld } from '../../../../test/connectors/hubspot-world.ts'
import { describeConnector } from '../connector-suite.ts'

describeConnector('HubSpot', openHubSpotWorld)
