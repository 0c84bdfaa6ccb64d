// Salesforce: where to click, and what each right is for.
import { useSay } from '../../../words/words.tsx'
import type { VendorWords } from './vendor-words.ts'

export const useSalesforceWords = (): VendorWords => {
  const say = useSay()
  return {
    note: say({
      id: 'console.sources.salesforce.note',
      defaultMessage:
        'Opportunities with their splits, calls and meetings, within seconds. Ten minutes’ work for an admin; nothing is ever written.',
    }),
    address: say({ id: 'console.sources.salesforce.address', defaultMessage: 'My Domain' }),
    keys: {
      'consumer-key': say({ id: 'console.sources.salesforce.key.consumer', defaultMessage: 'Consumer Key' }),
      'consumer-secret': say({
        id: 'console.sources.salesforce.key.secret',
        defaultMessage: 'Consumer Secret',
      }),
      username: say({
        id: 'console.sources.salesforce.key.user',
        defaultMessage: 'Username, with a certificate',
      }),
      'private-key': say({
        id: 'console.sources.salesforce.key.private',
        defaultMessage: 'Private key, in the place of the secret',
      }),
    },
    steps: [
      say({
        id: 'console.sources.salesforce.step.app',
        defaultMessage:
          'In Setup open External Client App Manager → New External Client App, and call it Floorboard. Tick “Enable OAuth”, give any https address as the callback, and add the scope “Manage user data via APIs (api)”.',
      }),
      say({
        id: 'console.sources.salesforce.step.flow',
        defaultMessage: 'In the app’s Settings tick “Enable Client Credentials Flow”, and save.',
      }),
      say({
        id: 'console.sources.salesforce.step.run',
        defaultMessage:
          'In the app’s Policies tick it once more, and set “Run As” to a user for integrations. It needs what is listed below, by a permission set.',
      }),
      say({
        id: 'console.sources.salesforce.step.copy',
        defaultMessage:
          'From Settings → “Consumer Key and Secret” copy both, and your address from Setup → My Domain.',
      }),
      say({
        id: 'console.sources.salesforce.step.certificate',
        defaultMessage:
          'Without a secret: upload a certificate under “Enable JWT Bearer Flow”, approve the user in Policies, and paste their username and the certificate’s private key.',
      }),
    ],
    why: {
      'API Enabled': say({
        id: 'console.sources.salesforce.why.api',
        defaultMessage: 'asking Salesforce anything at all',
      }),
      'User: Email': say({
        id: 'console.sources.salesforce.why.users',
        defaultMessage: 'whose deal, call or meeting it is',
      }),
      'Opportunity: Read': say({
        id: 'console.sources.salesforce.why.deals',
        defaultMessage: 'deals: stage, owner, closing date',
      }),
      'Opportunity: Amount': say({
        id: 'console.sources.salesforce.why.amount',
        defaultMessage: 'how much a deal is worth',
      }),
      'Opportunity: View All Records': say({
        id: 'console.sources.salesforce.why.all',
        defaultMessage:
          'everybody’s deals, where they are not shared with all; Salesforce does not say whether it is given',
      }),
      'Account: Name': say({
        id: 'console.sources.salesforce.why.account',
        defaultMessage: 'the customer’s name beside a deal',
      }),
      'OpportunitySplit: Read': say({
        id: 'console.sources.salesforce.why.splits',
        defaultMessage: 'deals that several people share, where splits are switched on',
      }),
      'OpportunityTeamMember: Read': say({
        id: 'console.sources.salesforce.why.team',
        defaultMessage: 'who helps with a deal, on floors where each has the full credit',
      }),
      'Task: Access Activities': say({
        id: 'console.sources.salesforce.why.calls',
        defaultMessage: 'calls and e-mails: when, how long, and what came of them',
      }),
      'EmailMessage: Incoming': say({
        id: 'console.sources.salesforce.why.emails',
        defaultMessage: 'which e-mails came in: without it all count as sent',
      }),
      'Event: Access Activities': say({
        id: 'console.sources.salesforce.why.meetings',
        defaultMessage: 'meetings: when, and how long',
      }),
    },
  }
}
