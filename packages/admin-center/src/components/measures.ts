/** Height of the bar at the top, below which headings of tables stick. */
export const BAR_HEIGHT = '48px'
