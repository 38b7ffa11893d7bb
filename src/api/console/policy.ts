/** Added to the policy of a page whose script speaks to us: to us alone, as its forms do. */
export const speakingPolicy = "; connect-src 'self'";

/**
 * What browsers are told about every page of the console: files of ours and nothing else, no inline script or style, no
 * page of it in another's frame, forms to us only, and keys for our own pages only.
 */
export const consolePolicy = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'; " +
    "base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
  'Permissions-Policy':
    'publickey-credentials-get=(self), publickey-credentials-create=(self), camera=(), geolocation=(), microphone=()',
  'Referrer-Policy': 'same-origin',
  'Strict-Transport-Security': 'max-age=31536000',
} as const;
