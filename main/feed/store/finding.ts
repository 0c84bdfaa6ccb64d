/** What is found of a data folder, in words for whoever looks after the machine. */
export interface Finding {
  readonly about: 'folder' | 'space' | 'set-aside' | 'log' | 'write-ahead-log' | 'entries' | 'snapshot'
  readonly good: boolean
  /** A sentence or two: what is so, and what it means. */
  readonly says: string
  /** What to do; only where it is not good. */
  readonly todo?: string
}

export const good = (about: Finding['about'], says: string): Finding => ({ about, good: true, says })

export const bad = (about: Finding['about'], says: string, todo: string): Finding => ({
  about,
  good: false,
  says,
  todo,
})
