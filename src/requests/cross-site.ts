/** The headers of a request that tell where the form was that sent it. */
export interface OriginHeaders {
  readonly secFetchSite?: string | undefined
  readonly origin?: string | undefined
  readonly host?: string | undefined
}

/**
 * Whether another site certainly sent the form. The form has no cookie and no authority, so there
 * is nothing to steal; only proof counts, because old browsers, proxies and privacy settings leave
 * these headers out or make them `null`, and nobody shall be turned away for that.
 *
 * @see https://www.w3.org/TR/fetch-metadata/#sec-fetch-site-header
 */
export function isCrossSite({ secFetchSite, origin, host }: OriginHeaders): boolean {
  // The browser's own word. It holds also where a proxy has put another name into Host.
  if (secFetchSite) return !['same-origin', 'none'].includes(secFetchSite)
  const from = hostOf(origin)
  const to = hostOf(host && `http://${host}`)
  return from !== undefined && to !== undefined && from !== to
}

/**
 * The host and port of an address, in one spelling. The ports 80 and 443 count as none: behind a
 * proxy that ends TLS, the origin is https and the server's own address is http.
 */
function hostOf(address: string | undefined): string | undefined {
  const url = address ? URL.parse(address) : null
  if (!url?.hostname) return undefined
  return ['', '80', '443'].includes(url.port) ? url.hostname.toLowerCase() : url.host.toLowerCase()
}
