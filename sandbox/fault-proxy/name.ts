import dns, { type LookupAddress, type LookupOptions } from 'node:dns';

/** A host name of this process that resolves, or does not. */
export interface BreakableName {
  readonly name: string;
  /** While true nobody knows the name: EAI_AGAIN, what a resolver says that cannot be reached. */
  broken: boolean;
  close(): void;
}

type Callback = (
  error: NodeJS.ErrnoException | null,
  address?: string | LookupAddress[],
  family?: number,
) => void;

/** Names that this process's connections resolve here and nowhere else. */
const names = new Map<string, BreakableName>();
const real = dns.lookup;

/** Makes `name` (which must not be a real one: end it with `.test`, RFC 6761) resolve to 127.0.0.1. */
export function breakableName(name: string): BreakableName {
  const made: BreakableName = {
    name,
    broken: false,
    close() {
      names.delete(name);
      if (names.size === 0) Object.assign(dns, { lookup: real });
    },
  };
  names.set(name, made);
  // node:net asks `dns.lookup` anew for every connection (Node 26, lookupAndConnect).
  Object.assign(dns, { lookup });
  return made;
}

function lookup(hostname: string, options: LookupOptions, callback: Callback): void {
  const known = names.get(hostname);
  if (known === undefined) {
    Reflect.apply(real, dns, [hostname, options, callback]);
  } else if (known.broken) {
    const error = Object.assign(new Error(`getaddrinfo EAI_AGAIN ${hostname}`), {
      code: 'EAI_AGAIN',
      syscall: 'getaddrinfo',
      hostname,
    });
    setImmediate(callback, error);
  } else if (options.all === true) {
    setImmediate(callback, null, [{ address: '127.0.0.1', family: 4 }]);
  } else {
    setImmediate(callback, null, '127.0.0.1', 4);
  }
}
