// The languages and their variants in which spreadsheets and CRMs write months, halves of the day and marks of money.
// `Intl` cannot be asked which ones it knows. Where two write one word for different months, the mapping's `language` decides.

export const locales: readonly string[] = (
  'en en-AU en-CA en-GB en-HK en-IE en-IN en-NZ en-SG en-ZA af am ar ar-AE ar-DZ ar-EG ar-IQ ar-LB ar-MA ar-SA ar-SY ar-TN ' +
  'as az az-Cyrl be bg bn bs bs-Cyrl ca ckb cs cy da de de-AT de-CH de-LI el es es-AR es-BO es-CL es-CO es-CR es-DO es-EC ' +
  'es-GT es-HN es-MX es-NI es-PA es-PE es-PR es-PY es-US es-UY es-VE et eu fa fa-AF fi fil fr fr-BE fr-CA fr-CH fr-MA ga gl ' +
  'gu ha he hi hi-Latn hr hu hy id ig is it it-CH ja ka kk km kn ko ku ky lo lt lv mi mk ml mn mr ms mt my nb ne nl nl-BE nn ' +
  'or pa pl ps pt pt-AO pt-MZ pt-PT ro ru si sk sl so sq sr sr-Latn sv sv-FI sw sw-KE ta te tg th ti tk tr tt ug uk ur uz ' +
  'uz-Cyrl vi xh yo yue zh zh-HK zh-Hant zh-SG zu'
).split(' ')
