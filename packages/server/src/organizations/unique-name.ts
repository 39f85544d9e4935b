/** First path segments that the server itself uses, and names that Dynamics reserves. */
const RESERVED: ReadonlySet<string> = new Set(
  `about activities admin advancedfind api apps appwebservices aspnetclient assets bi bin biz calendar
   condition crmreports cs dev dist graph healthz help home import index logout ma main metrics
   mscrmservices notes oauth2 products public rc reports reportserver resourcecenter robots sdk sfa
   signin signout sm static support tools tsweb unittests userdefined webresources workplace
   xrmservices`.split(/\s+/),
)

/**
 * Says what is wrong with a unique name of an organization; null when it is valid. It has at most 30 letters and
 * digits (Microsoft, `Organization.UniqueName`) in lower case, because it is part of paths and host names.
 */
export function uniqueNameFault(name: string): string | null {
  if (!/^[a-z][a-z0-9]{0,29}$/.test(name)) {
    return 'must be 1 to 30 lower-case letters and digits, beginning with a letter'
  }
  return RESERVED.has(name) ? `must not be "${name}", which the server keeps for itself` : null
}
