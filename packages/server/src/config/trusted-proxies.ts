import { BlockList, isIP } from 'node:net'

/** What `TRACKMARK_TRUST_PROXY=on` stands for: this machine and private networks. */
const PRIVATE = [
  '127.0.0.0/8',
  '::1/128',
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  'fc00::/7',
  'fe80::/10',
]

/** @param text `off`, `on`, or addresses and networks with commas between them */
export function trustOf(text: string): (peer: string | null) => boolean {
  if (text === 'off') return () => false
  const list = new BlockList()
  for (const one of text === 'on' ? PRIVATE : text.split(',')) addTo(list, one.trim())
  return (peer) => {
    const address = peer?.replace(/^::ffff:(?=\d+\.)/i, '') ?? ''
    const family = isIP(address)
    return family !== 0 && list.check(address, family === 4 ? 'ipv4' : 'ipv6')
  }
}

/** Whether `trustOf` can parse the text. */
export function isTrust(text: string): boolean {
  return text === 'on' || text === 'off' || text.split(',').every((one) => isNetwork(one.trim()))
}

function isNetwork(text: string): boolean {
  const [address = '', prefix, ...rest] = text.split('/')
  const family = isIP(address)
  if (family === 0 || rest.length > 0) return false
  if (prefix === undefined) return true
  return /^\d{1,3}$/.test(prefix) && Number(prefix) <= (family === 4 ? 32 : 128)
}

function addTo(list: BlockList, text: string): void {
  const [address = '', prefix] = text.split('/')
  const family = isIP(address) === 4 ? 'ipv4' : 'ipv6'
  if (prefix === undefined) list.addAddress(address, family)
  else list.addSubnet(address, Number(prefix), family)
}
