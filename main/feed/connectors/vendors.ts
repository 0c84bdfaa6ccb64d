// Every vendor that can be connected: a folder, and a line here.
import type { Vendors } from './connector.ts'
import { hubspot } from './hubspot/hubspot.ts'
import { salesforce } from './salesforce/salesforce.ts'

export const vendors: Vendors = { hubspot, salesforce }
