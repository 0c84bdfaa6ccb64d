type Page = 'first-admin' | 'invitation' | 'reset'

/** `/console/invitation#link=…`. The secret stands after the `#`, which browsers send to nobody. */
export const consolePath = (page: Page, secret: string): string => `/console/${page}#link=${secret}`
