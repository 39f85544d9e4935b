export interface Subscription {
  readonly id: string
}
