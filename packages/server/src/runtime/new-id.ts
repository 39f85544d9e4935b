import { v7 } from 'uuid'

/**
 * Ids of one process ascend, also within a millisecond: records made at the same instant, such as
 * the two changes of one request, are listed in the order in which they came (RFC 9562, 6.2).
 */
export const newId = (): string => v7()
