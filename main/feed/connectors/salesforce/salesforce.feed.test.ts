import { openSalesforceWorld } from '../../../../test/connectors/salesforce-world.ts'
import { describeConnector } from '../connector-suite.ts'

describeConnector('Salesforce', openSalesforceWorld)
