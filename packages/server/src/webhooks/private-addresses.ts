import { BlockList, isIPv4, isIPv6 } from 'node:net'

/** Networks that aren't part of the Internet: of this machine, of a site, link-local and multicast. */
const PRIVATE = new BlockList()
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const) {
  PRIVATE.addSubnet(network, bits, 'ipv4')
}
for (const [network, bits] of [
  ['::', 96],
  ['64:ff9b::', 96],
  ['100::', 64],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const) {
  PRIVATE.addSubnet(network, bits, 'ipv6')
}

const LOOPBACK = new BlockList()
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4')
LOOPBACK.addAddress('::1', 'ipv6')

/** Which private addresses webhooks may be sent to. */
export type PrivateAddresses = 'all' | 'loopback' | 'none'

/** @param address an IP address, not a name */
export function mayReach(address: string, allowed: PrivateAddresses): boolean {
  if (allowed === 'all') return true
  // BlockList treats ::ffff:10.0.0.1 as 10.0.0.1.
  const family = isIPv4(address) ? 'ipv4' : isIPv6(address) ? 'ipv6' : null
  if (family === null) return false
  if (!PRIVATE.check(address, family)) return true
  return allowed === 'loopback' && LOOPBACK.check(address, family)
}
