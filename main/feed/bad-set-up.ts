/** The feed cannot start as it was set up. The message is the one sentence that the person at the keyboard gets. */
export class BadSetUp extends Error {
  override readonly name = 'BadSetUp'
}
