/** Facts about the server and the user for a page. */
interface PageContext {
  readonly organizationId: string
  readonly uniqueName: string
  readonly version: string
  /** Path of the organization: empty, or `/contoso`. */
  readonly path: string
  readonly userId: string
  readonly userName: string
  readonly roles: readonly string[]
}

/** US English, the only language. */
const LCID = 1033

/**
 * Makes the script `ClientGlobalContext.js.aspx`: `GetGlobalContext()`, and `Xrm.Page.context` for older pages
 * (Microsoft Learn, "GetGlobalContext function and ClientGlobalContext.js.aspx"). Addresses are made in the browser,
 * which knows the host name in front of any proxy. Some pages look for the full version in a variable of the parent
 * window, so that is set too.
 */
export function globalContextScript(context: PageContext): string {
  return `(function (d) {\n${BODY}\n})(${scriptJson({ ...context, lcid: LCID })})\n`
}

/** Escapes JSON for scripts: it contains no tag, no comment and no line separator. */
function scriptJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&'\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

const BODY = `  'use strict'
  var root = window.location.origin + d.path
  var user = '{' + d.userId.toUpperCase() + '}'
  var get = function (value) { return function () { return value } }
  var organization = {
    organizationId: d.organizationId, uniqueName: d.uniqueName, languageId: d.lcid,
    organizationTenant: null, baseCurrencyId: null, baseCurrency: null, defaultCountryCode: null,
    isAutoSaveEnabled: false, useSkypeProtocol: false, attributes: {},
  }
  var userSettings = {
    userId: user, userName: d.userName, languageId: d.lcid, isRTL: false,
    isHighContrastEnabled: false, securityRoles: [], securityRolePrivileges: [],
    roles: { getAll: function () { return d.roles.map(function (n) { return { name: n } }) },
      getLength: function () { return d.roles.length } },
    transactionCurrencyId: null, transactionCurrency: null, defaultDashboardId: null,
    dateFormattingInfo: null, isGuidedHelpEnabled: false,
    getTimeZoneOffsetMinutes: function () { return -new Date().getTimezoneOffset() },
  }
  var client = {
    getClient: get('Web'), getClientState: get('Online'), getFormFactor: get(1),
    isOffline: get(false), isNetworkAvailable: function () { return navigator.onLine },
  }
  var context = {
    client: client, organizationSettings: organization, userSettings: userSettings,
    getClientUrl: get(root), getServerUrl: get(root), getOrgUniqueName: get(d.uniqueName),
    getVersion: get(d.version), getUserId: get(user), getUserName: get(d.userName),
    getUserLcid: get(d.lcid), getOrgLcid: get(d.lcid), getUserRoles: get([]),
    getCurrentTheme: get('default'), getIsAutoSaveEnabled: get(false), isOnPremises: get(true),
    isOutlookClient: get(false), isOutlookOnline: get(true), getCurrentAppUrl: get(root),
    prependOrgName: function (path) { return d.path + path },
    getWebResourceUrl: function (name) { return root + '/WebResources/' + name },
    getQueryStringParameters: function () {
      var found = {}
      new URLSearchParams(window.location.search).forEach(function (v, k) { found[k] = v })
      return found
    },
  }
  window.GetGlobalContext = get(context)
  var xrm = (window.Xrm = window.Xrm || {})
  xrm.Page = xrm.Page || {}
  xrm.Page.context = context
  xrm.Utility = xrm.Utility || {}
  xrm.Utility.getGlobalContext = get(context)
  window.APPLICATION_FULL_VERSION = d.version
  window.ORG_UNIQUE_NAME = d.uniqueName
  window.ORG_LANGUAGE_CODE = d.lcid
  window.USER_LANGUAGE_CODE = d.lcid
  window.USER_GUID = user
  window.CLIENT_URL = root`
