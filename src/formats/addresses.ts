/**
 * An address as it is outside the site.
 * @param siteUrl the site's origin, with no slash at its end
 * @param address such as /topics/, which becomes a whole address; others stay as they are
 */
export const absolute = (siteUrl: string, address: string): string =>
  address.startsWith('/') ? `${siteUrl}${address}` : address
