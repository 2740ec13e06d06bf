/**
 * What the page may do, in its own meta element and as the header that `bylaw play` sends: nothing is fetched from
 * anywhere else, and no text becomes a program. Styles may be inline because Monaco lays its lines out with them.
 */
export const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')
