import { openHubSpotWorld } from '../../../../test/connectors/hubspot-world.ts'
import { describeConnector } from '../connector-suite.ts'

// A web page came in the place of the first splits.
describeConnector('HubSpot', openHubSpotWorld, [704603919])
