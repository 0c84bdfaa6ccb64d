// The address under which a spreadsheet can be read as CSV, made of the one that people copy from their browser.

/** Of a Google Sheet its tab as CSV; of a shared file its content; any other address as it is. */
export const sheetAddress = (address: string): string => {
  const url = new URL(address)
  const isPublished = /^\/spreadsheets\/d\/e\/[\w-]+\//.test(url.pathname)
  const [, id] = /^\/spreadsheets\/d\/([\w-]+)(?:\/|$)/.exec(url.pathname) ?? []
  if (url.hostname !== 'docs.google.com' || (id === undefined && !isPublished)) return address
  const gid = url.searchParams.get('gid') ?? /[#&]gid=(\d+)/.exec(url.hash)?.[1] ?? null
  if (isPublished) {
    const published = new URL(url.pathname.replace(/\/pubhtml$/, '/pub'), url)
    if (gid !== null) published.searchParams.set('gid', gid)
    if (gid !== null) published.searchParams.set('single', 'true')
    published.searchParams.set('output', 'csv')
    return published.href
  }
  const exported = new URL(`https://docs.google.com/spreadsheets/d/${id}/export`)
  exported.searchParams.set('format', 'csv')
  if (gid !== null) exported.searchParams.set('gid', gid)
  return exported.href
}
