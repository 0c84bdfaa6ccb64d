// Why an entry is not taken, in a sentence.
import { type HandFault, handDays } from '../../../shared/domain/facts/by-hand.ts'

export const handFaultWords: Readonly<Record<HandFault, string>> = {
  'not-offered': 'This floor does not take that by hand, or not from you.',
  future: 'That is in the future: enter it once it has happened.',
  'too-old': `That was more than ${handDays} days ago; what is older is imported.`,
  'no-amount': 'A deal needs its amount, and more than nothing.',
  'too-much': 'That is more than a deal on this floor can be. Look at the amount again.',
  'not-a-helper': 'Who helped is a colleague who works here, and helped to win a deal.',
  'not-an-outcome': 'outcome: is none that this floor offers.',
}
