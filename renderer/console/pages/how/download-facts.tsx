import { Download } from 'lucide-react'
import { FormattedMessage } from 'react-intl'

/** A file for a spreadsheet. */
export function DownloadFacts({ href }: { readonly href: string }) {
  return (
    <a className="button plain usual" href={href} download>
      <Download aria-hidden="true" />
      <FormattedMessage id="console.how.download" defaultMessage="Download the facts" />
    </a>
  )
}
