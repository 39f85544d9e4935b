import { type Theme, webDarkTheme, webLightTheme } from '@fluentui/react-components'

export const lightTheme: Theme = webLightTheme
/** Fluent's brand colour for links on dark surfaces falls short of 4.5 : 1 on raised ones. */
export const darkTheme: Theme = {
  ...webDarkTheme,
  colorBrandForegroundLink: '#62abf5',
  colorBrandForegroundLinkHover: '#77b7f7',
}
