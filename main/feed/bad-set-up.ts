/** The feed cannot start as it was set up. The message is all that the person who starts it gets to read. */
export class BadSetUp extends Error {
  override readonly name = 'BadSetUp'
}
