/** Whether nobody, no team and no deal is on a board. */
export const hasNoRows = ({ rows }: { readonly rows: Readonly<Record<string, unknown>> }): boolean =>
  Object.keys(rows).length === 0
