// Every vendor that can be connected: a folder, and a line here.
import { close } from './close/close.ts'
import type { Vendors } from './connector.ts'
import { hubspot } from './hubspot/hubspot.ts'
import { pipedrive } from './pipedrive/pipedrive.ts'
import { salesforce } from './salesforce/salesforce.ts'

export const vendors: Vendors = { hubspot, salesforce, pipedrive, close }
