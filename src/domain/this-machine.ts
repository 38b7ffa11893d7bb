/** Whether a host, as a URL tells it, is this machine: what goes there crosses no network, so plain http and SMTP will do. */
export function isThisMachine(host: string): boolean {
  return ['127.0.0.1', '[::1]', 'localhost'].includes(host);
}
