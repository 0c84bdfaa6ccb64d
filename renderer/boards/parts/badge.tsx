import './badge.css'

/** Input or output: in the rep's hands, or what came of it. */
export const Badge = ({ indicator }: { readonly indicator: 'input' | 'output' }) => (
  <span className="badge" data-tone={indicator}>
    {indicator === 'input' ? 'INPUT' : 'OUTPUT'}
  </span>
)
