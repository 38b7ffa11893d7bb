import { lookup } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** What is not reached over the internet: IANA's special-purpose address registries (read December 2026). */
const special = { 4: new BlockList(), 6: new BlockList() } as const;
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  special[4].addSubnet(net, bits, 'ipv4');
for (const [net, bits] of [
  ['::', 96],
  ['::ffff:0:0', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  special[6].addSubnet(net, bits, 'ipv6');

/** Whether an address is one of the internet. */
export function isPublicAddress(address: string, family: 4 | 6): boolean {
  return !special[family].check(address, family === 4 ? 'ipv4' : 'ipv6');
}

/** That an address is not one of the internet, as a code of what failed. */
export const ADDRESS_NOT_PUBLIC = 'ADDRESS_NOT_PUBLIC';

/** Whether a host, as a URL tells it, is an address and none of the internet. Nothing looks an address up. */
export function isInnerAddress(host: string): boolean {
  const address = host.replace(/^\[|\]$/g, '');
  const family = isIP(address);
  return (family === 4 || family === 6) && !isPublicAddress(address, family);
}

/** Looks a name up for a connection, as `dns.lookup` does; refuses one that leads anywhere but to the internet. */
export const lookupPublic: LookupFunction = (host, options, callback) => {
  lookup(host, { ...options, all: true }, (error, addresses) => {
    if (error !== null) return callback(error, '');
    const refused = addresses.some(({ address, family }) => !isPublicAddress(address, family === 6 ? 6 : 4));
    if (refused) {
      const fault: NodeJS.ErrnoException = new Error('The name leads to an address that is not public.');
      fault.code = ADDRESS_NOT_PUBLIC;
      return callback(fault, '');
    }
    const [first] = addresses;
    if (options.all === true || first === undefined) return callback(null, addresses);
    callback(null, first.address, first.family);
  });
};
