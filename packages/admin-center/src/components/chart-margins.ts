/** The last label stands below a chart's right edge and needs half of its width there. */
export const CHART_MARGINS = { top: 20, right: 44, bottom: 35, left: 40 }
