// What is said of each vendor. The names that it has for things stay as it writes them.
import type { SourceVendor } from '../../../../../shared/wire/source.ts'
import { useAircallWords } from './use-aircall-words.ts'
import { useGoogleCalendarWords, useMicrosoftCalendarWords } from './use-calendar-words.ts'
import { useCloseWords } from './use-close-words.ts'
import { useDialpadWords } from './use-dialpad-words.ts'
import { useHubSpotWords } from './use-hubspot-words.ts'
import { usePipedriveWords } from './use-pipedrive-words.ts'
import { useSalesforceWords } from './use-salesforce-words.ts'

export interface VendorWords {
  /** What comes from it, how soon, and how much work it is; a sentence or two. */
  readonly note: string
  /** What it calls each key, by the key's id. */
  readonly keys: Readonly<Record<string, string>>
  /** What it calls the customer's own address; left out where all have the same. */
  readonly address?: string
  /** Where to click, one step each. */
  readonly steps: readonly string[]
  /** What to do about a right that is missing, where rights are a person's; left out: they are added to the key. */
  readonly missing?: string
  /** What is won and lost there; left out: what its stages are flagged as. */
  readonly stages?: string
  /** What each right is for, by the vendor's name of it. */
  readonly why: Readonly<Record<string, string>>
}

export const useVendorWords = (): Readonly<Record<SourceVendor, VendorWords>> => ({
  hubspot: useHubSpotWords(),
  salesforce: useSalesforceWords(),
  pipedrive: usePipedriveWords(),
  close: useCloseWords(),
  aircall: useAircallWords(),
  dialpad: useDialpadWords(),
  'google-calendar': useGoogleCalendarWords(),
  'microsoft-calendar': useMicrosoftCalendarWords(),
})
