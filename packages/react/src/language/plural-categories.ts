/**
 * The forms of a counted thing in each language, by the names of `Intl.PluralRules`. French, Spanish, Italian and
 * Portuguese have `many` too, for whole millions alone: no count here gets there, and `other` is said.
 */
export interface PluralCategories {
  en: 'one' | 'other';
  de: 'one' | 'other';
  fr: 'one' | 'other';
  es: 'one' | 'other';
  it: 'one' | 'other';
  'pt-BR': 'one' | 'other';
  nl: 'one' | 'other';
  pl: 'one' | 'few' | 'many' | 'other';
  cs: 'one' | 'few' | 'many' | 'other';
  sv: 'one' | 'other';
  da: 'one' | 'other';
  fi: 'one' | 'other';
  tr: 'one' | 'other';
  ru: 'one' | 'few' | 'many' | 'other';
  uk: 'one' | 'few' | 'many' | 'other';
  ar: 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';
  he: 'one' | 'two' | 'other';
  ja: 'other';
  ko: 'other';
  'zh-Hans': 'other';
}
