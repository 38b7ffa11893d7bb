/** The token of an `Authorization` header; empty where it carries none. */
export function bearerToken(header: string | string[] | undefined): string {
  return /^Bearer (\S+)$/.exec(String(header ?? ''))?.[1] ?? '';
}
