import { optionSet, statusSet } from './option-set.ts'

const JOB_STATES = { 0: 'Ready', 1: 'Suspended', 2: 'Locked', 3: 'Completed' }
const JOB_STATUSES = [
  [0, 'Waiting For Resources', 0],
  [10, 'Waiting', 1],
  [20, 'In Progress', 2],
  [21, 'Pausing', 2],
  [22, 'Canceling', 2],
  [30, 'Succeeded', 3],
  [31, 'Failed', 3],
  [32, 'Canceled', 3],
] as const

/** Of jobs, and of what extends the platform: web resources, steps and service endpoints. */
export const PLATFORM_OPTION_SETS = {
  asyncoperation_operationtype: optionSet('asyncoperation_operationtype', { 13: 'Bulk Delete' }),
  asyncoperation_statecode: optionSet('asyncoperation_statecode', JOB_STATES),
  asyncoperation_statuscode: statusSet('asyncoperation_statuscode', JOB_STATUSES),
  bulkdeleteoperation_statecode: optionSet('bulkdeleteoperation_statecode', JOB_STATES),
  bulkdeleteoperation_statuscode: statusSet('bulkdeleteoperation_statuscode', JOB_STATUSES),
  webresource_webresourcetype: optionSet('webresource_webresourcetype', {
    1: 'Webpage (HTML)',
    2: 'Style Sheet (CSS)',
    3: 'Script (JScript)',
    4: 'Data (XML)',
    5: 'PNG format',
    6: 'JPG format',
    7: 'GIF format',
    8: 'Silverlight (XAP)',
    9: 'Style Sheet (XSL)',
    10: 'ICO format',
    11: 'Vector format (SVG)',
    12: 'String (RESX)',
  }),
  sdkmessageprocessingstep_mode: optionSet('sdkmessageprocessingstep_mode', {
    0: 'Synchronous',
    1: 'Asynchronous',
  }),
  sdkmessageprocessingstep_stage: optionSet('sdkmessageprocessingstep_stage', {
    10: 'Pre-validation',
    20: 'Pre-operation',
    40: 'Post-operation',
  }),
  sdkmessageprocessingstep_statecode: optionSet('sdkmessageprocessingstep_statecode', {
    0: 'Enabled',
    1: 'Disabled',
  }),
  sdkmessageprocessingstep_statuscode: statusSet('sdkmessageprocessingstep_statuscode', [
    [1, 'Enabled', 0],
    [2, 'Disabled', 1],
  ]),
  sdkmessageprocessingstep_supporteddeployment: optionSet(
    'sdkmessageprocessingstep_supporteddeployment',
    { 0: 'Server Only', 1: 'Microsoft Dynamics 365 Client for Outlook Only', 2: 'Both' },
  ),
  serviceendpoint_authtype: optionSet('serviceendpoint_authtype', {
    1: 'ACS',
    2: 'SAS Key',
    3: 'SAS Token',
    4: 'Webhook Key',
    5: 'Http Header',
    6: 'Http Query String',
    7: 'Connection String',
    8: 'Access Key',
  }),
  serviceendpoint_contract: optionSet('serviceendpoint_contract', {
    1: 'OneWay',
    2: 'Queue',
    3: 'Rest',
    4: 'TwoWay',
    5: 'Topic',
    6: 'Queue (Persistent)',
    7: 'Event Hub',
    8: 'Webhook',
    9: 'Event Grid',
    10: 'Managed Data Lake',
  }),
  serviceendpoint_messageformat: optionSet('serviceendpoint_messageformat', {
    1: 'Binary XML',
    2: 'Json',
    3: 'Text XML',
  }),
}
