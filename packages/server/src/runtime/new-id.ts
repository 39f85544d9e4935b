import { v7 } from 'uuid'

/**
 * Ids of one process ascend even within a millisecond (RFC 9562, 6.2), so that records of the same instant, such as
 * two changes of one request, are listed in their order.
 */
export const newId = (): string => v7()
