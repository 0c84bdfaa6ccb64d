import type { Withdrawal } from '../../../shared/wire/imports.ts'

/** The message is a sentence. */
export class ImportRefused extends Error {
  override readonly name = 'ImportRefused'
  readonly code: 'unknown-import' | 'already-undone' | 'too-busy' | 'stale-floor'

  constructor(code: ImportRefused['code'], message: string) {
    super(message)
    this.code = code
  }
}

/** So many facts would go that somebody has to agree to it. Nothing was withdrawn. */
export class WithdrawalUnconfirmed extends Error {
  override readonly name = 'WithdrawalUnconfirmed'
  readonly withdrawal: Withdrawal

  constructor(withdrawal: Withdrawal) {
    super('many facts would be withdrawn')
    this.withdrawal = withdrawal
  }
}
