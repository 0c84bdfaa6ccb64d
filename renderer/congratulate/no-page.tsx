// What a link that opens nothing leads to: why, and nothing else.
export const NoPage = ({ why }: { readonly why: string }) => (
  <main className="page no-page">
    <p className="why">{why}</p>
  </main>
)
