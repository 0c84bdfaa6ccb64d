// Every seed on which engine and oracle ever disagreed, replayed for good: what fast-check prints when it fails.
export const failedSeeds: readonly { readonly seed: number; readonly path: string }[] = []
