/** What somebody wrote in an e-mail: no fact may have it. */
export const secretWords = 'Between us: the merger is on'
